"""From the Markdown of one answer to a finished piece of a page.

`markdown` reads it as GitHub does, `sanitize` takes out what could harm a reader, `rewrite` makes
it fit the page, `katex` typesets its formulas, and `render` does all of it in order.
"""
