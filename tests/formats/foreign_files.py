"""Files of other habit programs, made here from descriptions of their formats."""

import base64
import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from tests.formats.zip_files import packed

Cells = Mapping[str, object]

TICKMATE = """
    pragma user_version=13;
    create table android_metadata (locale text);
    create table tracks (_id integer primary key autoincrement, name text not null, description text not null,
        icon text not null, enabled integer not null, multiple_entries_per_day integer default 0,
        "order" integer default -1);
    create table ticks (_id integer primary key autoincrement, _track_id integer, year integer, month integer,
        day integer, hour integer, minute integer, second integer, has_time_info integer default 0);
    create table groups (_id integer primary key autoincrement, name text not null, description text not null,
        "order" integer default -1);
    create table track2groups (_id integer primary key autoincrement, _track_id integer not null,
        _group_id integer not null);
"""
OLD_TICKMATE = """
    pragma user_version=9;
    create table tracks (_id integer primary key autoincrement, name text not null, description text not null,
        icon text not null, enabled integer not null);
    create table ticks (_id integer primary key autoincrement, _track_id integer, year integer, month integer,
        day integer);
"""
REWIRE = """
    pragma user_version=24;
    create table category (_id integer primary key, category_name text not null, order_no integer);
    create table Habits (_id integer primary key, Order_num integer, Name text not null, description text,
        Current_streak integer not null default 0, active_days text, category integer, archived integer,
        schedule integer, days integer, period integer, unit integer, target_count real, repeating_count integer,
        start_date text);
    create table CHECKINS (_id integer primary key, Habit_id integer not null, date text not null,
        type integer not null, note text, unit_type integer, actual_count real, target_count real,
        unique (Habit_id, date) on conflict replace);
    create table UNIT (_id integer primary key, UNIT_NAME text);
    create table reasons (_id integer primary key, habit_id integer, message text);
"""


def database(path: Path, schema: str, **tables: Sequence[Cells]) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"pragma synchronous=off; pragma journal_mode=memory; {schema}")
        for table, rows in tables.items():
            for cells in rows:
                names = ", ".join(f'"{name}"' for name in cells)
                marks = ", ".join("?" * len(cells))
                connection.execute(f"insert into {table} ({names}) values ({marks})", list(cells.values()))
        connection.commit()
    return path


def tickmate(path: Path, tracks: Sequence[Cells], ticks: Sequence[Cells], **others: Sequence[Cells]) -> Path:
    defaults = {"description": "", "icon": "", "enabled": 1}
    return database(path, TICKMATE, tracks=[{**defaults, **track} for track in tracks], ticks=ticks, **others)


def tick(track: int, month: int, day: int, at: str = "12:00:00") -> Cells:
    """Of 2026; months as people count them."""
    hour, minute, second = map(int, at.split(":"))
    return {
        "_track_id": track, "year": 2026, "month": month - 1, "day": day, "hour": hour, "minute": minute,
        "second": second,
    }  # fmt: skip


def rewire(path: Path, habits: Sequence[Cells], checkins: Sequence[Cells], **others: Sequence[Cells]) -> Path:
    defaults = {"schedule": 0, "active_days": "0,1,2,3,4,5,6", "archived": 0, "unit": 1, "target_count": 0.0}
    return database(path, REWIRE, Habits=[{**defaults, **habit} for habit in habits], CHECKINS=checkins, **others)


def check_in(habit: int, day: str, kind: int, **cells: object) -> Cells:
    return {"Habit_id": habit, "date": day, "type": kind, **cells}


def written(path: Path, content: str | bytes | object) -> Path:
    """Text as it is, anything else as JSON."""
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        text = content if isinstance(content, str) else json.dumps(content)
        path.write_text(text, encoding="utf-8", newline="")
    return path


LOOP_HABITS = (
    "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,"
    "Target Value,Archived?\n"
)
LOOP_ZIP = {
    "Habits.csv": LOOP_HABITS
    + "001,Call a client,YES_NO,Did I call a client?,,1,1,#00897B,,,,false\n"
    + "002,Focus hours,NUMERICAL,,deep work,1,1,#1976D2,h,AT_LEAST,2.5,false\n"
    + '003,"Übung, ""lang""",NUMERICAL,,,1,7,#D32F2F,,AT_MOST,3.0,true\n',
    "001 Call a client/Checkmarks.csv": "Date,Value,Notes\n2026-03-05,YES_AUTO,\n2026-03-04,SKIP,public holiday\n"
    "2026-03-03,NO,ill\n2026-03-02,YES_MANUAL,\n2026-03-01,UNKNOWN,\n",
    "001 Call a client/Scores.csv": "Date,Score\n2026-03-02,0.0519\n",
    "002 Focus hours/Checkmarks.csv": "Date,Value,Notes\n2026-03-04,SKIP,\n2026-03-03,NO,\n2026-03-02,2500,\n",
    "003 bung/Checkmarks.csv": 'Date,Value,Notes\n2026-03-02,1000,"one, ""long"" one"\n',
    "Checkmarks.csv": 'Date,Call a client,Focus hours,Übung, "lang",\n2026-03-02,YES_MANUAL,2500,1000,\n',
    "Scores.csv": "Date,Call a client,\n2026-03-02,0.0519,\n",
}
OLD_LOOP_ZIP = {
    "Habits.csv": "Position,Name,Question,Description,NumRepetitions,Interval,Color\n"
    "001,練習,Did I?,,3,7,#00897B\n002,Focus hours,,,1,1,#1976D2\n",
    "001/Checkmarks.csv": "2015-01-25,2\n2015-01-24,1\n2015-01-23,0\n2015-01-22,3\n2015-01-21,-1\n",
    "002 Focus hours/Checkmarks.csv": "2015-01-25,2500\n2015-01-24,0\n2015-01-23,3\n",
    "Checkmarks.csv": "Date,練習,Focus hours,\n2015-01-25,2,2500,\n",
}
HABITBULL = (
    "HabitName,HabitDescription,HabitCategory,CalendarDate,Value,CommentText\n"
    'Run,"far, and fast",Sport,2026-03-02,1,well\nRun,"far, and fast",Sport,2026-03-03,0,\n'
    "Pushups,,Sport,2026-03-02,30,\nPushups,,Sport,2026-03-03,-2150000000,\nPushups,,Sport,2026-03-04,,ill\n"
)
TRACK_GRAPH = (
    "FeatureName,Timestamp,Value,Label,Note\r\n"
    'Calls,2026-03-02T18:30:41.432+01:00,2.0,,"two, both good"\r\n'
    "Mood,2026-03-02T21:00:00Z,3.0,fine,\r\nFocus,2026-03-02T17:00:00+01:00,1:10:00,,\r\n"
)
DAYLIO_CSV = (
    "full_date,date,weekday,time,mood,activities,note_title,note\n"
    '2026-03-03,3 March,Tuesday,6:50 pm,good,"client call | focus ","Report","Sent it.<br>Relief."\n'
    '2026-03-02,2 March,Monday,18:52,sad ,"work","",""\n'
)
BEAVER: dict[str, object] = {
    "habits": [
        {
            "name": "Calls", "id": "a1b2c3", "tags": ["work"], "star": False, "status": "active", "chips": [],
            "records": [
                {"day": "2026-03-02", "done": True, "text": "two"}, {"day": "2026-03-03", "done": False},
            ],
            "period": {"period_type": "W", "period_count": 1, "target_count": 3},
        },
    ],
    "order": ["a1b2c3"], "order_by": 3, "backup": {"telegram_bot_token": "secret", "telegram_chat_id": None},
}  # fmt: skip
TABLE_HABIT: dict[str, object] = {
    "habits": [
        {
            "create_t": 1772409600, "modify_t": 1772409600, "type": 1, "status": 1, "name": "Calls", "desc": "md text",
            "color": 1, "daily_goal": 3, "daily_goal_unit": "calls", "daily_goal_extra": 5, "freq_type": 3,
            "freq_custom": "[1,1]", "start_date": 20514, "target_days": 66, "group_id": "g-uuid",
            "records": [
                {"record_date": 20514, "record_type": 1, "record_value": 3, "create_t": 1772474400, "reason": ""},
                {"record_date": 20515, "record_type": 2, "record_value": 0, "reason": "ill"},
            ],
        },
    ],
    "groups": [{"uuid": "g-uuid", "name": "Sales", "desc": "", "color": 1}],
}  # fmt: skip
SUPER_PRODUCTIVITY: dict[str, object] = {
    "timestamp": 1772490000000, "lastUpdate": 1772490000000, "crossModelVersion": 4.5,
    "data": {
        "globalConfig": {"misc": {"token": "secret"}},
        "metric": {
            "ids": ["2026-03-02"],
            "entities": {
                "2026-03-02": {
                    "id": "2026-03-02", "focusSessions": [3600000, 5400000], "impactOfWork": 3, "energyCheckin": 2,
                    "reflections": [{"text": "Short calls work.", "created": 1772485200000}],
                    "remindTomorrow": False, "notes": None, "totalWorkMinutes": 420,
                },
            },
        },
        "simpleCounter": {
            "ids": ["c1"],
            "entities": {
                "c1": {
                    "id": "c1", "title": "Calls", "isEnabled": True, "icon": "phone", "type": "ClickCounter",
                    "isOn": False, "countOnDay": {"2026-03-02": 4}, "isTrackStreaks": True, "streakMinValue": 3,
                    "streakMode": "specific-days",
                    "streakWeekDays": {
                        "0": False, "1": True, "2": True, "3": True, "4": True, "5": True, "6": False,
                    },
                },
            },
        },
    },
}  # fmt: skip
OLD_SUPER_PRODUCTIVITY: dict[str, object] = {
    "task": {"ids": [], "entities": {}},
    "metric": {
        "ids": ["2024-05-06"],
        "entities": {
            "2024-05-06": {
                "id": "2024-05-06", "obstructions": ["o1"], "improvements": ["i1"],
                "improvementsTomorrow": ["i1", "gone"], "mood": 7, "productivity": 6.5,
            },
        },
    },
    "obstruction": {"ids": ["o1"], "entities": {"o1": {"id": "o1", "title": "Noise"}}},
    "improvement": {
        "ids": ["i1"],
        "entities": {"i1": {"id": "i1", "title": "Ear plugs", "note": "foam", "checkedDays": ["2024-05-07"]}},
        "hiddenImprovementBannerItems": [],
    },
    "simpleCounter": {
        "ids": ["c2"],
        "entities": {"c2": {"id": "c2", "title": "Reading", "isEnabled": False, "type": "StopWatch",
                            "countOnDay": {"2024-05-06": 5400000, "2024-05-07": 0}}},
    },
}  # fmt: skip
HARSH = (
    "# a remark\n2026-03-02 : Calls : y : well : 3\n2026-03-02 : Run : n :  : 0\n\n"
    "2026-03-03 : Calls : s\n2026-03-03 : Run : y : rain : then sun : 0\n2026-03-03 : Run : n\n"
)
HARSH_HABITS = "! Work\nCalls: 3/7\n# a remark\n! Body\nRun: 1w : 2027-01-01\n"
HABITCTL = "2018-09-15+02:00\tRun far\ty\n2018-09-15+02:00\tCalls\tn\n\n2018-09-16\tCalls\ts\n"
JRNL: dict[str, object] = {
    "tags": {"@ann": 1},
    "entries": [
        {
            "title": "Called @ann.", "body": "Twice.\nWell.", "date": "2026-03-02", "time": "18:22",
            "tags": ["@ann"], "starred": True,
        },
        {"title": "Up early.", "body": "", "date": "2026-03-02", "time": "06:05", "tags": [], "starred": False},
    ],
}  # fmt: skip
JRNL_TEXT = "[2026-03-02 18:22] Called @ann. *\nTwice.\n[not a date] Well.\n\n[2026-03-02 06:05] Up early.\n"
RED_NOTEBOOK = {
    "2026-03.txt": "3:\n  Done: null\n  Ideas:\n    call Ann: null\n  text: 'Shipped the report. #work\n\n\n"
    "    Second paragraph: with colon, ünïcode.'\n14: {text: short}\n",
    "2026-04.txt": "1:\n  Tags:\n    work: null\n  text: ''\n",
    "2026-03.old.txt": "3: {text: old}\n",
}
LONG_TABLE = (
    'Date,Measure,Value,Note,Place\n2026-03-02,Calls,3,,\n2026-03-02,Run,yes,"far, and fast",Park\n'
    "2026-03-03,Calls,2,,\n2026-03-03,calls,1.5,again,\n2026-03-04,Run,,ill,\n2026-03-04,Calls,many,,\n"
)
PERFICE: dict[str, object] = {
    "questions": ["Mood", "Where", "Ran"],
    "entries": [
        {"timestamp": 1772449200000, "answers": [3, ["home", "work"]]},
        {"timestamp": 1772449260000, "answers": [4, "home", None]},
        {"timestamp": 1772535600000, "answers": [5.0, None, True]},
    ],
}
PERFICE_CSV = (
    "Timestamp,Mood,Where,Ran\r\n1772449200000,3,home|||work\r\n1772449260000,4,home,\r\n1772535600000,5,,true\r\n"
)
NOMIE = (
    "epoch,start,end,offset,tracker,value,note,lat,lng,location,score\n"
    "1,2026-03-02T18:00:00.000,2026-03-02T18:00:00.000,-60,water,2,drank,52.5,13.4,Park,0\n"
    "2,2026-03-03T01:00:00.000,2026-03-03T01:00:00.000,-60,water,1,,0,0,,2\n"
    "3,2026-03-03T12:00:00.000,2026-03-03T12:00:00.000,-60,mood,7,,,,,0\n"
)
DAYLIO: dict[str, object] = {
    "version": 15,
    "pin": "1234",
    "customMoods": [
        {"id": 1, "custom_name": "", "mood_group_id": 1, "predefined_name_id": 1},
        {"id": 7, "custom_name": "so so", "mood_group_id": 3, "predefined_name_id": -1},
    ],
    "tags": [{"id": 3, "name": "work", "id_tag_group": 1}],
    "tag_groups": [{"id": 1, "name": "Job"}],
    "dayEntries": [
        {"id": 2, "minute": 5, "hour": 8, "day": 3, "month": 2, "year": 2026, "mood": 1, "note": "", "tags": []},
        {
            "id": 1, "minute": 50, "hour": 18, "day": 2, "month": 2, "year": 2026, "mood": 7, "tags": [3],
            "note_title": "Report", "note": "Sent &amp; done", "assets": [1],
        },
    ],
}  # fmt: skip


def daylio_backup(path: Path, content: object = DAYLIO) -> Path:
    return packed(path, {"backup.daylio": base64.b64encode(json.dumps(content).encode())})


def one_of_each(folder: Path) -> dict[str, Path]:
    """A file of each format but Loop's database, by the format's name."""
    return {
        "beaver": written(folder / "beaver", BEAVER),
        "daylio": daylio_backup(folder / "daylio"),
        "daylio-csv": written(folder / "daylio-csv", DAYLIO_CSV),
        "habitbull": written(folder / "habitbull", HABITBULL),
        "habitctl": written(folder / "habitctl", HABITCTL),
        "harsh": written(folder / "harsh", HARSH),
        "jrnl": written(folder / "jrnl", JRNL),
        "jrnl-text": written(folder / "jrnl-text", JRNL_TEXT),
        "loop-csv": packed(folder / "loop-csv", LOOP_ZIP),
        "nomie": written(folder / "nomie", NOMIE),
        "perfice": written(folder / "perfice", PERFICE),
        "rednotebook": packed(folder / "rednotebook", RED_NOTEBOOK),
        "rewire": rewire(folder / "rewire", [{"_id": 1, "Name": "Run"}], [check_in(1, "20260302", 2, note="far")]),
        "super-productivity": written(folder / "super-productivity", SUPER_PRODUCTIVITY),
        "table-long": written(folder / "table-long", LONG_TABLE),
        "table-habit": written(folder / "table-habit", TABLE_HABIT),
        "tickmate": tickmate(folder / "tickmate", [{"_id": 1, "name": "Run"}], [tick(1, 3, 2)]),
        "track-graph": written(folder / "track-graph", TRACK_GRAPH),
    }
