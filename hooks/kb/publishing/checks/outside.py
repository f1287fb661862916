"""Whether pages on other hosts are still there. It asks them all once, slowly, and is never run by itself."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import quote, urlsplit

from kb.publishing.checks.reading import Finding

PAUSE = 3.0
_TIMEOUT = 20
_AGENT = "Mozilla/5.0 (compatible; link check of a study site; one request per page)"
# Hosts that answer programs so have the page all the same.
_REFUSED = (401, 403, 405, 406, 429, 503)

Ask = Callable[[str], str]


def outside_findings(addresses: Mapping[str, str], ask: Ask, pause: float = PAUSE) -> Iterator[Finding]:
    """Find addresses that lead nowhere; between two questions to one host lies a pause."""
    last: dict[str, float] = {}
    for address, path in sorted(addresses.items()):
        host = urlsplit(address).netloc
        time.sleep(max(0.0, last.get(host, 0.0) + pause - time.monotonic()))
        trouble = ask(address)
        last[host] = time.monotonic()
        if trouble:
            yield Finding(path, 0, f"{address}: {trouble}")


def ask(address: str) -> str:
    """Ask for a page and return what is wrong with it, or nothing."""
    request = urllib.request.Request(
        quote(address, safe=":/?#[]@!$&'()*+,;=%~"), headers={"User-Agent": _AGENT, "Accept": "text/html,*/*"}
    )
    try:
        with urllib.request.urlopen(request, timeout=_TIMEOUT):
            return ""
    except urllib.error.HTTPError as error:
        return "" if error.code in _REFUSED else f"the server says {error.code}"
    except (OSError, ValueError) as error:
        return str(getattr(error, "reason", error))
