"""A live server that rebuilds what an edit touches, and shows on the page what is wrong with it."""
