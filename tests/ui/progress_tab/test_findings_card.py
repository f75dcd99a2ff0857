"""The card "What the numbers say": sentences with their n, explanations on Enter, and ways to a measure."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pytest
from PySide6.QtCore import QLocale, Qt, QThread
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scorecard.domain.marks import Entry, Scored
from scorecard.domain.measures import EVERY_DAY, Kind, Measure, Terms
from scorecard.domain.periods import Length, Period
from scorecard.services.progress.findings import findings_of
from scorecard.services.progress.history import History
from scorecard.ui.progress_tab.findings_card import FindingsCard
from scorecard.ui.progress_tab.findings_line import FindingLine
from scorecard.ui.progress_tab.findings_saying import Saying, Sign
from scorecard.ui.progress_tab.findings_wording import Group, groups_of
from scorecard.ui.theme.palette import palette_of
from scorecard.ui.theme.tokens import LIGHT
from tests.services.progress.grids import history_of_entries

TODAY = date(2026, 11, 20)
FIRST = TODAY - timedelta(days=181)
BRITISH = QLocale("en_GB")
WEEK = Period.of(Length.WEEK, TODAY)
YEAR = Period.of(Length.YEAR, TODAY)

Column = Sequence[float | None]


def life(days: int = 180, **columns: Column) -> History:
    """Measures by name, each with one value a day up to today."""
    terms = Terms(FIRST, Kind.COUNT, target=Decimal(30), due=EVERY_DAY)
    entries = [
        Entry(name, TODAY - timedelta(days=ago), Scored(Decimal(str(value))))
        for name, column in columns.items()
        for ago, value in enumerate(reversed(column))
        if value is not None and ago < days
    ]
    measures = [Measure(name, name.capitalize(), (terms,)) for name in columns]
    return history_of_entries(measures, entries, FIRST, TODAY)


def noise(seed: int, days: int = 180) -> list[float]:
    found: list[float] = np.random.default_rng(seed).poisson(4, days).tolist()
    return found


def bound() -> History:
    """Calls and letters rise and fall together, visits against them; walks are always reached."""
    calls = noise(1)
    letters = [value + extra for value, extra in zip(calls, noise(2), strict=True)]
    visits = [max((20 - value) // 2 + extra - 6, 0) for value, extra in zip(letters, noise(3), strict=True)]
    return life(calls=calls, letters=letters, visits=visits, walks=[31.0] * 180)


def groups(history: History, period: Period = WEEK) -> tuple[Group, ...]:
    return groups_of(findings_of(history, period), BRITISH)


def sentences(history: History, period: Period = WEEK) -> list[str]:
    return [finding.saying.words for group in groups(history, period) for finding in group.findings]


@pytest.fixture
def card(qtbot: QtBot) -> FindingsCard:
    made = FindingsCard()
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(1124, 400)
    made.show()
    return made


def filled(card: FindingsCard, qtbot: QtBot, history: History, period: Period = WEEK) -> FindingsCard:
    with qtbot.waitSignal(card.filled, timeout=20_000):
        card.show_history(history, period, BRITISH)
    return card


def test_a_clear_change_carries_its_n_and_how_it_was_found() -> None:
    doubled = [value * (2 if n >= 124 else 1) for n, value in enumerate(noise(5))]
    changes, *_ = groups(life(calls=doubled))
    assert changes.title == "8 weeks against the 8 before"
    saying = changes.findings[0].saying
    assert saying.sentence.startswith("Calls: +")
    assert saying.note == "n 56 and 56"
    assert saying.sign is Sign.UP
    assert "permutation test, seed 1, p below 0.001" in saying.details


def test_pairs_move_with_and_against_and_are_never_called_a_cause() -> None:
    said = sentences(bound())
    assert any(words.startswith("Calls moves with Letters · ρ 0.") and words.endswith("n 180") for words in said)
    assert any(words.startswith("Letters moves against Visits · ρ −0.") for words in said)
    details = groups(bound())[1].findings[0].saying.details
    assert "seed 1" in details
    assert "2000 rounds" in details
    assert "pair(s) of measures looked at" in details or "pairs of measures looked at" in details
    assert not any("cause" in words for words in said)


def test_of_many_pairs_the_strongest_are_told_and_the_others_gathered() -> None:
    calls = noise(1)
    names = ("calls", "letters", "visits", "walks", "talks")
    columns = {
        name: [2 * value + more for value, more in zip(calls, noise(20 + n), strict=True)]
        for n, name in enumerate(names)
    }
    _, pairs, *_ = groups(life(**columns))
    rhos = [float(finding.saying.note.split()[1]) for finding in pairs.findings[:5]]
    assert rhos == sorted(rhos, reverse=True)
    assert len(pairs.findings) == 6
    assert pairs.findings[5].saying.sentence.startswith("5 more pair")
    assert len(pairs.findings[5].saying.details.splitlines()) == 5


def test_the_stretch_of_what_moves_together_is_named() -> None:
    assert groups(bound())[1].title == "Moving together, 26 weeks: 23 May – 20 November"
    assert groups(bound(), YEAR)[1].title == "Moving together, 1 January – 20 November"


def test_a_question_to_the_card_has_a_way_to_the_measure() -> None:
    *_, questions = groups(bound())
    (finding,) = questions.findings
    assert finding.saying.sentence.startswith("Walks: at 100 for 26 week")
    assert finding.saying.sentence.endswith("Ask more of it, or retire it?")
    assert finding.saying.note == "n 180"
    assert [link.measure_id for link in finding.links] == ["walks"]


def test_a_blank_weekday_and_two_of_a_kind_are_questions_too() -> None:
    fridays = [None if (TODAY - timedelta(days=179 - n)).weekday() == 4 else value for n, value in enumerate(noise(7))]
    calls = noise(8)
    *_, questions = groups(life(visits=fridays, calls=calls, letters=[2 * value for value in calls]))
    blank, same = questions.findings
    assert blank.saying.words == "Visits: mostly blank on Friday. Not due then? · 6 of 6 days blank"
    assert same.saying.words == "Calls and Letters say nearly the same. Does one of them do? · ρ 1.00 · n 180"
    assert [link.words for link in same.links] == ["Open Calls", "Open Letters"]


def test_nothing_clear_is_one_sentence_with_its_n() -> None:
    ((found, *rest),) = (group.findings for group in groups(life(calls=noise(11), visits=noise(12))))
    assert found.saying.sentence == "No clear change and nothing to note in these weeks."
    assert found.saying.note.startswith("n 180 day")
    assert "Calls: 8 weeks against the 8 before" in found.saying.details
    assert rest == []


def test_too_few_days_are_said_as_such() -> None:
    said = sentences(life(9, calls=noise(1), visits=noise(2)))
    assert said[0].startswith("Calls, Visits: not enough yet: 9 of 14 day")
    assert said[1].startswith("Not enough yet to see what moves together: 9 of 20 day")


def test_nothing_scored_is_said_as_such() -> None:
    assert sentences(life(0, calls=noise(1))) == [
        "Nothing is scored in these weeks, so there is nothing to say of them."
    ]


def test_a_name_from_right_to_left_leaves_the_numbers_in_their_place() -> None:
    terms = Terms(FIRST, Kind.COUNT, target=Decimal(4))
    measure = Measure("m0", "שיחות", (terms,))
    entries = [Entry("m0", TODAY - timedelta(days=ago), Scored(Decimal(4))) for ago in range(60)]
    said = sentences(history_of_entries([measure], entries, FIRST, TODAY))
    assert any("\u2068שיחות\u2069" in words for words in said)


def test_it_is_found_off_the_loop_and_the_last_that_was_asked_is_shown(card: FindingsCard, qtbot: QtBot) -> None:
    card.show_history(bound(), YEAR, BRITISH)
    assert card.busy
    assert card.loading.isVisible()
    filled(card, qtbot, life(calls=noise(11)))
    assert not card.busy
    assert not card.loading.isVisible()
    assert card.lines[0].text().startswith("No clear change and nothing to note")


def test_the_same_history_is_not_worked_out_twice(card: FindingsCard, qtbot: QtBot) -> None:
    history = bound()
    filled(card, qtbot, history)
    card.show_history(history, WEEK, BRITISH)
    assert not card.busy


def test_enter_opens_the_explanation_and_a_screen_reader_has_it_anyway(card: FindingsCard, qtbot: QtBot) -> None:
    filled(card, qtbot, bound())
    line = next(line for line in card.lines if "moves with" in line.text())
    assert "Permutation test" in line.accessibleDescription()
    assert "Permutation test" in line.toolTip()
    low = line.heightForWidth(900)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.opened
    assert line.heightForWidth(900) > low
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert line.heightForWidth(900) == low


def test_a_click_on_the_way_opens_the_measure(card: FindingsCard, qtbot: QtBot) -> None:
    filled(card, qtbot, bound())
    (way,) = card.links
    assert way.accessibleName() == "Open Walks"
    with qtbot.waitSignal(card.measure_chosen) as chosen:
        qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    assert chosen.args == ["walks"]


def test_what_if_is_offered_where_something_is_scored(card: FindingsCard, qtbot: QtBot) -> None:
    filled(card, qtbot, life(0, calls=noise(1)))
    assert not card.what_if.isVisible()
    filled(card, qtbot, bound())
    with qtbot.waitSignal(card.what_if_asked):
        qtbot.mouseClick(card.what_if, Qt.MouseButton.LeftButton)


def test_an_ampersand_in_a_name_is_no_key(qtbot: QtBot) -> None:
    line = FindingLine(Saying("R&D moves with Q&A"))
    qtbot.addWidget(line)
    assert line.shown_words == "R&D moves with Q&A"


def test_a_long_word_is_wrapped_and_not_clipped(qtbot: QtBot) -> None:
    line = FindingLine(Saying("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 2))
    qtbot.addWidget(line)
    assert line.heightForWidth(300) >= 3 * line.fontMetrics().height()


def test_a_card_that_goes_while_its_job_runs_takes_nothing_along(qtbot: QtBot) -> None:
    holder = QWidget()
    card = FindingsCard(holder)
    card.show_history(bound(), YEAR, BRITISH)
    gone = []
    card.destroyed.connect(lambda: gone.append(True))
    holder.deleteLater()
    del card, holder
    qtbot.waitUntil(lambda: bool(gone))
    qtbot.waitUntil(lambda: not QApplication.instance().findChildren(QThread))
