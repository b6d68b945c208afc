# Readout's everyday commands. Needs git, make and Python 3.11 or newer; the set-up (.ci/setup) says what else it takes.
#
#   make serve                 search the sample on http://127.0.0.1:8080
#   make serve ARTICLES=DIR    search your own articles
#   make index ARTICLES=DIR    new articles in; a running server shows them at the next request
#   make check                 what guards the project in a minute: no browser, nothing that takes long
#   make test                  everything that guards the project
#   make test-opensearch       what needs a cluster of OpenSearch, which it brings up
#   make torture               what takes an hour: the disk fails, machines stop, odd files and queries come
#   make package               a wheel and a source distribution, into dist
#   make bench                 the engine beside its peers, into docs/performance.md
#
# Variables: ARTICLES, INDEX, HOST, PORT, PYTHON; READOUT_ICU_WHEEL=1 takes PyICU ready made instead of building it;
# SIZES are those of the archives that are measured, GROWTH those that Readout alone is asked about, LARGEST one more
# that takes long, by `make bench-largest` only; FUZZ are the seconds of each fuzzer in `make torture`.

ARTICLES =
INDEX =
HOST = 127.0.0.1
PORT = 8080
PYTHON =
SIZES = 20000 200000
GROWTH = 10000 50000
LARGEST = 1000000
FUZZ = 300

BIN := $(if $(filter Windows_NT,$(OS)),.venv/Scripts,.venv/bin)
UV = uv
export ARTICLES INDEX PYTHON

# Not every shell expands ~ behind an equals sign.
at_home = $(if $(filter ~/%,$(firstword $(1))),$(patsubst ~/%,$(HOME)/%,$(1)),$(1))
override ARTICLES := $(call at_home,$(ARTICLES))
override INDEX := $(call at_home,$(INDEX))

# The recipes read ARTICLES and INDEX from the environment, so that a path may hold any character.
# Without INDEX, `readout` decides (READOUT_INDEX or var/index); the sample never mixes with a user's archive.
OWN_INDEX = $${INDEX:+--index "$$INDEX"}
ADDRESS = --host "$(HOST)" --port "$(PORT)"

.PHONY: serve index check test test-opensearch torture package bench bench-largest format data docs texts gazetteer-check lock
.DEFAULT_GOAL := serve

serve: .venv/.run
ifeq ($(strip $(ARTICLES)),)
	@$(BIN)/readout serve seeds/articles --index "$${INDEX:-var/sample}" $(ADDRESS)
else
	@$(BIN)/readout serve "$$ARTICLES" $(OWN_INDEX) $(ADDRESS)
endif

index: .venv/.run
ifeq ($(strip $(ARTICLES)),)
	@$(BIN)/readout index $(OWN_INDEX)
else
	@$(BIN)/readout index "$$ARTICLES" $(OWN_INDEX)
endif

# Format, lint, types and architecture; the tests follow.
define GUARDS
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
endef
# The tests start many processes, each of which would compile us anew where nothing compiled is kept.
unexport PYTHONDONTWRITEBYTECODE
# A process a core, and a process more tests as soon as it has none.
PYTEST = $(BIN)/pytest --numprocesses auto --maxprocesses 8 --dist worksteal

# Beside a cluster of OpenSearch, from Maven's jars; where there is no Java or Maven, what needs it is skipped.
CLUSTER = $(BIN)/python -m tests.opensearch --

check: .venv/.dev
	$(GUARDS)
	$(PYTEST) -m "not (browser or kills or bench or slow)"

test: .venv/.dev
	$(GUARDS)
	$(BIN)/python -m tests.installed
	$(CLUSTER) $(PYTEST) --cov --cov-report=term-missing:skip-covered --cov-fail-under=95

# What needs a cluster, alone.
test-opensearch: .venv/.dev
	$(CLUSTER) $(PYTEST) tests/opensearch tests/engines

# Every call of the disk fails in its turn, in six ways, machines stop with any part of what was not
# synced on the disk, hundreds of runs are killed or short of memory, hundreds of bits are flipped,
# hundreds of archives live through what happens to files, a hundred thousand odd queries are asked,
# and inputs are made that reach new code of loaders and queries: FUZZ seconds each.
torture: .venv/.dev
	READOUT_EVENTS=500 $(PYTEST) tests/index/test_events.py
	READOUT_FAULTS=1 READOUT_KILLS=300 READOUT_STOPS=400 $(PYTEST) -m kills tests
	READOUT_QUERIES=100000 READOUT_FUZZ=20000 $(PYTEST) tests/faults/test_queries.py tests/loaders/test_fuzz.py
	READOUT_DAMAGES=200 $(PYTEST) tests/index/test_damage.py
	$(BIN)/pip install --quiet -e '.[fuzz]'
	for kind in loaders queries; do $(BIN)/python -m tests.faults.guided $$kind var/fuzz/$$kind \
	    -max_total_time=$(FUZZ) -artifact_prefix=var/fuzz/$$kind- || exit; done

package: .venv/.dev
	$(BIN)/python -m hatchling build --directory dist

# What the engine costs beside its peers, into docs/performance.md; a hundred runs are killed as well. Takes two hours.
# Pages of real headlines are asked for where READOUT_EVALUATION names a folder of news.
bench: .venv/.dev
	$(BIN)/pip install --quiet -e '.[bench]'
	for size in $(SIZES); do $(BIN)/python -m tests.bench.measure $$size || exit; done
	for size in $(GROWTH); do $(BIN)/python -m tests.bench.measure $$size --engines readout || exit; done
	for size in $(firstword $(GROWTH)) $(SIZES) $${READOUT_EVALUATION:+news}; do $(BIN)/python -m tests.bench.serving $$size || exit; done
	for size in $(SIZES); do $(BIN)/python -m tests.bench.cold $$size || exit; done
	$${READOUT_EVALUATION:+$(BIN)/python -m tests.bench.sites $(firstword $(GROWTH))}
	$${READOUT_EVALUATION:+$(BIN)/python -m tests.bench.load}
	$(BIN)/python -m tests.bench.felt $(lastword $(SIZES))
	$(BIN)/python -m tests.bench.report
	READOUT_KILLS=100 $(BIN)/pytest tests/index/test_safety.py

# The largest archive, of Readout alone, into the table and the picture of growth; takes 5 GB and long.
bench-largest: .venv/.dev
	$(BIN)/python -m tests.bench.measure $(LARGEST) --engines readout
	$(BIN)/python -m tests.bench.report

format: .venv/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# The tables under search/analysis/tables, from the word lists of simplemma and wordfreq.
data: .venv/.dev
	$(BIN)/python -m tools.build_tables

# The interface's texts: what the templates ask for goes into web/locale, and what is written there is compiled.
BABEL = $(BIN)/python -m babel.messages.frontend -q
texts: .venv/.dev
	@mkdir -p var
	$(BABEL) extract --mapping-file pyproject.toml --no-location --sort-output --output-file var/readout.pot .
	$(BABEL) update --domain readout --input-file var/readout.pot --output-dir web/locale --no-fuzzy-matching \
	    --ignore-obsolete --ignore-pot-creation-date --width 120
	$(BABEL) compile --domain readout --directory web/locale

# The reference of the API, from the description that it gives of itself.
docs: .venv/.dev
	$(BIN)/python -m tools.api_reference

# The names that could mean something else, and that nobody has explained.
gazetteer-check: .venv/.dev
	$(BIN)/python -m tools.lint_names

# New pins for the direct dependencies of pyproject.toml; needs uv. One version serves every Python where one can.
PIN = $(UV) pip compile --quiet --upgrade --universal --python-version 3.11 --fork-strategy fewest \
      --generate-hashes --no-annotate --no-header
lock:
	$(PIN) pyproject.toml -o requirements.lock
	$(PIN) pyproject.toml --extra dev --constraint requirements.lock -o requirements-dev.lock
	echo pyicu-wheels | $(PIN) - -o requirements-icu-wheel.lock
	printf 'editables\nhatchling\nsetuptools\nwheel\n' | $(PIN) - --constraint requirements-dev.lock -o requirements-build.lock

# The stamps: a second run does nothing until the pins or the project's own description change,
# or the environment is of no use any more.
ifneq ($(wildcard .venv/.run),)
_ := $(shell sh .ci/usable || rm -f .venv/.run .venv/.dev)
endif
.venv/.run: requirements.lock requirements-build.lock pyproject.toml
	@sh .ci/setup requirements.lock
	@touch $@

.venv/.dev: requirements-dev.lock requirements-build.lock pyproject.toml
	@sh .ci/setup requirements-dev.lock
	@touch $@ .venv/.run
