"""The hook that mkdocs.yml names: exports the events of four objects; everything else is in `kb`."""

from kb.events import Hook
from kb.publishing.events import Publishing
from kb.serving.events import Serving
from kb.weight.events import Weight
from mkdocs.plugins import CombinedEvent

_hook = Hook()
_publishing = Publishing(_hook)
_serving = Serving(_hook)
_weight = Weight(_hook)

on_startup = CombinedEvent(_hook.on_startup, _publishing.on_startup)
on_config = CombinedEvent(_hook.on_config, _weight.on_config, _publishing.on_config)
on_files = CombinedEvent(_hook.on_files, _publishing.on_files)
on_nav = CombinedEvent(_hook.on_nav, _publishing.on_nav)
on_env = CombinedEvent(_hook.on_env, _serving.on_env)
on_page_content = _hook.on_page_content
on_page_context = CombinedEvent(_hook.on_page_context, _weight.on_page_context, _publishing.on_page_context)
on_template_context = CombinedEvent(
    _hook.on_template_context, _weight.on_template_context, _publishing.on_template_context
)
on_post_page = CombinedEvent(_hook.on_post_page, _weight.on_post_page)
on_post_build = CombinedEvent(_hook.on_post_build, _weight.on_post_build, _publishing.on_post_build)
on_build_error = _publishing.on_build_error
on_shutdown = _publishing.on_shutdown
on_serve = _serving.on_serve
