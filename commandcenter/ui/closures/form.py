"""What a closure is about: street, reason, from when until when, who may pass. Drawn on the map or found by the street's name; Enter closes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from commandcenter.dispatch.street_closure import StreetClosure, with_street
from commandcenter.model.commands import CloseRoad
from commandcenter.model.ports import Place
from commandcenter.model.sentences import ProperName, Sentence, say
from commandcenter.model.words import LonLat
from commandcenter.ui.closures.moments import read_moment
from commandcenter.ui.frame.parts import Flow, Translated, button, label, restyle, row
from commandcenter.ui.i18n.tr import mark, spoken, tr
from commandcenter.ui.report.pick import Offer, PickField
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import language, local_name, place_name

PROFILES = {
    "ambulance": mark("Ambulances"),
    "engine": mark("Fire engines"),
    "ladder": mark("Ladders"),
    "heavy_truck": mark("Heavy trucks"),
    "boat_trailer": mark("Boat trailers"),
    "foot": mark("On foot"),
}
DRAW_FIRST = say("Draw the place on the map; Enter there ends the line or area.")
NAME_FIRST = say("Write the street, or “Mill Lane from Castle Hill to Harbour Road”; Enter shows what closes.")
LOOKING = say("Looking for the street …")
FOUND = say("{street}, {town}: {metres} m, as drawn on the map. Enter closes it; Esc gives up.")
DRAWN = say("Drawn. Enter closes it; Esc gives up.")
NO_TIME = say("“{text}” is no time: write 14:30, +2 h or 2026-11-23 08:00")


def vehicle_name(profile: str) -> str:
    """Return what vehicles of a profile are called; those that an agency added go by their own name."""
    return tr(PROFILES[profile]) if profile in PROFILES else profile


class ClosureForm(Translated):
    """One line of fields above the list of closures.

    Signals:
        ready(tuple): the closures (`CloseRoad`) are drawn or found, and filled in.
        sought(str, Place | None): the street of this name is wanted, or the one that was picked.
        typed(str): this is being written as the street.
        left(): given up.
    """

    ready = Signal(object)
    sought = Signal(str, object)
    typed = Signal(str)
    left = Signal()

    def __init__(self, seat: Seat) -> None:
        """Start empty and hidden."""
        super().__init__()
        self._seat = seat
        self._shapes: tuple[tuple[LonLat, ...], ...] = ()
        self._by_name = False
        self._found = ""
        """What stood in the field of the street when it was found."""
        self._street = ""
        self._says: Sentence = DRAW_FIRST
        self.street, self.reason, self.begins, self.ends = PickField(), QLineEdit(), QLineEdit(), QLineEdit()
        self.name = self.street.line
        self.exempt: dict[str, QCheckBox] = {}
        self.says, self.close_button, self.leave_button = label("muted", wrap=True), button("primary"), button()
        self._captions = [QLabel() for _ in range(5)]
        self._lay_out()
        for field in (self.name, self.reason, self.begins, self.ends):
            field.returnPressed.connect(self.submit)
        self.street.typed.connect(self._typed)
        self.street.picked.connect(self._picked)
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
        for place, (field, share) in enumerate(((self.street, 3), (self.reason, 4), (self.begins, 2), (self.ends, 2))):
            self._captions[place].setProperty("role", "caption")
            self._captions[place].setBuddy(field)
            grid.addWidget(self._captions[place], 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, share)
        layout.addLayout(grid)
        layout.addWidget(self.street.list)  # below, over the whole width
        who = QWidget()
        who.setProperty("role", "clear")
        flow = Flow(who, gap=12)
        self._captions[4].setProperty("role", "caption")
        flow.addWidget(self._captions[4])
        self._boxes = flow
        self._offer_vehicles()
        line = row(gap=10)
        line.addWidget(who, 1)
        line.addWidget(self.leave_button)
        line.addWidget(self.close_button)
        layout.addWidget(self.says)
        layout.addLayout(line)

    def retranslate(self) -> None:
        """Say every text."""
        captions = (tr("Street"), tr("Reason"), tr("From"), tr("Until"), tr("May pass:"))
        for caption, text in zip(self._captions, captions, strict=True):
            caption.setText(text)
        for field, text in zip((self.name, self.reason, self.begins, self.ends), captions, strict=False):
            field.setAccessibleName(text)
        self.street.list.setAccessibleName(tr("Streets called alike"))
        self._invite()
        self.reason.setPlaceholderText(tr("burst main, works, flood …"))
        self.begins.setPlaceholderText(tr("now; 14:30, +2 h"))
        self.ends.setPlaceholderText(tr("lifted; 18:00, +2 h"))
        for profile, box in self.exempt.items():
            box.setText(vehicle_name(profile))
            box.setAccessibleName(f"{captions[4]} {vehicle_name(profile)}")
        self.close_button.setText(tr("Close the road"))
        self.leave_button.setText(tr("Give up (Esc)"))
        self.says.setText(spoken(self._says))

    def begin(self, reason: str = "", *, by_name: bool = False) -> None:
        """Show the form, empty but for a reason, and wait for the drawing, or for the street's name."""
        self._by_name, self._found = by_name, ""
        self.street.clear()
        for field in (self.name, self.reason, self.begins, self.ends):
            field.clear()
            restyle(field, "wrong", "false")
        self._offer_vehicles()
        for box in self.exempt.values():
            box.setChecked(False)
        self.reason.setText(reason)
        self._shapes = ()
        self._invite()
        self._say(NAME_FIRST if by_name else DRAW_FIRST)
        self.show()
        if by_name:
            self.name.setFocus()

    def take_shape(self, shape: tuple[LonLat, ...], street: str) -> None:
        """Take what was drawn, and the street it lies on."""
        self._shapes = (shape,)
        if not self.name.text().strip():
            self.name.setText(street)
        self._say(DRAWN)
        self.reason.setFocus()

    def seek(self, street: str, reason: str) -> None:
        """Begin with a street's name, and look for it at once."""
        self.begin(reason, by_name=True)
        self.name.setText(street)
        self.submit()

    def take_street(self, text: str, found: StreetClosure) -> None:
        """Take what was found for a text; one that was changed meanwhile is sought again with the next Enter."""
        self._shapes, self._found = found.shapes, text
        self.street.set(text, found)
        name = ProperName(found.name, found.names)
        self._say(Sentence(FOUND.template, {"street": name, "town": found.town, "metres": round(found.length_m)}))
        self._street = local_name(found.name, found.names)

    def miss(self, why: Sentence, streets: Sequence[Place] = ()) -> None:
        """Say why there is no such street, and offer those that are called alike."""
        self._shapes, self._found = (), ""
        self._say(why)
        self.offer(streets)
        self.name.setFocus()

    def offer(self, streets: Sequence[Place]) -> None:
        """Offer streets for what is written; the part of a street that is meant stays."""
        text = self.name.text()
        self.street.offer([Offer(with_street(text, place_name(place)), place.where(language()), place) for place in streets])

    @property
    def drawn(self) -> bool:
        """Return whether the shape is there."""
        return bool(self._shapes)

    def submit(self) -> None:
        """Close the road, or say what is missing; a street that was not sought yet is sought."""
        street = self.name.text().strip()
        if self._by_name and street and street != self._found:
            self._shapes = ()
            self._say(LOOKING)
            self.sought.emit(street, None)
            return
        if not self._shapes:
            self._say(NAME_FIRST if self._by_name else DRAW_FIRST)
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
        name, reason = self._street if self._by_name else street, self.reason.text().strip()
        self.ready.emit(tuple(CloseRoad(shape, name, reason, times[0], times[1], exempt) for shape in self._shapes))

    def _typed(self, text: str) -> None:
        if self._by_name:
            self._shapes, self._found = (), ""
            self._say(NAME_FIRST)
            self.typed.emit(text.strip())

    def _picked(self, place: Place) -> None:
        self._say(LOOKING)
        self.sought.emit(self.name.text().strip(), place)

    def _offer_vehicles(self) -> None:
        """Offer the vehicles on the roads now; the catalogue may have got others."""
        there = self._seat.desk.roads.profiles
        wanted = [*(name for name in PROFILES if name in there), *sorted(name for name in there if name not in PROFILES)]
        if wanted == list(self.exempt):
            return
        for box in self.exempt.values():
            self._boxes.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.exempt = {name: QCheckBox() for name in wanted}
        for name, box in self.exempt.items():
            box.setText(vehicle_name(name))
            box.setAccessibleName(f"{tr('May pass:')} {vehicle_name(name)}")
            self._boxes.addWidget(box)

    def _invite(self) -> None:
        self.name.setPlaceholderText(tr("Street, or part from … to …") if self._by_name else tr("The nearest street"))

    def _say(self, sentence: Sentence) -> None:
        self._says = sentence
        self.says.setText(spoken(sentence))
