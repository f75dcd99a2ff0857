"""What can still be read in a damaged store, row by row, and how far each row can be trusted (decision 0021).

From `pages` up: pages and their cells, `records` in them, whose they are (`shapes`, `trees`), all of one file
(`reading`), what vouches for a row (`vouching`), what is offered (`offering`), and a store of it (`rebuilding`).
"""
