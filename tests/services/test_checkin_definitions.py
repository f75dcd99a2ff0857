"""Definitions as files: those of the program are good ones, and a broken one says what is wrong and harms no other."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.domain.checkins import BrokenDefinitionError, Cadence, Definition, DefinitionFault, Subject
from scorecard.domain.texts import clean_line
from scorecard.resources import resource
from scorecard.services.checkin_definitions import (
    LARGEST_FILE,
    MOST_FILES,
    Definitions,
    DefinitionShelf,
    read_definition,
    to_definition,
)
from scorecard.words.errors import say_error

OWN = resource("checkins")
GOOD = """
id = "energy"
name = "Energy"
cadence = "never"
subjects = ["me"]
[[factors]]
id = "sleep"
name = "Sleep"
one = "none"
ten = "all I need"
[[factors]]
id = "noise"
name = "Noise"
one = "quiet"
ten = "an open office"
divisor = true
"""

Fault = DefinitionFault
Put = Callable[..., Path]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Writes a file of the user's folder, which it returns: put("mine", text)."""

    def write(name: str, content: str | bytes = GOOD) -> Path:
        folder = tmp_path / "checkins"
        folder.mkdir(exist_ok=True)
        file = folder / f"{name}.toml"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    return write


def read_definitions(folders: Sequence[Path]) -> Definitions:
    return DefinitionShelf(folders).definitions()


def fault_of(file: Path) -> BrokenDefinitionError:
    with pytest.raises(BrokenDefinitionError) as refused:
        read_definition(file)
    return refused.value


def test_three_come_with_the_program_the_most_frequent_first() -> None:
    found = read_definitions([OWN])

    assert [one.id for one in found.usable] == ["trust", "attention", "organisational_trust"]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("definition_id", "formula"),
    [
        ("trust", "(reliability + credibility + intimacy + character) ÷ self-orientation"),
        (
            "organisational_trust",
            "(reliability + credibility + transparency + character) ÷ department self-orientation",
        ),
        ("attention", "(credibility + reliability + character + intimacy) ÷ focus on myself"),
    ],
)
def test_their_formulas_are_those_of_the_posts(definition_id: str, formula: str) -> None:
    definition = read_definitions([OWN]).get(definition_id)

    assert definition is not None
    assert definition.formula == formula


@pytest.mark.parametrize("definition", read_definitions([OWN]).usable, ids=lambda one: one.id)
def test_what_comes_with_the_program_says_what_one_and_ten_mean(definition: Definition) -> None:
    meanings = [words for factor in definition.factors for words in (factor.one, factor.ten)]

    assert len(set(meanings)) == len(meanings)
    for words in (definition.name, *meanings):
        assert clean_line(words) == words
        assert len(words) <= 60


def test_one_of_the_user_s_own_stands_beside_them(put: Put) -> None:
    folder = put("mine").parent

    assert {one.id for one in read_definitions([OWN, folder]).usable} > {"energy", "trust"}


def test_a_definition_reads_as_it_was_written(put: Put) -> None:
    definition = read_definition(put("mine"))

    assert (definition.name, definition.cadence, definition.subjects) == ("Energy", Cadence.NEVER, (Subject.ME,))
    assert [(one.id, one.name, one.one, one.ten, one.divisor) for one in definition.factors] == [
        ("sleep", "Sleep", "none", "all I need", False), ("noise", "Noise", "quiet", "an open office", True),
    ]  # fmt: skip


def test_a_file_from_another_editor_begins_with_a_mark(put: Put) -> None:
    assert read_definition(put("mine", b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())).id == "energy"


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert read_definitions([tmp_path / "nowhere"]).usable == ()


def test_a_broken_one_is_left_out_and_named_and_the_others_work(put: Put) -> None:
    put("broken", "id = 1\nname = nothing")
    folder = put("mine").parent

    found = read_definitions([OWN, folder])

    assert len(found.usable) == 4
    (problem,) = found.problems
    assert say_error(problem, lambda words: words) == (
        "The check-in in “broken.toml” can't be used: line 2 is not TOML."
    )


def test_of_two_with_one_id_the_first_is_used(put: Put) -> None:
    put("b", GOOD.replace("Energy", "Strength"))
    folder = put("a").parent
    put("c", GOOD.replace("energy", "trust"))

    found = read_definitions([OWN, folder])

    assert [one.name for one in found.usable if one.id in ("energy", "trust")] == ["Trust", "Energy"]
    assert [(one.file, one.fault, one.part) for one in found.problems] == [
        ("b.toml", Fault.SAME_ID, "energy"), ("c.toml", Fault.SAME_ID, "trust"),
    ]  # fmt: skip


def test_a_file_that_is_changed_or_gone_is_noticed(put: Put) -> None:
    file = put("mine")
    shelf = DefinitionShelf([file.parent])
    assert [one.name for one in shelf.definitions().usable] == ["Energy"]

    put("mine", GOOD.replace("Energy", "Strength by day"))
    assert [one.name for one in shelf.definitions().usable] == ["Strength by day"]

    file.unlink()
    assert shelf.definitions().usable == ()


BROKEN = [
    ("", Fault.MISSING, "id"),
    (GOOD.replace('name = "Energy"\n', ""), Fault.MISSING, "name"),
    (GOOD.replace('ten = "all I need"\n', ""), Fault.MISSING, "ten"),
    ("colour = 1\n" + GOOD, Fault.UNKNOWN_KEY, "colour"),
    (GOOD + "weight = 2\n", Fault.UNKNOWN_KEY, "weight"),
    (GOOD.replace('"Energy"', "7"), Fault.WRONG_KIND, "name"),
    (GOOD.replace('["me"]', '"me"'), Fault.WRONG_KIND, "subjects"),
    (GOOD.replace("divisor = true", "divisor = 1"), Fault.WRONG_KIND, "divisor"),
    (GOOD.replace('"none"', "2026-11-20"), Fault.WRONG_KIND, "one"),
    ('factors = "all"\n' + GOOD.partition("[[")[0], Fault.WRONG_KIND, "factors"),
    ("factors = [1, nan]\n" + GOOD.partition("[[")[0], Fault.WRONG_KIND, "factors"),
    (GOOD.replace('"Energy"', '" \\u202e\\u0000 "'), Fault.EMPTY, "name"),
    (GOOD.replace("Energy", "E" * 61), Fault.TOO_LONG, "name"),
    (GOOD.replace("all I need", "a" * 201), Fault.TOO_LONG, "ten"),
    (GOOD.replace("all I need", "a" * 2000), Fault.TOO_LONG, ""),
    (GOOD.replace('"energy"', '"My energy"'), Fault.BAD_ID, "My energy"),
    (GOOD.replace('"never"', '"daily"'), Fault.CADENCE, "daily"),
    (GOOD.replace('["me"]', '["me", "boss"]'), Fault.SUBJECT, "boss"),
    (GOOD.replace('["me"]', '["me", 3]'), Fault.SUBJECT, ""),
    (GOOD.replace('["me"]', '["me", "me"]'), Fault.TWICE, "me"),
    (GOOD.replace('["me"]', "[]"), Fault.EMPTY, "subjects"),
    (GOOD.replace('"sleep"', '"noise"'), Fault.TWICE, "noise"),
    (GOOD.replace("divisor = true", ""), Fault.NO_DIVISOR, ""),
    (GOOD.replace('"none"', '"none"\ndivisor = true'), Fault.TWO_DIVISORS, ""),
    ("a = " + "[" * 900, Fault.TOO_DEEP, ""),
    ("a = [\n" + "[\n" * 5000, Fault.TOO_DEEP, ""),
    ("a = " + "9" * 900 + "\n" + GOOD, Fault.UNKNOWN_KEY, "a"),
    (b"\xff\xfe\x00", Fault.NOT_TEXT, ""),
    (b"#" * (LARGEST_FILE + 1), Fault.TOO_LARGE, ""),
    ("no toml", Fault.NOT_TOML, "1"),
    ("id = ", Fault.NOT_TOML, ""),
    (GOOD + GOOD, Fault.NOT_TOML, "18"),
]


@pytest.mark.parametrize(("content", "fault", "part"), BROKEN)
def test_what_is_wrong_is_found_and_said_in_one_sentence(
    put: Put, content: str | bytes, fault: DefinitionFault, part: str
) -> None:
    file = put("mine", content)
    assert (fault_of(file).fault, fault_of(file).part) == (fault, part)

    (problem,) = read_definitions([file.parent]).problems
    sentence = say_error(problem, lambda words: words)
    assert "“mine.toml”" in sentence
    assert part in sentence
    assert sentence.endswith(".")
    assert sentence.count(". ") == 0
    assert "{" not in sentence


def test_every_fault_has_words_of_its_own() -> None:
    sentences = {say_error(BrokenDefinitionError(fault, "x", "f.toml"), lambda words: words) for fault in Fault}

    assert len(sentences) == len(Fault)


def test_a_folder_or_a_pipe_with_the_name_of_a_file_is_not_opened(put: Put) -> None:
    folder = put("mine").parent
    (folder / "a_folder.toml").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.toml")
    (folder / "dangling.toml").symlink_to(folder / "nowhere")

    found = read_definitions([folder])

    assert [one.id for one in found.usable] == ["energy"]
    assert {one.fault for one in found.problems} == {Fault.UNREADABLE}


def test_a_name_made_to_mislead_is_shown_without_its_tricks(put: Put) -> None:
    folder = put("evil\u202etoml\n{file}", "x").parent

    (problem,) = read_definitions([folder]).problems

    assert problem.file == "eviltoml {file}.toml"
    assert "{file}" in say_error(problem, lambda words: words)


def test_more_files_than_anybody_writes_are_not_all_read(put: Put) -> None:
    for number in range(MOST_FILES + 20):
        folder = put(f"f{number:03}", GOOD.replace("energy", f"energy{number}")).parent

    found = read_definitions([folder])

    assert len(found.usable) == MOST_FILES
    assert [(one.fault, one.file) for one in found.problems] == [(Fault.TOO_MANY_FILES, f"f{MOST_FILES:03}.toml")]


scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.dates()
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4)
)
keys = st.sampled_from(["id", "name", "cadence", "subjects", "factors", "one", "ten", "divisor"]) | st.text(max_size=9)
factors = st.fixed_dictionaries(
    {},
    optional={
        "id": st.sampled_from(["a", "b", "C"]) | scalars,
        "name": st.text(max_size=70) | scalars,
        "one": st.text(max_size=9),
        "ten": st.text(max_size=9),
        "divisor": st.booleans() | scalars,
    },
)
almost = st.fixed_dictionaries(
    {
        "id": st.just("mine") | scalars,
        "name": st.text(max_size=9) | scalars,
        "cadence": st.sampled_from(Cadence).map(str) | scalars,
        "subjects": st.lists(st.sampled_from(Subject).map(str) | scalars, max_size=4),
        "factors": st.lists(factors | values, max_size=14),
    }
)


@given(st.dictionaries(keys, values, max_size=8) | almost)
def test_whatever_a_file_says_it_is_a_sound_definition_or_refused(content: dict[str, object]) -> None:
    try:
        definition = to_definition(content)
    except BrokenDefinitionError:
        return
    assert sum(factor.divisor for factor in definition.factors) == 1
    assert len(definition.formula) <= 1000


@given(
    content=st.binary(max_size=300) | st.text(max_size=300).map(lambda text: (GOOD + text).encode("utf-8", "replace"))
)
def test_whatever_bytes_a_file_holds_nothing_else_is_raised(
    content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("hostile", numbered=True)
    (folder / "any.toml").write_bytes(content)

    found = read_definitions([folder])

    assert len(found.usable) + len(found.problems) == 1
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
