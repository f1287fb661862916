"""Made-up answers of about 400 words: prose, lists, code, tables, formulas, a figure here and there."""

from __future__ import annotations

from random import Random

from kb.model import Lang, Text

from tests.bench.vocabulary import paragraph, sentence

_FORMULAS = (
    r"\sigma(z) = \frac{1}{1 + e^{-z}}",
    r"\theta_{t+1} = \theta_t - \eta \nabla L(\theta_t)",
    r"\hat{x} = \frac{x - \mu}{\sqrt{\sigma^2 + \epsilon}}",
    r"L = -\sum_i y_i \log p_i",
    r"\mathrm{softmax}(z)_i = \frac{e^{z_i}}{\sum_j e^{z_j}}",
)
_INLINE = (r"O(n^2)", r"\beta_1 = 0.9", r"x \in \mathbb{R}^d", r"\lambda \lVert w \rVert^2")
FIGURES = ("activation-relu", "momentum", "early-stopping")
_FIGURE_EVERY = 7
_UNIQUE_EVERY = 2
_PARTS = (Text("까닭", "Why"), Text("계산", "The calculation"), Text("한계", "Limits"))
_CODE = '''\
```python
def {name}(values: list[float], rate: float = {rate}) -> float:
    """Return the mean of what changes."""
    total = 0.0
    for before, after in zip(values, values[1:]):
        total += rate * (after - before)  # one step
    return total / max(len(values) - 1, {n})
```'''


def body(number: int, lang: Lang, about: Text, others: tuple[Text, ...], *, headings: bool) -> str:
    """Write the answer to question `number`; without `headings` its parts begin with a bold line."""
    words = Random(f"{number} {lang}")
    own, other = about.get(lang), [thing.get(lang) for thing in others]
    why, calculation, limits = (_part(part.get(lang), headings) for part in _PARTS)

    def prose(sentences: int) -> str:
        return paragraph(words, lang, own, words.choice(other), sentences)

    def bullets(count: int) -> str:
        return "\n".join(f"- {sentence(words, lang, own, words.choice(other))}" for _ in range(count))

    parts = [
        prose(3),
        why,
        prose(3),
        bullets(2),
        _formulas(words, number, lang),
        prose(1),
        calculation,
        _CODE.format(name=f"step_{number}", rate=words.randint(1, 99) / 100, n=words.randint(1, 9)),
        _table(words, own, other),
        prose(2),
        figure(number, own),
        limits,
        bullets(2),
        prose(2),
    ]
    return "\n\n".join(part for part in parts if part)


def _part(title: str, headings: bool) -> str:
    return f"## {title}" if headings else f"***{title}***"


def _formulas(words: Random, number: int, lang: Lang) -> str:
    shown = _FORMULAS[number % len(_FORMULAS)]
    if number % _UNIQUE_EVERY == 0:
        shown = rf"\alpha_{{{number}}} = {words.randint(2, 999)} \cdot {shown.partition('=')[2].strip()}"
    about = Text("여기서 ${}$라고 두면 다음과 같습니다.", "With ${}$ this becomes:").get(lang)
    return f"{about.format(words.choice(_INLINE))}\n\n$$\n{shown}\n$$"


def _table(words: Random, own: str, others: list[str]) -> str:
    rows = "\n".join(
        f"| {name} | {words.randint(1, 99)} % | `{words.randint(2, 64)}` |" for name in (own, *others)
    )
    return f"| | loss | steps |\n|---|--:|---|\n{rows}"


def figure(number: int, own: str) -> str:
    """Return the figure of question `number`, or nothing: few have one."""
    if number % _FIGURE_EVERY:
        return ""
    return f"![{own}](figure:{FIGURES[number // _FIGURE_EVERY % len(FIGURES)]})"
