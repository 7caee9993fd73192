# Everything that is downloaded or generated lies in .dev/ and is used again.
PYTHON ?= python3

help:
	@echo "make run    a server with a demo cycle that was lived through, at a printed address"
	@echo "make test   all tests; ARGS=\"-k goal\", TEST_DB=name and REUSE=1 for short loops,"
	@echo "            WORKERS=1 for one process instead of one per core"
	@echo "make lint   all checks of the source"
	@echo "make i18n   collect the terms to translate; i18n-check: are all collected?"
	@echo "make bench  the table of measurements; BENCH_N=10000 for another size"
	@echo "make stop   stop our server and our PostgreSQL"
	@echo "make clean  remove everything that was downloaded or generated"

run test lint i18n bench stop clean:
	@$(PYTHON) -m tools.$@

i18n-check:
	@$(PYTHON) -m tools.i18n --check

.PHONY: help run test lint i18n i18n-check bench stop clean
