"""Tooltips of words that somebody wrote: Qt takes what looks like HTML for HTML, and would load its pictures."""

_LONGEST = 2_000  # letters; a cell of a file may have more than any screen


def plain_tip(words: str) -> str:
    """What `setToolTip` and `QToolTip.showText` are to be given, so that these very words are shown."""
    shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    if "<" not in shown:
        return shown
    import html  # no first picture waits for it

    return f'<p style="white-space: pre-wrap">{html.escape(shown)}</p>'
