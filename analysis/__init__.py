"""The numpy core: readings in, holds and the present moment out; no clock, no thread, no file."""
