"""The editor of a measure that is not in the store yet."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from scorecard.domain.measures import Measure
from scorecard.overriding import override
from scorecard.services.cards import Draft
from scorecard.ui.card_dialogs.measure_editor import MeasureDialog
from scorecard.ui.card_dialogs.measure_form import MeasureForm, form_of, usual_target
from scorecard.ui.desk import Desk
from scorecard.ui.text import tr


class DraftDialog(MeasureDialog):
    """The editor of every measure, but what is saved is `draft`. `known` None: a new measure, for `whom`."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        today: date,
        known: Draft | None = None,
        whom: str = "",
        groups: Sequence[str] = (),
    ) -> None:
        """`groups` are names to choose from, besides those of the card."""
        self._known_draft = known
        self._whom = whom
        self.draft: Draft | None = None
        super().__init__(desk, parent, None, today)
        self._offer_groups(groups)
        if known is not None:
            words = tr("Change the measure")
            self.setWindowTitle(words)
            self.title.setText(words)
        self.primary.setText(tr("&Take it"))

    @override
    def _first_form(self) -> MeasureForm:
        known = self._known_draft
        if known is None:
            fresh = MeasureForm(to_whom=self._whom)
            return replace(fresh, target=usual_target(fresh.kind, fresh.scale))
        measure = Measure("", known.name, (known.terms,), known.why, known.to_whom, known.plan)
        return form_of(measure, known.terms, known.group)

    def _offer_groups(self, groups: Sequence[str]) -> None:
        choice, written = self.fields.group, self.fields.group.currentText()
        choice.blockSignals(True)
        choice.addItems([group for group in groups if group and choice.findText(group) < 0])
        choice.setCurrentIndex(-1)
        choice.setEditText(written)
        choice.blockSignals(False)

    @override
    def _hand_in(self, draft: Draft, to_bench: str | None = None) -> bool:
        self.draft = draft
        return True
