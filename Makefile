# make help lists what there is. Only Python 3.11+ is needed; everything is installed into .venv.

# The first Python on the path that is new enough; PYTHON=... names another.
PYTHON ?= $(shell for found in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$found -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$found && break; done)
VENV ?= .venv
BIN := $(VENV)/bin
SEED ?= ../shared/seed
DATA ?=
BENCH ?=
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL := help
.PHONY: help demo test seed bench speed soak growth lint types docs clean

help: ## show this help
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# Made once, and again only after pyproject.toml changes.
$(BIN)/.installed: pyproject.toml
	@test -x $(BIN)/python || test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; name it: make PYTHON=/path/to/python $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/python || { echo "making the environment $(VENV)"; $(PYTHON) -m venv $(VENV); }
	@echo "installing reportedly and its tools into $(VENV) (a minute or two)"
	@$(BIN)/python -m pip install --quiet --editable '.[dev,ftm]'
	@$(BIN)/python -m pip uninstall --quiet --yes sqlalchemy2-stubs # followthemoney asks for them; they hide SQLAlchemy's own types
	@touch $@

demo: $(BIN)/.installed ## read the sample reports: a table here, a page to look at, and a ledger to ask
	@echo "reading the sample reports"
	@rm -f out/demo.sqlite out/demo.sqlite-shm out/demo.sqlite-wal
	@$(BIN)/reportedly demo --out out/demo.html
	@echo "the page to look at, in any browser: file://$(CURDIR)/out/demo.html"
	@echo "the desk, for a browser on this machine: $(BIN)/reportedly serve --ledger out/demo.sqlite"

test: $(BIN)/.installed ## run the tests
	@echo "running the tests (about a minute)"
	@$(BIN)/python -m pytest

seed: $(BIN)/.installed ## check the document the product was made from (SEED=folder that holds seed.json)
	@$(BIN)/python -m bench.seed --seed $(SEED)

bench: $(BIN)/.installed ## score on the corpora below DATA=folder; BENCH='--only reports' for a part
	@$(BIN)/python -m bench.run $(if $(DATA),--data $(DATA)) $(BENCH)

speed: $(BIN)/.installed ## measure reports a second, start-up and memory
	@$(BIN)/python -m bench.run --only speed $(BENCH)

soak: $(BIN)/.installed ## kill a ledger's writer, fill its disk, ask a desk over 100,000 incidents (15 minutes, 5 GB)
	@$(BIN)/python -m bench.soak
	@$(BIN)/python -m bench.desk_soak

growth: $(BIN)/.installed ## measure what adding a report costs as a ledger grows (an hour, and tens of GB of disk)
	@$(BIN)/python -m bench.ledger_growth

lint: $(BIN)/.installed ## check style, format and the layers of the architecture
	@failed=0; $(BIN)/ruff check . || failed=1; $(BIN)/ruff format --check . || failed=1; $(BIN)/lint-imports || failed=1; exit $$failed

types: $(BIN)/.installed ## check the types
	@$(BIN)/mypy

docs: $(BIN)/.installed ## write docs/reference and the outputs in docs/tutorial.md again
	@$(BIN)/python -m docs.generate
	@echo "wrote docs/reference and the outputs in docs/tutorial.md"

clean: ## remove the environment and what was built
	@rm -rf $(VENV) build dist out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@echo "removed $(VENV) and the caches"
