"""What a browser needs to know to put the site on a home screen, in each language."""

from __future__ import annotations

import json

from kb.model import LANGS, Lang
from kb.publishing.icons import APP, MASKABLE, PAPER
from kb.rendering.assets import Asset
from kb.site.words import WORDS

# The colours of the page in kb.css, which main.html names as well.
BACKGROUND = "#fbfaf7"


def manifest_path(lang: Lang) -> str:
    """Return the path of a language's manifest in the site."""
    return f"{lang}/manifest.webmanifest"


def manifests() -> tuple[Asset, ...]:
    """Return the manifests of all languages. Addresses in them are relative: the site may lie anywhere."""
    return tuple(Asset(manifest_path(lang), text=_manifest(lang)) for lang in LANGS)


def _manifest(lang: Lang) -> str:
    words = WORDS[lang]
    icons = [(path, size, "any") for size, path in APP.items()] + [(MASKABLE, 512, "maskable")]
    described = {
        "id": "./",
        "name": words.site_name,
        "short_name": words.site_name,
        "description": words.tagline,
        "lang": lang,
        "dir": "ltr",
        "start_url": "./",
        "scope": "../",
        "display": "minimal-ui",
        "theme_color": PAPER,
        "background_color": BACKGROUND,
        "icons": [
            {"src": f"../{path}", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
            for path, size, purpose in icons
        ],
    }
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"
