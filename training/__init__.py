"""Practice with a tool; nothing here yet."""
