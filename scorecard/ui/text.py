"""`tr()`: every text the user reads goes through it. Without a translation the source text comes back."""

from PySide6.QtCore import QCoreApplication


def tr(source: str, comment: str = "", n: int = -1) -> str:
    """`source` in the user's language. "%n" is replaced by `n`, in the plural form that fits."""
    return QCoreApplication.translate("", source, comment or None, n)
