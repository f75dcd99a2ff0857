"""What they care about: what they answer for and what is on their mind, as short lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from scorecard.domain.between import Concern, ConcernKind
from scorecard.domain.errors import KnownError
from scorecard.domain.texts import WORDS_LENGTH
from scorecard.overriding import override
from scorecard.ui.completing.completion import Completion
from scorecard.ui.completing.known import known_to
from scorecard.ui.desk import Desk
from scorecard.ui.keeping import Typed
from scorecard.ui.people_tab.add_field import AddField
from scorecard.ui.people_tab.indented import indented
from scorecard.ui.people_tab.line_field import SIDE
from scorecard.ui.people_tab.section import Section
from scorecard.ui.people_tab.short_line import LineDeeds, ShortLine
from scorecard.ui.people_tab.short_lines import ShortLines
from scorecard.ui.text import tr
from scorecard.ui.theme.text_styles import TextStyle
from scorecard.ui.theme.tokens import GAP_TINY
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.label import Label
from scorecard.words.people import say_concern_kind

if TYPE_CHECKING:
    from scorecard.services.people.definitions import ConcernMap
    from scorecard.services.people.person_page import PersonPage


_START = Qt.AlignmentFlag.AlignLeading


class ConcernLines(QWidget):
    """The lines of one kind, and a field for the next."""

    def __init__(self, kind: ConcernKind, section: ConcernsSection) -> None:
        super().__init__(section)
        self._section = section
        self.kind = kind
        name = say_concern_kind(kind, tr)
        deeds = LineDeeds(edit=tr("&Edit"), remove=tr("&Remove"), moves=True)
        self.lines = ShortLines(name, deeds, WORDS_LENGTH, self)
        self.field = AddField(*_inviting(kind), WORDS_LENGTH, self)
        Completion(self.field, known_to(section.desk))
        heading = Label(name, TextStyle.STRONG, parent=self)
        heading.setBuddy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, GAP_TINY))
        column.addLayout(indented(heading))
        column.addWidget(self.lines)
        column.addLayout(indented(self.field))
        self.field.entered.connect(self._add)
        self.lines.edited.connect(self._edit)
        self.lines.moved.connect(self._move)
        self.lines.removed.connect(self._remove)

    def show_concerns(self, concerns: Sequence[Concern]) -> None:
        self.lines.set_lines([ShortLine(one.id, one.words) for one in concerns])

    def _add(self, words: str) -> None:
        person_id, kind = self._section.person_id, self.kind

        def refused(error: KnownError) -> None:
            self.field.put_back(words)
            self._section.desk.failed.emit(error)

        self._section.desk.do(lambda services: services.people.concerns.add(person_id, kind, words), refused)

    def _edit(self, concern_id: str, words: str) -> None:
        typed = Typed(("concern", concern_id), words)
        self._section.desk.do(lambda services: services.people.concerns.edit(concern_id, words), typed=typed)

    def _move(self, concern_id: str, place: int) -> None:
        self._section.desk.do(lambda services: services.people.concerns.move(concern_id, place))

    def _remove(self, concern_id: str) -> None:
        self._section.desk.do(lambda services: services.people.concerns.remove(concern_id))


class ConcernsSection(Section):
    tables = ("concern",)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(tr("What they care about"), desk, parent)
        self.kinds = {kind: ConcernLines(kind, self) for kind in ConcernKind}
        self.hint = Label(
            tr("What they answer for, and what is on their mind: short lines, in their words."), quiet=True
        )
        self.hint.setWordWrap(True)
        self.start = LinkButton("", self)
        self.maps = LinkButton(tr("Add from a &map"), self)
        self.maps.setToolTip(tr("What people in a role mostly answer for and care about"))
        self._fitting: ConcernMap | None = None
        self.heading.addWidget(self.maps)
        self.widen_body(SIDE)
        self.body.addLayout(indented(self.hint))
        self.body.addWidget(self.start, 0, _START)
        for lines in self.kinds.values():
            self.body.addWidget(lines)
        self.start.clicked.connect(self._start)
        self.maps.clicked.connect(lambda: self.open_maps(self.maps))

    @override
    def flush(self) -> bool:
        """What is typed and not entered yet is added: it was meant to be."""
        for lines in self.kinds.values():
            lines.lines.finish_editing()
            lines.field.enter()
        return not any(lines.field.typed for lines in self.kinds.values())

    @override
    def unsaved_text(self) -> str:
        return "\n".join(lines.field.typed for lines in self.kinds.values() if lines.field.typed)

    @override
    def give_up_text(self) -> None:
        for lines in self.kinds.values():
            lines.field.clear()

    def open_maps(self, under: QWidget) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        title = menu.addAction(tr("Add what people in a role mostly care about:"))
        title.setEnabled(False)
        for one in self._known_maps():
            menu.addAction(one.name.replace("&", "&&"), self._taking(one.role))
        menu.popup(under.mapToGlobal(QPoint(0, under.height())))

    @override
    def _show(self, page: PersonPage) -> None:
        if self.other_person:
            self.give_up_text()
        self.kinds[ConcernKind.RESPONSIBILITY].show_concerns(page.responsibilities)
        self.kinds[ConcernKind.CONCERN].show_concerns(page.concerns)
        empty = not page.responsibilities and not page.concerns
        self.hint.setVisible(empty)
        self.start.setVisible(empty)
        self.maps.setVisible(not empty)
        self._fitting = fitting_map(self._known_maps(), page.profile.role) if empty else None
        if self._fitting is not None:
            self.start.setText(tr("Begin with the map of a {role}").format(role=self._fitting.name.replace("&", "&&")))
        else:
            self.start.setText(tr("Begin with a map by role…"))

    def _start(self) -> None:
        if self._fitting is not None:
            self._taking(self._fitting.role)()
        else:
            self.open_maps(self.start)

    def _taking(self, role: str) -> Callable[[], None]:
        def take() -> None:
            person_id, added = self.person_id, [0]

            def wish(services: object) -> None:
                added[0] = services.people.concerns.take_map(person_id, role)  # type: ignore[attr-defined]

            if self.desk.do(wish) and self.desk.ready and not added[0]:
                self.desk.said.emit(tr("All lines of this map stand here already."))

        return take

    def _known_maps(self) -> tuple[ConcernMap, ...]:
        found = self.desk.ask(lambda services: services.people.definitions())
        return found.maps if found is not None else ()


def fitting_map(maps: Sequence[ConcernMap], role: str) -> ConcernMap | None:
    """The one whose role is written there, whole: "Senior developer" is a developer. The longest of several."""
    words = f" {' '.join(role.casefold().replace('-', ' ').split())} "
    found = [one for one in maps if f" {one.name.casefold()} " in words]
    return max(found, key=lambda one: len(one.name), default=None)


def _inviting(kind: ConcernKind) -> tuple[str, str]:
    match kind:
        case ConcernKind.RESPONSIBILITY:
            return tr("Add a responsibility"), tr("Something they answer for")
        case ConcernKind.CONCERN:
            return tr("Add a concern"), tr("Something on their mind")
