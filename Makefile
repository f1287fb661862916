# Everything is installed into .venv and node_modules in this folder; `make help` lists what there is.
#
# Kept to GNU make 3.81 (the one macOS has) and POSIX sh. All paths are relative to this folder, so that
# its own name may contain spaces.

PYTHON ?= python3 python3.13 python3.12 python3.11 python
PYTEST_FLAGS ?=
MKDOCS_FLAGS ?=
FIGURES_FLAGS ?=
N ?=
BENCH_FLAGS ?=
PREVIEW_FLAGS ?=
CHECK_FLAGS ?=
EXAMPLE_URL := https://site.example/notes/

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install
NPM := $(VENV)/bin/npm

export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
export PIP_USER := 0
unexport PYTHONHOME PYTHONPATH

# Without a home folder to write to, as in some containers, caches go beside the project.
ifneq ($(shell test -w "$$HOME" && echo writable),writable)
export XDG_CACHE_HOME := $(CURDIR)/.cache
export MPLCONFIGDIR := $(CURDIR)/.cache/matplotlib
export npm_config_cache := $(CURDIR)/.cache/npm
endif

# An installation is recorded in an empty file that carries the checksum of what was installed. It is
# written last: after an interruption or a change of the lock file it is not there, and make installs again.
checksum = $(shell cksum < $(1) | tr ' ' '-')
PACKAGES := $(VENV)/.packages-$(call checksum,requirements.txt)
PROJECT := $(VENV)/.project-$(call checksum,pyproject.toml)
TOOLS := $(VENV)/.tools-$(call checksum,requirements-dev.txt)
ASSETS := node_modules/.assets-$(call checksum,package-lock.json)

# The environment is made anew where its Python is gone or too old, where making it was interrupted (the
# activate script comes last), and where this folder has been moved (its scripts hold absolute paths).
NEW_VENV := $(if $(shell $(PY) -c 'import sys; assert sys.version_info >= (3, 11)' 2>&1 || echo broken; \
	test -e $(VENV)/bin/activate && grep -qF "$$(pwd -P)/$(VENV)" $(VENV)/pyvenv.cfg || echo broken),new-venv)

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help serve build zip preview release-check release check-links figures test bench bench-search check install lock clean distclean new-venv browser

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

serve: install ## show the site at http://localhost:8000, live (KB_ANSWERS=DIR[:DIR] for other answers)
	$(PY) -m mkdocs serve --dev-addr localhost:8000 $(MKDOCS_FLAGS)

build: install ## write the site to site/, failing on any warning (KB_ANSWERS as above)
	$(PY) -m mkdocs build --strict $(MKDOCS_FLAGS)

zip: install ## the same, and in site/downloads/ a zip of the whole site that opens from a disk
	KB_ZIP=1 $(PY) -m mkdocs build --strict $(MKDOCS_FLAGS)

preview: build ## build the site and show it at http://localhost:8000 as a static host would
	$(PY) -m kb.publishing.preview $(PREVIEW_FLAGS)

release-check: install ## build to build/release and check links, HTML, weight and published addresses
	SITE_URL="$${SITE_URL:-$(EXAMPLE_URL)}" $(PY) -m mkdocs build --strict --site-dir build/release $(MKDOCS_FLAGS)
	$(PY) -m kb.publishing.checks build/release $(CHECK_FLAGS)

release: ## the same, then note the addresses in docs/published-urls.txt, to be committed
	$(MAKE) release-check CHECK_FLAGS=--record

check-links: install ## ask other hosts, slowly, whether the pages that the built site links to are there
	$(PY) -m kb.publishing.checks site --outside

figures: install ## draw all figures to build/figures (FIGURES_FLAGS="ID … --format png", as for kb figures)
	$(VENV)/bin/kb figures --output build/figures $(FIGURES_FLAGS)

test: check browser $(ASSETS) ## lint, strict types and all tests (PYTEST_FLAGS=… for some)
	$(PY) -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder $(PYTEST_FLAGS)

bench: $(TOOLS) $(ASSETS) ## measure builds beside other generators (N="100 500"; BENCH_FLAGS=--no-edit …)
	$(PY) -m tests.bench.build $(N) $(BENCH_FLAGS)

bench-search: browser $(ASSETS) ## measure the search beside other engines (HALF=dev or all: other queries)
	$(PY) -m tests.bench.search $(HALF)

check: $(TOOLS) ## lint and strict types alone
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

install: $(PROJECT) $(ASSETS) ## install what serving and building need, and nothing else

lock: $(TOOLS) ## pin the dependencies of pyproject.toml and package.json (UPGRADE=--upgrade for newer ones)
	@$(PY) -c 'import sys; v = sys.version_info; v[:2] == (3, 11) or sys.exit("make lock needs the oldest \
	supported Python: make distclean, then make lock PYTHON=python3.11")'
	CUSTOM_COMPILE_COMMAND='make lock' $(PY) -m piptools compile --quiet $(UPGRADE) \
	    --build-deps-for=editable --output-file=requirements.txt pyproject.toml
	CUSTOM_COMPILE_COMMAND='make lock' $(PY) -m piptools compile --quiet $(UPGRADE) \
	    --extra=dev --constraint=requirements.txt --output-file=requirements-dev.txt pyproject.toml
	$(NPM) install --package-lock-only

clean: ## remove what builds and tests made
	rm -rf site .site.building-* build .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache *.egg-info
	find hooks plots tests -type d -name __pycache__ -prune -exec rm -rf {} +

distclean: clean ## remove what was installed as well
	rm -rf $(VENV) node_modules

new-venv:
	@for accepted in '(3, 11) <= v <= (3, 13)' '(3, 11) <= v'; do \
	    for python in $(PYTHON); do \
	        "$$python" -c "import ensurepip, sys, venv; v = sys.version_info[:2]; assert $$accepted" \
	            2> /dev/null || continue; \
	        echo "$$("$$python" --version) makes $(VENV)"; \
	        exec "$$python" -m venv --clear $(VENV); \
	    done; \
	done; \
	echo "This project needs Python 3.11 or newer with its venv module; tried: $(PYTHON)." >&2; \
	echo "Name another with: make PYTHON=/path/to/python3 (Debian, Ubuntu: apt-get install python3-venv)" >&2; \
	exit 1

$(PACKAGES): $(NEW_VENV)
	rm -f $(VENV)/.packages-*
	$(PIP) -r requirements.txt
	@touch $@

$(PROJECT): $(PACKAGES)
	rm -f $(VENV)/.project-*
	$(PIP) --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(TOOLS): $(PROJECT)
	rm -f $(VENV)/.tools-*
	$(PIP) -r requirements-dev.txt
	@touch $@

# axe-core, for tests, is asked for by name of its group: NODE_ENV=production would leave it out.
$(ASSETS): $(PACKAGES)
	rm -f node_modules/.assets-*
	$(NPM) ci --ignore-scripts --no-audit --no-fund --include=dev
	@touch $@

# Ubuntu's chromium package is only a pointer to a snap, which containers cannot run.
browser: $(TOOLS)
	@for browser in chromium chromium-browser google-chrome google-chrome-stable; do \
	    "$$browser" --version > /dev/null 2>&1 && exit 0; \
	done; \
	if [ "$$(id -u)" != 0 ] || ! command -v apt-get > /dev/null; then \
	    $(PY) -m playwright install chromium; \
	elif grep -qi ubuntu /etc/os-release; then \
	    $(PY) -m playwright install --with-deps chromium; \
	else \
	    apt-get update -q && \
	    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium; \
	fi
