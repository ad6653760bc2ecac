"""Bluetooth LE: find tools, connect, command."""
