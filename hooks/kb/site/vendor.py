"""The web assets that npm installs and the site serves as they are: ts-fsrs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from kb.rendering.assets import Asset

FOLDER = "assets/vendor"
_FSRS = "ts-fsrs"


def vendor_assets(modules: Path) -> tuple[Asset, ...]:
    """Return what the site needs out of the folder `node_modules`.

    Raises FileNotFoundError where npm has not been run.
    """
    return tuple(_fsrs(modules / _FSRS))


def _fsrs(folder: Path) -> Iterable[Asset]:
    """Return the scheduler of the study page with its licence, which its file leaves out."""
    licence = (folder / "LICENSE").read_text(encoding="utf-8").strip()
    code = (folder / "dist/index.mjs").read_text(encoding="utf-8")
    code = re.sub(r"^//# sourceMappingURL=.*\n?", "", code, flags=re.MULTILINE)
    yield Asset(f"{FOLDER}/ts-fsrs/ts-fsrs.mjs", text=f"/*! ts-fsrs\n\n{licence}\n*/\n{code}")
