"""Search in Korean and English: a knowledge base and the text of its pages become an index.

What reads the index is in `docs/assets/javascripts/search/`. `reading.py` here and `reading.js` there
read words in the same way; `tests/search/` holds them to it.
"""
