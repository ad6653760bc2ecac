"""A D-Bus of our own: a dbus-daemon that nobody else speaks to."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

CONFIGURATION: Final = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
"""Everybody may own every name; no service is started by being called, as where bluetoothd is not installed."""

END_S: Final = 10.0
"""More than a daemon needs to end on a busy machine."""


class PrivateBus:
    """A running dbus-daemon."""

    def __init__(self, daemon: subprocess.Popen[str], address: str) -> None:
        self.address = address
        """What DBUS_SYSTEM_BUS_ADDRESS must say."""
        self._daemon = daemon

    def kill(self) -> None:
        """End the daemon without a good-bye, as a crash does; may be repeated."""
        self._daemon.kill()
        self._daemon.wait(END_S)


@contextmanager
def private_bus(program: str, folder: Path) -> Iterator[PrivateBus]:
    """Run the dbus-daemon `program` with its socket and configuration in `folder`."""
    configuration = folder / "bus.conf"
    configuration.write_text(CONFIGURATION.format(socket=folder / "bus"))
    command = [program, f"--config-file={configuration}", "--nofork", "--nopidfile", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        bus = PrivateBus(daemon, daemon.stdout.readline().strip())
        try:
            assert bus.address, "the dbus-daemon ended before it listened"
            yield bus
        finally:
            bus.kill()
