"""The parts of a document: headings, lists, tables of contents, bodies, references, entries."""
