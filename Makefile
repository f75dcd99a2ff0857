# Two commands: `make run` and `make test`. Both make .venv, or use the one that is there.
# `make run ARGS="--data ~/elsewhere"` hands arguments on; `make run PYTHON=/path/to/python3` chooses the Python.

VENV := .venv
IN := $(VENV)/bin
PIP := $(IN)/python -m pip --disable-pip-version-check --quiet
UV_VERSION := 0.13.9
LOCK := $(IN)/uv pip compile pyproject.toml --quiet --universal --generate-hashes --no-annotate --no-header \
	--no-emit-index-url --no-emit-find-links --system-certs
ARGS ?=
WORKERS ?= 2

export PYTHON
# Bytecode that is not kept is compiled again at every start.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test coverage faults pictures bench texts lock clean

run: $(VENV)/.program
	@$(IN)/python -m scorecard $(ARGS)

# Every step is taken whatever the one before it found; pytest comes last, with its counts.
test: $(VENV)/.tests
	@failed=0; \
	$(IN)/python -m ruff check || failed=1; \
	$(IN)/python -m ruff format --check || failed=1; \
	$(IN)/python -m mypy || failed=1; \
	$(IN)/python -m pytest -n $(WORKERS) --dist worksteal $(ARGS) || failed=1; \
	exit $$failed

# The same tests, told which lines none of them passes. Counting them takes as long again as the tests.
coverage: $(VENV)/.tests
	@$(IN)/python -m pytest -n $(WORKERS) --dist worksteal --cov --cov-report=term $(ARGS)

# The long form of the harness, about twenty minutes. `make faults ARGS="power --seed 7"`; ARGS=--write keeps the table.
faults: $(VENV)/.tests
	@$(IN)/python -m tests.faults.harness $(ARGS)

pictures: $(VENV)/.tests
	@$(IN)/python -m tests.pictures $(ARGS)

bench: $(VENV)/.tests
	@$(IN)/python -m tests.benchmarks $(ARGS)

# The stamps stand for what .venv holds. It is made anew when the program's lock changes, or when its Python is gone.
ifneq ($(shell { $(IN)/python -c 'print("runs")'; } 2>/dev/null),runs)
.PHONY: $(VENV)/.program
endif
$(VENV)/.program: requirements.lock
	@python=$$(packaging/find-python.sh) || exit 1; \
	echo "Making $(VENV) with $$python" && rm -rf $(VENV) && "$$python" -m venv $(VENV)
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.tests: $(VENV)/.program requirements-test.lock
	@echo "Adding what the tests need to $(VENV)"
	@$(PIP) install --require-hashes -r requirements-test.lock
	@touch $@

# After a text with a plural has changed.
texts: $(VENV)/.tests
	@$(IN)/python -m tests.texts

# `make lock ARGS=--upgrade` takes the newest versions that pyproject.toml allows.
lock: $(VENV)/.program
	@$(PIP) install uv==$(UV_VERSION)
	@$(LOCK) --group build --output-file requirements.lock $(ARGS)
	@$(LOCK) --group build --group test --constraint requirements.lock --output-file requirements-test.lock $(ARGS)
	@! grep -n '://' requirements.lock requirements-test.lock

clean:
	rm -rf $(VENV) build dist pictures .coverage .coverage.* .hypothesis .pytest_cache .mypy_cache .ruff_cache \
		.import_linter_cache *.egg-info
	find scorecard tests -name __pycache__ -type d -prune -exec rm -rf {} +
