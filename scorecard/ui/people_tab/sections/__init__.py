"""The parts of a person's page, one file each."""
