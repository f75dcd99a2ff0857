"""What stands where on the printed page: rows of one or two columns of sections, each of them a few lines of HTML.

Why not the chart of matplotlib: seven bars are a hundred lines for a painter, drawn into the page they are vectors and
real text in the page's own face, and nothing has to be imported or fetched.
"""

from collections.abc import Iterable
from html import escape

from scorecard.ui.reflection_tab.markdown import plain_words
from scorecard.ui.text import tr
from scorecard.ui.theme.tokens import LIGHT
from scorecard.words.weekly_document import Line, Part, ReviewDocument, Section

Column = tuple[Part, ...]
ROWS: tuple[tuple[Column, ...], ...] = (
    ((Part.BEST,), (Part.WORST,)),
    ((Part.MOVED, Part.IMPACT, Part.GOALS), (Part.PROMISES, Part.ADJUSTMENTS, Part.PEOPLE)),
    ((Part.CARD,), (Part.QUESTION, Part.FOCUS)),
)
MOST_LINES = 9
_MOST_OWN = {Part.BEST: 360, Part.WORST: 360, Part.LAST_FOCUS: 300}  # letters of what was written that are printed
_MOST, _MOST_WORDS = 900, 150
_TO_WRITE_BY_HAND = (Part.QUESTION, Part.FOCUS)
_SMALL = 0.86
_QUIET = LIGHT.text_quiet


def score_html(document: ReviewDocument, points: float) -> str:
    """The week's score in large figures, and the facts below it."""
    score = _paragraph(document.score, f"font-size:{3.6 * points}pt; font-weight:700;") if document.score else ""
    return score + "".join(_quiet(fact, points) for fact in document.facts)


def section_html(section: Section, points: float, *, mirrored: bool = False) -> str:
    """`points` is the size of ordinary text; everything else follows from it."""
    # A table of its own: the margin of a paragraph is lost before a table.
    style = f"font-weight:600; padding-bottom:{_px(0.3 * points)}px;"
    heading = (
        f'<table cellspacing="0" cellpadding="0"><tr><td style="{style}">{escape(section.heading)}</td></tr></table>'
    )
    own = _own(section)
    if not own and section.part in _TO_WRITE_BY_HAND:
        own = "<p>&nbsp;</p>" * 2
    note = _quiet(section.note, points) if section.note else ""
    return heading + _lines(section, points, mirrored=mirrored) + own + note


def _own(section: Section) -> str:
    if not section.own.strip():
        return ""
    words = plain_words(section.own[: 4 * _MOST])
    return _paragraph(shortened(words, _MOST_OWN.get(section.part, _MOST)), "line-height:118%;")


def shortened(words: str, most: int) -> str:
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0].rstrip(" ,;.") + "…"


def _lines(section: Section, points: float, *, mirrored: bool) -> str:
    shown, left_out = section.lines[:MOST_LINES], len(section.lines) - MOST_LINES
    if section.part is Part.ADJUSTMENTS:
        rows = "".join(_stacked(line, points) for line in shown)
    else:
        rows = "".join(_beside(line, points, mirrored=mirrored) for line in shown)
    if left_out > 0:
        rows += f'<tr><td colspan="2">{_quiet(tr("and %n more", "", left_out), points)}</td></tr>'
    return f'<table width="100%" cellspacing="0" cellpadding="0">{rows}</table>' if rows else ""


def _beside(line: Line, points: float, *, mirrored: bool) -> str:
    """Words and their value on one line, and below them, over the whole width, more."""
    words, value = escape(shortened(line.words, _MOST_WORDS)), escape(line.value)
    end = "" if line.note else _room(points)
    cells = [f'<td style="{end}">{words}</td>']
    if value:
        # Qt lays the cells of a table from left to right, whatever the language.
        near, far = ("right", "left") if mirrored else ("left", "right")
        style = f"{end} padding-{near}:{_px(points)}px; font-weight:500;"
        cells.append(f'<td align="{far}" style="{style}">{value}</td>')
    return f"<tr>{''.join(reversed(cells) if mirrored else cells)}</tr>" + _note_row(line.note, points)


def _stacked(line: Line, points: float) -> str:
    more = " · ".join(part for part in (line.value, line.note) if part)
    return f'<tr><td colspan="2">{escape(line.words)}</td></tr>' + _note_row(more, points, most=3 * _MOST_WORDS)


def _note_row(note: str, points: float, most: int = _MOST_WORDS) -> str:
    if not note:
        return ""
    words = escape(shortened(note, most))
    style = f"font-size:{_SMALL * points}pt; color:{_QUIET}; {_room(points)}"
    return f'<tr><td colspan="2" style="{style}">{words}</td></tr>'


def _room(points: float) -> str:
    return f"padding-bottom:{_px(0.35 * points)}px;"


def _px(points: float) -> int:
    """Qt knows no other unit for distances: pixels of which 96 are an inch, also on paper."""
    return round(points * 96 / 72)


def _quiet(words: str, points: float) -> str:
    return _paragraph(words, f"font-size:{_SMALL * points}pt; color:{_QUIET};")


def _paragraph(words: str, style: str) -> str:
    return f'<p style="margin:0px; {style}">{escape(words)}</p>'


def all_words(document: ReviewDocument) -> Iterable[str]:
    """Everything that is printed, as HTML."""
    yield score_html(document, 10)
    for section in document.sections:
        yield section_html(section, 10)
