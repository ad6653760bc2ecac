"""Pressure algometry: how hard a press is when it begins to hurt, and how far that figure can be trusted."""
