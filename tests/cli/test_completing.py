"""Names for a shell, and the scripts by which a shell asks for them."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from scorecard.cli.arguments import SHELLS
from tests.cli.conftest import Type

COMMANDS = ("tally", "promise", "today", "week", "import", "export", "backup", "restore", "check", "where", "complete")
# `scorecard` is a function here: what matters is what the shell asks for, and what it makes of the answer.
ASKED = """
scorecard() {{ printf '%s\\n' "$*" >> "$ASKED"; printf 'Thank-yous heard\\n'; }}
compopt() {{ :; }}
eval "$SCRIPT"
COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_scorecard
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


def test_names_are_completed_for_a_shell(scorecard: Type, store: Path) -> None:
    assert scorecard("complete", "thank").out == ["Thank-yous heard", "Thanks given"]


def test_of_no_beginning_the_measures_on_the_card_are_named(scorecard: Type, store: Path) -> None:
    assert "Waiting" not in scorecard("complete").out
    assert len(scorecard("complete").out) == 5
    assert scorecard("complete", "wait").out == ["Waiting"]


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_is_known_to_a_shell(shell: str, scorecard: Type) -> None:
    script = "\n".join(scorecard("complete", "--shell", shell).out)

    assert [command for command in COMMANDS if command not in script] == []
    for option in ("json", "day", "note", "format", "dry-run", "data", "csv-exact", "yesterday"):
        assert option in script


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_can_read_its_script(shell: str, scorecard: Type, tmp_path: Path) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    file = tmp_path / "script"
    file.write_text("\n".join(scorecard("complete", "--shell", shell).out) + "\n", encoding="utf-8")

    assert subprocess.run([program, "-n", file], capture_output=True, timeout=20).stderr == b""


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize(
    ("words", "asked", "found"),
    [
        ("scorecard ta", "", ["tally"]),
        ("scorecard tally th", "complete -- th", ["Thank-yous heard"]),
        (
            "scorecard --data /else tally '\"Thank-yous h'",
            "--data /else complete -- Thank-yous h",
            ["Thank-yous heard"],
        ),
        ("scorecard tally deep --day yes", "", ["yesterday"]),
        ("scorecard export --format c", "", ["csv", "csv-exact"]),
        ("scorecard today --j", "", ["--json"]),
        ("scorecard tally th +", "", [""]),
    ],
)
def test_bash_asks_for_names_and_for_nothing_else(
    words: str, asked: str, found: list[str], scorecard: Type, tmp_path: Path
) -> None:
    heard = tmp_path / "asked"
    environment = {"SCRIPT": "\n".join(scorecard("complete", "--shell", "bash").out), "ASKED": str(heard)}
    source = ASKED.format(words=words)
    done = subprocess.run(
        ["bash", "--norc", "-c", source], env={**os.environ, **environment}, capture_output=True, text=True, timeout=20
    )

    assert done.stdout.split("\n")[:-1] == found
    assert (heard.read_text().strip() if heard.exists() else "") == asked
