"""A window hears what was changed without one: by a sign, and by no timer."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from scorecard.store.files import write_sign
from scorecard.ui.news import News


@pytest.fixture
def sign(tmp_path: Path) -> Path:
    return tmp_path / "state" / "scorecard.changed"


def test_a_written_sign_is_heard_each_time(sign: Path, qtbot: QtBot) -> None:
    owner = QObject()
    news = News(sign, owner)

    for number in (b"1", b"2"):
        with qtbot.waitSignal(news.heard, timeout=1000):
            write_sign(sign, number)
    assert news.findChildren(QTimer) == []


def test_it_listens_on_when_somebody_takes_the_sign_away(sign: Path, qtbot: QtBot) -> None:
    owner = QObject()
    news = News(sign, owner)

    with qtbot.waitSignal(news.heard, timeout=1000):
        sign.unlink()
    with qtbot.waitSignal(news.heard, timeout=1000):
        write_sign(sign, b"3")


@pytest.mark.skipif(os.name != "posix", reason="no modes")
def test_the_sign_is_its_owner_s_and_where_it_can_t_be_nothing_happens(sign: Path, tmp_path: Path) -> None:
    owner = QObject()
    News(sign, owner)
    assert sign.stat().st_mode & 0o077 == 0

    (tmp_path / "file").touch()
    News(tmp_path / "file" / "sign", owner)
