# Two commands: `make demo` and `make test`. Each does all the set-up by itself.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --custom-compile-command 'make lock'
export OMP_NUM_THREADS := 1

.PHONY: demo test setup check bench pictures lock clean

## Build the sample case and its dossier.
demo: $(VENV)/.run
	$(BIN)/allsource demo --to demo

## Run the whole check: format, lint, types, tests, docs and bench freshness.
test: $(VENV)/.dev
	$(BIN)/ruff format --check src tests bench docs training
	$(BIN)/ruff check src tests bench docs training
	$(BIN)/mypy
	$(BIN)/pytest -n 2 $(PYTEST_FLAGS)

## Run every bench again (long); sets that are not found are skipped, said so.
bench: $(VENV)/.dev
	for run in bench/*/run.py; do echo "== $$run"; $(BIN)/python $$run || exit 1; done
	$(BIN)/python bench/tables.py

## Take the pictures of the dossier in docs/pictures again.
pictures: $(VENV)/.dev
	ALLSOURCE_PICTURES=docs/pictures $(BIN)/pytest tests/report/test_pictures.py

setup: $(VENV)/.dev

$(VENV)/.python:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.run: requirements.lock pyproject.toml $(VENV)/.python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	touch $@

## Write the lock files again (needs uv).
lock:
	uv pip compile $(LOCK) --extra build -o requirements.lock pyproject.toml
	uv pip compile $(LOCK) --extra build --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV) demo .mypy_cache .ruff_cache .pytest_cache
