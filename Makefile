# Samenplek: `make` or `make help` shows what there is. Nothing here asks a question.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-print-directory

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3 python; do \
	command -v $$name >/dev/null 2>&1 && $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
STAMP := $(VENV)/.stamp
LOCALE_DIR := translations
CATALOGUES := $(wildcard $(LOCALE_DIR)/*/LC_MESSAGES/messages.po)
COMPILED := $(CATALOGUES:.po=.mo)
MODULES := node_modules/.package-lock.json
BIOME := node_modules/.bin/biome
ASSETS := static/vendor/.stamp
BENCH := run reading pages http slow_clients
MUTANTS := 60
SEED := 1
FUZZ_SEED := 1
FUZZ_REQUESTS := 20000
SOAK_MINUTES := 30
PDF_FONTS := static/vendor/pdf-fonts/.stamp
SOURCES := $(wildcard app.py) $(shell find finder -name '*.py' 2>/dev/null)
STATIC := $(shell find static/css static/js scripts/assets -type f)
.PHONY: help setup site run test lint format bench mutants fuzz soak audit lock extract update compile clean

help:  ## show this list
	@grep -hE '^[a-z][a-z-]*:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | while IFS=$$'\t' read -r name what; do \
		printf '  make %-8s %s\n' "$$name" "$$what"; done

setup: $(STAMP)-python $(STAMP)-dev $(ASSETS) $(PDF_FONTS) $(COMPILED) $(STAMP)-app  ## install everything, build what the browser gets
	@:

site: $(STAMP)-python $(ASSETS) $(PDF_FONTS) $(COMPILED) $(STAMP)-app  ## only what a server needs, without what tests need
	@:

run: setup  ## serve on http://127.0.0.1:8000 (PORT=... BIND=... to change)
	@exec $(BIN)/gunicorn --config gunicorn.conf.py app:app

test: setup  ## run every test, browser tests included (PYTEST="-k name" to choose)
	@bash scripts/ensure_chromium.sh
	@bash scripts/ensure_proxies.sh
	@$(BIN)/pytest $(PYTEST)

lint: $(STAMP)-python $(STAMP)-dev $(MODULES)  ## check style and types, of Python, scripts and stylesheets
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict finder
	$(BIOME) check --error-on-warnings .

format: $(STAMP)-python $(STAMP)-dev $(MODULES)  ## put the code in its one style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIOME) check --write .

bench: setup $(STAMP)-bench  ## measure search, pages and HTTP (BENCH="run reading pages http slow_clients" to choose)
	@bash scripts/ensure_wrk.sh
	@for part in $(BENCH); do $(BIN)/python -m bench.$$part; done

mutants: setup $(STAMP)-mutants  ## change the code a little, see which tests notice (MUTANTS=60 SEED=1 to choose)
	@$(VENV)/mutants/bin/python scripts/mutants.py $(MUTANTS) $(SEED)

fuzz: setup $(STAMP)-fuzz  ## ask the server what nobody would ask (FUZZ_SEED=1 FUZZ_REQUESTS=20000 to choose)
	@$(BIN)/python -m fuzz.run --seed $(FUZZ_SEED) --requests $(FUZZ_REQUESTS)
	@$(BIN)/python -m fuzz.described --seed $(FUZZ_SEED)

soak: setup  ## half an hour of visitors, slow clients, PDFs, killed workers and swapped places (SOAK_MINUTES=30 to choose)
	@$(BIN)/python -m fuzz.soak --minutes $(SOAK_MINUTES)

audit: $(STAMP)-python $(STAMP)-audit  ## ask what is known against what is shipped, and under which licences (STRICT=1: fail if not checked)
	@$(BIN)/python -m scripts.audit $(if $(STRICT),--strict)

lock: $(STAMP)-python  ## write the lock files again (LOCK=--upgrade for the newest versions)
	@[ -x $(VENV)/lock/bin/uv ] || { $(BIN)/python -m venv $(VENV)/lock && $(VENV)/lock/bin/pip install --quiet uv; }
	@for name in requirements requirements-dev requirements-bench requirements-mutants requirements-fuzz requirements-audit; do \
		$(VENV)/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
			--custom-compile-command 'make lock' $(LOCK) $$name.in --output-file $$name.txt; done
	@npm install --package-lock-only --no-audit --no-fund

extract: $(STAMP)-python  ## collect the messages into translations/messages.pot
	@bash scripts/catalogues.sh extract

update: extract  ## bring every catalogue up to date with the template
	@bash scripts/catalogues.sh update

compile: $(COMPILED)  ## make the .mo files out of the .po files
	@:

clean:  ## remove everything that make setup made
	rm -rf $(VENV) node_modules static/vendor
	find $(LOCALE_DIR) -name '*.mo' -delete 2>/dev/null || true

$(STAMP)-venv:
	@[ -n "$(PYTHON)" ] || { echo 'Samenplek needs Python 3.11 or newer' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(STAMP)-python: requirements.txt | $(STAMP)-venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r requirements.txt
	@touch $@

$(STAMP)-dev: requirements-dev.txt $(STAMP)-python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r requirements-dev.txt
	@touch $@

# What we are measured beside has a venv of its own: it would bring its versions of what we serve with.
$(STAMP)-bench: requirements-bench.txt | $(STAMP)-venv
	@$(BIN)/python -m venv $(VENV)/bench
	@$(VENV)/bench/bin/pip install --quiet --disable-pip-version-check --no-input --require-hashes -r requirements-bench.txt
	@touch $@

$(STAMP)-mutants: requirements-mutants.txt | $(STAMP)-venv
	@$(BIN)/python -m venv $(VENV)/mutants
	@$(VENV)/mutants/bin/pip install --quiet --disable-pip-version-check --no-input --require-hashes -r requirements-mutants.txt
	@touch $@

$(STAMP)-fuzz: requirements-fuzz.txt | $(STAMP)-venv
	@$(BIN)/python -m venv $(VENV)/fuzz
	@$(VENV)/fuzz/bin/pip install --quiet --disable-pip-version-check --no-input --require-hashes -r requirements-fuzz.txt
	@touch $@

$(STAMP)-audit: requirements-audit.txt | $(STAMP)-venv
	@$(BIN)/python -m venv $(VENV)/audit
	@$(VENV)/audit/bin/pip install --quiet --disable-pip-version-check --no-input --require-hashes -r requirements-audit.txt
	@touch $@

$(MODULES): package.json package-lock.json .npmrc
	@command -v npm >/dev/null || { echo 'Samenplek needs Node.js 20 or newer with npm' >&2; exit 1; }
	@npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(ASSETS): $(MODULES) scripts/build_assets.mjs static/pictograms.json $(STATIC)
	@node scripts/build_assets.mjs
	@touch $@

$(PDF_FONTS): $(ASSETS) scripts/pdf_fonts.py | $(STAMP)-python
	@$(BIN)/python scripts/pdf_fonts.py
	@touch $@

$(COMPILED): %.mo: %.po | $(STAMP)-python
	@$(BIN)/python -m finder.i18n.catalogues $<

$(STAMP)-app: $(SOURCES) $(ASSETS) $(COMPILED) | $(STAMP)-python
	@if $(BIN)/flask --app app --help 2>/dev/null | grep -qE '^  build( |$$)'; then $(BIN)/flask --app app build; \
		elif [ -f app.py ]; then $(BIN)/python -c 'import app'; fi
	@touch $@
