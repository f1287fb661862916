"""The texts of the figures state computed numbers, in both languages."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import pytest

from plots.activations import panel as activation_panel
from plots.landscapes import loss_landscape
from plots.landscapes import plane as landscapes
from plots.optimizers import paths as optimizer_paths
from plots.optimizers import runs as optimizer_runs
from plots.registry import FIGURES
from plots.spec import LANGS, Frames, Lang
from plots.wording import number, percent, prose, significant

if TYPE_CHECKING:
    from tests.plots.conftest import Drawings

EACH = list(product(FIGURES, LANGS))


@pytest.mark.parametrize(("name", "lang"), EACH)
def test_texts_are_whole_sentences_in_their_language(drawn: Drawings, name: str, lang: Lang) -> None:
    spec, state = FIGURES[name], drawn.state(name)
    alt, caption, description = (f(state, lang) for f in (spec.alt, spec.caption, spec.description))
    frames = spec.frames(state)
    for text in (alt, caption, description, *_frame_texts(frames, lang)):
        assert text == " ".join(text.split())
        assert text.endswith(".")
        assert not set("{}$\\") & set(text)
        hangul = len(re.findall("[가-힣]", text))
        assert hangul == 0 if lang == "en" else hangul > len(text) / 5
        assert "-0" not in text, "negative numbers have a real minus sign"
    ends = re.findall(r"[.!?](?= |$)", alt)
    assert len(ends) == 1, "an alternative text is one sentence"
    assert len(alt) < 260
    assert len(description) > len(caption) > len(alt)
    if lang == "ko":
        assert all(part.endswith(("다", ")")) for part in re.split(r"\. ", caption.rstrip(".")))


def _frame_texts(frames: Frames | None, lang: Lang) -> list[str]:
    return [words.of(lang) for f in (frames.frames if frames else ()) for words in (f.alt, f.caption)]


@pytest.mark.parametrize("name", [name for name, spec in FIGURES.items() if spec.kind == "stepped"])
def test_frames_have_names_and_words_of_their_own(drawn: Drawings, name: str) -> None:
    frames = FIGURES[name].frames(drawn.state(name))
    assert frames is not None
    assert 2 <= len(frames.frames) <= 9
    assert 0 <= frames.start < len(frames.frames)
    assert len({frame.key for frame in frames.frames}) == len(frames.frames)
    for frame in frames.frames:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", frame.key)
        assert not set("${}\\") & set(frame.label.ko + frame.label.en)
    for lang in LANGS:
        assert frames.control.of(lang)
        for words in ([f.label for f in frames.frames], [f.alt for f in frames.frames]):
            assert len({one.of(lang) for one in words}) == len(frames.frames)
        for frame in frames.frames:
            assert len(re.findall(r"[.!?](?= |$)", frame.alt.of(lang))) == 1
            assert len(frame.alt.of(lang)) < 260


@pytest.mark.parametrize("lang", LANGS)
def test_optimizers_state_conditions_rule_and_that_it_is_no_ranking(lang: Lang) -> None:
    state = optimizer_paths.compute()
    caption = optimizer_paths.caption(state, lang)
    for fact in ("0.8, 1.6", "100", "13", "0.0001", "0.999", "0.9"):
        assert fact in caption
    assert ("순위가 아닙니다" if lang == "ko" else "not a ranking") in caption
    description = optimizer_paths.description(state, lang)
    for run in state.runs:
        assert significant(run.loss[-1], 2) in description
        assert f"{run.rate:g}" in description
    assert "torch.optim" in description


def test_texts_follow_the_state() -> None:
    panel = replace(activation_panel.compute(), limit=0.07)
    assert "0.07" in activation_panel.caption(panel, "en")
    paths = replace(optimizer_paths.compute(), steps=70)
    assert "70 steps" in optimizer_paths.alt(paths, "en")
    state = landscapes.compute()
    other = replace(state, minima=4, plane=replace(state.plane, test_accuracy=0.5))
    assert "4 local minima" in loss_landscape.caption(other, "en")
    assert "4개" in loss_landscape.caption(other, "ko")
    assert "50%" in loss_landscape.description(other, "ko")


def test_learning_rates_follow_the_stated_rule() -> None:
    state = optimizer_runs.compute()
    for name, make in optimizer_runs._METHODS:
        run = state.run(name)
        assert run.rate in state.rates
        assert optimizer_runs.stays_inside(run)
        assert run.path.shape == (state.steps + 1, 2)
        assert tuple(run.path[0]) == state.start
        for rate in state.rates:
            other = optimizer_runs.follow(name, make, rate)
            if optimizer_runs.stays_inside(other):
                assert other.loss[-1] >= run.loss[-1]
    assert state.rates == (1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)


def test_largest_rise_is_measured_from_the_lowest_point_before() -> None:
    run = optimizer_runs.compute().run("rmsprop")
    low, peak, factor = run.rise
    assert low < peak
    assert factor == run.loss[peak] / run.loss[low]
    assert run.loss[low] == run.loss[:peak].min()


def test_numbers_as_readers_see_them() -> None:
    assert number(-0.1289, 2) == "−0.13"
    assert number(3.0, 1) == "3"
    assert number(-0.001, 2) == "0"
    assert number(100.0, 0) == "100"
    assert significant(0.006985, 2) == "0.0070"
    assert significant(0.00996, 2) == "0.010"
    assert significant(26.83, 2) == "27"
    assert percent(1.0) == "100%"
    assert percent(0.97777) == "97.8%"
    assert prose("a\n   {b}  c", b="x") == "a x c"
