"""Numbers as short runs of printable characters that JSON need not escape; `packing.js` reads them."""

from __future__ import annotations

from collections.abc import Iterable

# Everything printable in ASCII but the space, the quotation mark, the backslash and the two
# characters that separate: 90 digits. The first half ends a number, the second says that more follows.
DIGITS = "".join(chr(c) for c in range(33, 127) if chr(c) not in '"\\|<')
HALF = len(DIGITS) // 2


def pack(numbers: Iterable[int]) -> str:
    """Write numbers, small ones in one character."""
    out: list[str] = []
    for number in numbers:
        while number >= HALF:
            out.append(DIGITS[HALF + number % HALF])
            number //= HALF
        out.append(DIGITS[number])
    return "".join(out)


def deltas(numbers: Iterable[int]) -> Iterable[int]:
    """Yield the first of ascending numbers, then the steps between them."""
    last = 0
    for number in numbers:
        yield number - last
        last = number
