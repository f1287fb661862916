"""What a built site is checked for before it is released."""
