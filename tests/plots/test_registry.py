"""The registry: light to import, complete, and tied to the question bank."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from plots import fonts, registry
from plots.registry import FIGURES
from plots.spec import LANGS, LAYOUTS, Both, Variant, variants

ROOT = Path(__file__).resolve().parents[2]


def test_importing_it_imports_nothing_heavy() -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); import plots.registry, plots.fonts;"
        "print([m for m in ('numpy', 'matplotlib', 'PIL') if m in sys.modules])"
    )
    run = [sys.executable, "-c", program, str(ROOT)]
    assert subprocess.run(run, capture_output=True, text=True, check=True).stdout == "[]\n"


def test_every_figure_has_a_module_sources_and_questions_of_the_bank() -> None:
    bank = {
        question["id"]
        for path in (ROOT / "docs/questions").glob("*.yml")
        for question in yaml.safe_load(path.read_text("utf-8"))["questions"]
    }
    assert {"activation-panel", "optimizer-paths", "loss-landscape"} <= set(FIGURES)
    for name, spec in FIGURES.items():
        assert spec.id == name
        assert (ROOT / spec.path).is_file()
        assert spec.questions
        assert set(spec.questions) <= bank
        assert spec.sources
        assert all(spec.title.of(lang) and not spec.title.of(lang).endswith(".") for lang in LANGS)
        assert spec.format == "svg" or spec.kind != "animated"
        assert all(source.title and source.url.startswith(("https://", "")) for source in spec.sources)


def test_registry_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        registry.FIGURES["new"] = FIGURES["loss-landscape"]  # type: ignore[index]


def test_variants_are_eight_with_names_of_their_own() -> None:
    found = list(variants())
    assert len(found) == len({variant.name for variant in found}) == 8
    assert Variant("ko", "dark", "narrow").name == "ko.dark.narrow"
    assert {variant.layout for variant in found} == set(LAYOUTS)


def test_both_gives_the_language_asked_for() -> None:
    assert (Both("가", "a").of("ko"), Both("가", "a").of("en")) == ("가", "a")


def test_missing_fonts_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(fonts.FontsMissingError, match="make install"):
        fonts.font_files(tmp_path)
    assert [path.suffix for path in fonts.font_files()] == [".otf", ".otf"]
