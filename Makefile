# `make run` and `make test` set everything up by themselves; `make help` lists the rest.
.DEFAULT_GOAL := help
SHELL := /bin/sh
BIN := .venv/bin
ARGS ?=
SETUP = python=$$(tools/find-python.sh) && "$$python" tools/setup.py

.PHONY: help run test check soak bench screenshots translations lock wheel app clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 16

run: ## set up if needed and open the desk (ARGS="--screenshot desk.png" for any option)
	@$(SETUP) run
	@$(BIN)/commandcenter $(ARGS)

test: ## set up if needed and pass the tests
	@$(SETUP) dev
	$(BIN)/pytest -m "not soak" -n 2 --dist loadgroup $(ARGS)

check: ## format, lint, types, layers
	@$(SETUP) dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

soak: ## the long test runs
	@$(SETUP) dev
	$(BIN)/pytest -m soak -n auto --dist loadgroup --timeout 7200 $(ARGS)

bench: ## measure and write docs/benchmarks.md
	@$(SETUP) dev
	$(BIN)/python -m bench $(ARGS)

screenshots: ## renew docs/screenshots
	@$(SETUP) dev
	$(BIN)/python -m tools.screenshots $(ARGS)

translations: ## renew the translation files from the sources
	@$(SETUP) dev
	$(BIN)/python -m commandcenter.ui.i18n.extract
	$(BIN)/pyside6-lrelease assets/i18n/desk_zh_CN.ts -qm assets/i18n/desk_zh_CN.qm

lock: ## renew the lock files (needs uv)
	tools/lock.sh

wheel: ## build the wheel into dist/
	@$(SETUP) dev
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

app: ## package the program with its own Python into dist/
	@tools/app.sh

clean: ## remove what was built
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache
