"""What other libraries take for less work on the same ten minutes: filters and one statistic, no holds, no bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from analysis.stream import Analysis
from palpate.contests.contest import Contest, Skipped
from palpate.contests.core import OFFLINE_BLOCK
from palpate.contests.signals import RATE_HZ, SETTINGS, blocks, presses_n

Forces = NDArray[np.float64]

SECONDS: Final = 600
VERSUS: Final = "numpy.add.reduce, same float64 forces"


def peers() -> Iterator[Contest | Skipped]:
    """Ours first, then the others."""
    force_n = presses_n(SECONDS)
    yield _contest("palpate", lambda: _palpate(force_n), force_n)
    for module, name, work in (
        ("brainflow.data_filter", "brainflow, 3 filters and a deviation", _brainflow),
        ("neurokit2", "neurokit2, 3 filters and a threshold", _neurokit2),
        ("biosppy.signals.tools", "biosppy, 3 filters and statistics", _biosppy),
    ):
        yield _peer(module, name, work, force_n)


def _peer(module: str, name: str, work: Callable[[Any, Forces], None], force_n: Forces) -> Contest | Skipped:
    try:
        library = import_module(module)
    except ImportError:
        return Skipped(f"core.offline.10min_1khz ({name})", f"{module.split('.', maxsplit=1)[0]} is not installed")
    return _contest(name, lambda: work(library, force_n), force_n)


def _contest(name: str, work: Callable[[], None], force_n: Forces) -> Contest:
    return Contest(f"core.offline.10min_1khz ({name})", work, VERSUS, lambda: np.add.reduce(force_n), None)


def _palpate(force_n: Forces) -> None:
    analysis = Analysis(SETTINGS)
    for block in blocks(force_n, OFFLINE_BLOCK):
        analysis.update(block)
    analysis.finish()


def _brainflow(library: Any, force_n: Forces) -> None:
    filters, kind = library.DataFilter, library.FilterTypes.BUTTERWORTH.value
    low, slow, band = force_n.copy(), force_n.copy(), force_n.copy()
    filters.perform_lowpass(low, RATE_HZ, 10.0, 2, kind, 0.0)
    filters.perform_lowpass(slow, RATE_HZ, 1.5, 2, kind, 0.0)
    filters.perform_bandpass(band, RATE_HZ, 4.0, 12.0, 2, kind, 0.0)
    filters.calc_stddev(band)


def _neurokit2(library: Any, force_n: Forces) -> None:
    library.signal_filter(force_n, sampling_rate=RATE_HZ, highcut=10.0, order=2)
    library.signal_filter(force_n, sampling_rate=RATE_HZ, highcut=1.5, order=2)
    library.signal_filter(force_n, sampling_rate=RATE_HZ, lowcut=4.0, highcut=12.0, order=2)
    library.signal_binarize(force_n, method="threshold", threshold=2.0)


def _biosppy(library: Any, force_n: Forces) -> None:
    for band, frequency in (("lowpass", 10.0), ("lowpass", 1.5), ("bandpass", [4.0, 12.0])):
        library.filter_signal(
            force_n, ftype="butter", band=band, order=2, frequency=frequency, sampling_rate=float(RATE_HZ)
        )
    library.signal_stats(force_n)
