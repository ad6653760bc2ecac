"""What a ramp has to be told before it begins."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.doses import pressure_kpa


@dataclass(frozen=True, slots=True)
class RampSettings:
    """Tip, prescribed rate and end of a ramp. Raises `ValueError` for a figure that is not above 0."""

    area_cm2: float
    rate_kpa_per_s: float
    cap_n: float
    """The ramp ends here: the lower of what is allowed in N and in kPa."""
    on_n: float = 2.0
    """First reading of a ramp, as of a hold."""
    off_n: float = 1.0
    """Below it the tip is off the skin."""

    def __post_init__(self) -> None:
        for name in ("area_cm2", "rate_kpa_per_s", "cap_n", "on_n", "off_n"):
            if not getattr(self, name) > 0:
                raise ValueError(f"{name} must be above 0, not {getattr(self, name)}")
        if not self.off_n <= self.on_n <= self.cap_n:
            raise ValueError(f"let-go {self.off_n} N, contact {self.on_n} N and limit {self.cap_n} N must rise")

    @property
    def cap_kpa(self) -> float:
        """The pressure at which the ramp ends."""
        return self.kpa(self.cap_n)

    def kpa(self, force_n: float) -> float:
        """Mean pressure under the tip."""
        return pressure_kpa(force_n, self.area_cm2)
