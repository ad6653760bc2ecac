"""What is kept of one person while somebody works with this person, and where."""
