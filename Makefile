# Two commands need nothing but make and Python: `make demo` and `make test` set up what they use.

SUITABLE := import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c "$(SUITABLE)" 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
READY := .venv/.ready

# tests start programs by the hundred, and each would compile its modules anew
unexport PYTHONDONTWRITEBYTECODE

.PHONY: setup demo test long coverage lint bench accuracy faults losses hearing crash detection hands ranking class bits snippets fuzz screenshots knowledge languages format

setup: $(READY)

demo: setup
	$(BIN)/palpate demo

test: setup
	$(BIN)/pytest -n 2 --dist worksteal

# the long forms of tests that `make test` runs short
long: setup
	$(BIN)/pytest -n 2 --dist worksteal -m long

# every branch of what turns bytes into numbers
coverage: setup
	$(BIN)/pytest -n 2 tests/protocol tests/analysis --cov=protocol --cov=analysis --cov-branch \
		--cov-report=term-missing:skip-covered --cov-fail-under=100

lint: setup
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy -n 2
	$(BIN)/lint-imports

bench: setup
	$(BIN)/palpate bench

# how exact the figures are, docs/accuracy.md: about five minutes
accuracy: setup
	$(BIN)/python -m tests.proofs.accuracy

# what faults on the link do, docs/faults.md: nine minutes a call, goes on where it stopped
faults: setup
	$(BIN)/python -m tests.proofs.faults

# what is said in a hold that loses its data, docs/losses.md: about five minutes
losses: setup
	$(BIN)/python -m tests.proofs.losses

# how soon guidance is heard and what hands make of it, docs/hearing.md: about two minutes
hearing: setup
	$(BIN)/python -m tests.proofs.hearing

# what a killed program and a full disk leave of a record and of a clinic, docs/crash.md: about half an hour in calls of
# eight minutes, each of which goes on where the one before stopped
crash: setup
	$(BIN)/python -m tests.proofs.crash

# what the softening advisory finds, docs/detection.md: about ten minutes
detection: setup
	$(BIN)/python -m tests.proofs.detection

# how like people's simulated hands are, docs/simulated-hands.md: about five minutes
hands: setup
	$(BIN)/python -m tests.proofs.hands

# whether the score ranks simulated people as it should, docs/ranking.md: about twenty minutes
ranking: setup
	$(BIN)/python -m tests.proofs.ranking

# eight tools over one radio for ten minutes, docs/class.md: about five minutes
class: setup
	$(BIN)/python -m tests.proofs.classes

# whether the simulator's bytes are the same under other Pythons and numpys, docs/bits.md: five minutes, fetches numpy
bits: setup
	$(BIN)/python -m tests.proofs.bits

# the files of docs/ci as their services run them, docs/ci.md: about five minutes, fetches packages
snippets: setup
	$(BIN)/python -m tests.proofs.snippets

# hostile bytes for every decoder, docs/fuzz.md: a quarter of an hour on two idle cores
fuzz: setup
	$(BIN)/python -m tests.proofs.fuzz --jobs 2

# every page in every colour, size and language, to look at: .proofs/screenshots/index.html, about two minutes
screenshots: setup
	$(BIN)/python -m tests.proofs.screenshots

# what the program knows, docs/knowledge.md
knowledge: setup
	$(BIN)/python -m clinic.page

# texts of the windows into gui/languages, and what the program reads of their translations
languages: setup
	$(BIN)/python -m gui.languages.gather

format: setup
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

$(READY): pyproject.toml plugin/pyproject.toml constraints.txt .ci/system-packages
	@$(or $(PYTHON),false) -c "$(SUITABLE)" 2>/dev/null || { \
		echo "Palpate needs Python 3.11, 3.12 or 3.13 with venv (Debian, Ubuntu: apt-get install python3-venv)." >&2; \
		echo "Name one that has it: make PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "Setting up .venv; the first time it takes a few minutes." >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt hatchling editables
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt --no-compile --no-build-isolation -e ".[sim,dev]" -e plugin
	@$(BIN)/python -m compileall -qq -j 0 .venv/lib || true  # pip would on one core alone
	@.ci/system-packages
	@touch $@
