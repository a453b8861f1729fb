"""`python -m benchmarks`: every measurement, one after the other; `--quick` only sees whether all of them run."""

from __future__ import annotations

import argparse
import platform
import sys

from benchmarks import analysing, checking, evaluating, growing, importing, reading, reporting, starting

CHOICES = ("evaluating", "starting", "checking", "analysing", "growing", "reading", "importing", "reporting")


def main(arguments: list[str]) -> None:
    """Runs the measurements that are asked for."""
    options = _options(arguments)
    print(f"Python {platform.python_version()}; each figure is a median, with the least and the greatest of all rounds")
    rounds = 3 if options.quick else options.rounds
    chosen = options.only or CHOICES
    if "evaluating" in chosen:
        evaluating.measure((0, 10, 100) if options.quick else (0, 1, 10, 100, 1_000), rounds)
    if "starting" in chosen:
        starting.measure(rounds)
    if "checking" in chosen:
        checking.measure((50, 200) if options.quick else (50, 1_000), rounds)
    if "analysing" in chosen:
        analysing.measure((50,) if options.quick else (50, 100), min(rounds, 7))
    if "growing" in chosen:
        growing.measure((100, 1_000) if options.quick else (100, 1_000, 10_000, 100_000), min(rounds, 5))
    if "reading" in chosen:
        reading.measure((10, 100) if options.quick else (1, 10, 100, 1_000), rounds)
    if "importing" in chosen:
        importing.measure((10, 100) if options.quick else (10, 1_000, 10_000), min(rounds, 7))
    if "reporting" in chosen:
        reporting.measure((3, 100) if options.quick else (3, 100, 2_000), min(rounds, 5))


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small sizes and three rounds, for a look")
    parser.add_argument("--rounds", type=int, default=15, help="rounds to take the median of (15)")
    parser.add_argument("--only", choices=CHOICES, action="append", help="only this part; may be given several times")
    return parser.parse_args(arguments)


main(sys.argv[1:])
