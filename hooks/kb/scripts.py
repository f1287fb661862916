"""Our own modules of JavaScript, joined to classic scripts that run where modules may not be loaded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

_IMPORT = re.compile(r"^import\s[^;]*?from\s+\"[^\"]+\"\n", re.MULTILINE | re.DOTALL)
_EXPORT = re.compile(r"^export ", re.MULTILINE)
_COMMENT = re.compile(r"^\s*//[^\n]*\n|^\s*/\*\*.*?\*/\n|/\*\* @type .*? \*/ ?", re.MULTILINE | re.DOTALL)


def joined(folder: Path, names: Iterable[str]) -> str:
    """Join modules of `folder`, each after those it imports: no name may be used twice."""
    texts = ((folder / f"{name}.js").read_text(encoding="utf-8") for name in names)
    code = "\n".join(_EXPORT.sub("", without_comments(_IMPORT.sub("", text))) for text in texts)
    return re.sub(r"\n{2,}", "\n", code)


def without_comments(code: str) -> str:
    """Take out comments that stand on lines of their own."""
    return _COMMENT.sub("", code)
