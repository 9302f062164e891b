"""The first start: which region, who are you, which role. Nothing else is asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFileDialog, QFrame, QLabel, QLineEdit, QRadioButton, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.model.sentences import Sentence
from commandcenter.ui.frame.aside import Aside
from commandcenter.ui.frame.layout_memory import fitting, rooms
from commandcenter.ui.frame.parts import Translated, button, column, label, line, row
from commandcenter.ui.frame.roomy import Roomy
from commandcenter.ui.frame.titles import name_window
from commandcenter.ui.i18n.language import LANGUAGES, Language
from commandcenter.ui.i18n.tr import mark, spoken, tr
from commandcenter.ui.import_progress import ImportProgress
from commandcenter.ui.theme.look import Look


class Source(StrEnum):
    """Where the region comes from."""

    TRAINING = "training"
    IMPORT = "import"
    COPY = "copy"
    HERE = "here"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person chose."""

    source: Source
    path: Path | None
    """The map file to import, the pack's folder to copy, or the name of a region that is here."""
    operator: str
    role: str


FIRST_SIZE, LEAST = QSize(760, 680), QSize(480, 300)
FOOT_PX = 92
"""The button that starts, and how far the work is: always in sight."""
ROLES = (mark("Dispatcher"), mark("Field commander"), mark("Trainer"))
CARDS = {
    Source.TRAINING: (
        "school-outline",
        mark("Training region"),
        mark("An invented city that comes with the program: start at once, nothing can go wrong."),
    ),
    Source.IMPORT: (
        "map-plus",
        mark("Import a map"),
        mark("An OpenStreetMap extract (.osm.pbf, .osm, .gz, .bz2). A city takes a minute, a country longer."),
    ),
    Source.COPY: (
        "usb-flash-drive-outline",
        mark("Copy a region pack"),
        mark("From a USB stick or a folder. The check shows which districts it covers."),
    ),
    Source.HERE: (
        "map-check-outline",
        mark("A region on this computer"),
        mark("Imported or copied before; its operation goes on where it was."),
    ),
}


def _languages(language: Language) -> QComboBox:
    """Return the choice of the window's language; it takes effect at once."""
    box = QComboBox()
    for code, name in LANGUAGES.items():
        box.addItem(name, code)
    box.setCurrentIndex(box.findData(language.code))
    box.activated.connect(lambda _i: language.use(box.currentData()))
    return box


class FirstRun(Translated):
    """A window of its own, shown once.

    Signals:
        chosen(Choice): start the work, and report it to `progress`.
        cancelled(): the running work is to stop.
        closed(): the window was closed without a choice.
    """

    chosen = Signal(object)
    cancelled = Signal()
    closed = Signal()

    def __init__(self, look: Look, language: Language, *, coverage: Callable[[Path], list[Sentence]] | None = None, here: Sequence[str] = ()) -> None:
        """Ask; `coverage` says in sentences what a pack in a folder covers, or what is wrong with it; `here`: regions to choose from."""
        super().__init__()
        self._look, self._language, self._coverage = look, language, coverage
        self._done = False
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(LEAST)
        self.resize(fitting(FIRST_SIZE, rooms()))
        self.heading, self.lead = label("title"), label("muted", wrap=True)
        self.languages = _languages(language)
        self.cards = {source: _Card(look, CARDS[source][0]) for source in Source}
        self.group = QButtonGroup(self)
        for card in self.cards.values():
            self.group.addButton(card.radio)
        self.cards[Source.TRAINING].radio.setChecked(True)
        self.path, self.browse, self.covers = QLineEdit(), button(), label("muted", wrap=True)
        self.path.setReadOnly(True)
        self.here = QComboBox()
        self.here.addItems(list(here))
        self.cards[Source.HERE].setVisible(bool(here))
        self.name, self.role = QLineEdit(), QComboBox()
        self.captions = [QLabel(), QLabel(), QLabel()]
        self.start, self.fault = button("primary"), label("danger", wrap=True)
        self.progress = ImportProgress()
        self._lay_out()
        self.group.buttonClicked.connect(lambda _b: self._source_changed())
        self.browse.clicked.connect(self._browse)
        self.name.textChanged.connect(lambda _t: self._check())
        self.name.returnPressed.connect(self._start)
        self.start.clicked.connect(self._start)
        self.progress.cancelled.connect(self.cancelled)
        self.aside = Aside(self, look, "first_run", None)
        look.changed.connect(self.retranslate)
        self.retranslate()
        self._source_changed()
        self.name.setFocus()

    def _lay_out(self) -> None:
        whole, page = column(self), QWidget()
        page.setProperty("role", "clear")
        whole.addWidget(Roomy(page), 1)
        layout = column(page, margin=32, gap=10)
        layout.setContentsMargins(32, 24, 32, 8)
        self._ask_for_region(layout)
        layout.addWidget(line())
        people = row(gap=16)
        for caption, field in ((self.captions[1], self.name), (self.captions[2], self.role)):
            side = QVBoxLayout()
            side.addWidget(caption)
            side.addWidget(field)
            people.addLayout(side, 1)
        layout.addLayout(people)
        layout.addWidget(self.fault)
        layout.addStretch(1)
        self.foot = QStackedWidget()
        ready = QWidget()
        ready_line = row(ready)
        ready_line.addStretch(1)
        ready_line.addWidget(self.start)
        self.foot.addWidget(ready)
        self.foot.addWidget(self.progress)
        self.foot.setContentsMargins(32, 4, 32, 16)
        self.foot.setFixedHeight(FOOT_PX)
        whole.addWidget(self.foot)

    def _ask_for_region(self, layout: QVBoxLayout) -> None:
        top = row()
        top.addWidget(self.heading, 1)
        top.addWidget(self.languages)
        layout.addLayout(top)
        layout.addWidget(self.lead)
        layout.addSpacing(8)
        for caption in self.captions:
            caption.setProperty("role", "caption")
        layout.addWidget(self.captions[0])
        for card in self.cards.values():
            layout.addWidget(card)
        self.file_line = QWidget()
        files = row(self.file_line)
        files.addWidget(self.path, 1)
        files.addWidget(self.browse)
        layout.addWidget(self.file_line)
        layout.addWidget(self.here)
        layout.addWidget(self.covers)

    def retranslate(self) -> None:
        """Say every text."""
        name_window(self, tr("commandcenter: first start"), None)
        self.heading.setText(tr("Set up this desk"))
        self.lead.setText(tr("Everything stays on this computer and works without a network."))
        for caption, text in zip(self.captions, (tr("Region"), tr("Your name"), tr("Your role")), strict=True):
            caption.setText(text)
        for source, card in self.cards.items():
            card.say(tr(CARDS[source][1]), tr(CARDS[source][2]))
        kept = max(self.role.currentIndex(), 0)
        self.role.clear()
        for role in ROLES:
            self.role.addItem(tr(role), role)
        self.role.setCurrentIndex(kept)
        self.name.setPlaceholderText(tr("As it should stand in the log"))
        self.languages.setAccessibleName(tr("Language"))
        self.name.setAccessibleName(tr("Your name"))
        self.role.setAccessibleName(tr("Your role"))
        self.here.setAccessibleName(tr("A region on this computer"))
        self.browse.setText(tr("Choose …"))
        self.start.setText(tr("Open the desk"))
        self._source_changed()

    def put_operator(self, name: str, role: str) -> None:
        """Fill in who is known to sit here."""
        self.name.setText(name)
        known = [of.casefold() for of in ROLES]
        if role.casefold() in known:
            self.role.setCurrentIndex(known.index(role.casefold()))

    def source(self) -> Source:
        """Return the chosen source."""
        return next(source for source, card in self.cards.items() if card.radio.isChecked())

    def choose_path(self, path: Path) -> None:
        """Take a map file or a pack's folder."""
        self.path.setText(str(path))
        said = self._coverage(path) if self._coverage and self.source() == Source.COPY else []
        self.covers.setText("\n".join(spoken(sentence) for sentence in said))
        self._check()

    def failed(self, sentence: Sentence) -> None:
        """Say why the work did not succeed; the person may choose again."""
        self.fault.setText(spoken(sentence))
        self._busy(working=False)

    def stopped(self) -> None:
        """The work was cancelled; nothing was left behind."""
        self.failed(Sentence(""))

    def finished(self) -> None:
        """The desk opens; this window goes."""
        self._done = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what runs, and tell the app when no choice was made."""
        if not self._done:
            self.cancelled.emit()
            self.closed.emit()
        super().closeEvent(event)

    def _busy(self, *, working: bool) -> None:
        self.foot.setCurrentIndex(1 if working else 0)
        for field in (*self.cards.values(), self.file_line, self.here, self.name, self.role):
            field.setEnabled(not working)

    def _source_changed(self) -> None:
        source = self.source()
        for of, card in self.cards.items():
            card.mark_chosen(chosen=of == source)
        self.file_line.setVisible(source in (Source.IMPORT, Source.COPY))
        self.here.setVisible(source == Source.HERE)
        self.covers.setVisible(source == Source.COPY)
        self.path.setPlaceholderText(tr("No file chosen") if source == Source.IMPORT else tr("No folder chosen"))
        self.path.setAccessibleName(tr("Map file or pack"))
        self._check()

    def _browse(self) -> None:
        if self.source() == Source.IMPORT:
            found, _ = QFileDialog.getOpenFileName(self, tr("Choose a map"), "", tr("OpenStreetMap files") + " (*.pbf *.osm *.gz *.bz2)")
        else:
            found = QFileDialog.getExistingDirectory(self, tr("Choose a region pack"))
        if found:
            self.choose_path(Path(found))

    def _check(self) -> None:
        ready = bool(self.name.text().strip()) and (self.source() in (Source.TRAINING, Source.HERE) or bool(self.path.text()))
        self.start.setEnabled(ready)

    def _start(self) -> None:
        if not self.start.isEnabled():
            return
        self.fault.clear()
        self._busy(working=True)
        path = {Source.TRAINING: None, Source.HERE: Path(self.here.currentText())}.get(self.source(), Path(self.path.text()))
        self.chosen.emit(Choice(self.source(), path, self.name.text().strip(), str(self.role.currentData())))


class _Card(QFrame):
    """One way to a region."""

    def __init__(self, look: Look, icon: str) -> None:
        super().__init__()
        self._look, self._icon_name = look, icon
        self.setProperty("role", "card")
        self.radio, self.icon, self.words = QRadioButton(), QLabel(), label("muted", wrap=True)
        self.setFocusProxy(self.radio)
        layout = row(self, gap=12)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.addWidget(self.icon)
        side = QVBoxLayout()
        side.setSpacing(2)
        side.addWidget(self.radio)
        side.addWidget(self.words)
        layout.addLayout(side, 1)

    def say(self, title: str, words: str) -> None:
        """Say what it is."""
        self.radio.setText(title)
        self.words.setText(words)
        icon: QIcon = self._look.icon(self._icon_name, "accent")
        self.icon.setPixmap(icon.pixmap(26, 26))

    def mark_chosen(self, *, chosen: bool) -> None:
        """Show whether it is the chosen one."""
        self.setProperty("role", "chosen" if chosen else "card")
        self.style().unpolish(self)
        self.style().polish(self)

    def mousePressEvent(self, event: object) -> None:
        """A click anywhere on the card chooses it."""
        self.radio.click()
