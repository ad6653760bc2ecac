"""Whether a person may be pressed, where, and how much: questions, findings, clearances and the one effective cap."""
