"""What the live server does when files change: as little as the change touches.

Answers are read and rendered again, which the cache makes quick, and their pages compared with those
there are: MkDocs renders only what differs. A whole build follows where the menu or the set of pages
changes, and where anything changes but answers, bank and glossary. While something is wrong, the site
stays as it is.
"""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from kb import emit
from kb.events import Hook
from kb.rendering.assets import Asset
from kb.serving.overlay import Problem, errors_in
from kb.serving.pages import Whole, render_again
from kb.serving.snapshot import changes, snapshot
from kb.steps import CODE, Content, log, report

_SEARCH = ("/assets/search/", "/search/search_index.")


class Live:
    """Rebuilds; MkDocs's server calls it when something has changed. It never raises.

    `build` makes a whole build, and `whole` tells what the last one was made with. `problems` are what
    keeps the last change from being shown.
    """

    def __init__(self, hook: Hook, build: Callable[[], object], whole: Callable[[], Whole]) -> None:
        self._hook = hook
        self._build = build
        self._whole = whole
        self._lock = threading.RLock()
        self._seen = snapshot(self._roots())
        self._broken = self._late = False
        self._exports = self._settle()
        content = hook.build.content
        self.problems = errors_in(content.diagnostics) if content else ()

    def __call__(self) -> None:
        """Bring the site up to date with its sources."""
        with self._lock:
            now = snapshot(self._roots())
            changed, self._seen = changes(self._seen, now), now
            if not changed and not self._broken:
                return
            try:
                self.problems = self._update(changed)
            except (Exception, SystemExit) as error:  # MkDocs aborts with the latter
                log.exception("The site could not be built")
                self._broken = True
                self.problems = (Problem("", type(error).__name__, str(error)),)

    def freshen(self, path: str) -> None:
        """Write search and exports when they are asked for: nobody waits for them while writing."""
        if not self._late or not (path.endswith(self._exports) or any(part in path for part in _SEARCH)):
            return
        with self._lock:
            content = self._hook.build.content
            if content and self._late:
                self._hook.write_search(Path(self._whole().config.site_dir))
                self._write(self._hook.exports(content))
                self._late = False

    def _roots(self) -> list[Path]:
        config = self._hook.config
        sources = [Path(config.docs_dir), Path(config.config_file_path)]
        return [*sources, *self._hook.build.answers, CODE / "hooks", CODE / "plots"]

    def _update(self, changed: frozenset[str]) -> tuple[Problem, ...]:
        if any(path.endswith(".py") for path in changed):
            log.warning("Code has changed: stop the server and start it again to use it")
        old, new = self._hook.build.content, self._hook.remake()
        known = set(old.diagnostics) if old else set()
        report((d for d in new.diagnostics if d not in known or d.code.severity == "error"), fatal=False)
        if problems := errors_in(new.diagnostics):
            self._broken = self._broken or not self._only_answers(changed)
            return problems
        if old is None or self._broken or not self._only_answers(changed) or not self._alike(old, new):
            self._broken = True  # unless it ends well
            self._build()
            self._broken = self._late = False
            self._exports = self._settle()
        else:
            self._refresh(old, new, changed)
        return ()

    def _only_answers(self, changed: Iterable[str]) -> bool:
        """Tell whether nothing but answers, bank and glossary changed."""
        docs = Path(self._hook.config.docs_dir)
        sources = [*self._hook.build.answers, docs / "questions", docs / "glossary.yml"]
        known = [os.path.abspath(source) for source in sources]  # noqa: PTH100 (as in a snapshot)
        return all(any(Path(path).is_relative_to(source) for source in known) for path in changed)

    def _alike(self, old: Content, new: Content) -> bool:
        """Tell whether the same pages stand in the same menus."""
        return old.pages.keys() == new.pages.keys() and self._hook.menus(old) == self._hook.menus(new)

    def _refresh(self, old: Content, new: Content, changed: frozenset[str]) -> None:
        """Render the pages that differ, and write the files that do."""
        self._broken = True  # until all of it is done
        self._hook.build.content = new
        touched = [page for src, page in new.pages.items() if page != old.pages[src]]
        places = {page.src: self._hook.build.in_repository(page.edit) for page in touched}
        render_again(self._whole(), touched, places)
        before, after = self._files(old), self._files(new)
        pictures = {Path(path).resolve() for path in changed if not path.endswith(".md")}
        self._write(
            asset
            for path, asset in after.items()
            if asset != before.get(path) or (pictures and asset.source and asset.source.resolve() in pictures)
        )
        for path in before.keys() - after.keys():
            (Path(self._whole().config.site_dir) / path).unlink(missing_ok=True)
        self._broken, self._late = False, True
        log.info("%d page(s) written anew: %s", len(touched), ", ".join(page.src for page in touched[:3]))

    def _files(self, content: Content) -> Mapping[str, Asset]:
        return {asset.path: asset for asset in self._hook.assets(content)}

    def _write(self, assets: Iterable[Asset]) -> None:
        for asset in assets:
            emit.asset_file(self._whole().config, asset).copy_file()

    def _settle(self) -> tuple[str, ...]:
        """Return the addresses of what is made late.

        The garbage collector is kept from looking at all that a whole build left, again and again.
        """
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        content = self._hook.build.content
        return tuple(f"/{asset.path}" for asset in self._hook.exports(content)) if content else ()
