"""Several computers in one exercise: how others come in, and who is here."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QListWidget

from commandcenter.exercise.invitation import PLAYER
from commandcenter.model.rights import ROLE_SAID, role_of
from commandcenter.model.sentences import say
from commandcenter.ui.exercise.port import ExercisePort, Shared
from commandcenter.ui.frame.parts import button, label
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.page import Field, Page


class SharingPage(Page):
    """Qt thread."""

    def __init__(self, seat: Seat, port: ExercisePort) -> None:
        """Show how a run is shared."""
        super().__init__()
        self._seat, self._port = seat, port
        self.hint, self.state = label("muted", wrap=True), label("strong", wrap=True)
        self.hub, self.share = QLineEdit(), button("primary")
        self.player_code, self.staff_code = QLineEdit(), QLineEdit()
        self.guests = QListWidget()
        self._hub, self._player, self._staff = Field(self.hub, 300), Field(self.player_code), Field(self.staff_code)
        for field in (self.player_code, self.staff_code):
            field.setReadOnly(True)
        self.box.addWidget(self.hint)
        self.line(self._hub, self.share, 1)
        self.box.addWidget(self.state)
        self.box.addWidget(self._player)
        self.box.addWidget(self._staff)
        self.box.addWidget(self.guests, 1)
        self.share.clicked.connect(self.begin)
        self.hub.returnPressed.connect(self.begin)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self.hint.setText(
            tr(
                "Players get the players' code, evaluators and further controllers the staff's. Each computer needs this region; "
                "there: Exercise, Take part. What the staff write is sealed for them."
            )
        )
        self._hub.say(tr("Hub for exercises; empty: this network"), "https://hub.example:8440")
        self.share.setText(tr("Let other computers take part"))
        self._player.say(tr("Code for players"))
        self._staff.say(tr("Code for evaluators and controllers"))
        self.guests.setAccessibleName(tr("Who takes part"))
        self.refresh()

    def begin(self) -> None:
        """Let others take part."""
        self._seat.run(self._begin())

    async def _begin(self) -> None:
        await self._port.share(self.hub.text().strip())
        self._seat.notice(Level.DONE, say("Other computers may take part now."))
        self.refresh()

    def refresh(self) -> None:
        """Show how it stands."""
        shared = self._port.sharing()
        self.share.setEnabled(shared is None)
        self.hub.setEnabled(shared is None)
        for field, code in ((self.player_code, shared.player_code if shared else ""), (self.staff_code, shared.staff_code if shared else "")):
            if field.text() != code:
                field.setText(code)
                field.setCursorPosition(0)
        self.state.setText(_standing(shared) if shared else tr("Only this computer takes part."))
        names = [f"{name}  ·  {_role_words(role)}" for name, role in shared.guests] if shared else []
        if names != [self.guests.item(n).text() for n in range(self.guests.count())]:
            self.guests.clear()
            self.guests.addItems(names)


def _standing(shared: Shared) -> str:
    """Return how it stands, and where this computer is for whoever does not find it."""
    if not shared.addresses:
        return spoken(shared.says)
    here = tr("Who does not find it by itself types where it is: {addresses}", addresses=", ".join(shared.addresses))
    return f"{spoken(shared.says)}\n{here}"


def _role_words(name: str) -> str:
    role = role_of(name)
    return tr("Player") if role == PLAYER else spoken(ROLE_SAID[role]) if role is not None else name
