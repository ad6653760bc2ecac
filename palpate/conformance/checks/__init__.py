"""The checks, a file for each part of docs/protocol.md."""
