"""What may happen in a run, as values that a file can hold."""
