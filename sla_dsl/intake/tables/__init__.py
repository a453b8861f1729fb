"""Exports that are tables, CSV or Excel: their rows, and which of their columns holds what."""
