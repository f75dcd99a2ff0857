"""The harness: faults by the thousand, each followed by a look at what is left.

A module an experiment, each with `run(scale, seed, place, tell)`, which returns its counts. `make faults` runs them all
in their long form; tests/faults/test_harness.py runs the short one. Files are only opened of processes that are dead.
"""
