"""`palpate analyze`: measure the holds of recordings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypedDict, Unpack

import click

from palpate import options
from session.documents import AnalysedFile, AnalysisDocument, FailedFile
from session.errors import InputError
from session.offline.measure import analyse
from session.offline.request import (
    Request,
    TableFormat,
    Threshold,
    Zero,
    not_negative,
    positive,
    tares,
    threshold,
    unit,
    zero,
)
from session.offline.sources import open_source
from session.offline.units import Unit


class Options(TypedDict):
    """The options that say how to measure, by the names of `Request` and `TableFormat`."""

    column: str | None
    unit: Unit | None
    rate_hz: float | None
    zero: Zero
    on: Threshold
    off: Threshold
    min_hold_s: float
    merge_s: float
    area_cm2: float | None
    target_n: float | None
    band_percent: float | None
    cap_n: float | None
    ramp_kpa_per_s: float | None
    ppt_kpa: float | None
    braced: bool
    full_scale_n: float | None
    tares: frozenset[int] | None


class Reader(click.ParamType[object]):
    """Text that a function reads which raises `InputError`."""

    def __init__(self, read: Callable[[str], object]) -> None:
        self.name = read.__name__
        self._read = read

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> object:
        """Read `value` unless it is a default that needs no reading."""
        if not isinstance(value, str):
            return value
        try:
            return self._read(value)
        except InputError as error:
            self.fail(str(error), param, ctx)


POSITIVE, NOT_NEGATIVE, THRESHOLD = Reader(positive), Reader(not_negative), Reader(threshold)
TARES = Reader(tares)


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--column", metavar="NAME", help="Force column; several with commas are a vector's components.")
@click.option("--unit", type=Reader(unit), metavar="N|kgf|lbf|g", help="Unit of force; wins over the header.")
@click.option("--rate", "rate_hz", type=POSITIVE, metavar="HZ", help="Rows per second, without a time column.")
@click.option("--zero", type=Reader(zero), default="none", metavar="none|first:S|percentile:P", help="Baseline.")
@click.option("--on", type=THRESHOLD, default="2", metavar="N|%", help="Contact threshold, 20 or 30%.")
@click.option("--off", type=THRESHOLD, default="1", metavar="N|%", help="Let-go threshold.")
@click.option("--min-hold", "min_hold_s", type=NOT_NEGATIVE, default="0.5", metavar="S", help="Shortest hold.")
@click.option("--merge", "merge_s", type=NOT_NEGATIVE, default="0.3", metavar="S", help="Shortest release.")
@click.option("--area", "area_cm2", type=POSITIVE, metavar="CM2", help="Area of the tip, for kPa.")
@click.option("--target", "target_n", type=POSITIVE, metavar="N", help="Target force.")
@click.option("--band", "band_percent", type=NOT_NEGATIVE, metavar="PERCENT", help="Half width of the band.")
@click.option("--cap", "cap_n", type=POSITIVE, metavar="N", help="Highest force allowed; what is above it is counted.")
@click.option("--ramp", "ramp_kpa_per_s", type=POSITIVE, metavar="KPA/S", help="Prescribed rate of the rise.")
@click.option("--ppt", "ppt_kpa", type=POSITIVE, metavar="KPA", help="Pressure pain threshold, for the dose in PPT·s.")
@click.option("--braced", is_flag=True, help="The tool was blocked: watch for softening where no target is given.")
@click.option("--full-scale", "full_scale_n", type=POSITIVE, metavar="N", help="The sensor's full scale.")
@click.option("--tares", type=TARES, metavar="1,2|none", help="Only these zeros of a record count, 1 for the first.")
@click.option("--chunk", type=click.IntRange(min=1), metavar="N", help="Readings at a time (changes nothing).")
@options.as_json
@click.pass_context
def analyze(
    context: click.Context, files: tuple[str, ...], chunk: int | None, as_json: bool, **how: Unpack[Options]
) -> None:
    """Measure the holds of recordings: records, and CSV or TSV tables with a header."""
    request = _request(how)
    outcomes = tuple(_outcome(file, request, chunk) for file in files)
    failed = [outcome for outcome in outcomes if isinstance(outcome, FailedFile)]
    if as_json:
        click.echo(AnalysisDocument(files=outcomes).to_json())
    else:
        from palpate.tables import show_holds

        show_holds([outcome for outcome in outcomes if isinstance(outcome, AnalysedFile)])
    for failure in failed:
        click.echo(" ".join(f"palpate: {failure.file}: {failure.error}".split()), err=True)
    if failed:
        context.exit(2)


def _request(how: Options) -> Request:
    table = TableFormat(how["column"], how["unit"], how["rate_hz"], how["zero"])
    return Request(
        table=table,
        on=how["on"],
        off=how["off"],
        min_hold_s=how["min_hold_s"],
        merge_s=how["merge_s"],
        area_cm2=how["area_cm2"],
        target_n=how["target_n"],
        band_percent=how["band_percent"],
        cap_n=how["cap_n"],
        ramp_kpa_per_s=how["ramp_kpa_per_s"],
        ppt_kpa=how["ppt_kpa"],
        braced=how["braced"],
        full_scale_n=how["full_scale_n"],
        tares=how["tares"],
    )


def _outcome(file: str, request: Request, chunk: int | None) -> AnalysedFile | FailedFile:
    from palpate.progress import reading

    try:
        with reading(file) as advance:
            return analyse(open_source(file, request, advance), chunk)
    except InputError as error:
        return FailedFile(file=file, error=str(error))
