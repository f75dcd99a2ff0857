"""A promise in one line, read while it is typed: `reader` is asked, the other modules are its parts."""
