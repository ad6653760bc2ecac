"""Simulations that prove a figure of docs/; each writes its page."""
