"""The small site and projects to change, as the tests of the site have them."""

from __future__ import annotations

from tests.site.conftest import project, site

__all__ = ["project", "site"]
