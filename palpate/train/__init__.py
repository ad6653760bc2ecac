"""`palpate train`: exercises, tests, and what they show of a trainee."""
