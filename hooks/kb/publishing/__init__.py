"""What makes a folder of pages fit to be published, and what is checked before it is."""
