"""GitHub-flavoured Markdown as markdown-it tokens: the rules where cmark-gfm differs from markdown-it.

Blocks are markdown-it-py's, with its paragraph, HTML and table rules replaced and footnotes and
math added; inline text follows cmark-gfm's own algorithm (`src/inlines.c` and the autolink and
strikethrough extensions of cmark-gfm 0.29.0.gfm.13), because that is what decides how GitHub shows
emphasis beside Korean particles, bare URLs, brackets and footnotes. Its cost is linear in the text.
"""
