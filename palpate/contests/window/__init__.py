"""The window: what a frame costs, when a packet is seen, and how soon there is a window."""
