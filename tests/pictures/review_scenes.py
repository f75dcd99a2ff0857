"""The states of the weekly review."""

from PySide6.QtTest import QTest

from scorecard.domain.reflections import WEEK_FOCUS, WEEK_QUESTION
from scorecard.domain.weeks import Week
from scorecard.ui.weekly_review.dialog import ReviewDialog, open_review
from tests.pictures.stage import CHART, TODAY, Act, Scene, Stage

WEEK = Week.of(TODAY)
_FOCUS_BEFORE = "One thing at a time: finish the migration plan before opening anything else."
_FOCUS = "Ask before I answer. Every call begins with one question."
_ANSWER = (
    "Neal's. I thought he wanted the report faster; he wants fewer of them, and to know a day before when one is late."
)


def review(stage: Stage) -> ReviewDialog:
    stage.services.weekly_review.write(WEEK.previous, WEEK_FOCUS, _FOCUS_BEFORE)
    dialog = open_review(stage.window.desk, stage.window, WEEK)
    assert dialog is not None
    QTest.qWait(CHART)
    return dialog


def write_it(stage: Stage) -> ReviewDialog:
    stage.services.weekly_review.write(WEEK, WEEK_QUESTION, _ANSWER)
    stage.services.weekly_review.write(WEEK, WEEK_FOCUS, _FOCUS)
    dialog = review(stage)
    dialog.area.verticalScrollBar().setValue(10_000)
    return dialog


def share(stage: Stage) -> ReviewDialog:
    dialog = write_it(stage)
    dialog.share.setChecked(True)
    return dialog


def small(act: Act) -> Act:
    def shrink(stage: Stage) -> object:
        stage.window.resize(1024, 640)
        return act(stage)

    return shrink


REVIEW_SCENES = (
    Scene("review", review, front=True),
    Scene("review-written", write_it, front=True),
    Scene("review-shared", share, front=True),
    Scene("review-empty", review, "empty", front=True),
    Scene("review-overfull", review, "overfull", front=True),
    Scene("review-small-window", small(review), front=True),
    Scene("review-overfull-small-window", small(review), "overfull", front=True),
)
