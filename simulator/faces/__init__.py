"""Faces of the one simulated tool that another process can see: Bluetooth over a transport, lines of JSON."""
