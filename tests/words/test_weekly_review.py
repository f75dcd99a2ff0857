"""The sentences of a weekly review, and the review as Markdown."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from scorecard.cli.english import tr
from scorecard.domain.activities import Activity, Verb
from scorecard.domain.measures import Kind, Terms
from scorecard.domain.promises import Level
from scorecard.domain.scores import Score
from scorecard.domain.weeks import Week
from scorecard.services.adjusting import Effect
from scorecard.services.progress.changed import Change, Verdict
from scorecard.services.week_chart import DayBar, WeekBars
from scorecard.services.weekly_review.review import (
    DayStory,
    Impact,
    LevelWeek,
    Moved,
    NextMeasure,
    Tried,
    WeekPlace,
    WeekReview,
)
from scorecard.words.activities import say_activity
from scorecard.words.weekly_document import Formats, Line, Part, ReviewDocument, as_markdown
from scorecard.words.weekly_review import review_document

MONDAY = date(2026, 11, 16)
WEEK = Week(MONDAY)
TERMS = Terms(date(2026, 1, 1), Kind.COUNT, target=Decimal(3))
ONE, HALF = Fraction(1), Fraction(1, 2)

FORMATS = Formats(
    number=lambda number: f"{number:,}",
    value=lambda terms, value: f"{value:,} {terms.unit}".strip(),
    mean=lambda terms, mean: f"{mean:.1f}",
    percent=lambda points: f"{points:.0f}%",
    target=lambda terms: f"at least {terms.target}",
    day=lambda day: f"{day:%a} {day.day}",
    weekday=lambda day: f"{day:%A}",
    month=lambda day: f"{day:%B %Y}",
    span=lambda week: f"from {week.monday}",
    names=", ".join,
)


def bar(n: int, points: int | None, *, thin: bool = False, memory: bool = False, away: bool = False) -> DayBar:
    share = None if points is None else Fraction(points)
    return DayBar(MONDAY + timedelta(days=n), share, thin, memory, away, 6, 7, finished=True, future=n > 4)


BARS = (
    bar(0, 62),
    bar(1, 92),
    bar(2, None),
    bar(3, 40, thin=True),
    bar(4, 80, memory=True),
    bar(5, None),
    bar(6, None),
)
REVIEW = WeekReview(
    week=WEEK,
    today=MONDAY + timedelta(days=9),
    bars=WeekBars(WEEK, BARS, Fraction(78), 3, Fraction(70), 5, Score(Fraction(163, 2), 33, 35, 33, 35)),
    grade="B−",
    best=DayStory(BARS[1], "*Two* blockers are gone.\nNeal called.", ()),
    worst=DayStory(BARS[0], "", (MONDAY + timedelta(days=4),)),
    moved=(
        Moved("Listened", TERMS, Change(38, 24, 4.1, 3.5, p=0.01), Verdict.BETTER),
        Moved("Calls", TERMS, Change(38, 24, 4.1, 3.5, p=0.4), Verdict.NEITHER),
        Moved("Walks", TERMS, Change(9, 12, 4.1, 3.5), Verdict.NEITHER),
    ),
    levels=(LevelWeek(Level.COMMITMENT, 3, 1), LevelWeek(Level.GOOD_INTENTION, 1, 0)),
    adjustments=(
        Tried(MONDAY, "ask first", True, True, (("Calls", Effect("m", (ONE, HALF) * 3, (ONE,) * 5)),)),
        Tried(MONDAY, "listen", True, False, (("Calls", Effect("m", (ONE,) * 9, (ONE,) * 3)),)),
        Tried(MONDAY, "wait", False, None),
        Tried(MONDAY, "leave", None, None),
    ),
    people=("Ana", "Neal"),
    people_count=2,
    impacts=(Impact("Problems removed", TERMS, Decimal(14), Decimal(1204), date(2026, 3, 2), "Fewer calls", "HR"),),
    question=WeekPlace("week-question", "Who is better off?", "Neal is."),
    focus=WeekPlace("week-focus", "Next week's focus", "One thing."),
    last_focus="Ask first.",
    next_card=(NextMeasure("Calls_made", TERMS, new=True),),
)


@pytest.fixture
def document() -> ReviewDocument:
    return review_document(REVIEW, tr, FORMATS)


def lines(document: ReviewDocument, part: Part) -> tuple[Line, ...]:
    section = document.get(part)
    assert section is not None
    return section.lines


def test_the_head_says_score_coverage_grade_and_last_week(document: ReviewDocument) -> None:
    assert (document.title, document.score) == ("Weekly review · Week 47", "82")
    assert document.facts == (
        "33 of 35 · B−",
        "8 points above last week (5\u00a0days)",
        "Outlined: from memory, or too little for a score",
    )


def test_each_day_says_score_coverage_and_what_is_peculiar(document: ReviewDocument) -> None:
    said = [(line.words, line.value, line.note) for line in lines(document, Part.DAYS)]

    assert said == [
        ("Mon 16", "62", "6 of 7"),
        ("Tue 17", "92", "6 of 7"),
        ("Wed 18", "", "not scored"),
        ("Thu 19", "40", "6 of 7 · too little for a score"),
        ("Fri 20", "80", "6 of 7 · from memory"),
    ]


def test_a_claim_says_of_how_many_days_and_how_clear(document: ReviewDocument) -> None:
    section = document.get(Part.MOVED)

    assert section is not None
    assert section.lines == (Line("Listened", "from 3.5 to 4.1", "24 and 38 days"),)
    assert section.note == (
        "No clear change in 1 measure. Not enough yet for 1 measure: 9 of 14 days. "
        "Eight weeks beside the eight before. Clear: chance alone does that less than once in 20."
    )


def test_adjustments_say_what_can_be_concluded(document: ReviewDocument) -> None:
    said = [(line.words, line.value, line.note) for line in lines(document, Part.ADJUSTMENTS)]

    assert said == [
        ("“ask first”", "tried, and it helped", "Calls: 75% before, 100% after (6 and 5 days)"),
        ("“listen”", "tried, and it did not help",
         "Calls: 9 days before, 3 after, of 5 each: nothing can be concluded yet"),
        ("“wait”", "not tried", ""),
        ("“leave”", "not said yet", ""),
    ]  # fmt: skip


def test_promises_impact_people_and_the_next_card(document: ReviewDocument) -> None:
    assert lines(document, Part.PROMISES) == (
        Line("Commitments", "3 kept, 1 missed"), Line("Good intentions", "1 kept"),
    )  # fmt: skip
    assert lines(document, Part.IMPACT) == (
        Line("Problems removed", "14 this week", "1,204 since March 2026 · HR · Fewer calls"),
    )
    assert lines(document, Part.PEOPLE) == (Line("Ana, Neal", "", "2 persons"),)
    assert lines(document, Part.CARD) == (Line("Calls_made", "at least 3", "new"),)


def test_markdown_holds_it_all_with_own_words_in_quotes(document: ReviewDocument) -> None:
    text = as_markdown(document)

    assert text.startswith("# Weekly review · Week 47\n\nfrom 2026-11-16\n\n**82** · 33 of 35 · B−")
    assert "## Best day: Tuesday, 92\n\n> *Two* blockers are gone.\n> Neal called.\n" in text
    assert "- Calls\\_made: **at least 3** · new" in text
    assert text.index("Last week's focus") < text.index("Day by day") < text.index("Next week's focus")
    assert text.endswith("> One thing.\n")


def test_undo_says_which_week_it_is_about() -> None:
    activity = Activity(1, datetime(2026, 11, 20, tzinfo=UTC), Verb.REVIEW_WEEK, {"day": "2026-11-16"})

    assert (
        say_activity(activity, tr, lambda day: day, lambda value, kind: value) == "the review of the week of 2026-11-16"
    )


def test_a_week_that_goes_on_says_so() -> None:
    assert "so far" in review_document(replace(REVIEW, today=MONDAY), tr, FORMATS).facts


def test_a_week_without_anything_says_what_there_is_not() -> None:
    nothing = tuple(bar(n, None) for n in range(7))
    bars = WeekBars(WEEK, nothing, None, 0, None, 0, Score(None, 0, 0, 0, 0))
    empty = replace(
        REVIEW, bars=bars, grade="", best=None, worst=None, moved=(), levels=(), adjustments=(), people=(),
        people_count=0, impacts=(), last_focus="", next_card=(),
    )  # fmt: skip

    document = review_document(empty, tr, FORMATS)

    assert document.facts == ("No day of this week is scored.",)
    assert [section.part for section in document.sections] == [
        Part.DAYS, Part.MOVED, Part.PROMISES, Part.QUESTION, Part.FOCUS,
    ]  # fmt: skip
    assert document.get(Part.PROMISES) is not None
    assert "No promise came due." in as_markdown(document)
