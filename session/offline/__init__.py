"""Recordings, ours and those of other instruments, through the same analysis as a live stream."""
