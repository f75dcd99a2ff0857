"""How often one would like to be in touch, in words."""

from scorecard.ui.text import tr


def say_rhythm(days: int | None) -> str:
    """ "Every two weeks"; of another number of days, "Every 10 days"."""
    match days:
        case None:
            return tr("No rhythm")
        case 7:
            return tr("Every week")
        case 14:
            return tr("Every two weeks")
        case 30:
            return tr("Every month")
        case 90:
            return tr("Every three months")
        case 180:
            return tr("Every half year")
        case _:
            return tr("Every %n day(s)", "", days)
