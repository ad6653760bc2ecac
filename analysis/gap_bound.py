"""The most that a gap may hide."""

from __future__ import annotations

from analysis.settings import Settings
from protocol.blocks import GRID_PER_N


def hidden_n_us(left_q: int, right_q: int, width_us: int, settings: Settings) -> float:
    """The most impulse between two readings in N·µs; 0 without a full scale, which the dose then says.

    The area under min(S, f_a + R(t − t_a), f_b + R(t_b − t)) as far as it is above 0, with S the full scale and R the
    slew limit: what pulls takes nothing off a dose that may lie beside it.
    """
    ceiling_n, slew_n_per_us = settings.full_scale_n, settings.slew_n_per_s / 1e6
    if ceiling_n is None:
        return 0.0
    left_n, right_n = left_q / GRID_PER_N, right_q / GRID_PER_N
    meeting_us = min(max((width_us + (right_n - left_n) / slew_n_per_us) / 2, 0.0), float(width_us))
    left = _under(left_n, meeting_us, slew_n_per_us, ceiling_n)
    return left + _under(right_n, width_us - meeting_us, slew_n_per_us, ceiling_n)


def _under(force_n: float, width_us: float, slew_n_per_us: float, ceiling_n: float) -> float:
    """Area above 0 under a line that rises from `force_n` up to the ceiling and stays there."""
    if force_n < 0:
        return _under(0.0, max(width_us + force_n / slew_n_per_us, 0.0), slew_n_per_us, ceiling_n)
    rising_us = min(max((ceiling_n - force_n) / slew_n_per_us, 0.0), width_us)
    rise = force_n * rising_us + slew_n_per_us * rising_us**2 / 2
    return rise + ceiling_n * (width_us - rising_us)
