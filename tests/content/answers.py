"""Our own answers as the tests of content see them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kb.bank import load_bank
from kb.blocks import front_matter_length
from kb.model import LANGS, Lang, Question

ROOT = Path(__file__).resolve().parents[2]
ANSWERS = ROOT / "docs/answers"
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
REFERENCES = {"ko": "## 참고 문헌", "en": "## References"}


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """One of our answers: the text below its front matter, taken apart."""

    question: str
    lang: Lang
    path: Path
    text: str

    @property
    def title(self) -> str:
        return self.text.lstrip().split("\n", 1)[0].removeprefix("# ")

    @property
    def headings(self) -> list[str]:
        prose = _FENCE.sub("", self.text)
        return re.findall(r"^(#{2,6}) .+$", prose, re.MULTILINE)

    @property
    def opening(self) -> str:
        return self.text.lstrip().split("\n", 1)[1].lstrip().split("\n\n", 1)[0]

    @property
    def code(self) -> list[tuple[str, str]]:
        """Language and text of every code block, in order."""
        return _FENCE.findall(self.text)

    @property
    def figures(self) -> list[str]:
        return re.findall(r"\]\(figure:([\w-]+)\)", self.text)

    @property
    def references(self) -> list[str]:
        return re.findall(r"\]\((https?://[^)\s]+)\)", self.text.partition(REFERENCES[self.lang])[2])

    @property
    def words(self) -> int:
        """Words of prose: no code, no references, no displayed formulas; a formula in a line is one."""
        prose = _FENCE.sub("", self.text).partition(REFERENCES[self.lang])[0]
        prose = re.sub(r"!\[[^\]]*\]\([^)]*\)", " ", prose)
        prose = re.sub(r"\$\$.*?\$\$", " ", prose, flags=re.DOTALL)
        prose = re.sub(r"\$[^$]+\$", " x ", prose)
        prose = re.sub(r"\]\([^)]*\)|[|#>*`_]|^\s*-+", " ", prose, flags=re.MULTILINE)
        return len(re.findall(r"[^\W_][\w'’.,-]*", prose))


@cache
def answers() -> tuple[AnswerFile, ...]:
    found = []
    for lang in LANGS:
        for path in sorted((ANSWERS / lang).glob("*.md")):
            lines = path.read_text(encoding="utf-8").split("\n")
            text = "\n".join(lines[front_matter_length(tuple(lines)) :])
            found.append(AnswerFile(path.stem, lang, path, text))
    return tuple(found)


@cache
def questions() -> dict[str, Question]:
    return {question.id: question for question in load_bank(ROOT / "docs/questions")[0].questions}
