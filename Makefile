# Cardea. Two commands are all a newcomer needs: make run, make test. The rest is for daily work.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
export PATH := $(CURDIR)/.tools/node/bin:$(PATH)
export CCACHE_BASEDIR := $(CURDIR)
export CCACHE_NOHASHDIR := 1
export CCACHE_SLOPPINESS := pch_defines,time_macros,include_file_mtime,include_file_ctime
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1
JOBS ?= $(shell nproc)
S ?= 5

.PHONY: run test quick bench docs fuzz fuzz-smoke tidy format hooks web clean kill-test

## Sets up, builds, makes a demo post under var/demo, inspects four travellers and serves until interrupted.
run:
	tools/setup.sh build
	cmake --preset release > /dev/null
	ninja -C build/release -j $(JOBS) cardea
	tools/web.sh build
	node tools/demo.mjs --binary build/release/apps/cardea/cardea --data var/demo --web web/dist

## Sets up, builds and passes all tests; the last line is the total.
test:
	tools/setup.sh build test
	tools/test.sh

## After a small change: format and architecture of what changed, and the unit tests of all rooms.
quick:
	cmake --preset dev > /dev/null
	ninja -C build/dev -j $(JOBS)
	tools/format.sh --check
	ctest --test-dir build/dev -j $(JOBS) -L unit --output-on-failure --progress | tail -15
	tools/arch_check.py && tools/size_check.py && tools/house_check.py && tools/req_report.py

## The requirements that this version claims, with the tests that prove each; red when one has none.
docs:
	tools/req_report.py --list

## make bench B=mrz: builds and runs the benchmark program B_bench; one line of JSON per figure.
bench:
	tools/setup.sh build
	cmake --preset release > /dev/null
	ninja -C build/release -j $(JOBS) $(B)_bench
	$$(find build/release -name $(B)_bench -type f -executable | head -1)

## make fuzz T=mrz S=60: one target for S seconds.
fuzz:
	tools/setup.sh build dev
	tools/fuzz.sh $(S) $(T)

## Every fuzz target for five seconds each, and a canary that must crash.
fuzz-smoke:
	tools/setup.sh build dev
	tools/fuzz.sh $(S)

## Kills a writing node at 200 random instants and looks for loss.
kill-test:
	tools/setup.sh build
	cmake --preset ci > /dev/null
	ninja -C build/ci -j $(JOBS) kill_test
	$$(find build/ci -name kill_test -type f -executable | head -1) --rounds 200

## clang-tidy on what changed against main; ALL=1 for everything.
tidy:
	tools/setup.sh build dev
	tools/tidy.sh $(if $(ALL),--all)

format:
	tools/setup.sh build dev
	tools/format.sh

hooks:
	git config core.hooksPath .githooks

web:
	tools/web.sh build

clean:
	rm -rf build var web/dist
