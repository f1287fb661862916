"""The live site equals, byte for byte, what a clean build makes of the same files; so does a warm build."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.serving.live_site import Edit, LiveSite, differing
from tests.site.conftest import SETTINGS
from tests.site.small import BANK, FILES, SECOND

GLOSSARY = """\
- id: probability
  ko: 확률
  en: probability
  definition: {ko: 일어날 만한 정도입니다., en: How likely something is.}
"""
NEW = "---\nquestion: momentum\ncontributor: editors\n---\n\n# Explain momentum.\n\nA heavy ball. $v_t$\n"
LOOSE = "---\nlang: en\n---\n\n# How is a question asked that no bank holds?\n\nLike this.\n"
BROKEN = "---\nquestion: no-such-question\n---\n\n# What?\n\nText.\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LiveSite:
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    return LiveSite(tmp_path, monkeypatch)


def put(name: str, text: str | None) -> Edit:
    return lambda site: site.write(name, text)


def swap(name: str, old: str, new: str) -> Edit:
    return lambda site: site.write(name, (site.read(name) or "").replace(old, new))


def bank(first: str, second: str) -> Edit:
    def edit(site: LiveSite) -> None:
        site.write("questions/activations.yml", first)
        site.write("questions/optimization.yml", second)

    return edit


EDITS: tuple[Edit, ...] = (
    swap("answers/ko/softmax.md", "확률로", "확률 분포로 (<b>x</b> & $p$)"),
    swap("answers/en/relu.md", "The editors explain.", "It is cheap. [See](softmax.md) ![p](p.png)"),
    swap("answers/cheatsheet/ko.md", "자르는", "버리는"),
    swap("answers/kim/relu.md", "## 까닭", "## 이유"),
    put("answers/en/momentum.md", NEW),
    put("answers/en/momentum.md", None),
    put("answers/lee/extra.md", LOOSE),
    put("answers/lee/extra.md", FILES["answers/lee/extra.md"]),
    put("answers/kim/relu.md", None),
    put("answers/kim/relu.md", FILES["answers/kim/relu.md"]),
    put("glossary.yml", GLOSSARY),
    put("glossary.yml", "[]\n"),
    bank(BANK, SECOND.replace("모멘텀을 설명해 주세요.", "모멘텀의 뜻을 설명해 주세요.")),
    bank(
        BANK.replace("[softmax, momentum]", "[softmax, heavy-ball]").replace(
            "[relu, momentum]", "[heavy-ball]"
        ),
        SECOND.replace("id: momentum", "id: heavy-ball\n    aliases: [momentum]"),
    ),
    bank(BANK.replace("difficulty: 3", "difficulty: 1"), SECOND),
    bank(BANK, SECOND),
    put("pages/en/about.md", "# On this { #about }\n\n## Contribute { #contribute }\n\nSend more.\n"),
)
BREAKS: tuple[Edit, ...] = (
    put("answers/lee/extra.md", BROKEN),
    put("questions/activations.yml", "topic: [\n"),
    put("glossary.yml", "- id: 3\n  ko: [\n"),
    swap("answers/en/relu.md", "question: relu", "question: [relu"),
)
REPAIRED = ("answers/lee/extra.md", "questions/activations.yml", "glossary.yml", "answers/en/relu.md")


def test_an_edit_of_an_answer_touches_its_pages_only(site: LiveSite) -> None:
    before = site.files()
    site.write("answers/en/relu.md", FILES["answers/en/relu.md"].replace("editors explain", "crowd explains"))
    site.live()
    assert "The crowd explains." in site.text("en/q/relu")
    changed = differing(before, site.files())
    assert {name for name in changed if name.endswith(".html")} == {"en/q/relu/index.html"}
    assert {"knowledge-base.json", "assets/search/text-0.js"} & set(changed)
    assert site.wholes == 0
    site.live()
    assert site.wholes == 0, "nothing has changed since"


def test_a_picture_beside_an_answer_is_copied_when_it_changes(site: LiveSite) -> None:
    picture = site.project / "docs/answers/en/p.svg"
    picture.write_bytes(b"<svg/>")
    site.write("answers/en/relu.md", FILES["answers/en/relu.md"].replace("explain.", "explain. ![x](p.svg)"))
    site.live()
    (name,) = [name for name, data in site.files().items() if data == b"<svg/>"]
    picture.write_bytes(b"<svg></svg>")
    site.live()
    assert [n for n, data in site.files().items() if data == b"<svg></svg>"]
    site.write("answers/en/relu.md", FILES["answers/en/relu.md"])
    site.live()
    assert name not in site.files()
    assert site.wholes == 0


def test_answers_elsewhere_are_read_again_alone(site: LiveSite, monkeypatch: pytest.MonkeyPatch) -> None:
    away = site.folder / "away/me"
    away.mkdir(parents=True)
    (away / "a.md").write_text("---\nquestion: relu\nlang: en\n---\n\n# What is ReLU?\n\nFirst.\n")
    monkeypatch.setenv("KB_ANSWERS", "docs/answers:../away")
    site.again()
    assert "First." in site.text("en/q/relu")
    (away / "a.md").write_text("---\nquestion: relu\nlang: en\n---\n\n# What is ReLU?\n\nSecond.\n")
    site.live()
    assert "Second." in site.text("en/q/relu")
    assert site.wholes == 0


@pytest.mark.parametrize("seed", [1, 2])
def test_after_any_edits_the_site_is_that_of_a_clean_build(site: LiveSite, seed: int) -> None:
    random = Random(seed)
    for _ in range(8):
        if random.random() < 0.3:
            broken = random.randrange(len(BREAKS))
            kept = site.read(REPAIRED[broken])
            BREAKS[broken](site)
            site.live()
            assert site.live.problems
            site.write(REPAIRED[broken], kept)
        random.choice(EDITS)(site)
        if random.random() < 0.7:
            site.live()
    site.live()
    assert not site.live.problems
    assert differing(site.files(), site.clean()) == []
    assert differing(site.warm(), site.clean("build")) == []


def test_an_error_leaves_the_site_as_it_was(site: LiveSite) -> None:
    before = site.files()
    for broken, name in zip(BREAKS, REPAIRED, strict=True):
        kept = site.read(name)
        broken(site)
        site.live()
        assert site.live.problems, name
        assert all(name in problem.place for problem in site.live.problems)
        assert differing(before, site.files()) == []
        site.write(name, kept)
        site.live()
        assert site.live.problems == ()
    assert differing(before, site.files()) == []
    assert site.wholes == 0


def test_what_cannot_be_built_is_said_and_forgotten_when_it_can(site: LiveSite) -> None:
    settings = site.project / "mkdocs.yml"
    kept = settings.read_text("utf-8")
    settings.write_text(kept + "\nno_such_setting_at_all: [\n", encoding="utf-8")
    site.live()
    (problem,) = site.live.problems
    assert problem.message
    site.write("answers/en/relu.md", FILES["answers/en/relu.md"].replace("editors", "crowd"))
    site.live()
    assert site.live.problems, "the settings are still wrong"
    settings.write_text(kept, encoding="utf-8")
    site.live()
    assert site.live.problems == ()
    assert "The crowd explain." in site.text("en/q/relu")


def test_a_site_that_begins_with_errors_shows_them(
    started: LiveSite,
) -> None:
    assert [problem.code for problem in started.live.problems] == ["KB201"]
    started.write("questions/activations.yml", BANK)
    started.live()
    assert started.live.problems == ()
    assert "ReLU" in started.text("en/q/relu")


@pytest.fixture
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LiveSite]:
    """A live site whose bank is broken from the start."""
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    with monkeypatch.context() as patch:
        patch.setitem(FILES, "questions/activations.yml", "topic: [\n")
        yield LiveSite(tmp_path, monkeypatch)
