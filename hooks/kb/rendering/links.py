"""What the relative addresses in an answer mean: other answers, places in the same file, pictures."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from kb.model import Answer, Document, Entry, KnowledgeBase
from kb.rendering.assets import Asset
from kb.structure.toc import slug

# From the page of a question, `/<lang>/q/<id>/`, to its siblings and to the site's root.
SIBLING = "../"
ROOT = "../../../"
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
# A file as GitHub, GitLab, Gitea and the like show it: repository, revision, path.
_FORGE = re.compile(
    r"https?://[^/\s]+/[^\s?#]+?/(?:-/)?(?:blob|tree|src)/(?:branch/)?[^/\s?#]+/(?P<path>[^\s?#]+)[^\s#]*#(?P<place>.+)"
)
PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})


@dataclass(frozen=True, slots=True)
class Links:
    """The documents by their files' normal paths, which question each entry is, all questions."""

    documents: Mapping[str, Document]
    matches: Mapping[tuple[str, int], str]
    questions: frozenset[str]


def links_of(kb: KnowledgeBase) -> Links:
    """Return what resolving links needs."""
    return Links(
        {_normal(d.source): d for d in kb.documents}, kb.matches, frozenset(q.id for q in kb.questions)
    )


def _normal(path: str) -> str:
    return unicodedata.normalize("NFC", os.path.normpath(path))


def question_address(links: Links, answer: Answer, target: str) -> str | None:
    """Return where a link in `answer` leads, from the page of any question; None for nowhere.

    `target` is an address as written: `relu-problems.md`, `../kim/dl.md#4`, `#12-1`, or that of one of
    these files on a forge, `https://github.com/kim/notes/blob/main/dl.md#4`. A file that does not
    exist leads to the question it is called after: nobody has answered that one yet.
    """
    if _ELSEWHERE.match(target):
        forge = _FORGE.fullmatch(target)
        return _on_forge(links, answer, unquote(forge["path"]), unquote(forge["place"])) if forge else None
    path, _, place = target.partition("#")
    path, place = unquote(path.partition("?")[0]), unquote(place)
    file = _normal(str(Path(answer.source).parent / path) if path else answer.source)
    document = links.documents.get(file)
    entry = _entry(document, place) if document else None
    if document is None and Path(path).stem in links.questions:
        return f"{SIBLING}{Path(path).stem}/"
    return _address(links, document, entry)


def _address(links: Links, document: Document | None, entry: Entry | None) -> str | None:
    question = links.matches.get((document.source, entry.span.start)) if document and entry else None
    return f"{SIBLING}{question}/" if question else None


def _on_forge(links: Links, answer: Answer, path: str, place: str) -> str | None:
    """Return where a link to a file in somebody's repository leads, if that file is one of ours.

    Whose repository it is, nobody tells us: it is ours if its path ends like a document's, the
    answer's own before others, and the place is an entry there. A README of others has other places.
    """
    wanted = f"/{unicodedata.normalize('NFC', path)}"
    documents = [d for d in links.documents.values() if wanted.endswith(f"/{d.path}")]
    for document in sorted(documents, key=lambda d: (d.source != answer.source, -len(d.path))):
        if entry := _entry(document, place):
            return _address(links, document, entry)
    return None


def _entry(document: Document, place: str) -> Entry | None:
    """Return the entry that a place in a document belongs to; the first one for no place."""
    if not place:
        return next(iter(document.entries), None)
    for entry in document.entries:
        if entry.number and _letters(entry.number) == _letters(place):
            return entry
    wanted = slug(place)
    names = ((e, slug(f"{number}{e.title}")) for e in document.entries for number in ("", e.number or ""))
    return next((entry for entry, name in names if wanted and name == wanted), None)


def _letters(text: str) -> str:
    """Return an id as it is compared: `#12-1` and `12-1` are one, `12-1` and `121` are not."""
    return re.sub(r"[^\w-]+", "", text).casefold()


def heading_address(anchor: str, headings: Iterable[str], target: str) -> str | None:
    """Return where a link to a heading of the same answer leads; headings are numbered from 1."""
    wanted = slug(target.removeprefix("#")) if target.startswith("#") else ""
    for number, text in enumerate(headings, 1):
        if wanted and slug(text) == wanted:
            return f"#{anchor}-{number}"
    return None


def picture_asset(answer: Answer, target: str) -> Asset | None:
    """Return the picture beside an answer file that `target` names, as a file of the site.

    Only pictures in the folder that was given are published. None where there is no such file.
    """
    source = Path(answer.source)
    folder = source.resolve().parents[len(Path(answer.document).parts) - 1]
    plain = target.partition("#")[0].partition("?")[0]
    for name in dict.fromkeys((plain, unquote(plain))):
        for form in ("NFC", "NFD"):
            file = (source.parent / unicodedata.normalize(form, name).replace("\\", "/")).resolve()
            if file.suffix.lower() in PICTURES and file.is_relative_to(folder) and file.is_file():
                digest = hashlib.sha256(file.read_bytes()).hexdigest()[:16]
                return Asset(f"assets/answers/{digest}{file.suffix.lower()}", file)
    return None
