# reportgen. `make report` and `make test` need Python 3.11 or newer, git and make; nothing is installed outside .venv.

PYTHON ?= python3
VENV := .venv
PIP := $(VENV)/bin/python -m pip --disable-pip-version-check --quiet

.PHONY: report test check lint types format schemas lock clean

report: $(VENV)/.ready  ## build the sample report: English and Chinese, PDF and Word, into build/
	@$(VENV)/bin/reportgen build

test: $(VENV)/.ready-dev  ## run the tests
	@echo "Running the tests ..."
	@$(VENV)/bin/pytest

check: lint types test  ## what CI runs: lint, types, tests

lint: $(VENV)/.ready-dev  ## style and formatting of the code
	@echo "Checking style ..."
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .

types: $(VENV)/.ready-dev  ## types of the code
	@echo "Checking types ..."
	@$(VENV)/bin/mypy

format: $(VENV)/.ready-dev  ## format the code in place
	@$(VENV)/bin/ruff check --fix --quiet . || true
	@$(VENV)/bin/ruff format --quiet .

schemas: $(VENV)/.ready  ## renew the schemas by which editors complete, after a loader learned a key
	@$(VENV)/bin/python -m reportgen.commands.write_schemas

lock:  ## renew both lock files from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --universal --generate-hashes --no-header --no-annotate --quiet -o requirements.lock
	uv pip compile pyproject.toml --extra dev --universal --generate-hashes --no-header --no-annotate --quiet \
	  -c requirements.lock -o requirements-dev.lock

clean:  ## remove the environment and what was built
	rm -rf $(VENV) build/*.pdf build/*.docx build/*.json build/*.xlsx build/requests build/translations

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "reportgen needs Python 3.11 or newer; '$(PYTHON)' is older. Try: make PYTHON=python3.12 report"; exit 1; }
	@echo "Making the environment in $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.ready: requirements.lock pyproject.toml | $(VENV)/.python
	@echo "Installing what reportgen needs (once; a minute or two) ..."
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps -e .
	@$(VENV)/bin/python -m compileall -q $(VENV)/lib/python*/site-packages reportgen >/dev/null || true
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock $(VENV)/.ready
	@echo "Installing what the tests need (once) ..."
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
