"""English source sentences for what the rooms below return as values: no Qt, so the command line says the same."""
