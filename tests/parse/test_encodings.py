"""Bytes to text, whatever program wrote them."""

from __future__ import annotations

import codecs

import pytest
from kb.diagnostics import Code
from kb.files.encodings import decode
from kb.files.sources import from_bytes

from .documents import parsed

TEXT = "# 노트\n\n## 1. 왜 인코딩이 문제가 되나요?\n\n메모장이 예전 방식으로 저장하기 때문입니다.\n"


@pytest.mark.parametrize(
    ("raw", "encoding", "reported"),
    [
        (TEXT.encode(), "utf-8", False),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8", False),
        (TEXT.encode("cp949"), "cp949", True),
        (TEXT.encode("utf-16"), "utf-16", False),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16", False),
        (("# English, mostly ASCII\n" * 5 + TEXT).encode("utf-16-le"), "utf-16-le", True),
        (("# English, mostly ASCII\n" * 5 + TEXT).encode("utf-16-be"), "utf-16-be", True),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32", False),
        ("# Caf\xe9, na\xefve\n\ntext\n".encode("cp1252"), "cp1252", True),
    ],
)
def test_encodings(raw: bytes, encoding: str, *, reported: bool) -> None:
    decoded = decode(raw)
    assert decoded.encoding == encoding
    assert not decoded.lossy
    assert bool(decoded.problem) is reported
    source = from_bytes(raw, "a.md", shown="a.md", folder="f")
    assert [d.code for d in source.diagnostics] == [Code.ENCODING] * reported
    assert "\ufeff" not in source.lines[0]
    if encoding != "cp1252":
        assert TEXT.split("\n")[2] in source.lines


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends_make_no_difference(newline: str) -> None:
    document, found = parsed(TEXT.replace("\n", newline))
    assert (document.entries, found) == (parsed(TEXT)[0].entries, ())


def test_line_ends_may_be_mixed() -> None:
    source = from_bytes(b"a\r\nb\rc\nd\n\re", "a.md", shown="a.md", folder="f")
    assert source.lines == ("a", "b", "c", "d", "", "e")


@pytest.mark.parametrize(
    "raw", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00", bytes(range(256)) * 9, b"\x00" * 50]
)
def test_binary_files_are_not_read(raw: bytes) -> None:
    document, found = parsed(raw)
    assert document.encoding == "binary"
    assert not document.entries
    assert not document.other
    assert [d.code for d in found] == [Code.NOT_TEXT]


@pytest.mark.parametrize(
    "raw", [b"", codecs.BOM_UTF8, b"\n\n \n", "\u3000\n\u200b".encode(), codecs.BOM_UTF16_LE]
)
def test_empty_files_are_reported(raw: bytes) -> None:
    document, found = parsed(raw)
    assert not document.entries
    assert not document.other
    assert [d.code for d in found] == [Code.EMPTY_FILE]


def test_a_broken_character_is_shown_as_one_and_its_line_named() -> None:
    document, found = parsed(TEXT.encode() + b"\n\xff\xed\x95\x9c\n")
    (problem,) = found
    assert (problem.code, problem.line) == (Code.ENCODING, 7)
    assert document.entries[0].body.endswith("\ufffd한")


def test_a_stray_zero_byte_is_shown_too() -> None:
    document, found = parsed(("# a\n\n" + "words " * 400 + "\x00 end\n").encode())
    assert [d.code for d in found] == [Code.ENCODING]
    assert "\ufffd end" in document.entries[0].body
    (utf16,) = parsed("# a\n\nb\x00c\n".encode("utf-16"))[0].entries
    assert utf16.body == "b\ufffdc"
