"""HTML as the standard has it, checked by html-validate from npm."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from kb.publishing.checks.reading import BuiltSite, Finding
from kb.rendering.katex import PROJECT, node

_TOOL = PROJECT / "node_modules/html-validate/bin/html-validate.mjs"
_CONFIG = Path(__file__).with_name("html-validate.json")

# What Material writes and we do not: rule, what the tool says, why it may stay.
EXCEPTIONS = (
    ("valid-autocomplete", r'<input type="checkbox">', "Firefox would keep the drawer open after a reload"),
    ("attribute-misuse", r'<a> does not allow rel="edit"', "a registered relation of the edit button"),
)


def validity_findings(site: BuiltSite) -> Iterator[Finding]:
    """Find what is not valid HTML, but for the exceptions."""
    with TemporaryDirectory() as folder:
        output = Path(folder, "found.json")
        command = [node(), str(_TOOL), "--config", str(_CONFIG), "--formatter", f"json={output}", "."]
        run = subprocess.run(command, cwd=site.folder, capture_output=True, encoding="utf-8", check=False)
        if not output.is_file():
            yield Finding("html-validate", 0, run.stderr.strip()[-300:])
            return
        found = json.loads(output.read_text(encoding="utf-8"))
    for file in found:
        path = Path(file["filePath"]).resolve().relative_to(site.folder.resolve()).as_posix()
        for message in file["messages"]:
            if not _excepted(message["ruleId"], message["message"]):
                yield Finding(path, message["line"], f"{message['message']} ({message['ruleId']})")


def _excepted(rule: str, message: str) -> bool:
    return any(rule == name and re.search(pattern, message) for name, pattern, _ in EXCEPTIONS)
