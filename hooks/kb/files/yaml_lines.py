"""Read YAML and keep the line of every value, so that a mistake can be named with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import yaml

from kb.diagnostics import Code, Diagnostic

Value = str | int | float | bool | None | list["Item"] | Mapping[str, "Item"]
_MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Item:
    """A YAML value and the line it begins on."""

    value: Value
    line: int


class SafeLoader(yaml.SafeLoader):
    """The safe loader; a name of our own so that nothing registered elsewhere reaches it."""


class QuickLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The same in C, ten times as fast, where PyYAML has it; its messages are terse."""


def _item(loader: yaml.SafeLoader, node: yaml.Node) -> Item:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return Item({str(key.value): _item(loader, value) for key, value in node.value}, line)
    if isinstance(node, yaml.SequenceNode):
        return Item([_item(loader, value) for value in node.value], line)
    value = loader.construct_object(node)
    return Item(value if isinstance(value, str | int | float | bool) else None, line)


def read_yaml(path: str, data: bytes) -> Item | Diagnostic:
    """Read a YAML file's contents; a syntax error comes back as a diagnostic with its line."""
    try:
        text = data.decode("utf-8")
        with suppress(yaml.YAMLError):
            return _read(QuickLoader(text))
        return _read(SafeLoader(text))
    except UnicodeDecodeError:
        return Diagnostic(Code.BANK_SYNTAX, path, 1, "is not UTF-8", "save it as UTF-8")
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "is not valid YAML"
        line = mark.line + 1 if mark else 1
        return Diagnostic(Code.BANK_SYNTAX, path, line, str(what), "check the indentation and quote colons")


def _read(loader: yaml.SafeLoader) -> Item:
    try:
        node = loader.get_single_node()
        return _item(loader, node) if node is not None else Item(None, 1)
    finally:
        loader.dispose()


@dataclass
class Checker:
    """Take values out of items, noting everything that is not as the schema says."""

    path: str
    code: Code
    found: list[Diagnostic] = field(default_factory=list)

    def report(self, line: int, message: str, hint: str = "") -> None:
        """Note a mistake."""
        self.found.append(Diagnostic(self.code, self.path, line, message, hint))

    def mapping(self, item: Item, what: str, known: Sequence[str]) -> Mapping[str, Item]:
        """Return a mapping's items; keys that are not `known` are reported."""
        if not isinstance(item.value, Mapping):
            self.report(item.line, f"{what} must be a mapping", f"write {', '.join(known)}")
            return {}
        for key, value in item.value.items():
            if key not in known:
                self.report(value.line, f'unknown key "{key}" in {what}', f"known keys: {', '.join(known)}")
        return item.value

    def text(self, items: Mapping[str, Item], key: str, line: int, *, required: bool = True) -> str:
        """Return a string, stripped; empty where it is missing."""
        item = items.get(key)
        if item is None or item.value is None:
            if required:
                self.report(item.line if item else line, f'"{key}" is {_MISSING}')
            return ""
        if not isinstance(item.value, str | int | float):
            self.report(item.line, f'"{key}" must be text')
            return ""
        return str(item.value).strip()

    def texts(self, items: Mapping[str, Item], key: str) -> tuple[str, ...]:
        """Return a list of strings; empty where it is missing."""
        return tuple(text for text, _ in self.placed_texts(items, key))

    def placed_texts(self, items: Mapping[str, Item], key: str) -> Iterator[tuple[str, int]]:
        """Yield the strings of a list with their lines."""
        item = items.get(key)
        if item is None or item.value is None:
            return
        if not isinstance(item.value, list):
            self.report(item.line, f'"{key}" must be a list', f"write {key}: [one, two]")
            return
        for entry in item.value:
            if isinstance(entry.value, str | int | float) and str(entry.value).strip():
                yield str(entry.value).strip(), entry.line
            else:
                self.report(entry.line, f'"{key}" must hold text only')
