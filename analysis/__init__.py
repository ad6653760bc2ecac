"""The numpy core: readings in, holds and the present moment out; no clock, no thread, no file."""

from analysis.hold import Code, Hold, Verdict
from analysis.live import Live, Phase
from analysis.settings import Settings
from analysis.stream import Analysis

__all__ = ["Analysis", "Code", "Hold", "Live", "Phase", "Settings", "Verdict"]
