"""The hook that mkdocs.yml names: exports the events of five objects; everything else is in `kb`."""

from kb.events import Hook
from kb.publishing.card_events import Cards
from kb.publishing.events import Publishing
from kb.serving.events import Serving
from kb.weight.events import Weight
from mkdocs.plugins import CombinedEvent

_hook = Hook()
_publishing = Publishing(_hook)
_cards = Cards(_hook)
_serving = Serving(_hook)
_weight = Weight(_hook)

on_startup = CombinedEvent(_hook.on_startup, _publishing.on_startup)
on_config = CombinedEvent(_hook.on_config, _weight.on_config, _publishing.on_config, _cards.on_config)
on_files = CombinedEvent(_hook.on_files, _publishing.on_files, _cards.on_files)
on_nav = CombinedEvent(_hook.on_nav, _publishing.on_nav)
on_env = CombinedEvent(_hook.on_env, _serving.on_env)
on_page_content = _hook.on_page_content
on_page_context = CombinedEvent(_hook.on_page_context, _weight.on_page_context, _publishing.on_page_context)
on_template_context = CombinedEvent(
    _hook.on_template_context, _weight.on_template_context, _publishing.on_template_context
)
on_post_page = CombinedEvent(_hook.on_post_page, _weight.on_post_page)
on_post_build = CombinedEvent(
    _hook.on_post_build, _cards.on_post_build, _weight.on_post_build, _publishing.on_post_build
)
on_build_error = CombinedEvent(_cards.on_build_error, _publishing.on_build_error)
on_serve = _serving.on_serve


def on_shutdown() -> None:
    """Leave nothing of a build that was interrupted; a combined event would want to be given something."""
    _cards.on_shutdown()
    _publishing.on_shutdown()
