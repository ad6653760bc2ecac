"""What can go wrong between processes.

LinkLost
    TransportFailed     a Bluetooth transport does not open, or ended
"""

from __future__ import annotations

from protocol.errors import LinkLost


class TransportFailed(LinkLost):
    """A Bluetooth transport does not open or has ended: a busy port, nobody who listens, a radio that is pulled out."""
