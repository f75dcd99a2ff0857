"""Days as Markdown, a file a day with front matter: what note-taking programs take for daily notes."""

import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping

from scorecard.formats.writers.days import Headings, WrittenDay, WrittenEntry, WrittenMeasure, named, plain

_TABLE_SIGNS = str.maketrans({"|": "\\|", "\n": "<br>", "\\": "\\\\", "<": "&lt;"})
_NOT_PRINTABLE = "[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]"
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def daybook(measures: tuple[WrittenMeasure, ...], days: tuple[WrittenDay, ...], headings: Headings) -> dict[str, bytes]:
    """The files by their names: "2026-11-20.md"."""
    names = named(measures)
    return {f"{day.day.isoformat()}.md": _page(day, names, measures, headings).encode() for day in days}


def packed(files: Mapping[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, text, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def _page(day: WrittenDay, names: Mapping[str, str], measures: tuple[WrittenMeasure, ...], headings: Headings) -> str:
    parts = ["\n".join(["---", *_front_matter(day, names), "---"]), f"# {day.day.isoformat()}"]
    if day.entries:
        parts += [f"## {headings.measures}", "\n".join(_table(day, names, measures, headings))]
    if day.promises:
        lines = [f"- [{'x' if done else ' '}] {_one_line(words)}" for done, words in day.promises]
        parts += [f"## {headings.promises}", "\n".join(lines)]
    for heading, answers in ((headings.reflection, day.answers), (headings.week, day.weekly)):
        if answers:
            parts.append(f"## {heading}")
        for question, text in answers:
            parts += [f"### {_one_line(question)}", text.strip("\n")]
    return "\n\n".join(parts) + "\n"


def _front_matter(day: WrittenDay, names: Mapping[str, str]) -> Iterator[str]:
    """YAML, every text as a JSON string: that is YAML too, whatever is in it."""
    yield f"date: {day.day.isoformat()}"
    if day.score is not None:
        yield f"score: {day.score}"
    if day.due:
        yield f"known: {day.known}"
        yield f"due: {day.due}"
    if day.grade:
        yield f"grade: {_quoted(day.grade)}"
    if day.felt:
        yield f"felt: {_quoted(day.felt)}"
    yield f"finished: {'true' if day.finished else 'false'}"
    if day.away is not None:
        yield f"away: {_quoted(day.away) if day.away else 'true'}"
    if day.tags:
        yield f"tags: [{', '.join(_quoted(tag) for tag in day.tags)}]"
    values = [f"  {_quoted(names[entry.measure_id])}: {said}" for entry in day.entries if (said := _value(entry))]
    if values:
        yield "measures:"
    yield from values


def _value(entry: WrittenEntry) -> str:
    if entry.value is not None:
        return plain(entry.value)
    return "skipped" if entry.skipped else ""


def _quoted(text: str) -> str:
    """In quotes YAML takes what JSON writes, but for signs that are not printable: those it wants escaped."""
    return re.sub(_NOT_PRINTABLE, lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _table(
    day: WrittenDay, names: Mapping[str, str], measures: tuple[WrittenMeasure, ...], headings: Headings
) -> Iterator[str]:
    yield f"| {_cell(headings.measure)} | {_cell(headings.value)} | {_cell(headings.asked)} | {_cell(headings.note)} |"
    yield "|---|---|---|---|"
    entries = {entry.measure_id: entry for entry in day.entries}
    for measure in measures:
        if (entry := entries.get(measure.id)) is not None:
            words = (measure.name, _said(entry, headings), entry.asked, entry.note)
            yield "| " + " | ".join(_cell(word) for word in words) + " |"


def _said(entry: WrittenEntry, headings: Headings) -> str:
    words = headings.skipped if entry.skipped else entry.shown
    return f"{words} ({headings.from_memory})" if entry.from_memory else words


def _cell(text: str) -> str:
    return text.strip().translate(_TABLE_SIGNS)


def _one_line(text: str) -> str:
    return " ".join(text.split())
