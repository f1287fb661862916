"""Long texts that wait for their turn: thousands of answers do, and formulas shrink to a tenth."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

_FAST = 1


@dataclass(frozen=True, slots=True)
class Packed:
    """A text, compressed."""

    data: bytes

    @property
    def text(self) -> str:
        """The text."""
        return zlib.decompress(self.data).decode("utf-8", "surrogatepass")


def packed(text: str) -> Packed:
    """Return a text that takes little room."""
    return Packed(zlib.compress(text.encode("utf-8", "surrogatepass"), _FAST))
