"""A full card whose names are as long and as foreign as the store allows, with the values that take the most room."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from scorecard.domain.activities import Deed, Verb
from scorecard.domain.clock import Clock
from scorecard.domain.days import ONE_DAY
from scorecard.domain.marks import SKIPPED, Entry, Mark, Scored
from scorecard.domain.measures import Direction, Group, Kind, Measure, Terms
from scorecard.store import entries, measures, migrating
from scorecard.store.store import Store

GROUPS = (
    Group("g1", "Kundinnen, Kunden und alle, die nach ihnen kommen und noch nichts davon wissen", 0),
    Group("g2", "チームと仲間たち", 1),
    Group("g3", "العمل اليومي", 2),
)
LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 2


def overfull_measures(first_day: date) -> tuple[Measure, ...]:
    def measure(number: int, group: str, name: str, why: str, kind: Kind, **more: object) -> Measure:
        terms = Terms(first_day, kind, **more)  # type: ignore[arg-type]
        return Measure(f"m{number}", name, (terms,), why=why, group_id=group, position=number)

    return (
        measure(1, "g1", "Rückrufe, die am selben Tag erledigt waren, ohne dass jemand daran erinnern musste",
                "Wer wartet, verliert Zeit; wer zweimal fragen muss, verliert auch das Vertrauen. " * 3,
                Kind.COUNT, target=Decimal(12), weight=3, unit="Rückrufe je Tag"),
        measure(2, "g1", LONG, LONG, Kind.NUMBER, target=Decimal("99999.5"), unit="Kilowattstunden"),
        measure(3, "g1", "取り除いた問題の数と、二度と起こらないようにした問題の数", "お客様が助かる", Kind.COUNT,
                target=Decimal(3)),
        measure(4, "g2", "画面を見ずに人の話を最後まで聞いた", "注意は関係の通貨である" * 12, Kind.RATING,
                target=Decimal(10), scale=10),
        measure(5, "g2", "🎯🎉 Someone smiled 😀 because of us 👩‍👩‍👧‍👦 🏳️‍🌈", "🙏" * 60, Kind.YES_NO),
        measure(6, "g2", "ทำให้ใครสักคนมีความสุขมากขึ้นในวันนี้", "नमस्ते, यह किसी और के लिए है", Kind.YES_NO),
        measure(7, "g3", "ساعات العمل العميق بلا انقطاع ولا رسائل ولا اجتماعات مفاجئة", "لأن الانتباه هدية",
                Kind.DURATION, target=Decimal(480)),
        measure(8, "g3", "הודעות שנשלחו במהלך פגישות", "\u202eturned around\u202c", Kind.COUNT, target=Decimal(2),
                direction=Direction.AT_MOST),
        measure(9, "g3", "Between two numbers, a weekly total with a unit", "", Kind.NUMBER, target=Decimal(10),
                upper=Decimal(20), direction=Direction.BETWEEN, weekly=True, unit="人・時間"),
    )  # fmt: skip


def make_overfull(path: Path, clock: Clock, today: date) -> None:
    """A store at `path` with nine such measures since four weeks ago, all of them scored today and yesterday."""
    migrating.create_store(path, clock.now())
    store = Store(path, clock)
    with store.change(Deed(Verb.IMPORT, {"source": "sample"})) as work:
        for group in GROUPS:
            measures.write_group(work, group)
        measures.add_measures(work, overfull_measures(today - 28 * ONE_DAY))
        entries.add_entries(work, [entry for day in (today - ONE_DAY, today) for entry in _entries(day)])
    store.close()


def _entries(day: date) -> list[Entry]:
    marks: dict[int, Mark] = {
        1: Scored(Decimal(118)), 2: Scored(Decimal("-88888.125")), 3: Scored(Decimal(1)), 4: Scored(Decimal(10)),
        5: Scored(Decimal(1)), 6: SKIPPED, 7: Scored(Decimal(754)), 8: Scored(Decimal(3)), 9: Scored(Decimal("12.25")),
    }  # fmt: skip
    note = "Line one of a note\nعربي وعبري עברית\n中文 日本語 한국어 " + "and very much more of it. " * 30
    return [Entry(f"m{n}", day, mark, note if n in (1, 7) else "") for n, mark in marks.items()]
