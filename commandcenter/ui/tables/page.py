"""What windows beside the desk are built of: pages, captioned fields, and the line that says how a command went."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from commandcenter.model.errors import Refused
from commandcenter.ui.frame.parts import Translated, label, restyle
from commandcenter.ui.frame.wrapping import WrappingLine
from commandcenter.ui.i18n.tr import spoken
from commandcenter.ui.notice import Level, Notice
from commandcenter.ui.seat import Seat

TONES = {Level.DONE: "ok", Level.HINT: "muted", Level.REFUSED: "warn", Level.FAILED: "danger"}
SIGNS = {Level.DONE: "✓ ", Level.HINT: "", Level.REFUSED: "! ", Level.FAILED: "✕ "}


class NoticeLine(QLabel):
    """Says in this window what the desk's message strip says."""

    def __init__(self, seat: Seat) -> None:
        """Listen to a seat."""
        super().__init__()
        self._notice: Notice | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setContentsMargins(12, 4, 12, 6)
        seat.noticed.connect(self.show_notice)

    def show_notice(self, notice: Notice) -> None:
        """Say something."""
        self._notice = notice
        restyle(self, "role", TONES[notice.level])
        self.setText(SIGNS[notice.level] + spoken(notice.text))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._notice is not None:
            self.setText(SIGNS[self._notice.level] + spoken(self._notice.text))
        super().changeEvent(event)


class Page(Translated):
    """A page of a window: things in a column with room around them."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(12, 10, 12, 8)
        self.box.setSpacing(8)

    def line(self, *parts: QWidget | int) -> WrappingLine:
        """Add a line of widgets, of which some go below where the page is narrow; a number is a stretch."""
        made = WrappingLine()
        for part in parts:
            if isinstance(part, int):
                made.addStretch(part)
            else:
                made.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
        self.box.addLayout(made)
        return made


def settle(box: QComboBox) -> None:
    """Let a choice be as wide as its place: Qt would measure every one of thousands of callsigns."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)


class Field(QWidget):
    """A widget under its caption."""

    def __init__(self, inner: QWidget, width: int = 0) -> None:
        """Put a caption over `inner`; `width` fixes its width in pixels."""
        super().__init__()
        self.inner, self.caption = inner, label("caption")
        self.caption.setBuddy(inner)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.caption)
        box.addWidget(inner)
        if isinstance(inner, QComboBox):
            settle(inner)
        if width:
            inner.setFixedWidth(width)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("role", "clear")

    def say(self, caption: str, example: str = "") -> None:
        """Say the caption, and in an empty text field an example."""
        self.caption.setText(caption)
        self.inner.setAccessibleName(caption)
        if isinstance(self.inner, QLineEdit):
            self.inner.setPlaceholderText(example)


class NumberEdit(QLineEdit):
    """A line for one number; what is no number is said when it is needed."""

    def __init__(self, text: str = "") -> None:
        """Start with a text."""
        super().__init__(text)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def whole(self) -> int:
        """Return a whole number. Raises `Refused`."""
        try:
            return int(self.text().strip())
        except ValueError:
            raise Refused("“{text}” is not a whole number.", text=self.text().strip()) from None

    def real(self) -> float:
        """Return a number, with a decimal point or comma. Raises `Refused`."""
        try:
            return float(self.text().strip().replace(",", "."))
        except ValueError:
            raise Refused("“{text}” is not a number.", text=self.text().strip()) from None
