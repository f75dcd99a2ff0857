"""The pages that a start may ask for. They stand alone: `scorecard --help` lists them and waits for nothing else."""

PAGES = ("scorecard", "commitments", "reflection", "people", "progress")
