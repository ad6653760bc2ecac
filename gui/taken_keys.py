"""Keys that are taken from every widget, dialog and text field of the application, wherever the focus is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeyEvent

_KEY_EVENTS: Final = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})


class TakenKeys(QObject):
    """Takes the keys that `takes` names while it is armed; each goes to `feel` once, however long it is held down."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._armed = False

    def arm(self) -> None:
        """Take the keys from now on."""
        application = QCoreApplication.instance()
        if application is not None and not self._armed:
            application.installEventFilter(self)
            self._armed = True

    def disarm(self) -> None:
        """Leave the keys to whoever has the focus."""
        application = QCoreApplication.instance()
        if application is not None and self._armed:
            application.removeEventFilter(self)
        self._armed = False

    def takes(self, watched: QObject, event: QKeyEvent) -> bool:
        """Whether a key that was meant for `watched` is one of these."""
        raise NotImplementedError

    def feel(self, key: int, *, down: bool) -> None:
        """One of these keys went down or up."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Swallow the keys that are taken."""
        if event.type() not in _KEY_EVENTS or not isinstance(event, QKeyEvent) or not self.takes(watched, event):
            return False
        event.accept()
        if event.type() != QEvent.Type.ShortcutOverride and not event.isAutoRepeat():
            self.feel(event.key(), down=event.type() == QEvent.Type.KeyPress)
        return True
