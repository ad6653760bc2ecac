"""What can go wrong with a tool.

DeviceError
├── BluetoothOff                     Bluetooth itself is not available
├── ScanFailed                       Bluetooth is there and does not scan
├── ToolNotFound                     no such tool is in range
│   └── ToolVanished                 it was heard, and is gone before it was reached
├── NotATool                         the device lacks attributes of the profile
├── WrongTool                        another tool answers
├── AccessRefused                    the device refuses an attribute
│   └── CommandRefused (TimeoutError) it does not take a command
├── NotPaired                        an attribute is for paired computers, and the pairing did not come about
├── BondLost                         the system is paired with the tool, and the tool knows nothing of it
├── NoSetup                          the tool has nothing that could be set
├── StreamRuns                       not while the tool streams
├── UnknownNotify (ValueError)       the environment asks for what BlueZ does not have
├── ToolLost (LinkLost)              the tool went away
├── NotOnline (LinkLost)             there is no connection at this moment
└── CommandTimeout (TimeoutError)    the tool does not answer
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from protocol.control import Command
from protocol.errors import LinkLost
from protocol.sentence import Sentence


class DeviceError(Exception):
    """Root of everything this package raises."""


class OffReason(StrEnum):
    """Why Bluetooth is not available; the value says what to do."""

    NO_RADIO = "this computer has no Bluetooth LE radio: plug one in"
    SWITCHED_OFF = "it is switched off: switch Bluetooth on"
    NOT_ALLOWED = "this program may not use it: allow Bluetooth for it in the system's privacy settings"
    NO_SERVICE = "the system's Bluetooth service does not run: start it (on Linux: systemctl start bluetooth)"
    UNKNOWN = "the system does not say why: switch Bluetooth off and on"


class BluetoothOff(DeviceError):
    """Bluetooth itself is not available."""

    def __init__(self, reason: OffReason) -> None:
        super().__init__(Sentence("Bluetooth is not available, {reason}", reason=reason))
        self.reason = reason


class ScanFailed(DeviceError):
    """Bluetooth is there and does not scan."""

    def __init__(self) -> None:
        super().__init__(Sentence("Bluetooth does not search at this moment: if it stays so, switch it off and on"))


class ToolNotFound(DeviceError):
    """No such tool is in range; `serial` is None when any tool would have done."""

    def __init__(self, serial: str | None, waited_s: float) -> None:
        super().__init__(
            Sentence("no tool answered within {waited_s:g} s: switch it on and bring it closer", waited_s=waited_s)
            if serial is None
            else Sentence(
                "tool {serial} did not answer within {waited_s:g} s: switch it on and bring it closer",
                serial=serial,
                waited_s=waited_s,
            )
        )
        self.serial = serial


class ToolVanished(ToolNotFound):
    """The tool was heard, and the system knows it no more: it left, or the radio has no connection to spare."""


class NotATool(DeviceError):
    """The device lacks attributes that every tool has; `missing` are their UUIDs."""

    def __init__(self, name: str, missing: Sequence[str]) -> None:
        super().__init__(
            Sentence(
                "{name} lacks {count} of a tool's attributes: if it is a tool whose firmware was updated, "
                "remove it from the system's list of Bluetooth devices, so that they are read anew",
                name=name,
                count=len(missing),
            )
        )
        self.missing = tuple(missing)


class WrongTool(DeviceError):
    """Another tool answers than the one that was called."""

    def __init__(self, called: str, answered: str) -> None:
        super().__init__(
            Sentence(
                "{called} was called and {answered} answered: switch {answered} off, or choose it",
                called=called,
                answered=answered,
            )
        )
        self.called = called
        self.answered = answered


class AccessRefused(DeviceError):
    """The device refuses to let an attribute be used; `code` is the ATT error."""

    def __init__(self, name: str, code: int) -> None:
        super().__init__(
            Sentence(
                "{name} refused an access with ATT error 0x{code:02x}: switch it off and on, then reconnect",
                name=name,
                code=code,
            )
        )
        self.code = code


class CommandRefused(AccessRefused, TimeoutError):
    """The tool is connected and does not take a command: for who waits for the answer it is as if none came."""


class NotPaired(DeviceError):
    """The tool lets only a paired computer do that, and the pairing did not come about; the link is there."""

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(
                "{name} lets only a paired computer do that, and the pairing did not come about: try again and accept "
                "what the system asks (Linux without a desktop asks nobody: keep bluetoothctl open meanwhile)",
                name=name,
            )
        )


class BondLost(DeviceError):
    """This computer believes that it is paired with the tool, and the tool knows nothing of it."""

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(
                "this computer is paired with {name}, which seems to have forgotten it: remove {name} from the "
                "system's list of Bluetooth devices, then connect again",
                name=name,
            )
        )


class NoSetup(DeviceError):
    """The tool has nothing that could be set."""

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence("{name} offers no setup over Bluetooth: calibrate and set it as its maker says", name=name)
        )


class StreamRuns(DeviceError):
    """Samples on their way would be read with another calibration than they were taken with."""

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence("{name} streams, and its calibration cannot change meanwhile: stop the stream first", name=name)
        )


class UnknownNotify(DeviceError, ValueError):
    """The environment asks for a way of notifying that BlueZ does not have."""

    def __init__(self, variable: str, value: str) -> None:
        super().__init__(f"{variable} is {value!r}: set it to start or to acquire, or not at all")


class ToolLost(DeviceError, LinkLost):
    """The tool went away without being asked to."""

    def __init__(self, serial: str) -> None:
        super().__init__(
            Sentence("the connection to {serial} is lost: bring the tool closer or switch it on again", serial=serial)
        )
        self.serial = serial


class NotOnline(DeviceError, LinkLost):
    """There is no connection at this moment; `sentence` says how it stands."""

    def __init__(self, sentence: str) -> None:
        super().__init__(Sentence("nothing can be sent to the tool now: {sentence}", sentence=sentence))


class CommandTimeout(DeviceError, TimeoutError):
    """The tool is connected but does not answer a command."""

    def __init__(self, command: Command, waited_s: float) -> None:
        super().__init__(
            Sentence(
                "the tool did not answer {command} within {waited_s:g} s: try again or reconnect",
                command=command.name,
                waited_s=waited_s,
            )
        )
        self.command = command
