"""The states of the steps that finish a day."""

from datetime import timedelta
from decimal import Decimal

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from scorecard.domain.reflections import ADJUST, MOVED, QUESTION, TOMORROW, Prompt
from scorecard.ui.finishing.dialog import FinishDialog
from tests.pictures.stage import CHART, TODAY, Act, Scene, Stage

_SENTENCE = "Ask Neal how I can help before I offer the answer."
_LONG = (
    "Whom did I keep waiting today without telling them why, what did it cost them, and what would have changed for "
    "them if I had told them at once instead of hoping that they would not notice?"
)
_WRITTEN = (
    (TODAY - timedelta(days=1), TOMORROW, _SENTENCE),
    (TODAY, MOVED, "Cassandra said the new estimate sheet was the first one she trusted.\nBoth blockers are gone."),
)


def begin(stage: Stage) -> FinishDialog:
    stage.window.scorecard.finish()
    dialog = stage.commands.finishing.dialog
    assert dialog is not None
    QApplication.processEvents()
    return dialog


def go_to_prompts(stage: Stage) -> FinishDialog:
    dialog = begin(stage)
    while dialog.step is not dialog.prompts:
        dialog.accept()
    QTest.qWait(CHART)
    return dialog


def ask(stage: Stage) -> QWidget:
    for day, prompt_id, text in _WRITTEN:
        stage.services.reflecting.write(day, prompt_id, text)
    return go_to_prompts(stage)


def answer(stage: Stage) -> QWidget:
    """The adjustment was tried and helped, and the day felt good."""
    dialog = ask(stage)
    assert isinstance(dialog, FinishDialog)
    assert dialog.prompts is not None
    block = dialog.prompts.blocks[0]
    block.tried.cells[0].click()
    block.helped.cells[0].click()
    stage.services.reflecting.feel(TODAY, "B")
    QTest.qWait(CHART)
    return dialog


def ask_much(stage: Stage) -> QWidget:
    """Long prompts, many of them, and a long answer."""
    known = stage.services.reflecting.prompts()
    stage.services.reflecting.save_prompts([*known, Prompt("", _LONG), Prompt("", _LONG[::-1])])
    stage.services.reflecting.write(TODAY, ADJUST, "One thing after the other.\n" * 30)
    return go_to_prompts(stage)


def go_home(*written: tuple[str, str], felt: str | None = None, score: bool = True) -> Act:
    def finish(stage: Stage) -> QWidget:
        if score:
            stage.services.scoring.score("m6", TODAY, Decimal(90))
            stage.services.scoring.score("m7", TODAY, Decimal(1))
        for prompt_id, text in written:
            stage.services.reflecting.write(TODAY, prompt_id, text)
        if felt is not None:
            stage.services.reflecting.feel(TODAY, felt)
        dialog = begin(stage)
        while dialog.ending is None:
            dialog.accept()
        QTest.qWait(CHART)
        return dialog

    return finish


def without_a_score(stage: Stage) -> QWidget:
    for row in stage.services.scoring.page(TODAY).rows:
        if not row.blank and not row.terms.kind.computed:
            stage.services.scoring.clear(row.measure.id, TODAY)
    stage.window.scorecard.refresh()
    shown = go_home(score=False)(stage)
    assert isinstance(shown, QWidget)
    return shown


def leave_nine_blank(stage: Stage) -> QWidget:
    for day in (TODAY, TODAY - timedelta(days=1)):
        for row in stage.services.scoring.page(day).rows:
            stage.services.scoring.clear(row.measure.id, day)
    stage.window.scorecard.refresh()
    return begin(stage)


def refuse(stage: Stage) -> QWidget:
    """More than a writing place holds."""
    dialog = go_to_prompts(stage)
    assert dialog.prompts is not None
    dialog.prompts.places[0].area.setPlainText("much " * 60_000)
    dialog.accept()
    QTest.qWait(CHART)
    return dialog


def small(act: Act) -> Act:
    """In front of a small window: there is less room."""

    def shrink(stage: Stage) -> object:
        stage.window.resize(1024, 640)
        QApplication.processEvents()
        return act(stage)

    return shrink


FINISHING_SCENES = (
    Scene("finishing", begin, front=True),
    Scene("finishing-prompts", ask, front=True),
    Scene("finishing-answered", answer, front=True),
    Scene("finishing-much", ask_much, front=True),
    Scene("finishing-overfull", go_to_prompts, "overfull", front=True),
    Scene("finishing-refused", refuse, front=True),
    Scene("finished", go_home((TOMORROW, _SENTENCE), (QUESTION, "Ana had it."), felt="B"), front=True),
    Scene("finished-open", go_home((TOMORROW, "")), front=True),
    Scene("finished-no-score", without_a_score, front=True),
    Scene("finishing-prompts-small-window", small(ask), front=True),
    Scene("finishing-much-small-window", small(ask_much), front=True),
    Scene("finished-small-window", small(go_home((TOMORROW, ""), felt="B")), front=True),
    Scene("finishing-nine-blanks-small-window", small(leave_nine_blank), "overfull", front=True),
)
