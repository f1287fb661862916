"""What keeps pages light: one stylesheet of what the site uses, fonts of the letters its formulas use."""
