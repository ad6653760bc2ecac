"""Practice: exercises, feedback schedules, trials, results and progress."""
