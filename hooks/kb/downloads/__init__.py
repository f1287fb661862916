"""What readers take away: Anki decks, a question sheet, data, and the page that lists them."""
