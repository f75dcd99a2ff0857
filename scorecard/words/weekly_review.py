"""The weekly review in sentences: one document, whatever it is shown on.

What is private is not left out here: a review that is shared has lost it before.
"""

from collections.abc import Callable

from scorecard.services.adjusting import ENOUGH
from scorecard.services.week_chart import DayBar
from scorecard.services.weekly_review.review import DayStory, WeekReview
from scorecard.words.goals import review_lines
from scorecard.words.promises import say_levels
from scorecard.words.weekly_changes import say_effects, say_moved
from scorecard.words.weekly_document import DOT, Formats, Line, Part, ReviewDocument, Section
from scorecard.words.weekly_people import people_lines

Tr = Callable[..., str]
_LONGEST = 160  # letters of an adjustment


def review_document(review: WeekReview, tr: Tr, formats: Formats) -> ReviewDocument:
    week = tr("Week {number}").format(number=formats.number(review.week.number))
    say = _Saying(review, tr, formats)
    sections = (
        say.last_focus(), say.days(), say.story(Part.BEST), say.story(Part.WORST), say.moved(), say.impact(),
        say.goals(), say.promises(), say.adjustments(), say.people(), say.question(), say.card(), say.focus(),
    )  # fmt: skip
    return ReviewDocument(
        title=tr("Weekly review · {week}").format(week=week),
        week=week,
        span=formats.span(review.week),
        score=say.score(),
        facts=say.facts(),
        sections=tuple(section for section in sections if section is not None),
    )


class _Saying:
    def __init__(self, review: WeekReview, tr: Tr, formats: Formats) -> None:
        self._review = review
        self._tr = tr
        self._formats = formats

    def score(self) -> str:
        value = self._review.bars.score.value
        return "" if value is None else self._formats.number(_whole(value.numerator, value.denominator))

    def facts(self) -> tuple[str, ...]:
        """What stands beside the score: coverage and grade, how it compares, and that the week goes on."""
        tr, bars = self._tr, self._review.bars
        known = tr("{known} of {due}", "7 of 8 measures").format(
            known=self._formats.number(bars.score.known), due=self._formats.number(bars.score.due)
        )
        facts = [DOT.join(part for part in (known, self._review.grade) if part)]
        if not bars.mean_n:
            facts = [tr("No day of this week is scored.")]
        elif bars.score.value is None:
            facts.append(tr("too little for a score"))
        if bars.difference is not None:
            facts.append(self._beside_last_week(bars.difference))
        if not self._review.over:
            facts.append(tr("so far"))
        if any(bar.hollow for bar in bars.days):
            facts.append(tr("Outlined: from memory, or too little for a score"))
        return tuple(facts)

    def _beside_last_week(self, difference: int) -> str:
        """Of the means of both weeks' days, with how many days those are."""
        tr, bars = self._tr, self._review.bars
        if difference > 0:
            words = tr("%n point(s) above last week", "", difference)
        elif difference < 0:
            words = tr("%n point(s) below last week", "", -difference)
        else:
            words = tr("as last week")
        days = tr("%n day(s)", "", bars.last_n).replace(" ", "\u00a0")
        return tr("{comparison} ({days})", "8 points above last week (3 days)").format(comparison=words, days=days)

    def last_focus(self) -> Section | None:
        words = self._review.last_focus
        return Section(Part.LAST_FOCUS, self._tr("Last week's focus"), own=words) if words else None

    def days(self) -> Section:
        lines = (self._day_line(bar) for bar in self._review.bars.days if not bar.future)
        return Section(Part.DAYS, self._tr("Day by day"), tuple(lines))

    def _day_line(self, bar: DayBar) -> Line:
        """ "Wed 18 November · 54 · 7 of 7 · from memory"."""
        tr, notes = self._tr, []
        if bar.shown is not None:
            notes.append(self._coverage(bar))
        if bar.away:
            notes.append(tr("away"))
        elif bar.points is None:
            notes.append(tr("not scored"))
        if bar.points is not None and bar.thin:
            notes.append(tr("too little for a score"))
        if bar.points is not None and bar.from_memory:
            notes.append(tr("from memory"))
        shown = "" if bar.shown is None else self._formats.number(bar.shown)
        return Line(self._formats.day(bar.day), shown, DOT.join(notes))

    def _coverage(self, bar: DayBar) -> str:
        words = self._tr("{known} of {due}", "7 of 8 measures")
        return words.format(known=self._formats.number(bar.known), due=self._formats.number(bar.due))

    def story(self, part: Part) -> Section | None:
        """The best or the lowest day, with its own words."""
        story = self._review.best if part is Part.BEST else self._review.worst
        if story is None or story.bar.shown is None:
            return None
        tr = self._tr
        heading = tr("Best day: {day}, {points}") if part is Part.BEST else tr("Lowest day: {day}, {points}")
        heading = heading.format(
            day=self._formats.weekday(story.bar.day), points=self._formats.number(story.bar.shown)
        )  # fmt: skip
        return Section(part, heading, own=story.words, note=self._story_note(story))

    def _story_note(self, story: DayStory) -> str:
        tr, notes = self._tr, []
        if story.also:
            names = self._formats.names([self._formats.weekday(day) for day in story.also])
            notes.append(tr("as high as {days}", "as high as Thursday").format(days=names))
        if not story.words and not self._review.shared:
            notes.append(tr("Nothing was written that day."))
        return DOT.join(notes)

    def moved(self) -> Section:
        lines, note = say_moved(self._review.moved, self._tr, self._formats.mean, self._formats.number)
        return Section(Part.MOVED, self._tr("Measures that moved"), tuple(Line(*line) for line in lines), note=note)

    def impact(self) -> Section | None:
        tr, formats = self._tr, self._formats
        lines = []
        for impact in self._review.impacts:
            said = tr("{total} since {month}", "1,204 since March 2026")
            if impact.served:
                said = tr("{total} for {person} since {month}", "31 for Ana's team since March 2026")
            total = said.format(
                total=formats.value(impact.terms, impact.total),
                person=impact.served,
                month=formats.month(impact.since),
            )
            ripple = DOT.join(part for part in (impact.to_whom, impact.why) if part)
            week = tr("{amount} this week").format(amount=formats.value(impact.terms, impact.week))
            lines.append(Line(impact.name, week, _joined(total, ripple)))
        return Section(Part.IMPACT, tr("What it adds up to"), tuple(lines)) if lines else None

    def goals(self) -> Section | None:
        """One line a goal."""
        lines = review_lines(self._review.goals, self._tr, self._formats.number)
        return Section(Part.GOALS, self._tr("Goals"), tuple(Line(*line) for line in lines)) if lines else None

    def promises(self) -> Section:
        tr, heading = self._tr, self._tr("Promises")
        lines = []
        for level in self._review.levels:
            counts = tr("{kept} kept, {missed} missed") if level.missed else tr("{kept} kept")
            kept, missed = self._formats.number(level.kept), self._formats.number(level.missed)
            lines.append(Line(say_levels(level.level, tr), counts.format(kept=kept, missed=missed)))
        return Section(Part.PROMISES, heading, tuple(lines), note="" if lines else tr("No promise came due."))

    def adjustments(self) -> Section | None:
        tr, lines = self._tr, []
        for one in self._review.adjustments:
            if self._review.shared and one.tried is None:
                continue
            day = self._formats.day(one.day)
            words = tr("“{words}”").format(words=_shortened(one.words))
            words = words if one.words else tr("Written on {day}").format(day=day)
            effects = say_effects(one.effects, tr, self._formats.percent, ENOUGH)
            lines.append(Line(words, _say_tried(one.tried, one.helped, tr), effects))
        return Section(Part.ADJUSTMENTS, tr("Adjustments"), tuple(lines)) if lines else None

    def people(self) -> Section | None:
        count, tr = self._review.people_count, self._tr
        names = self._formats.names(self._review.people) if self._review.people else ""
        said = people_lines(self._review.people_week, tr, self._formats.names, self._formats.day)
        more = tuple(Line(*line) for line in said)
        if not count and not more:
            return None
        words = tr("%n person(s)", "", count) if count else ""
        lines = (Line(names, "", words), *more) if names else more
        return Section(Part.PEOPLE, tr("People"), lines, note="" if names else words)

    def question(self) -> Section | None:
        place = self._review.question
        if not place.words or self._review.shared:
            return None
        return Section(Part.QUESTION, place.words, own=place.text)

    def card(self) -> Section | None:
        tr, formats = self._tr, self._formats
        following = self._review.next_card
        lines = (Line(one.name, formats.target(one.terms), tr("new") if one.new else "") for one in following)
        return Section(Part.CARD, tr("Next week's card"), tuple(lines)) if following else None

    def focus(self) -> Section | None:
        if self._review.shared:
            return None
        return Section(Part.FOCUS, self._tr("Next week's focus"), own=self._review.focus.text)


def _whole(numerator: int, denominator: int) -> int:
    """Halves up, as every score is shown."""
    return (2 * numerator + denominator) // (2 * denominator)


def _shortened(words: str) -> str:
    """On one line, and not much more than one on paper."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;.") + "…"


def _joined(*parts: str) -> str:
    return DOT.join(part for part in parts if part)


def _say_tried(tried: bool | None, helped: bool | None, tr: Tr) -> str:
    if tried is None:
        return tr("not said yet")
    if not tried:
        return tr("not tried")
    if helped is None:
        return tr("tried")
    return tr("tried, and it helped") if helped else tr("tried, and it did not help")
