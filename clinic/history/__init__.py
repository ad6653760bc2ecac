"""One client over time: what was measured, what a change says, whom to ask."""
