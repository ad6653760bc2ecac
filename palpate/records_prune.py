"""`palpate records prune`: clear away old records by a rule."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from palpate import options
from session.record_documents import PrunedDocument, PruneDocument
from session.retention import Rule, delete, judge, read_rule


@click.command()
@click.option("--keep-days", type=click.IntRange(min=1), metavar="DAYS", help="Instead of what retention.toml says.")
@click.option("--delete", "for_good", is_flag=True, help="Delete what is listed; without it nothing is deleted.")
@options.data
@options.as_json
def prune(keep_days: int | None, for_good: bool, folder: Path | None, as_json: bool) -> None:
    """List the records that are older than the rule keeps; with --delete, delete them after they were listed.

    The rule is --keep-days, or “keep_days = …” in retention.toml in the data folder; there is no default. A record
    whose age is not certain is never deleted.
    """
    rule = read_rule(options.data_folder(folder)) if keep_days is None else Rule(keep_days=keep_days)
    found = judge(options.records_folder(folder), rule, datetime.now(UTC))
    if not as_json:
        _show(found, rule, for_good)
    done = tuple(_deleted(each) if for_good and each.due else each for each in found)
    if as_json:
        click.echo(PruneDocument(keep_days=rule.keep_days, records=done).to_json())


def _show(found: tuple[PrunedDocument, ...], rule: Rule, for_good: bool) -> None:
    """Before anything is deleted."""
    due = sum(each.due for each in found)
    for each in found:
        click.echo(f"{each.file}: {each.text}")
    if not due:
        click.echo(f"No record is older than {rule.keep_days} days.")
    elif for_good:
        click.echo(f"Deleting {due} of these.")
    else:
        click.echo(f"{due} may go; nothing was deleted. “--delete” deletes them for good.")


def _deleted(record: PrunedDocument) -> PrunedDocument:
    delete(Path(record.file))
    return record.model_copy(update={"deleted": True})
