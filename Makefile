# Run `make` for the list of targets.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= $(firstword $(shell for p in python3.13 python3.12 python3.11 python3; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p"; done))
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed
# Half the time of a test is waiting for processes and sockets: two workers for each core.
WORKERS ?= $(shell echo $$((2 * $$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1))))
ARCHIVE ?= archive
PAPERS ?= corpus/papers

.PHONY: help
help:  ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## *' '{printf "  %-12s %s\n", $$1, $$2}'

.PHONY: install
install: $(STAMP)  ## Make .venv and install the package and its tools, all pinned by hash

# The pins are constraints too: without, older pips take a package that is asked for with an extra
# ('pikepdf[pdfa]') for another one, choose its newest release, and have no hash of it.
$(STAMP): requirements-dev.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; set PYTHON=/path/to/python" >&2; exit 2; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --disable-pip-version-check -q --require-hashes \
		-r requirements-dev.txt -c requirements-dev.txt
	$(BIN)/python -m pip install --disable-pip-version-check -q --no-deps --no-build-isolation -e .
	touch $(STAMP)

# Exit 1 of an ingestion means: published, and some papers need a person (the sample has a scan).
.PHONY: run
run: $(STAMP)  ## Ingest the sample papers and answer the five questions
	$(BIN)/papers ingest $(PAPERS) --archive $(ARCHIVE) || test $$? -eq 1
	$(BIN)/papers overview --archive $(ARCHIVE)

.PHONY: test
test: $(STAMP)  ## Run the tests
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

.PHONY: check
check: $(STAMP)  ## Lint, formatting, types, import layers, file length, scores against the saved ones
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@long=$$(find pipeline tests bench corpus models -name '*.py' -o -name '*.sql' | xargs wc -l \
		| awk '$$1 > 400 && $$2 != "total"'); \
	if [ -n "$$long" ]; then echo "over 400 lines:"; echo "$$long"; exit 1; fi
	$(BIN)/python -m bench.baselines

.PHONY: golden
golden: $(STAMP)  ## Rewrite the golden files from what is read now; read the diff before you keep it
	COMMITTEE_PAPERS_REGENERATE=1 $(BIN)/python -m pytest tests/golden

.PHONY: bench
bench: $(STAMP)  ## Time the whole pipeline against plain pdfplumber (PDF=FILE for another paper)
	$(BIN)/python -m bench.ingest_vs_pdfplumber $(PDF)

.PHONY: bench-nights
bench-nights: $(STAMP)  ## Time nights over ten thousand papers held, and readers meanwhile (half an hour)
	$(BIN)/python -m bench.nights
	$(BIN)/python -m bench.readers

.PHONY: quality
quality: $(STAMP)  ## Measure extraction quality, and write docs/quality.md and its baselines
	$(BIN)/python -m bench.quality
	$(BIN)/python -m bench.histories
	$(BIN)/python -m bench.versions
	$(BIN)/python -m bench.people
	$(BIN)/python -m bench.threads

.PHONY: calibrate
calibrate: $(STAMP)  ## Measure how often each rule is right (HELD="DIR... --read DIR..." for sets of papers)
	$(BIN)/python -m bench.calibrate $(HELD)

.PHONY: ablation
ablation: $(STAMP)  ## Measure rules, trained pipeline and both (SETS: NAME PAPERS,... GOLD ...)
	$(BIN)/python -m bench.ablation $(SETS)

.PHONY: models
models: $(STAMP)  ## Train models/minutes from its labelled passages (some twelve minutes on two cores)
	$(BIN)/python -m models.train

.PHONY: faults
faults: $(STAMP)  ## Kill ingestions at twenty moments, and feed every kind of bad paper
	COMMITTEE_PAPERS_KILLS=20 $(BIN)/python -m pytest tests/run

.PHONY: demo-nightly
demo-nightly: $(STAMP)  ## Three nights over an invented council's site, with the digests they write
	$(BIN)/python -m tests.replica.demo build/demo-nightly

.PHONY: lock
lock: $(STAMP)  ## Renew the pinned requirements (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --no-annotate -q -o requirements.txt
	printf 'editables\nhatchling\n' | uv pip compile pyproject.toml - --extra dev -c requirements.txt \
		--universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --no-annotate -q -o requirements-dev.txt

.PHONY: clean
clean:  ## Remove .venv and caches; archives stay
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis \
		.import_linter_cache
	find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +
