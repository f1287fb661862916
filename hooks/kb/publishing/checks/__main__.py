"""`python -m kb.publishing.checks`."""

import sys

from kb.publishing.checks.command import main

sys.exit(main())
