"""A class's live traces in a browser: off by default, behind a pairing code, on this computer or its local network."""
