"""The mark of a record that was saved from a damaged or cut one."""

from __future__ import annotations

from typing import Final

from pydantic import BaseModel, ConfigDict

from protocol.sentence import Sentence

RECOVERED_NAME: Final = "palpate.recovered"
"""Of the metadata entry that holds the mark."""


class Recovered(BaseModel):
    """What a record was saved from; whoever shows its figures shows this too."""

    model_config = ConfigDict(frozen=True)

    source_sha256: str
    """Of the file that was damaged or cut."""
    software: str
    """Which version saved it."""
    kept: int
    lost: int | None
    """Payloads that had been written and are not here, counted by their numbers; null where they had none."""
    proven: bool
    """False: the damaged record was of a version without check sums of single payloads; a wrong byte may be here."""

    @property
    def sentence(self) -> Sentence:
        """What a reader of the figures has to know."""
        lost = Sentence("an unknown number of") if self.lost is None else self.lost
        if self.proven:
            return Sentence("the record was recovered: {kept} payloads kept, {lost} lost", kept=self.kept, lost=lost)
        return Sentence(
            "the record was recovered: {kept} payloads kept; a payload with a wrong byte may be among them, "
            "{lost} lost",
            kept=self.kept,
            lost=lost,
        )
