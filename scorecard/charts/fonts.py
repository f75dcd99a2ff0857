"""The faces that charts are written in: Inter, then one present face for each script that Inter lacks."""

from dataclasses import dataclass

from matplotlib import font_manager
from matplotlib.font_manager import FontProperties

from scorecard.resources import resource

FILES = ("Inter-Regular.otf", "Inter-SemiBold.otf")
REGULAR = "Inter"
STRONG = "Inter Semi Bold"  # a second name of the face, under which its weight is the regular one
LAST = "DejaVu Sans"  # comes with matplotlib

# For each script the usual faces of Linux, Windows and macOS, the best first.
SCRIPTS = {
    "Chinese": (
        "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "Heiti SC",
        "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Droid Sans Fallback", "Noto Sans CJK JP",
    ),
    "Japanese": (
        "Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans JP", "Yu Gothic", "Meiryo", "Hiragino Sans",
        "IPAexGothic", "IPAGothic", "TakaoGothic", "VL Gothic",
    ),
    "Korean": ("Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo", "NanumGothic"),
    "Arabic": ("Noto Sans Arabic", "Noto Naskh Arabic", "Segoe UI", "Geeza Pro", "Tahoma", LAST),
    "Hebrew": ("Noto Sans Hebrew", "Segoe UI", "Arial Hebrew", LAST),
    "Devanagari": (
        "Noto Sans Devanagari", "Nirmala UI", "Mangal", "Kohinoor Devanagari", "Lohit Devanagari", "Devanagari MT",
    ),
    "Bengali": ("Noto Sans Bengali", "Nirmala UI", "Lohit Bengali", "Kohinoor Bangla"),
    "Tamil": ("Noto Sans Tamil", "Nirmala UI", "Lohit Tamil", "Tamil MN"),
    "Thai": ("Noto Sans Thai", "Leelawadee UI", "Tahoma", "Thonburi", "Loma", "Garuda"),
    "Emoji": ("Noto Emoji", "Segoe UI Emoji", "Symbola", "Apple Symbols", LAST),
    "Anything": ("Unifont", "Arial Unicode MS"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces of a chart's texts, by weight. They are shared: set a size on the text, never on them."""

    regular: FontProperties
    strong: FontProperties


def present_faces() -> Faces:
    """Inter and its fallbacks, which matplotlib's font list holds from now on."""
    _register()
    entries = font_manager.fontManager.ttflist
    present = frozenset(entry.name for entry in entries if entry.weight in (400, "normal") and entry.style == "normal")
    fallbacks = present_fallbacks(present)
    return Faces(FontProperties(family=[REGULAR, *fallbacks]), FontProperties(family=[STRONG, *fallbacks]))


def present_fallbacks(present: frozenset[str]) -> tuple[str, ...]:
    """The first of each script's families that is `present`, then matplotlib's own as the last resort.

    matplotlib warns of every family, and every weight of a family, that it is asked for and does not have: so only
    present ones, and all in their regular weight.
    """
    chosen = [next((family for family in families if family in present), LAST) for families in SCRIPTS.values()]
    return (*dict.fromkeys(family for family in chosen if family != LAST), LAST)


def _register() -> None:
    known = {entry.fname for entry in font_manager.fontManager.ttflist}
    for name in FILES:
        path = str(resource("fonts", name))
        if path not in known:
            font_manager.fontManager.addfont(path)
