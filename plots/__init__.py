"""The figures of the site: each is computed with NumPy, drawn with Matplotlib and told in words.

Importing this package or `plots.registry` imports neither NumPy nor Matplotlib; a figure's own
module is imported when it is computed or drawn.
"""
