"""Instruments beside our own tool, one file for each: its bytes in both directions, without any I/O."""
