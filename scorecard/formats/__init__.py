"""Other programs' files, read into plain values. Standard library only; nothing here writes."""
