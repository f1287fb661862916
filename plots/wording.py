"""Numbers and sentences as readers see them."""

from __future__ import annotations


def number(value: float, digits: int) -> str:
    """Return `value` with at most `digits` decimals, without trailing zeros, with a real minus sign."""
    text = f"{float(value):.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text.replace("-", "\N{MINUS SIGN}")


def significant(value: float, digits: int) -> str:
    """Return a positive `value` with that many significant digits and no exponent, `0.0070`."""
    exponent = int(f"{value:.{digits - 1}e}".split("e")[1])
    return f"{value:.{max(0, digits - 1 - exponent)}f}"


def percent(share: float) -> str:
    """Return a share of 1 as a percentage with at most one decimal, `97.8%`."""
    return f"{number(100 * share, 1)}%"


def prose(template: str, **facts: str) -> str:
    """Return a template on one line with its `{facts}` filled in."""
    return " ".join(template.split()).format(**facts)
