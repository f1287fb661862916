"""The knowledge base: parse answer files, merge them, render them into pages."""
