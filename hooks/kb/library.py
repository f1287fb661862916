"""The whole way from folders to a knowledge base, with everything there is to say about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kb.bank import load_bank
from kb.diagnostics import Diagnostic, in_order
from kb.dialects import parse
from kb.files.sources import read_sources
from kb.glossary import load_glossary
from kb.merge import merge
from kb.model import KnowledgeBase, Term


@dataclass(frozen=True, slots=True)
class Library:
    """A knowledge base, the glossary it was merged with, and the diagnostics of all its files."""

    kb: KnowledgeBase
    terms: tuple[Term, ...]
    diagnostics: tuple[Diagnostic, ...]


def load(roots: Sequence[Path], bank: Path, glossary: Path) -> Library:
    """Read the answer files under `roots` and merge them with the bank in folder `bank`.

    Raises FileNotFoundError for a root that does not exist.
    """
    questions, bank_problems = load_bank(bank)
    terms, glossary_problems = load_glossary(glossary)
    parsed = [parse(source) for source in read_sources(roots)]
    kb, merge_problems = merge(questions, terms, [document for document, _ in parsed])
    file_problems = [diagnostic for _, found in parsed for diagnostic in found]
    return Library(kb, terms, in_order((*bank_problems, *glossary_problems, *file_problems, *merge_problems)))
