"""From a knowledge base to the pages, menus and search index of the site."""
