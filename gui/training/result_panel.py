"""The results that may be told: each trial with its score, its trace, and each lost point at its second."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QListView, QListWidget, QWidget

from analysis.score import Score
from analysis.score_losses import Cause, Loss
from gui.theme import Theme
from gui.tongue import mark, say
from gui.training.picture import Drawing, Step, TrialPicture
from protocol.blocks import GRID_PER_N
from training.ghost import ghost
from training.judge import Judged
from training.schedule import reveals
from training.sentences import sentence_of

CAUSES: Final = {
    Cause.NOT_PRESSING: mark("not pressing"),
    Cause.TOO_LIGHT: mark("too light"),
    Cause.TOO_HARD: mark("too hard"),
    Cause.MISSING: mark("missing|readings"),
    Cause.NOT_RELEASED: mark("not released"),
}
NONE_YET: Final = mark("Results come here after each trial, where the exercise tells them.")
NOT_SHOWN: Final = Drawing(10.0, word=mark("not shown"))


class ResultPanel(QWidget):
    """A list of trials; the chosen one is explained."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._judged: list[Judged] = []
        self.trials, self.losses = QListWidget(), QListWidget()
        self.trials.setAccessibleName(say("trials"))
        self.losses.setAccessibleName(say("lost points"))
        self.words, self.terms = QLabel(), QLabel()
        self.words.setWordWrap(True)
        self.terms.setProperty("kind", "small")
        self.terms.setWordWrap(True)
        self.picture = TrialPicture(say("the trial's force"))
        self.trials.currentRowChanged.connect(self._explain)
        self.losses.currentRowChanged.connect(self._mark)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.trials, 0, 0, 3, 1)
        grid.addWidget(self.words, 0, 1, 1, 2)
        grid.addWidget(self.terms, 1, 1, 1, 2)
        grid.addWidget(self.picture, 2, 1)
        grid.addWidget(self.losses, 2, 2)
        for column, share in enumerate((2, 5, 3)):
            grid.setColumnStretch(column, share)
        for rows in (self.trials, self.losses):
            rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            rows.setResizeMode(QListView.ResizeMode.Adjust)
            rows.setWordWrap(True)
        self.clear()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self.picture.set_theme(theme)

    def add(self, judged: Judged) -> None:
        """Tell one more result, and show it."""
        self._judged.append(judged)
        self._show_parts(shown=True)
        self.trials.addItem(_headline(judged))
        self.trials.setCurrentRow(len(self._judged) - 1)

    def clear(self) -> None:
        """Forget all trials."""
        self._judged.clear()
        self.trials.clear()
        self.losses.clear()
        self.words.setText(say(NONE_YET))
        self.terms.clear()
        self.picture.draw(Drawing(10.0))
        self._show_parts(shown=False)

    def _show_parts(self, *, shown: bool) -> None:
        """Empty lists and frames look like something to fill in."""
        for part in (self.trials, self.losses, self.terms, self.picture):
            part.setVisible(shown)

    def _explain(self, row: int) -> None:
        if row < 0:
            return
        judged = self._judged[row]
        self.words.setText(say(sentence_of(judged)))
        self.terms.setText(_terms(judged))
        self.losses.clear()
        self.losses.addItems(list(map(_lost, judged.losses)))
        self.picture.draw(_drawing(judged) if reveals(judged.go.schedule) else NOT_SHOWN)

    def _mark(self, row: int) -> None:
        trial = self.trials.currentRow()
        if trial < 0 or not self.picture.drawing.steps:
            return
        lost = self._judged[trial].losses
        self.picture.draw(self.picture.drawing._replace(marked=lost[row].second if 0 <= row < len(lost) else None))


def _headline(judged: Judged) -> str:
    task = judged.go.task
    if not isinstance(judged.score, Score):
        return say("{number}: {target_n:.4g} N, no score", number=task.number, target_n=task.target_n)
    return say(
        "{number}: {target_n:.4g} N, {points:.0f} points",
        number=task.number,
        target_n=task.target_n,
        points=judged.score.points,
    )


def _lost(loss: Loss) -> str:
    return say(
        "second {second}: {cause}, {points:.1f}",
        second=loss.second + 1,
        cause=say(CAUSES[loss.cause]),
        points=loss.points,
    )


def _terms(judged: Judged) -> str:
    found = judged.score
    if not isinstance(found, Score):
        return ""
    return say(
        "{seen} · {points:.0f} = 100 × closeness {closeness:.2f} × on task {on_task:.2f} × release {release:.2f} · "
        "in band {in_band:.0f} % · mean {error:+.0f} %",
        seen=say("seen") if judged.guided else say("unseen"),
        points=found.points,
        closeness=found.closeness,
        on_task=found.on_task,
        release=found.release,
        in_band=found.in_band_percent,
        error=found.error_percent,
    )


def _drawing(judged: Judged) -> Drawing:
    """From go to the end: the band as it was asked for, and each tenth of a second of the force."""
    trial, seen = judged.trial, ghost(judged)
    if not seen.at_s:
        return Drawing(10.0, word=mark("no reading came"))
    time_us = trial.go_us + np.rint(np.array(seen.at_s) * 1e6).astype(np.int64)
    target_q = trial.target_q(time_us)
    half_q = trial.half_q(target_q)
    low_n, high_n = ((target_q + sign * half_q) / GRID_PER_N for sign in (-1, 1))
    steps = tuple(map(Step, seen.at_s, seen.force_n, low_n.tolist(), high_n.tolist()))
    return Drawing(max(steps[-1].since_s, 1.0), steps)
