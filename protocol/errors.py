"""What can be wrong with bytes and links.

ProtocolError
├── FrameError (ValueError)          these bytes are not what the profile says
│   ├── LayoutError                  the layout cannot be used
│   └── UnsupportedVersion           a major version that this program does not know
├── NotOffered (LookupError)         the instrument cannot do that
└── LinkLost (ConnectionError)       the link ended by itself
"""

from __future__ import annotations


class ProtocolError(Exception):
    """Root of everything this package raises."""


class FrameError(ProtocolError, ValueError):
    """Bytes that do not decode; the text says which field and why."""


class LayoutError(FrameError):
    """A layout that is damaged or contradicts itself: nothing of this tool can be decoded."""


class UnsupportedVersion(FrameError):
    """The tool speaks another major version of the profile."""

    def __init__(self, major: int, known: int) -> None:
        update = "this program" if major > known else "the tool's firmware"
        super().__init__(f"the tool speaks profile {major}, this program profile {known}: update {update}")
        self.major = major


class NotOffered(ProtocolError, LookupError):
    """The instrument has no command for what it is asked to do."""

    def __init__(self, title: str, action: str) -> None:
        super().__init__(f"a {title} has no command to {action}: do it on the instrument itself")


class LinkLost(ProtocolError, ConnectionError):
    """The tool went away without being asked to."""
