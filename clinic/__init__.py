"""Presets with their sources; clients, screening and reports stand here later."""
