"""Backups of Daylio: an archive with one file, which is JSON written in Base64. Months are counted from 0.

The file holds the user's PIN: nothing but moods, activities and entries is looked at. Pictures and recordings stay out.
"""

import base64
import binascii
from datetime import date, time
from pathlib import Path

from scorecard.formats.archives import Caps, is_archive, names_in, opened
from scorecard.formats.bundle import MOST_ENTRIES, Bundle, Cancelled, Format, LossKind, Progress
from scorecard.formats.daylio import SCALE, DaylioEntry, bundle_of
from scorecard.formats.errors import Amount, FileFault, UnreadableFileError
from scorecard.formats.gathering import Gathering, Steps, check_count
from scorecard.formats.json_files import JsonObject, list_in, object_of, objects_in, text_in, whole_in
from scorecard.formats.losses import LossTally
from scorecard.formats.named_tables import inside

NAME = "daylio"
CONTENT = "backup.daylio"
CAPS = Caps(packed=1024 * 1024 * 1024, one=48 * 1024 * 1024, files=1)
"""Pictures lie in the archive as well."""

PREDEFINED = {1: "rad", 2: "good", 3: "meh", 4: "bad", 5: "awful"}


def recognise(path: Path, head: bytes) -> bool:
    """A damaged archive is known by the name in its head."""
    return is_archive(head) and (CONTENT.encode() in head or CONTENT in names_in(path))


def read(path: Path, progress: Progress, cancelled: Cancelled) -> Bundle:
    with opened(path, lambda name: name == CONTENT, CAPS) as archive:
        if not archive.names:
            raise UnreadableFileError(FileFault.STRANGE)
        packed = archive.read(CONTENT)
    with inside(CONTENT):
        whole = object_of(_unwrapped(packed), cancelled)
    check_count(len(list_in(whole, "dayEntries")), MOST_ENTRIES, Amount.ENTRIES)
    gathering = Gathering(NAME, LossTally(records=True))
    steps = Steps(progress, cancelled, len(list_in(whole, "dayEntries")))
    moods = _moods(whole)
    tags, groups = _tags(whole)
    entries: list[DaylioEntry] = []
    for number, cells in objects_in(whole, "dayEntries"):
        steps.step()
        if cells is None:
            gathering.losses.add(LossKind.UNREADABLE, line=number)
            continue
        entries.append(_entry(number, cells, moods, tags))
        for _ in list_in(cells, "assets"):
            gathering.losses.add(LossKind.ATTACHMENT, line=number)
    return bundle_of(NAME, entries, gathering, groups)


def _unwrapped(packed: bytes) -> bytes:
    try:
        return base64.b64decode(b"".join(packed.split()), validate=True)
    except binascii.Error:
        raise UnreadableFileError(FileFault.DAMAGED) from None


def _moods(whole: JsonObject) -> dict[int, tuple[str, int | None]]:
    """The word and the rating of each mood, by its id. Daylio's groups go from 1, the best, to 5."""
    moods: dict[int, tuple[str, int | None]] = {}
    for _, mood in objects_in(whole, "customMoods"):
        mood_id, group = (whole_in(mood, "id"), whole_in(mood, "mood_group_id")) if mood else (None, None)
        if mood is None or mood_id is None:
            continue
        word = text_in(mood, "custom_name").strip() or PREDEFINED.get(whole_in(mood, "predefined_name_id") or 0, "")
        moods[mood_id] = word, SCALE + 1 - group if group is not None and 1 <= group <= SCALE else None
    return moods


def _tags(whole: JsonObject) -> tuple[dict[int, str], dict[str, str]]:
    """The name of each activity by its id, and the group of each by its name."""
    groups = {whole_in(group, "id"): text_in(group, "name") for _, group in objects_in(whole, "tag_groups") if group}
    names: dict[int, str] = {}
    group_of: dict[str, str] = {}
    for _, tag in objects_in(whole, "tags"):
        tag_id, name = (whole_in(tag, "id"), text_in(tag, "name").strip()) if tag else (None, "")
        if tag is not None and tag_id is not None and name:
            names[tag_id] = name
            group_of[name] = groups.get(whole_in(tag, "id_tag_group"), "")
    return names, group_of


def _entry(
    number: int, cells: JsonObject, moods: dict[int, tuple[str, int | None]], tags: dict[int, str]
) -> DaylioEntry:
    mood_id = whole_in(cells, "mood")
    word, rating = moods.get(mood_id if mood_id is not None else -1, ("" if mood_id is None else f"#{mood_id}", None))
    ids = [tag for tag in list_in(cells, "tags") if isinstance(tag, int)]
    return DaylioEntry(
        number, _day(cells), _clock(cells), "", word, rating, tuple(tags.get(tag, f"#{tag}") for tag in ids),
        text_in(cells, "note_title"), text_in(cells, "note"),
    )  # fmt: skip


def _day(cells: JsonObject) -> date | None:
    year, month, day = (whole_in(cells, key) for key in ("year", "month", "day"))
    try:
        return date(year, month + 1, day) if year is not None and month is not None and day is not None else None
    except (ValueError, OverflowError):
        return None


def _clock(cells: JsonObject) -> time | None:
    hour, minute = whole_in(cells, "hour"), whole_in(cells, "minute")
    try:
        return time(hour, minute) if hour is not None and minute is not None else None
    except (ValueError, OverflowError):
        return None


FORMAT = Format(NAME, recognise, read)
