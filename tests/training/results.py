"""Results made up for tests."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from tests.training.rooms import NOON
from training.exercise import Purpose
from training.result import Pressed, Scored, TrialResult
from training.schedule import TEST


def result(exercise: str = "light", at: datetime = NOON, *, points: float | None = 80.0, **changes: Any) -> TrialResult:
    """A scored trial of 10 N, unseen; `points` None: it was void."""
    error = changes.pop("error_percent", 5.0)
    scored = Scored(
        version=1,
        points=points or 0.0,
        high_points=points or 0.0,
        closeness=0.8,
        on_task=1.0,
        release=1.0,
        in_band_percent=changes.pop("in_band_percent", 90.0),
        error_n=error / 10,
        error_percent=error,
        rms_error_n=1.0,
    )
    pressed = Pressed(
        rise_n_per_s=9.0,
        overshoot_percent=4.0,
        cv_percent=changes.pop("cv_percent", 5.0),
        drift_n_per_s=0.0,
        tremor_n_rms=0.1,
        cue_latency_s=0.3,
        fall_n_per_s=12.0,
        residual_n=0.0,
        duration_s=changes.pop("duration_s", None),
    )
    values: dict[str, Any] = {
        "at": at,
        "exercise": exercise,
        "purpose": Purpose.PRACTICE,
        "level": 1,
        "run": f"{exercise}-{at:%Y-%m-%dT%H-%M}",
        "number": 1,
        "of": 1,
        "target_n": 10.0,
        "site": None,
        "hand": "usual",
        "schedule": TEST,
        "guided": False,
        "asked_s": None,
        "void": None if points is not None else "no data",
        "simulated": False,
        "tool": "PLP-1",
        "score": scored if points is not None else None,
        "unscored": None,
        "weakest": None,
        "pressed": pressed,
    }
    return TrialResult(**(values | changes))


def later(days: float) -> datetime:
    return NOON + timedelta(days=days)
