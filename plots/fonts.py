"""Where the figures' fonts are. Nothing here imports Matplotlib: the cache key needs the files."""

from __future__ import annotations

from pathlib import Path

FAMILIES = ("Pretendard", "DejaVu Sans")
"""Pretendard first; Matplotlib's own DejaVu Sans for the signs it lacks."""

_FILES = ("Pretendard-Regular.otf", "Pretendard-SemiBold.otf")
_FOLDER = Path("node_modules/pretendard/dist/public/static")


class FontsMissingError(FileNotFoundError):
    """The npm package with the figures' font is not installed."""


def font_files(root: Path | None = None) -> tuple[Path, ...]:
    """Return Pretendard's regular and semi-bold files under the project's `root`.

    Raises:
        FontsMissingError: if one of them is not there.
    """
    base = root or Path(__file__).resolve().parents[1]
    found = tuple(base / _FOLDER / name for name in _FILES)
    for path in found:
        if not path.is_file():
            raise FontsMissingError(f"The figures need {_FOLDER / path.name}: run `make install`.")
    return found
