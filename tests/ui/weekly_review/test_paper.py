"""The printed review: one page when it fits, real text, lines instead of pictures, and nothing private when shared."""

import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageSize

from scorecard.domain.due import Due
from scorecard.domain.promises import Level
from scorecard.domain.reflections import ADJUST, MOVED, TOMORROW, WEEK_FOCUS, WEEK_QUESTION
from scorecard.services.promises import PromiseDraft
from scorecard.services.services import Services
from scorecard.ui.text import tr
from scorecard.ui.weekly_review.day_bars import day_bars
from scorecard.ui.weekly_review.formats import formats_of
from scorecard.ui.weekly_review.paper import Printed
from scorecard.ui.weekly_review.pdf import page_size_of, pdf_of
from scorecard.ui.weekly_review.sheet import all_words
from scorecard.words.weekly_document import as_markdown
from scorecard.words.weekly_review import review_document
from tests.fake_clock import FixedClock
from tests.sample.year import make_decade
from tests.ui.conftest import TODAY
from tests.ui.weekly_review.conftest import WEEK, Live
from tests.ui.weekly_review.pdf_text import Pdf

A4 = QPageSize(QPageSize.PageSizeId.A4)
LETTER = QPageSize(QPageSize.PageSizeId.Letter)
_CANARY = "Quokka"


def printed(services: Services, *, share: bool = False, mirrored: bool = False) -> Printed:
    review = services.weekly_review.page(WEEK)
    review = services.weekly_review.shared(review) if share else review
    locale = QLocale()
    return Printed(review_document(review, tr, formats_of(locale)), day_bars(review.bars, locale, mirrored=mirrored))


def test_after_ten_years_it_takes_less_than_two_seconds(home: Path, clock: FixedClock) -> None:
    path = home / "data" / "scorecard.db"
    make_decade(path, clock, TODAY)
    with closing(Services(path, clock)) as services:
        begun = time.process_time()  # of this program, whatever else the computer does

        content = pdf_of(printed(services), A4)

        assert time.process_time() - begun < 2
        assert Pdf(content).pages == 1


@pytest.mark.parametrize(("size", "points"), [(A4, (595, 842)), (LETTER, (612, 792))])
def test_a_usual_week_is_one_page_on_either_paper(live: Live, size: QPageSize, points: tuple[int, int]) -> None:
    services = live()
    services.weekly_review.write(WEEK, WEEK_FOCUS, "One thing at a time.")

    pdf = Pdf(pdf_of(printed(services), size))

    assert pdf.pages == 1
    assert tuple(map(round, pdf.size)) == points


def test_its_text_is_text_also_that_of_the_bars(live: Live) -> None:
    services = live()
    services.weekly_review.write(WEEK, WEEK_FOCUS, "Ask before I answer.")

    text = Pdf(pdf_of(printed(services), A4)).text

    for words in ("Week 47", "16–22 November 2026", "Ask before I answer.", "Mon 16", "7 of 7", "Thank-yous heard"):
        assert words.replace(" ", "") in text


def test_nothing_of_it_is_a_picture_and_it_is_small(live: Live) -> None:
    content = pdf_of(printed(live()), A4)

    assert Pdf(content).pictures == 0
    assert len(content) < 120_000


def test_the_file_names_the_week_and_nothing_else(live: Live) -> None:
    pdf = Pdf(pdf_of(printed(live()), A4))

    assert pdf.title == "Weekly review · Week 47"
    for key in (b"/Author", b"/Subject", b"/Keywords"):
        assert key + b" (" not in pdf.content.replace(key + b" ()", b"")


def test_what_does_not_fit_goes_on_to_a_second_page_with_numbers(live: Live) -> None:
    services = live(overfull=True)
    services.weekly_review.write(WEEK, WEEK_FOCUS, "word " * 400)
    services.weekly_review.write(WEEK, WEEK_QUESTION, "answer " * 400)
    services.weekly_review.write(WEEK.previous, WEEK_FOCUS, "before " * 100)
    for day in WEEK.days[:5]:
        services.reflecting.write(day, TOMORROW, "sentence " * 30)
        services.reflecting.write(day, MOVED, "moved " * 100)

    pdf = Pdf(pdf_of(printed(services), LETTER))

    assert pdf.pages == 2
    assert "1/2" in pdf.text
    assert "2/2" in pdf.text


def test_right_to_left_is_a_page_too(live: Live) -> None:
    assert Pdf(pdf_of(printed(live(), mirrored=True), A4)).pages == 1


def test_an_empty_store_prints(services: Services) -> None:
    assert Pdf(pdf_of(printed(services), A4)).pages == 1


def test_it_can_be_stopped(live: Live) -> None:
    assert pdf_of(printed(live()), A4, lambda: True) == b""


def test_the_paper_is_that_of_the_country() -> None:
    english = QLocale.Language.English

    assert page_size_of(QLocale(english, QLocale.Country.UnitedStates)).id() is QPageSize.PageSizeId.Letter
    assert page_size_of(QLocale(english, QLocale.Country.UnitedKingdom)).id() is QPageSize.PageSizeId.A4


def as_pdf(sheet: Printed) -> str:
    return Pdf(pdf_of(sheet, A4)).text


def as_html(sheet: Printed) -> str:
    return "\n".join(all_words(sheet.document))


def in_markdown(sheet: Printed) -> str:
    return as_markdown(sheet.document)


def hide_canaries(services: Services) -> None:
    """Something private at every place where somebody can write, each with the same word in it."""
    measure = services.scoring.card().measures[0].id
    for n, day in enumerate(WEEK.days[:5]):
        services.scoring.note(measure, day, f"{_CANARY} note")
        for prompt_id in (MOVED, ADJUST, TOMORROW):
            services.reflecting.write(day, prompt_id, f"{_CANARY} {prompt_id} {n}")
    services.reflecting.answer_adjustment(WEEK.monday, tried=True, helped=True, measures=[measure])
    services.promises.make(PromiseDraft(f"{_CANARY} promise", Level.COMMITMENT, Due.on(TODAY), f"{_CANARY} Miller"))
    services.weekly_review.write(WEEK, WEEK_QUESTION, f"{_CANARY} answer")
    services.weekly_review.write(WEEK, WEEK_FOCUS, f"{_CANARY} focus")
    services.weekly_review.write(WEEK.previous, WEEK_FOCUS, f"{_CANARY} before")


@pytest.mark.parametrize("made", [in_markdown, as_html, as_pdf])
def test_the_share_view_holds_neither_notes_nor_words_nor_names(live: Live, made: Callable[[Printed], str]) -> None:
    services = live()
    hide_canaries(services)
    people = {word for person in services.promises.book().people.all for word in person.name.split()}

    full, shared = made(printed(services)), made(printed(services, share=True))

    assert _CANARY in full
    assert _CANARY not in shared
    assert {name for name in people if name in shared and name not in ("team", "desk", "My")} == set()


def test_the_part_of_qt_that_prints_is_read_when_somebody_prints() -> None:
    code = "import sys, scorecard.ui.weekly_review.dialog; print('PySide6.QtPrintSupport' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
