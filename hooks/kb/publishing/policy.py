"""The content security policy: what a page may load and run, in each page's head and as headers."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

# Fonts of formulas are in their stylesheet. Pictures in answers may stand on other hosts; formulas and
# figures carry style attributes.
_POLICY = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": ("'self'", "'unsafe-inline'"),
    "img-src": ("'self'", "data:", "https:"),
    "font-src": ("'self'", "data:"),
    "connect-src": ("'self'",),
    "manifest-src": ("'self'",),
    "worker-src": ("'self'",),
    "base-uri": ("'none'",),
    "form-action": ("'self'",),
}
# Which only a header can say.
_FRAMES = "frame-ancestors 'self'"


def policy(scripts: Iterable[str] = (), styles: Iterable[str] = ()) -> str:
    """Return the policy; `scripts` and `styles` of the settings that stand on other hosts are let in."""
    more = {"script-src": _hosts(scripts), "style-src": _hosts(styles)}
    return "; ".join(" ".join((name, *allowed, *more.get(name, ()))) for name, allowed in _POLICY.items())


def _hosts(addresses: Iterable[str]) -> tuple[str, ...]:
    parts = (urlsplit(address) for address in addresses)
    return tuple(sorted({f"{p.scheme or 'https'}://{p.netloc}" for p in parts if p.netloc}))


def headers(allowed: str) -> str:
    """Return the file `_headers`, from which Netlify and Cloudflare Pages take the headers they send."""
    return (
        "/*\n"
        f"  Content-Security-Policy: {allowed}; {_FRAMES}\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: strict-origin-when-cross-origin\n"
    )
