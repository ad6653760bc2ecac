"""Bytes of instruments, both directions side by side, and the seam that carries them."""
