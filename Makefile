# aver: a fact-claim tracker with version history. `make help` says what there is.
PREFIX ?= /usr/local
DESTDIR ?=
RELEASE := build/release

FUZZ_SECONDS ?= 60

# How many runs `make faults` comes to in all, with those that build/faults.tsv has already.
RUNS ?= 500

# Where properties and fuzzers start, "random" for anywhere; how often a property is tried.
SEED ?= 1
CASES ?= 500
ASAN_CASES ?= 100
export SEED
QUIET ?=

.PHONY: all build demo test asan accept fuzz faults test-long ci bench bench-quick install setup clean help
.PHONY: build-tests build-asan build-fuzz run-tests run-asan

all: build

help:
	@echo "make              build aver (build/release/cli/aver)"
	@echo "make demo         build it, see it tell a story, and write the pages of it (build/demo-site)"
	@echo "make test         build and run all tests; SEED=random: properties start anywhere"
	@echo "make install      install to PREFIX ($(PREFIX))"
	@echo "make asan         run the tests with address and undefined-behaviour checks"
	@echo "make accept       rewrite the expected output of transcripts and corpus"
	@echo "make fuzz         let the fuzzers run from anywhere, $(FUZZ_SECONDS) s each (FUZZ_SECONDS)"
	@echo "make faults       disturb every command that writes, until there were RUNS ($(RUNS)) runs in all"
	@echo "make test-long    what takes too long for CI: a build file by file, properties 10,000 times, fuzzers for minutes"
	@echo "make ci           all that CI runs, in a fresh clone of what is committed"
	@echo "make bench        measure against git, side by side"
	@echo "make clean        remove the build"

setup:
	@.ci/setup tests

build:
	@.ci/setup
	@if [ ! -f $(RELEASE)/build.ninja ]; then cmake --preset release -DAVER_TESTS=OFF >/dev/null; fi
	@cmake --build $(RELEASE) --target aver

demo: build
	@SITE="$(CURDIR)/build/demo-site" sh tests/demo.sh $(RELEASE)/cli/aver

build-tests: setup
	@cmake --preset release -DAVER_TESTS=ON >/dev/null
	@cmake --build --preset release -- $(QUIET)

build-asan: setup
	@cmake --preset asan -DAVER_TESTS=ON >/dev/null
	@cmake --build --preset asan -- $(QUIET)

build-fuzz: setup
	@cmake --preset fuzz >/dev/null
	@cmake --build --preset fuzz -- $(QUIET)

run-tests:
	@.ci/run-tests $(RELEASE) $(CASES)

run-asan:
	@.ci/run-tests build/asan $(ASAN_CASES)

test: build-tests
	@.ci/run-tests $(RELEASE) $(CASES)

asan: build-asan
	@.ci/run-tests build/asan $(ASAN_CASES)

accept: build-tests
	@AVER_ACCEPT=1 .ci/run-tests $(RELEASE) $(CASES)

fuzz: build-fuzz
	@.ci/fuzz $(FUZZ_SECONDS)

faults: build setup
	@python3 tests/faults/faults.py $(RELEASE)/cli/aver build/faults.tsv --runs $(RUNS)

test-long: setup
	@cmake --preset dev -DAVER_TESTS=ON >/dev/null
	@cmake --build --preset dev -- $(QUIET)
	@$(MAKE) --no-print-directory build-tests build-asan build-fuzz
	@.ci/run-tests $(RELEASE) 10000
	@.ci/run-tests build/asan 1000
	@.ci/fuzz 300

ci:
	@.ci/fresh-clone

bench: build-tests
	@$(RELEASE)/tests/aver_bench $(RELEASE)/cli/aver build/bench

bench-quick: build-tests
	@$(RELEASE)/tests/aver_bench --quick $(RELEASE)/cli/aver build/bench

install: build
	@DESTDIR=$(DESTDIR) cmake --install $(RELEASE) --prefix $(PREFIX)

clean:
	rm -rf build
