"""Bring the documents together: which entry asks which question, and who answered what."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kb.diagnostics import Code, Diagnostic, in_order
from kb.matching import Context, Match, Matcher
from kb.model import (
    Answer,
    Bank,
    Document,
    Entry,
    KnowledgeBase,
    Lang,
    Question,
    Span,
    Term,
    Text,
    Topic,
)
from kb.wording.asking import is_question
from kb.wording.lexicon import Lexicon, normalized

_LONG = 8
_FOREIGN_SHARE = 0.5


def merge(
    bank: Bank, terms: Sequence[Term], documents: Iterable[Document]
) -> tuple[KnowledgeBase, tuple[Diagnostic, ...]]:
    """Give every entry of every document its question.

    Documents are taken in the order of their paths, so the result does not depend on the order
    in which they were read.
    """
    lexicon, matcher = _matching(tuple(terms), bank.questions)
    state = _State(bank, matcher, lexicon)
    ordered = tuple(sorted(documents, key=lambda d: (d.source, d.path)))
    for document in ordered:
        _take(state, document)
    kb = KnowledgeBase(
        topics=(*bank.topics, *state.topics.values()),
        questions=(*bank.questions, *state.questions.values()),
        answers={question: tuple(found) for question, found in state.answers.items()},
        documents=ordered,
        matches=state.matches,
    )
    return kb, in_order(state.diagnostics)


@lru_cache(maxsize=1)
def _matching(terms: tuple[Term, ...], questions: tuple[Question, ...]) -> tuple[Lexicon, Matcher]:
    """Return what finds questions; a live server mostly needs the one it has."""
    lexicon = Lexicon(terms)
    return lexicon, Matcher(questions, lexicon)


def forget() -> None:
    """Let go of what finds questions."""
    _matching.cache_clear()


@dataclass
class _State:
    """What merging has found so far: questions and topics the bank lacks, answers, matches."""

    bank: Bank
    matcher: Matcher
    lexicon: Lexicon
    questions: dict[str, Question] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    matches: dict[tuple[str, int], str] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def known(self, name: str) -> str | None:
        """Return the id of the question called `name`, by id or by former id."""
        for question in self.bank.questions:
            if name == question.id or name in question.aliases:
                return question.id
        return None


def _take(state: _State, document: Document) -> None:
    foreign = _is_foreign(state, document)
    above: dict[int, str] = {}
    given: dict[str, dict[str, str]] = {}  # parent → question → the title that got it
    for entry in document.entries:
        parent = next((above[d] for d in range(entry.depth - 1, -1, -1) if d in above), None)
        siblings = given.setdefault(parent, {}) if parent else {}
        taken = frozenset(q for q, title in siblings.items() if title != normalized(entry.title))
        question = _question(state, document, entry, Context(parent, taken, foreign))
        siblings[question] = normalized(entry.title)
        for depth in [d for d in above if d >= entry.depth]:
            del above[depth]
        above[entry.depth] = question
        state.matches[document.source, entry.span.start] = question
        if entry.answered:
            state.answers.setdefault(question, []).append(_answer(document, entry, question))


def _is_foreign(state: _State, document: Document) -> bool:
    """Tell whether a document is on another field: long, and few titles name a glossary concept."""
    titles = [entry.title for entry in document.entries]
    known = sum(any(t.startswith("c:") for t in state.lexicon.read(title)) for title in titles)
    return len(titles) >= _LONG and known < _FOREIGN_SHARE * len(titles)


def _question(state: _State, document: Document, entry: Entry, context: Context) -> str:
    if entry.question:
        known = state.known(entry.question)
        if known:
            return known
        near = _nearest(state.matcher.match((entry.question.replace("-", " "), entry.title), context))
        state.diagnostics.append(
            Diagnostic(
                Code.UNKNOWN_QUESTION, document.source, 1, f'the bank has no question "{entry.question}"',
                near or "add it to docs/questions",
            )
        )  # fmt: skip
    match = state.matcher.match((entry.title, *entry.hints), context)
    if match.question:
        return match.question
    return _new_question(state, document, entry, context, match)


def _new_question(state: _State, document: Document, entry: Entry, context: Context, match: Match) -> str:
    """Make a question of an entry that the bank does not hold, or find the one made before."""
    title = entry.title or f"{document.title} #{entry.number or entry.span.start}"
    name = stable_id(title if entry.title else f"{document.path} {title}")
    state.diagnostics.append(
        Diagnostic(
            Code.UNMATCHED, document.source, entry.title_line,
            f'"{title}" is not in the bank; it becomes "{name}"', _nearest(match),
        )
    )  # fmt: skip
    if name not in state.questions:
        state.questions[name] = Question(
            id=name,
            title=_in(_lang(title, document.lang), title),
            topic=_topic(state, document),
            parent=context.parent if entry.depth else None,
            difficulty=2,
            in_bank=False,
            span=Span(document.source, entry.title_line, entry.title_line),
        )
    return name


def _nearest(match: Match) -> str:
    near = [c.question for c in match.candidates if c.score > 0.3]
    return f"nearest: {', '.join(near)}" if near else ""


def _lang(title: str, document: Lang) -> Lang:
    """Return the language of a title: Korean documents often hold English lists."""
    if re.search("[가-힣]", title):
        return "ko"
    return "en" if document == "en" or is_question(title) else document


def _in(lang: Lang, text: str) -> Text:
    return Text(ko=text) if lang == "ko" else Text(en=text)


def stable_id(title: str) -> str:
    """Return an id that depends on a title's words alone: its Latin words and six hex digits."""
    plain = unicodedata.normalize("NFKC", title).casefold()
    words = re.findall(r"[a-z0-9]+", plain)[:6]
    digest = hashlib.sha256(normalized(title).encode() or plain.encode()).hexdigest()[:6]
    return "-".join([*words, digest])[:80] if words else f"q-{digest}"


def _topic(state: _State, document: Document) -> str:
    """Return the topic a document names, or the one called like the document; else a new one."""
    title = document.topic or document.title
    for topic in state.bank.topics:
        if title == topic.id or normalized(title) in (normalized(topic.title.ko), normalized(topic.title.en)):
            return topic.id
    name = stable_id(title)
    if name not in state.topics:
        state.topics[name] = Topic(name, _in(document.lang, title))
    return name


def _answer(document: Document, entry: Entry, question: str) -> Answer:
    return Answer(
        question=question,
        document=document.path,
        source=document.source,
        span=replace(entry.span, path=document.source),
        lang=document.lang,
        contributor=document.contributor,
        role=document.role,
        title=entry.title,
        gfm=entry.body,
        body_line=entry.body_line,
        references=entry.references,
        license=document.license,
    )
