"""The hook that mkdocs.yml names: exports the events of one `Hook`; everything else is in `kb`."""

from kb.events import Hook
from mkdocs.plugins import CombinedEvent

_hook = Hook()

on_config = _hook.on_config
on_files = _hook.on_files
on_nav = _hook.on_nav
on_page_content = _hook.on_page_content
on_page_context = CombinedEvent(_hook.before_search, _hook.on_page_context)
on_template_context = _hook.on_template_context
on_post_build = _hook.on_post_build
