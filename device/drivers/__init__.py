"""Instruments of other makes: finding them, and links to them. How to add one stands in docs/drivers.md."""
