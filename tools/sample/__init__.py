"""The sample company's quarter: read from its files and lived through with the rights of its users.

Used by `make run` (`demo.py`) and by the tests, so it imports nothing of the other tools.
"""
