"""From folders of files to lines of text, and what the files say of themselves."""
