"""The HTML that shows a figure."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from kb.figures.markup import (
    FigureFile,
    FigureFrame,
    FigureText,
    RenderedFigure,
    figure_html,
    thumbnail_html,
)
from kb.model import Reference, Text

from plots.spec import LANGS, THEMES, Lang, Layout, variants


@pytest.fixture
def panel() -> RenderedFigure:
    files = [
        FigureFile(v, Path(f"cache/activation-panel.{v.name}.0a1b2c3d.svg"), 100 * n, 10 * n)
        for n, v in enumerate(variants(), 1)
    ]
    return RenderedFigure(
        id="activation-panel",
        files=tuple(files),
        ko=FigureText("대체 텍스트", "설명문", "긴 설명"),
        en=FigureText("alternative text", "caption", "long description"),
        sources=(Reference("One (2010)", "https://example.org/1"), Reference("Two", "https://example.org/2")),
        module="plots/activations/panel.py",
    )


def _parse(html: str) -> Tag:
    soup = BeautifulSoup(html, "html.parser")
    (figure,) = soup.find_all("figure")
    assert isinstance(figure, Tag)
    return figure


@pytest.mark.parametrize("lang", LANGS)
def test_html_has_a_picture_per_theme_and_layout(panel: RenderedFigure, lang: Lang) -> None:
    figure = _parse(figure_html(panel, lang, "../../assets/figures"))
    assert figure["id"] == "figure-activation-panel"
    assert figure["class"] == ["kb-figure"]
    pictures = figure.find_all("picture")
    assert [picture["class"] for picture in pictures] == [[f"kb-figure__{theme}"] for theme in THEMES]
    for picture, theme in zip(pictures, THEMES, strict=True):
        source, image = picture.source, picture.img
        assert source is not None
        assert image is not None
        assert source["media"] == "(max-width: 44.9em)"
        pairs: tuple[tuple[Tag, str, Layout], ...] = ((source, "srcset", "narrow"), (image, "src", "wide"))
        for element, key, layout in pairs:
            file: FigureFile = panel.file(lang, theme, layout)
            assert element[key] == f"../../assets/figures/{file.path.name}"
            assert (element["width"], element["height"]) == (str(file.width), str(file.height))
        assert (image["loading"], image["decoding"]) == ("lazy", "async")
        assert image["alt"] == panel.text(lang).alt


def test_html_describes_and_links(panel: RenderedFigure) -> None:
    figure = _parse(figure_html(panel, "en", "f/", code_url="https://example.org/blob/main/"))
    caption = figure.figcaption
    assert caption is not None
    assert caption.p is not None
    assert caption.p.get_text() == panel.en.caption
    details = caption.details
    assert details is not None
    assert details.summary is not None
    assert details.summary.get_text() == "Description of the figure"
    assert details.p is not None
    assert details.p.get_text() == panel.en.description
    assert [a["href"] for a in details.find_all("a")] == [source.url for source in panel.sources]
    links = [(a.get("class"), a["href"]) for a in caption.select(".kb-figure__links a")]
    assert links == [
        (["kb-figure__light", "kb-figure__open"], f"f/{panel.file('en', 'light', 'wide').path.name}"),
        (["kb-figure__dark", "kb-figure__open"], f"f/{panel.file('en', 'dark', 'wide').path.name}"),
        (None, "https://example.org/blob/main/plots/activations/panel.py"),
    ]
    assert "blob" not in figure_html(panel, "en", "f/")


def test_the_authors_alternative_text_comes_first(panel: RenderedFigure) -> None:
    def alt(own: str | None) -> object:
        image = _parse(figure_html(panel, "en", "", own)).img
        assert image is not None
        return image["alt"]

    assert alt('Six "curves" & <slopes>') == 'Six "curves" & <slopes>'
    for placeholder in (None, "", "  ", "activation-panel", "figure:activation-panel"):
        assert alt(placeholder) == panel.en.alt


def test_markup_in_texts_is_escaped_and_a_source_may_lack_an_address(panel: RenderedFigure) -> None:
    words = replace(panel.ko, caption="a < b & c", description="<script>")
    sources = (replace(panel.sources[0], title="A & B", url=""),)
    html = figure_html(replace(panel, ko=words, sources=sources), "ko", "")
    assert "<p>a &lt; b &amp; c</p>" in html
    assert "<script>" not in html
    assert "<li>A &amp; B</li>" in html


def _frame(key: str) -> FigureFrame:
    files = tuple(FigureFile(v, Path(f"cache/x.{key}.{v.name}.0a.svg"), 100, 50) for v in variants())
    return FigureFrame(
        key,
        Text(f"{key}단계", f"step {key}"),
        Text(f"{key} 대신", f'"{key}" instead'),
        Text(f"{key} 설명", f"{key} < shown"),
        files,
    )


@pytest.fixture
def stepped(panel: RenderedFigure) -> RenderedFigure:
    frames = tuple(_frame(key) for key in ("a", "b", "c"))
    control = Text("단계", "Step")
    return replace(panel, kind="stepped", control=control, frames=frames, start=1, files=frames[1].files)


def test_stepped_figure_shows_its_first_frame_and_links_to_all(stepped: RenderedFigure) -> None:
    figure = _parse(figure_html(stepped, "en", "f", "own words"))
    (steps,) = figure.find_all("kb-steps")
    assert (steps["role"], steps["aria-label"]) == ("group", "own words")
    assert (steps["data-control"], steps["data-start"]) == ("Step", "1")
    for picture, theme in zip(steps.find_all("picture"), THEMES, strict=True):
        assert picture.img is not None
        assert picture.img["src"] == f"f/x.b.en.{theme}.wide.0a.svg"
        assert picture.img["alt"] == '"b" instead'
    (caption,) = steps.select("p.kb-figure__frame")
    assert caption.get_text() == "b < shown"
    items = steps.select("ol.kb-figure__steps > li")
    assert len(items) == 3
    for key, item in zip("abc", items, strict=True):
        assert item["data-alt"] == f'"{key}" instead'
        assert item["data-caption"] == f"{key} < shown"
        for theme in THEMES:
            assert item[f"data-{theme}-wide"] == f"x.{key}.en.{theme}.wide.0a.svg"
            assert item[f"data-{theme}-narrow"] == f"x.{key}.en.{theme}.narrow.0a.svg"
        assert [(a.get_text(), a["href"]) for a in item.find_all("a")] == [
            (f"step {key}", f"f/x.{key}.en.{theme}.wide.0a.svg") for theme in THEMES
        ]
    assert len(set(stepped.paths())) == 3 * 8


def test_animated_figure_shows_the_end_and_links_to_the_rest(panel: RenderedFigure) -> None:
    files = tuple(replace(f, moving=Path(f"cache/m.{f.variant.name}.svg")) for f in panel.files)
    moving = replace(panel, kind="animated", files=files)
    figure = _parse(figure_html(moving, "ko", "f"))
    (element,) = figure.find_all("kb-motion")
    assert [image["src"] for image in element.find_all("img")] == [
        f"f/{panel.file('ko', theme, 'wide').path.name}" for theme in THEMES
    ]
    links = {tuple(a["class"]): a["href"] for a in figure.select(".kb-figure__moving")}
    assert links == {
        (f"kb-figure__{theme}", "kb-figure__moving", f"kb-figure__{layout}"): f"f/m.ko.{theme}.{layout}.svg"
        for theme in THEMES
        for layout in ("wide", "narrow")
    }
    assert len(set(moving.paths())) == 16


def test_explorer_carries_its_numbers(panel: RenderedFigure) -> None:
    explorer = replace(panel, id="momentum", kind="explorer", settings=(("kappa", 50.0), ("rate", 0.1)))
    figure = _parse(figure_html(explorer, "en", "f"))
    (element,) = figure.find_all("kb-explorer")
    assert element["data-name"] == "momentum"
    assert json.loads(str(element["data-settings"])) == {"kappa": 50.0, "rate": 0.1}
    assert len(element.find_all("picture")) == 2


def test_thumbnails_say_nothing(panel: RenderedFigure) -> None:
    images = BeautifulSoup(thumbnail_html(panel, "ko", "f/"), "html.parser").find_all("img")
    assert [image["alt"] for image in images] == ["", ""]
    assert {image["loading"] for image in images} == {"lazy"}
