"""Studying: flash cards, the page on which readers test themselves, and what it loads."""
