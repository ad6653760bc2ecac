"""Whether somebody can reach the tool, and what breaks a connection."""

from __future__ import annotations

import math

from simulator.happenings.tool import DisconnectAt, Reached


class Presence:
    """Of one tool, over all its boots and connections."""

    def __init__(self) -> None:
        self.hung_up = False
        """Whether the tool has dropped the connection that it is in."""
        self.away_until_s = 0.0
        """Nobody can reach the tool before; infinite for a tool that is switched off."""
        self.locked_until_s = 0.0
        """The tool says nothing before."""
        self.left_s = math.inf
        """Since when nobody is connected, infinite while somebody is and before anybody was."""
        self._connected = False
        self._armed: list[tuple[Reached, int]] = []

    def arm(self, fault: DisconnectAt) -> None:
        """The next clients lose the connection at this step."""
        self._armed.append((fault.step, fault.count))

    def breaks_at(self, step: Reached) -> bool:
        """Whether a client that gets so far loses the connection now."""
        for place, (armed, left) in enumerate(self._armed):
            if armed is step:
                self._armed[place : place + 1] = [(armed, left - 1)] if left > 1 else []
                return True
        return False

    def leave(self, until_s: float) -> None:
        """Drop the connection; nobody can reach the tool before `until_s`."""
        self.hung_up, self.away_until_s = True, until_s

    def connect(self) -> bool:
        """Somebody is connected, or still is; whether this is new."""
        new, self._connected = not self._connected, True
        if new:
            self.left_s, self.hung_up = math.inf, False
        return new

    def disconnect(self, t_s: float) -> None:
        """Nobody is connected any more."""
        self._connected, self.left_s = False, t_s

    def lock_up(self, until_s: float) -> None:
        """Say nothing for a while."""
        self.locked_until_s = max(self.locked_until_s, until_s)
