"""One treatment: what to do, what happened, what is kept."""
