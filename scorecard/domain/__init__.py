"""What things are and how they add up. Standard library only: no Qt, no SQL, no clock of its own."""
