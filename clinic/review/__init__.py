"""A record looked at later: what happened when, what each figure means, and two holds compared."""
