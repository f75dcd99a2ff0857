"""The People tab: whom one serves, and what a considerate person knows of them before the next meeting."""
