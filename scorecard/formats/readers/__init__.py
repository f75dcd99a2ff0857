"""One module for each format, with its `FORMAT`. A new format is a new file here and nothing else."""
