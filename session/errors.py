"""What can go wrong above the link.

SessionError
├── InputError (ValueError)          a file or a request that cannot be used
├── NotKept                          something that should last could not be written or read
└── ToolRefused                      the tool does not do what it was asked
"""

from __future__ import annotations


class SessionError(Exception):
    """Root of everything this package raises."""


class InputError(SessionError, ValueError):
    """A file or a request that cannot be used; the text says what is wrong and what to do."""


class NotKept(SessionError):
    """Something that should last could not be written or read; the text says where and what to do."""


class ToolRefused(SessionError):
    """The tool answered no; the text says what to do."""
