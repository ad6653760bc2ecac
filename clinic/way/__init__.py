"""The way through a visit: what is done, what is next, what was left out and why."""
