# aver: a fact-claim tracker with version history. `make help` says what there is.
PREFIX ?= /usr/local
DESTDIR ?=
RELEASE := build/release

FUZZ_SECONDS ?= 60

.PHONY: all build demo test asan accept fuzz bench bench-quick install setup clean help

all: build

help:
	@echo "make              build aver (build/release/cli/aver)"
	@echo "make demo         build it and see it tell a story"
	@echo "make test         build and run all tests"
	@echo "make install      install to PREFIX ($(PREFIX))"
	@echo "make asan         run the tests with address and undefined-behaviour checks"
	@echo "make accept       rewrite the expected output of transcripts and corpus"
	@echo "make fuzz         let the fuzzers run, $(FUZZ_SECONDS) s each"
	@echo "make bench        measure against git, side by side"
	@echo "make clean        remove the build"

setup:
	@.ci/setup tests

build:
	@.ci/setup
	@if [ ! -f $(RELEASE)/build.ninja ]; then cmake --preset release -DAVER_TESTS=OFF >/dev/null; fi
	@cmake --build $(RELEASE) --target aver

demo: build
	@sh tests/demo.sh $(RELEASE)/cli/aver

test: setup
	@cmake --preset release -DAVER_TESTS=ON >/dev/null
	@cmake --build --preset release
	@sh .ci/run-tests $(RELEASE)

asan: setup
	@cmake --preset asan -DAVER_TESTS=ON >/dev/null
	@cmake --build --preset asan
	@RC_PARAMS=$${RC_PARAMS:-max_success=2000} sh .ci/run-tests build/asan

accept: setup
	@cmake --preset release -DAVER_TESTS=ON >/dev/null
	@cmake --build --preset release
	@AVER_ACCEPT=1 sh .ci/run-tests $(RELEASE)

fuzz:
	@.ci/setup fuzz
	@cmake --preset fuzz >/dev/null
	@cmake --build --preset fuzz
	@.ci/fuzz $(FUZZ_SECONDS)

bench: setup
	@cmake --preset release -DAVER_TESTS=ON >/dev/null
	@cmake --build --preset release
	@$(RELEASE)/tests/aver_bench $(RELEASE)/cli/aver build/bench

bench-quick: setup
	@cmake --preset release -DAVER_TESTS=ON >/dev/null
	@cmake --build --preset release
	@$(RELEASE)/tests/aver_bench --quick $(RELEASE)/cli/aver build/bench

install: build
	@DESTDIR=$(DESTDIR) cmake --install $(RELEASE) --prefix $(PREFIX)

clean:
	rm -rf build
