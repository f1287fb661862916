"""Translations know what they were made from, and pages say where that has changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from kb.diagnostics import Code
from kb.dialects import parse
from kb.files.sources import digest_of, from_bytes
from kb.translations import Translation, check_translations, translations

from tests.site.small import Built, build_site, write

ORIGINAL = "---\nquestion: relu\ncontributor: editors\n---\n\n# ReLU란?\n\n음수를 0으로 만듭니다.\n"
DIGEST = digest_of(ORIGINAL.split("\n")[4:])


def translated(digest: str) -> str:
    return (
        f"---\nquestion: relu\ncontributor: editors\ntranslated: ko@{digest}\n---\n\n"
        "# What is ReLU?\n\nIt cuts negatives.\n"
    )


def pairs(files: dict[str, str]) -> tuple[Translation, ...]:
    documents = [
        parse(from_bytes(text.encode(), path, shown=f"docs/{path}", folder="docs"))[0]
        for path, text in files.items()
    ]
    return translations(documents)


def test_the_digest_ignores_front_matter_and_blank_space() -> None:
    assert digest_of(["", "a ", "b", ""]) == digest_of(["a", "b"])
    assert digest_of(["a", "b"]) != digest_of(["a", "c"])
    assert len(DIGEST) == 12


@pytest.mark.parametrize(
    ("original", "translation"),
    [("ko/relu.md", "en/relu.md"), ("short/ko.md", "short/en.md"), ("relu.ko.md", "relu.en.md")],
)
def test_a_translation_is_the_same_path_in_the_other_language(original: str, translation: str) -> None:
    (pair,) = pairs({original: ORIGINAL, translation: translated(DIGEST)})
    assert (pair.original.path, pair.translation and pair.translation.path) == (original, translation)
    assert pair.state == "current"
    assert check_translations([pair]) == ()


def test_a_changed_original_makes_its_translation_stale() -> None:
    found = pairs({"ko/relu.md": ORIGINAL + "\n더 썼습니다.\n", "en/relu.md": translated(DIGEST)})
    (problem,) = check_translations(found)
    assert problem.code is Code.STALE_TRANSLATION
    assert problem.path == "docs/en/relu.md"
    assert f"translated: ko@{found[0].original.digest}" in problem.hint


def test_a_missing_translation_is_reported_for_contributors_who_translate() -> None:
    files = {"ko/relu.md": ORIGINAL, "en/relu.md": translated(DIGEST)}
    alone = ORIGINAL.replace("relu", "softmax")
    (problem,) = check_translations(pairs({**files, "ko/softmax.md": alone}))
    assert (problem.code, problem.path) == (Code.NO_TRANSLATION, "docs/ko/softmax.md")
    assert check_translations(pairs({**files, "kim/ko/softmax.md": alone.replace("editors", "kim")})) == ()
    assert pairs({"ko/softmax.md": alone}) == ()


def test_pages_tell_of_stale_and_missing_translations(project: Path) -> None:
    write(project, {"answers/ko/relu.md": ORIGINAL, "answers/en/relu.md": translated("0" * 12)})
    built = build_site(project)
    notice = built.page("en/q/relu/").select_one(".kb-notice a")
    assert notice is not None
    assert notice["href"] == "../../../ko/q/relu/"
    assert built.page("ko/q/relu/").select_one(".kb-notice") is None
    for lang in ("ko", "en"):
        page = built.page(f"{lang}/translations/")
        assert {h["id"] for h in page.select("h2[id]")} >= {"stale", "missing"}
        listed = " ".join(item.get_text() for item in page.select("article li"))
        assert "en/relu.md" in listed
        assert "ko/softmax.md" in listed


def test_without_translations_there_is_no_such_page(site: Built) -> None:
    assert not (site.folder / "ko/translations").exists()
    assert "translations/" not in site.text("ko/")
