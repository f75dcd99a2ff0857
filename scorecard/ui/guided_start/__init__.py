"""Setting up a card in three steps: whom it is for, which work, what comes onto it."""
