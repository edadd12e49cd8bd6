# Two commands do all the set-up: `make demo` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SAMPLE ?= samples/news-report/source.html

.PHONY: demo test fast format golden bench clean

$(BIN)/narrate: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.test: $(BIN)/narrate pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	@touch $@

demo: $(BIN)/narrate  ## Convert a sample: where the MP3 lies, how long it is, how fast it was made
	@$(BIN)/narrate convert $(SAMPLE) -o demo/

test: $(VENV)/.test  ## All checks: format, lint, types, tests, and the built wheel run once
	@sh tests/browser.sh
	@sh tests/readers.sh $(VENV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto --dist worksteal
	$(BIN)/python tests/wheel.py

fast: $(VENV)/.test  ## The tests to run all the time, in under 20 s
	HYPOTHESIS_PROFILE=quick $(BIN)/python -m pytest -n auto --dist worksteal -m "not slow"

format: $(VENV)/.test
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

golden: $(VENV)/.test  ## Make the samples' article.json and script.txt anew
	$(BIN)/python tests/golden.py

bench: $(VENV)/.test  ## Ratios against peers, as a table and as .bench/results.json
	$(BIN)/python -m tests.bench

clean:
	rm -rf $(VENV) demo dist .bench
