# Everything that is downloaded or generated lies in .dev/ and is used again.
PYTHON ?= python3

test:
	@$(PYTHON) -m tools.test

.PHONY: test
