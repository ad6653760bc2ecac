"""Whether a tool keeps to docs/protocol.md: small checks over Bluetooth, for people who write firmware."""
