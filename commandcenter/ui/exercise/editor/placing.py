"""Places of a scenario and the desk's map: what is written is shown there, and what has a place can be pointed at."""

from __future__ import annotations

from collections.abc import Callable

from commandcenter.exercise.draft import FIRST_ROW, Draft
from commandcenter.exercise.own_resources import COLUMNS
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat
from commandcenter.ui.exercise.editor.preview import MapPreview, named_place
from commandcenter.ui.exercise.editor.resources_page import ResourcesPage
from commandcenter.ui.exercise.editor.sheet_page import SheetPage
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.notice import Level


class Placing:
    """Joins a draft's pages and the map of a desk over one region. Qt thread."""

    def __init__(self, context: DeskContext, region: str, sheet: SheetPage, resources: ResourcesPage, draft: Callable[[], Draft | None]) -> None:
        """`region` is what the map shows."""
        self._context, self._seat, self._region = context, context.seat, region
        self._sheet, self._resources, self._draft = sheet, resources, draft
        self._preview = MapPreview(context.map, context.seat)

    def point_inject(self) -> None:
        """Let the person point at the current inject's place."""
        place, draft = self._sheet.place, self._draft()
        if draft is not None and place >= 0:
            said = say("Click on the map where inject {number} happens.", number=draft.rows[place]["number"])
            self._ask(draft, said, lambda at: self._sheet.put_place(place, named_place(at, self._seat.desk.gazetteer)))

    def point_resource(self) -> None:
        """Let the person point at the place of the current unit, station or depot."""
        page, draft = self._resources, self._draft()
        file, place = page.file, page.row
        if draft is not None and page.point.isEnabled():
            said = say("Click on the map where {name} stands.", name=page.rows()[place][COLUMNS[file][0]] or "“”")
            self._ask(draft, said, lambda at: page.put_place(file, place, at))

    def _ask(self, draft: Draft, said: Sentence, put: Callable[[LonLat], None]) -> None:
        if draft.head.region != self._region:
            wrong = say(
                "This scenario is in the region {region}, this desk's map shows {here}: open that region first.",
                region=draft.head.region,
                here=self._region,
            )
            self._seat.notice(Level.REFUSED, wrong)
            return
        self._seat.notice(Level.HINT, said)
        self._context.drawing.ask("point", lambda shape: self._placed(put, shape[0]))

    def _placed(self, put: Callable[[LonLat], None], at: LonLat) -> None:
        self._context.drawing.stop()
        put(at)
        self._sheet.window().activateWindow()

    def show(self) -> None:
        """Show on the map what has a place: the injects, or the table of resources where that is what is worked on."""
        draft = self._draft()
        if draft is None or draft.head.region != self._region:
            self._preview.hide()
        elif self._resources.isVisible():
            self._preview.show_resources(self._resources.rows(), COLUMNS[self._resources.file][0], self._resources.row)
        else:
            self._preview.show(draft.scenario(), self._sheet.place + FIRST_ROW)

    def stop(self) -> None:
        """Take everything off the map, and wait for no click any more."""
        self._preview.hide()
        self._context.drawing.stop()
