"""The editor of one measure of a file: what it becomes here, with what comes of it beside. It writes nothing."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from scorecard.domain.measures import Place
from scorecard.overriding import override
from scorecard.services.importing import PreparedImport, Preview
from scorecard.services.importing_wishes import NEW, NO_WISH, Wish, proposed, wish_for
from scorecard.ui.card_dialogs.editor_dialog import EditorDialog
from scorecard.ui.card_dialogs.form_rows import FormRows
from scorecard.ui.card_dialogs.meaning import say_meaning
from scorecard.ui.card_dialogs.meaning_note import MeaningNote
from scorecard.ui.card_dialogs.measure_editor import known_names
from scorecard.ui.card_dialogs.measure_fields import MeasureFields
from scorecard.ui.card_dialogs.measure_reading import FormProblem, Whereabouts, terms_of
from scorecard.ui.card_dialogs.scroll_column import ScrollColumn
from scorecard.ui.import_dialog.preview_panel import PreviewPanel
from scorecard.ui.import_dialog.wish_form import (
    choice_of,
    choices,
    form_for,
    kinds_for,
    wish_for_new,
    wish_to_become,
)  # fmt: skip
from scorecard.ui.import_dialog.wording import known_groups, places, shortened
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import GAP_SMALL, GAP_WIDE
from scorecard.ui.widgets.buttons import LinkButton
from scorecard.ui.widgets.choice_box import ChoiceBox
from scorecard.ui.widgets.drawing import px
from scorecard.ui.widgets.segments import Segments

_FORM, _SIDE, _FRAME = 590, 270, 76
_LABELS = 104  # as wide as those of the fields of a measure
_PLACES_WIDE = 460


class WishDialog(EditorDialog):
    """`wished` carries the Wish that is to stand for the measure of `origin`."""

    wished = Signal(object)

    def __init__(
        self,
        prepared: PreparedImport,
        origin: str,
        preview: Callable[[Wish], Preview],
        parent: QWidget | None,
    ) -> None:
        """`preview` is asked in a thread."""
        super().__init__(tr("What becomes of it"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._today = prepared.today
        self._before = wish_for(prepared.wishes, origin)
        self._placed: Place | None = None
        self._row = next(row for row in prepared.plan.rows if row.origin == origin)
        proposal = proposed(prepared.bundle, origin, self._before, prepared.today)
        self.primary.setText(tr("&Use this"))
        self.title.setText(tr("What becomes of “{name}”").format(name=shortened(self._row.name)))
        self.becomes = ChoiceBox(choices(self._row, prepared.plan.rows, prepared.card), self)
        self.place = Segments(places(), tr("Where it stands"), self, widest=_PLACES_WIDE)
        self.fields = MeasureFields(
            known_groups(prepared), known_names(prepared.card)[1], self, kinds=kinds_for(proposal)
        )
        self.meaning = MeaningNote(self)
        self.panel = PreviewPanel(preview, self)
        self.as_proposed = LinkButton(tr("As it was pr&oposed"), self)
        self.as_proposed.setVisible(self._before != NO_WISH)
        self._arrange()
        self.becomes.setCurrentIndex(self.becomes.findData(choice_of(self._row)))
        self.place.set_chosen(list(Place).index(self._row.place))
        self.fields.set_form(form_for(proposal, prepared.today))
        self._opened = self.fields.form()
        self._opened_with = self._filled_in()
        self._connect()
        self._follow()
        self.focus_first(self.becomes)

    @property
    def choice(self) -> str:
        return str(self.becomes.currentData())

    @property
    @override
    def changed(self) -> bool:
        return self._filled_in() != self._opened_with

    def wish(self) -> Wish:
        """What is wished as things stand; raises FormProblem."""
        wish = wish_to_become(self._before, self._row, self.choice)
        if self.choice != NEW:
            return wish
        if self._placed is not None:
            wish = replace(wish, place=self._placed)
        return wish_for_new(wish, self._opened, self.fields.form(), self._today)

    def _filled_in(self) -> tuple[object, ...]:
        return self.choice, self._placed, self.fields.form()

    def _arrange(self) -> None:
        self.becomes.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        what = FormRows(self)
        what.add_row(tr("&Becomes"), [self.becomes], stretch=0)
        self._where = what.add_row(tr("Whe&re"), [self.place])
        what.set_label_width(_LABELS)
        page = QWidget(self)
        self._fill(page, GAP_SMALL, what, self.fields)
        self._side = QWidget(self)
        self._fill(self._side, GAP_WIDE, self.meaning, self.panel)
        self.fields.setMinimumWidth(px(self, _FORM))
        wanted = px(self, _FORM + _SIDE + GAP_WIDE + _FRAME)
        self._beside = beside = wanted <= self.screen().availableGeometry().width()
        self._both = both = QBoxLayout(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        both.setSpacing(px(self, GAP_WIDE))
        self.columns = [ScrollColumn(page, self), ScrollColumn(self._side, self)]
        for column in self.columns:
            both.addWidget(column)
        if beside:
            self.columns[1].setFixedWidth(px(self, _SIDE))
            self.setMinimumWidth(wanted)
        self.content.addLayout(both, 1)
        self.content.addWidget(self.notice)
        self.buttons.insertWidget(0, self.as_proposed)

    def _fill(self, page: QWidget, gap: int, *widgets: QWidget) -> None:
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(self, gap))
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)

    def _connect(self) -> None:
        self.becomes.currentIndexChanged.connect(self._follow)
        self.place.chosen.connect(self._put)
        self.panel.known.connect(self._show_place)
        self.fields.edited.connect(self._follow)
        self.as_proposed.clicked.connect(self._reset)
        self.panel.grown.connect(self.grow)

    def _put(self) -> None:
        self._placed = Place(self.place.chosen_key or Place.CARD)
        self._follow()

    def _show_place(self, preview: Preview) -> None:
        """Where it would stand, as long as that is left to the plan."""
        if self._placed is None:
            self.place.set_chosen(list(Place).index(preview.row.place))

    def _follow(self) -> None:
        self.notice.hide()
        new = self.choice == NEW
        self._where.set_shown(new)
        self.fields.setVisible(new)
        self.meaning.setVisible(new)
        self._both.setStretchFactor(self.columns[0], 1 if new or self._beside else 0)
        self._both.setStretchFactor(self.columns[1], 0 if new or self._beside else 1)
        self.fields.show_problem(None)
        try:
            if new:
                self.meaning.say(say_meaning(terms_of(self.fields.form(), Whereabouts(self._today))))
            self.panel.ask(self.wish())
        except FormProblem as problem:
            self.meaning.say(problem.sentence, complete=False)
            self.panel.ask(None)
        self.grow()

    def _reset(self) -> None:
        self.wished.emit(NO_WISH)
        self.finish()

    @override
    def save(self) -> None:
        """Hands over the wish and closes, or says beside the field what is in the way."""
        try:
            wish = self.wish()
        except FormProblem as problem:
            self.fields.show_problem(problem.field, problem.sentence)
            self.fields.focus_on(problem.field)
            self.grow()
            self.columns[0].ensureWidgetVisible(self.fields.rows[problem.field])
            return
        self.wished.emit(wish)
        self.finish()
