"""Outages of what was only measured: samples that were good or bad, and totals of a day."""
