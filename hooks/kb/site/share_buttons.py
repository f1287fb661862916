"""The buttons under a question, and its answers as a text file of Markdown."""

from __future__ import annotations

import html
from collections.abc import Iterable

from kb.model import LANGS, Answer, Lang, Question
from kb.rendering.assets import Asset
from kb.site.answers import contributor_name
from kb.site.lists import question_path, title_of
from kb.site.outline import Outline
from kb.site.words import WORDS, Words

FILE = "answer.txt"


def share_buttons(lang: Lang) -> str:
    """Write the buttons, which the style sheet hides where no script runs, and what hides the answer."""
    words = WORDS[lang]
    labels = zip(("link", "native", "markdown", "quiz"), words.share_buttons, strict=True)
    buttons = "".join(_button(kind, label) for kind, label in labels)
    done, failed = (html.escape(text) for text in words.share_results)
    status = f'<span role="status" data-done="{done}" data-failed="{failed}"></span>'
    quiz = (
        f'<div class="kb-quiz"><p>{html.escape(words.quiz)}</p>'
        f'<button type="button" class="md-button md-button--primary" data-kb-reveal-answer>'
        f"{html.escape(words.reveal)}</button></div>"
    )
    label = html.escape(words.share)
    group = f'<div class="kb-share" role="group" aria-label="{label}">{buttons}{status}</div>'
    return f"{quiz}\n\n{group}"


def _button(kind: str, label: str) -> str:
    source = f' data-source="{FILE}"' if kind == "markdown" else ""
    return f'<button type="button" data-kb-share="{kind}"{source}>{html.escape(label)}</button>'


def markdown_files(outline: Outline) -> Iterable[Asset]:
    """Return each question's answers, one file for each language, as their authors wrote them."""
    for question in outline.kb.questions:
        for lang in LANGS:
            path = question_path(question.id, lang).removesuffix("index.md") + FILE
            yield Asset(path, text=as_markdown(outline, question, lang))


def as_markdown(outline: Outline, question: Question, lang: Lang) -> str:
    """Write a question and what its page shows, summary first, as GitHub-flavoured Markdown."""
    words = WORDS[lang]
    parts = [f"# {title_of(question, lang)[0]}"]
    parts += [_quoted(a.gfm) for a in outline.shown(question.id, "summary", lang).answers]
    parts += [_answer(a, words) for a in outline.shown(question.id, "answer", lang).answers]
    return "\n\n".join(parts) + "\n"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _answer(answer: Answer, words: Words) -> str:
    name = contributor_name(answer.contributor, words)
    sources = "\n".join(f"- [{r.title}]({r.url})" if r.url else f"- {r.title}" for r in answer.references)
    parts = [answer.gfm, f"{words.references}:\n\n{sources}" if sources else "", f"{words.by}: {name}"]
    return "\n\n".join(filter(None, parts))
