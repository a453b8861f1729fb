"""A second evaluator, written from the specification alone: it imports nothing of the package that it tests."""
