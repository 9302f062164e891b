"""Every column of one inject as a field. A field is taken over when it is left, or by Enter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from commandcenter.exercise.msel import FIELDS, Row
from commandcenter.exercise.scenario import InjectKind
from commandcenter.ui.exercise.editor.words import COLUMN_WORDS, KIND_WORDS
from commandcenter.ui.frame.parts import Translated, button, column, label
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.tables.page import Field

LONG = frozenset({"inject_en", "inject_zh", "expected_en", "expected_zh", "note"})
CHOICES = frozenset({"kind", "type", "objective", "unit"})
LINES: Sequence[Sequence[str]] = (
    ("number", "time", "kind"),
    ("type", "unit"),
    ("place",),
    ("synopsis_en", "synopsis_zh"),
    ("inject_en", "inject_zh"),
    ("method", "from", "to"),
    ("controller", "player"),
    ("expected_en", "expected_zh"),
    ("match",),
    ("deadline", "weight", "objective"),
    ("trigger", "details"),
    ("further",),
    ("note",),
)
LONG_H = 58


class InjectForm(Translated):
    """Shows one row. Qt thread.

    Signals:
        edited(object): columns with their new texts, all that differ from the row.
        place_wanted(): the person wants to point at the place on the map.
    """

    edited = Signal(object)
    place_wanted = Signal()

    def __init__(self) -> None:
        """Start with no row."""
        super().__init__()
        self._row: Row = dict.fromkeys(FIELDS, "")
        self.fields: dict[str, QLineEdit | QPlainTextEdit | QComboBox] = {name: _editor(name) for name in FIELDS}
        self._captions = {name: Field(widget) for name, widget in self.fields.items()}
        self.faults = {name: label("danger", wrap=True) for name in FIELDS}
        self.place_button = button()
        self.place_button.clicked.connect(self.place_wanted)
        self.preview = label("muted", wrap=True)
        self._lay_out()
        for widget in self.fields.values():
            if isinstance(widget, QLineEdit):
                widget.editingFinished.connect(self.commit)
            elif isinstance(widget, QComboBox):
                widget.activated.connect(self.commit)
                line = widget.lineEdit()
                if line is not None:
                    line.editingFinished.connect(self.commit)
            else:
                widget.installEventFilter(self)
        self.retranslate()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("role", "panel")
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(12, 8, 12, 8)
        rows.setSpacing(6)
        for names in LINES:
            line = QGridLayout()
            line.setHorizontalSpacing(8)
            for place, name in enumerate(names):
                line.addWidget(self._captions[name], 0, place, Qt.AlignmentFlag.AlignBottom)
                line.addWidget(self.faults[name], 1, place)
                line.setColumnStretch(place, 1)
                self.faults[name].hide()
            if names == ("place",):
                line.addWidget(self.place_button, 0, 1, Qt.AlignmentFlag.AlignBottom)
                line.setColumnStretch(1, 0)
            rows.addLayout(line)
        rows.addWidget(self.preview)
        rows.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidget(inner)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column(self).addWidget(self.area)

    def retranslate(self) -> None:
        """Say every caption."""
        for name, field in self._captions.items():
            words, example = COLUMN_WORDS[name]
            field.say(tr(words), example)
        kinds = self.fields["kind"]
        if isinstance(kinds, QComboBox):
            kinds.blockSignals(True)
            kinds.clear()
            for kind in InjectKind:
                kinds.addItem(tr(KIND_WORDS[kind]), kind.value)
            kinds.blockSignals(False)
        self.place_button.setText(tr("Point at it on the map"))
        self._put("kind")

    def offer(self, choices: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        """Offer values of columns as (value, words); anything else may be typed."""
        for name, values in choices.items():
            box = self.fields[name]
            if isinstance(box, QComboBox):
                box.blockSignals(True)
                box.clear()
                for value, words in values:
                    box.addItem(f"{value}  {words}".strip(), value)
                box.blockSignals(False)
                self._put(name)

    def show_row(self, row: Row | None) -> None:
        """Show a row; `None`: there is none to be edited."""
        self.setEnabled(row is not None)
        self._row = row if row is not None else dict.fromkeys(FIELDS, "")
        for name in FIELDS:
            self._put(name)

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Show what is wrong, below the columns it is wrong with."""
        for name, said in self.faults.items():
            said.setText(faults.get(name, ""))
            said.setVisible(bool(faults.get(name)))

    def go_to(self, name: str) -> None:
        """Put the cursor into a column's field."""
        widget = self.fields.get(name) or self.fields.get(f"{name}_en")
        if widget is not None:
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.area.ensureWidgetVisible(widget)

    def text(self, name: str) -> str:
        """Return what stands in a field now."""
        widget = self.fields[name]
        if isinstance(widget, QPlainTextEdit):
            return " ".join(widget.toPlainText().split("\n")).strip()
        if isinstance(widget, QComboBox):
            place = widget.findText(widget.currentText(), Qt.MatchFlag.MatchExactly)
            return str(widget.itemData(place)) if place >= 0 else widget.currentText().strip()
        return widget.text().strip()

    def commit(self, _what: object = None) -> None:
        """Take over everything that was typed."""
        typed = {name: text for name in FIELDS if (text := self.text(name)) != self._row.get(name, "")}
        if self.isEnabled() and typed:
            self.edited.emit(typed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a long text over when it is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        return super().eventFilter(watched, event)

    def _put(self, name: str) -> None:
        widget, text = self.fields[name], self._row.get(name, "")
        widget.blockSignals(True)
        if isinstance(widget, QComboBox):
            place = widget.findData(text)
            if place >= 0:
                widget.setCurrentIndex(place)
            else:
                widget.setCurrentIndex(-1)
                widget.setEditText(text)
            line = widget.lineEdit()
            if line is not None:
                line.setCursorPosition(0)
        elif isinstance(widget, QPlainTextEdit):
            if widget.toPlainText() != text:
                widget.setPlainText(text)
        else:
            widget.setText(text)
        widget.blockSignals(False)


def _editor(name: str) -> QLineEdit | QPlainTextEdit | QComboBox:
    if name in CHOICES:
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        return box
    if name in LONG:
        text = QPlainTextEdit()
        text.setTabChangesFocus(True)
        text.setFixedHeight(LONG_H)
        return text
    return QLineEdit()
