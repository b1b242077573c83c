# The words that people and CI use alike. What each needs is installed once into .venv, from the locks in requirements/.
.DEFAULT_GOAL := site
.PHONY: site check test serve bench bench-browser mutants export-check clean lock help

BIN := .venv/bin
UV_VERSION := 0.13.9
# pytest's own words: make test PYTEST_ARGS='-k calculator -x'
PYTEST_ARGS ?=

site: ## Build the site into site/ (the default)
	@tools/ensure-venv site
	$(BIN)/policybook build

check: ## Check the code's layout and types, then the records
	@tools/ensure-venv dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/policybook fmt --check
	$(BIN)/policybook check

test: ## Run all tests, with a real browser (found or installed)
	@tools/ensure-venv dev
	@CHROME=$$(tools/ensure-browser) && export CHROME && set -x && \
	$(BIN)/pytest --cov $(PYTEST_ARGS)

serve: ## Show the site on this machine while you edit
	@tools/ensure-venv site
	$(BIN)/policybook serve

bench: ## Measure ours and stock Material on a book of national size (BENCH_RUNS=3 for medians)
	@tools/ensure-venv site
	$(BIN)/python -m bench

bench-browser: ## Lighthouse on three pages of the built site, and a table of 400 rows (needs npx and the network once)
	@tools/ensure-venv dev
	@CHROME_PATH=$$(tools/ensure-browser) && export CHROME_PATH && $(BIN)/python -m bench.browser

mutants: ## Change the calculator's engine line by line and see that a test fails (needs npx and the network once)
	npx --yes -p @stryker-mutator/core@9.6.1 stryker run $(STRYKER_ARGS)

export-check: ## Build an exported book with Zensical and follow its links (needs the network once)
	@tools/ensure-venv dev
	@tools/export-check

clean: ## Remove what was built; the installed .venv stays
	rm -rf site build dist policybook.egg-info .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The dev lock takes the site's versions as they are (-c site.txt), so the order matters.
LOCKING = build/lock/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-config --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'
lock: ## Take the newest versions allowed by requirements/*.in (needs the network)
	@tools/ensure-venv site
	test -x build/lock/bin/uv || { $(BIN)/python -m venv build/lock && build/lock/bin/python -m pip install --quiet uv==$(UV_VERSION); }
	$(LOCKING) requirements/site.in requirements/build.in --output-file requirements/site.txt
	$(LOCKING) requirements/dev.in --output-file requirements/dev.txt
	$(LOCKING) requirements/export.in --output-file requirements/export.txt

help: ## Show these words
	@sed -n 's/^\([a-z-]*\): ## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST)
