"""The files that the description of the formats gives, to the byte, and by hand what has to be in a store of each."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.formats import foreign_files as files
from tests.formats.foreign_files import written
from tests.formats.loop_files import loop_backup
from tests.formats.zip_files import packed

DAYLIO = (
    "full_date,date,weekday,time,mood,activities,note_title,note\n"
    '2026-03-02,2 March,Monday,6:50 pm,good,"client call | focus ","Report","Sent it.<br>Relief."\n'
    '2026-03-02,2 March,Monday,18:52,OK,"work","",""\n'
)
OLD_DAYLIO = (
    "year,date,weekday,time,mood,activities,note\n2026,2 March,Monday,6:50 pm,good,work,Sent it.\n"
)  # fmt: skip
LOOP_CSV = {
    "Habits.csv": files.LOOP_HABITS
    + "001,Call a client,YES_NO,Did I call a client?,,1,1,#00897B,,,,false\n"
    + "002,Focus hours,NUMERICAL,,deep work,1,1,#1976D2,h,AT_LEAST,2.5,false\n",
    "001 Call a client/Checkmarks.csv": "Date,Value,Notes\n2026-03-04,SKIP,public holiday\n2026-03-03,NO,ill\n"
    "2026-03-02,YES_MANUAL,\n",
    "002 Focus hours/Checkmarks.csv": "Date,Value,Notes\n2026-03-02,2500,\n",
    "Checkmarks.csv": "Date,Call a client,Focus hours,\n2026-03-02,YES_MANUAL,2500,\n",
    "Scores.csv": "Date,Call a client,Focus hours,\n2026-03-02,0.0519,0.0519,\n",
}
HARSH = "2026-03-02 : Calls : y : comment : 3\n"
HABITCTL = "2018-09-15+02:00\tRun\ty\n2018-09-16+02:00 Run s\n"
JRNL = {
    "tags": {"@ann": 1},
    "entries": [
        {"title": "Called", "body": "one\ntwo", "date": "2026-03-02", "time": "18:22", "tags": ["@ann"],
         "starred": False},
    ],
}  # fmt: skip
JRNL_TEXT = "[2026-03-02 18:22] Called. *\none\n[2026-03-03 07:00] note\n"
PERFICE = {"questions": ["Mood", "Note"], "entries": [{"timestamp": 1772474400000, "answers": [3, "ok"]}]}


@dataclass(frozen=True)
class Described:
    """`entries` are lines of day, measure and value (a number, "skip" or nothing), with what is noted behind a "#".

    `ends` say of a measure what it asks and where it stands at last; `words` stand somewhere in the store.
    """

    made: Callable[[Path], Path]
    entries: str = ""
    ends: str = ""
    words: tuple[str, ...] = ()


CALL_AND_FOCUS = """
    2026-03-02 Call a client 1
    2026-03-03 Call a client 0 #ill
    2026-03-04 Call a client skip #public holiday
    2026-03-02 Focus hours 2.5
"""
DESCRIBED = {
    "loop": Described(
        lambda folder: loop_backup(folder / "loop.db"),
        CALL_AND_FOCUS
        + """
        2026-03-03 Focus hours 0
        2026-03-04 Focus hours skip
        2026-03-02 Meetings, long 1 #one, "long" one
        """,
        """
        Call a client: yes_no at_least - daily card
        Focus hours: number at_least 2.5 daily card
        Meetings, long: number at_most 3 weekly retired
        """,
        ("Did I call a client?", "deep work"),
    ),
    "loop csv": Described(
        lambda folder: packed(folder / "loop.zip", LOOP_CSV),
        CALL_AND_FOCUS,
        """
        Call a client: yes_no at_least - daily card
        Focus hours: number at_least 2.5 daily card
        """,
        ("Did I call a client?", "deep work"),
    ),
    "loop csv before 2.3.1": Described(
        lambda folder: packed(folder / "loop.zip", files.OLD_LOOP_ZIP),
        """
        2015-01-25 練習 1
        2015-01-23 練習 0
        2015-01-22 練習 skip
        2015-01-25 Focus hours 2.5
        2015-01-24 Focus hours 0
        2015-01-23 Focus hours skip
        """,
        "練習: count at_least 3 weekly card",
        ("Did I?",),
    ),
    "habitbull": Described(
        lambda folder: written(folder / "habits.csv", files.HABITBULL),
        """
        2026-03-02 Run 1 #well
        2026-03-03 Run 0
        2026-03-02 Pushups 30
        2026-03-03 Pushups #-2150000000
        2026-03-04 Pushups #ill
        """,
        words=("Sport", "far, and fast"),
    ),
    "daylio": Described(
        lambda folder: written(folder / "daylio.csv", DAYLIO),
        """
        2026-03-02 client call 1
        2026-03-02 focus 1
        2026-03-02 work 1
        """,
        words=("good", "OK", "18:50 Report\nSent it.\nRelief."),
    ),
    "daylio of old": Described(
        lambda folder: written(folder / "daylio.csv", OLD_DAYLIO), "2026-03-02 work 1", words=("18:50 Sent it.",)
    ),
    "daylio backup": Described(
        lambda folder: files.daylio_backup(folder / "backup.daylio"),
        "2026-03-02 Mood 3 #so so · work\n2026-03-03 Mood 5\n2026-03-02 work 1",
        words=("Job", "Report\nSent & done"),
    ),
    "rednotebook": Described(
        lambda folder: packed(folder / "notes.zip", files.RED_NOTEBOOK),
        words=("Shipped the report. #work", "Second paragraph: with colon, ünïcode.", "Ideas: call Ann", "short"),
    ),
    "jrnl": Described(lambda folder: written(folder / "jrnl.json", JRNL), words=("18:22 Called", "one\ntwo")),
    "jrnl text": Described(
        lambda folder: written(folder / "jrnl.txt", JRNL_TEXT), words=("18:22 Called. *\none", "07:00 note")
    ),
    "track & graph": Described(
        lambda folder: written(folder / "data.csv", files.TRACK_GRAPH),
        """
        2026-03-02 Calls 2 #two, both good
        2026-03-02 Mood 3 #fine
        2026-03-02 Focus 70
        """,
    ),
    "super productivity": Described(
        lambda folder: written(folder / "backup.json", files.SUPER_PRODUCTIVITY),
        """
        2026-03-02 Focus 150 #60 min + 90 min
        2026-03-02 Work 420
        2026-03-02 Energy 2
        2026-03-02 Impact of work 3
        2026-03-02 Calls 4
        """,
        "Calls: count at_least 3 daily card",
        ("Short calls work.",),
    ),
    "super productivity of old": Described(
        lambda folder: written(folder / "backup.json", files.OLD_SUPER_PRODUCTIVITY),
        """
        2024-05-06 Mood 7
        2024-05-06 Productivity 6.5
        2024-05-06 Reading 90
        2024-05-07 Ear plugs 1
        """,
        "Reading: duration tally - daily retired",
        ("Obstruction: Noise", "Improvement: Ear plugs – foam"),
    ),
    "beaver": Described(
        lambda folder: written(folder / "beaver.json", files.BEAVER),
        "2026-03-02 Calls 1 #two\n2026-03-03 Calls 0",
        "Calls: count at_least 3 weekly card",
        ("work",),
    ),
    "table habit": Described(
        lambda folder: written(folder / "export.json", files.TABLE_HABIT),
        "2026-03-02 Calls 3\n2026-03-03 Calls skip #ill",
        "Calls: count at_least 3 daily card",
        ("Sales", "md text", "calls"),
    ),
    "harsh": Described(
        lambda folder: written(folder / "log", HARSH), "2026-03-02 Calls 1 #comment\n2026-03-02 Calls ∑ 3"
    ),
    "habitctl": Described(lambda folder: written(folder / "log", HABITCTL), "2018-09-15 Run 1\n2018-09-16 Run skip"),
    "perfice": Described(
        lambda folder: written(folder / "form.json", json.dumps(PERFICE)), "2026-03-02 Mood 3", words=("ok",)
    ),
}
