"""The whole way from folders to a knowledge base, with everything there is to say about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kb.bank import check_tags, load_bank
from kb.cache import Cache
from kb.diagnostics import Diagnostic, in_order
from kb.documents import parse_all
from kb.files.sources import read_sources
from kb.glossary import load_glossary
from kb.merge import merge
from kb.model import KnowledgeBase, Term
from kb.translations import Translation, check_translations, translations


@dataclass(frozen=True, slots=True)
class Library:
    """A knowledge base, the glossary it was merged with, its translations, and all that is to say of them."""

    kb: KnowledgeBase
    terms: tuple[Term, ...]
    translations: tuple[Translation, ...]
    diagnostics: tuple[Diagnostic, ...]


def load(roots: Sequence[Path], bank: Path, glossary: Path, cache: Cache | None = None) -> Library:
    """Read the answer files under `roots` and merge them with the bank in folder `bank`.

    The folder of a whole site stands for the `answers` in it: the other pages there answer nothing.
    What `cache` holds is not read again.
    Raises FileNotFoundError for a root that does not exist.
    """
    questions, bank_problems = load_bank(bank, cache)
    terms, glossary_problems = load_glossary(glossary, cache)
    tag_problems = check_tags(questions, terms)
    parsed = parse_all(read_sources([_answers(root) for root in roots]), cache)
    documents = [one.document for one in parsed]
    kb, merge_problems = merge(questions, terms, documents)
    file_problems = [diagnostic for one in parsed for diagnostic in one.diagnostics]
    pairs = translations(documents)
    problems = (*bank_problems, *tag_problems, *glossary_problems, *file_problems, *merge_problems)
    return Library(kb, terms, pairs, in_order((*problems, *check_translations(pairs))))


def _answers(root: Path) -> Path:
    is_site = (root / "answers").is_dir() and (root / "questions").is_dir()
    return root / "answers" if is_site else root
