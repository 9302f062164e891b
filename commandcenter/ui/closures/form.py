"""What a closure is about: street, reason, from when until when, who may pass. Filled before or after drawing; Enter closes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from commandcenter.model.commands import CloseRoad
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat
from commandcenter.ui.closures.moments import read_moment
from commandcenter.ui.frame.parts import Flow, Translated, button, label, restyle, row
from commandcenter.ui.i18n.tr import mark, spoken, tr
from commandcenter.ui.seat import Seat

PROFILES = {
    "ambulance": mark("Ambulances"),
    "engine": mark("Fire engines"),
    "ladder": mark("Ladders"),
    "heavy_truck": mark("Heavy trucks"),
    "boat_trailer": mark("Boat trailers"),
    "foot": mark("On foot"),
}
DRAW_FIRST = say("Draw the place on the map; Enter there ends the line or area.")
DRAWN = say("Drawn. Enter closes it; Esc gives up.")
NO_TIME = say("“{text}” is no time: write 14:30, +2 h or 2026-11-23 08:00")


class ClosureForm(Translated):
    """One line of fields above the list of closures.

    Signals:
        ready(CloseRoad): the closure is drawn and filled in.
        left(): given up.
    """

    ready = Signal(object)
    left = Signal()

    def __init__(self, seat: Seat) -> None:
        """Start empty and hidden."""
        super().__init__()
        self._seat = seat
        self._shape: tuple[LonLat, ...] = ()
        self._says: Sentence = DRAW_FIRST
        self.name, self.reason, self.begins, self.ends = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.exempt = {profile: QCheckBox() for profile in PROFILES if profile in seat.desk.roads.profiles}
        self.says, self.close_button, self.leave_button = label("muted"), button("primary"), button()
        self._captions = [QLabel() for _ in range(5)]
        self._lay_out()
        for field in (self.name, self.reason, self.begins, self.ends):
            field.returnPressed.connect(self.submit)
        self.close_button.clicked.connect(self.submit)
        self.close_button.needs(seat, CloseRoad)
        self.leave_button.clicked.connect(self.left)
        for keys, act in (("Ctrl+Return", self.submit), ("Esc", self.left.emit)):
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(6)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        for place, (field, share) in enumerate(((self.name, 3), (self.reason, 4), (self.begins, 2), (self.ends, 2))):
            self._captions[place].setProperty("role", "caption")
            self._captions[place].setBuddy(field)
            grid.addWidget(self._captions[place], 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, share)
        layout.addLayout(grid)
        who = QWidget()
        who.setProperty("role", "clear")
        flow = Flow(who, gap=12)
        self._captions[4].setProperty("role", "caption")
        flow.addWidget(self._captions[4])
        for box in self.exempt.values():
            flow.addWidget(box)
        line = row(gap=10)
        line.addWidget(who, 1)
        line.addWidget(self.says)
        line.addWidget(self.leave_button)
        line.addWidget(self.close_button)
        layout.addLayout(line)

    def retranslate(self) -> None:
        """Say every text."""
        captions = (tr("Street"), tr("Reason"), tr("From"), tr("Until"), tr("May pass:"))
        for caption, text in zip(self._captions, captions, strict=True):
            caption.setText(text)
        for field, text in zip((self.name, self.reason, self.begins, self.ends), captions, strict=False):
            field.setAccessibleName(text)
        self.name.setPlaceholderText(tr("The nearest street"))
        self.reason.setPlaceholderText(tr("burst main, works, flood …"))
        self.begins.setPlaceholderText(tr("now; 14:30, +2 h"))
        self.ends.setPlaceholderText(tr("lifted; 18:00, +2 h"))
        for profile, box in self.exempt.items():
            box.setText(tr(PROFILES[profile]))
            box.setAccessibleName(f"{captions[4]} {tr(PROFILES[profile])}")
        self.close_button.setText(tr("Close the road"))
        self.leave_button.setText(tr("Give up (Esc)"))
        self.says.setText(spoken(self._says))

    def begin(self, reason: str = "") -> None:
        """Show the form, empty but for a reason, and wait for the drawing."""
        for field in (self.name, self.reason, self.begins, self.ends):
            field.clear()
            restyle(field, "wrong", "false")
        for box in self.exempt.values():
            box.setChecked(False)
        self.reason.setText(reason)
        self._shape = ()
        self._say(DRAW_FIRST)
        self.show()

    def take_shape(self, shape: tuple[LonLat, ...], street: str) -> None:
        """Take what was drawn, and the street it lies on."""
        self._shape = shape
        if not self.name.text().strip():
            self.name.setText(street)
        self._say(DRAWN)
        self.reason.setFocus()

    @property
    def drawn(self) -> bool:
        """Return whether the shape is there."""
        return bool(self._shape)

    def submit(self) -> None:
        """Close the road, or say what is missing."""
        if not self._shape:
            self._say(DRAW_FIRST)
            return
        now_ms = self._seat.now_ms()
        times: list[int | None] = []
        for field in (self.begins, self.ends):
            text = field.text().strip()
            moment = read_moment(text, now_ms) if text else None
            wrong = bool(text) and moment is None
            restyle(field, "wrong", "true" if wrong else "false")
            if wrong:
                self._say(Sentence(NO_TIME.template, {"text": text}))
                field.setFocus()
                return
            times.append(moment)
        exempt = tuple(profile for profile, box in self.exempt.items() if box.isChecked())
        self.ready.emit(CloseRoad(self._shape, self.name.text().strip(), self.reason.text().strip(), times[0], times[1], exempt))

    def _say(self, sentence: Sentence) -> None:
        self._says = sentence
        self.says.setText(spoken(sentence))
