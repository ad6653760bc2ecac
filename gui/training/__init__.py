"""Pages of training: what a schedule lets be seen, drawn from values of `training` alone."""
