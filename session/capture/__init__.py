"""Captures of Bluetooth (btsnoop) as a list of what tool and client said to each other."""
