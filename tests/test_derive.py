"""What is derived: it comes back from the cache as it went in, and is named by what it was made from."""

from __future__ import annotations

from pathlib import Path

import pytest
from kb import versions
from kb.cache import Cache
from kb.codec import codec
from kb.derive import Recipe, derive, make_all
from kb.dialects import parse
from kb.files.sources import from_bytes
from kb.model import Document

ANSWER = "# 소프트맥스란?\n\n확률입니다.\n\n## References\n\n- [a](https://e.example)\n"
NUMBER = Recipe("numbers", int)
ROOT = Path(__file__).parents[1]


def test_documents_come_back_as_they_went_in() -> None:
    kind = codec(Document)
    for path in sorted((ROOT / "docs/answers").rglob("*.md"))[::9]:
        document, _ = parse(from_bytes(path.read_bytes(), path.name, shown=path.name, folder=""))
        assert kind.read(kind.write(document)) == document


@pytest.mark.parametrize(
    "change", [lambda v: v[:-1], lambda v: [*v, 1], lambda v: [1, *v[1:]], lambda v: v[0]]
)
def test_what_does_not_fit_its_type_is_not_read(change: object) -> None:
    document, _ = parse(from_bytes(ANSWER.encode(), "a.md", shown="a.md", folder=""))
    value = codec(Document).write(document)
    assert callable(change)
    with pytest.raises((TypeError, ValueError)):
        codec(Document).read(change(value))


def test_only_what_is_missing_is_made(tmp_path: Path) -> None:
    made: list[int] = []

    def double(numbers: object) -> list[int]:
        assert isinstance(numbers, list)
        made.extend(numbers)
        return [2 * number for number in numbers]

    def of(*numbers: int) -> dict[str, int]:
        return derive(NUMBER, {str(n): n for n in numbers}, double, Cache(tmp_path))

    assert of(1, 2) == {"1": 2, "2": 4}
    assert list(of(3, 2, 1).items()) == [("3", 6), ("2", 4), ("1", 2)]
    assert made == [1, 2, 3]
    for path in filter(Path.is_file, sorted(tmp_path.rglob("*"))):
        path.unlink()
    Cache(tmp_path).write_all("numbers", [("2", "no number")])
    assert of(2) == {"2": 4}


def _squares(numbers: object) -> list[int]:
    assert isinstance(numbers, list)
    return [number * number for number in numbers]


def test_work_is_shared_out_and_comes_back_in_order() -> None:
    assert make_all(list(range(500)), _squares) == [n * n for n in range(500)]
    assert make_all([], _squares) == []


def test_keys_tell_apart_what_differs() -> None:
    assert (
        len({versions.key(*parts) for parts in [(), ("",), ("", ""), ("ab",), ("a", "b"), (b"1:", "")]}) == 6
    )
    assert versions.made_by("kb.dialects", libraries=("nh3",)) != versions.made_by("kb.dialects")


def test_a_version_holds_the_code_that_is_imported() -> None:
    package = ROOT / "hooks/kb"
    found = versions.closure([package / "documents.py"], {"kb": package}, {})
    names = {path.relative_to(package).as_posix() for path in found}
    assert {"dialects/table.py", "wording/folding.py", "model.py", "dialects/__init__.py"} <= names
    assert "events.py" not in names


def test_a_version_changes_with_the_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in {"__init__": "", "a": "from kb import b\n", "b": "", "c": ""}.items():
        (tmp_path / "kb").mkdir(exist_ok=True)
        (tmp_path / f"kb/{name}.py").write_text(text)
    monkeypatch.setattr("kb.__file__", str(tmp_path / "kb/__init__.py"))
    fresh = versions.made_by.__wrapped__
    before = fresh("kb.a")
    (tmp_path / "kb/c.py").write_text("x = 1\n")
    assert fresh("kb.a") == before
    (tmp_path / "kb/b.py").write_text("x = 1\n")
    assert fresh("kb.a") != before
