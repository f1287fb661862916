"""Decks for Anki: the flash cards as packages that Anki imports and, after an update, imports again."""
