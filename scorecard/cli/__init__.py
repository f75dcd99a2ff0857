"""The command line: the same services without a window, without importing Qt."""
