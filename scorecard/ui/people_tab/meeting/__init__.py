"""Before a meeting: one page to read in a minute. After it: three keys for what it brought."""
