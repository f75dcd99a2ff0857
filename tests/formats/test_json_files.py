"""JSON is read as it stands, or refused with the line."""

import json
import tracemalloc
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scorecard.domain.errors import KnownError
from scorecard.formats.errors import Amount, FileFault, FileTooLargeError, ImportCancelledError, UnreadableFileError
from scorecard.formats.json_files import (
    DEEPEST,
    LONGEST_NUMBER,
    MOST_PARTS,
    JsonObject,
    is_json,
    number_in,
    object_of,
    objects_in,
    paths_in,
    text_in,
    value_of,
    whole_in,
)  # fmt: skip

REFUSED = {
    "a deep list": ('{"a":\n' + "[" * 100_000, FileFault.TOO_DEEP, 2),
    "a deep object": ('{"a":' * 100_000, FileFault.TOO_DEEP, 1),
    "a long whole number": ('{"a": 1,\n\n"b": ' + "9" * 5_000 + "}", FileFault.LONG_NUMBER, 3),
    "a long fraction": ('{"a": 0.' + "1" * 5_000 + "}", FileFault.LONG_NUMBER, 1),
    "a large exponent": ('{\n"a": 1e999}', FileFault.LONG_NUMBER, 2),
    "NaN": ('{"a":\nNaN}', FileFault.NO_NUMBER, 2),
    "Infinity": ('{"a": -Infinity}', FileFault.NO_NUMBER, 1),
    "a name twice": ('{"a": 1,\n "b": {"a": 1},\n "a": 2}', FileFault.DUPLICATE_KEYS, 3),
    "a name in two spellings": ('{"a": 1, "\\u0061": 2}', FileFault.DUPLICATE_KEYS, None),
    "a cut file": ('{"a": [1,\n 2', FileFault.NOT_JSON, 2),
    "more than one value": ('{"a": 1}\n{"a": 2}', FileFault.NOT_JSON, 2),
    "a closing bracket too many": ("{}]", FileFault.NOT_JSON, 1),
    "a list where an object should be": ("[1, 2]", FileFault.STRANGE, None),
    "a NUL": ('{\n"a": "\0"}', FileFault.NUL, 2),
}


def read(text: str | bytes) -> JsonObject:
    return object_of(text if isinstance(text, bytes) else text.encode(), lambda: False)


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_is_refused_with_its_line(case: str) -> None:
    text, fault, line = REFUSED[case]

    with pytest.raises(UnreadableFileError) as refused:
        read(text)
    assert (refused.value.fault, refused.value.line) == (fault, line)


def test_what_stands_in_texts_is_no_reason_to_refuse() -> None:
    said = {"a": "NaN [[[ 1e999 " + "9" * 50, 'b"\\': '{"a": 1, "a": 2}', "c": "[" * 100}

    assert read(json.dumps(said)) == said


def test_the_deepest_lists_and_longest_numbers_that_are_read() -> None:
    whole = 10 ** (LONGEST_NUMBER - 2)
    nested = '{"a":' + "[" * (DEEPEST - 1) + str(whole) + "]" * (DEEPEST - 1) + "}"

    assert str(whole) in str(read(nested))


def test_fractions_keep_their_digits() -> None:
    cells = read('{"a": 0.1, "b": 3.0, "c": true, "d": "3", "e": -2, "f": null}')

    assert number_in(cells, "a") == Decimal("0.1")
    assert [whole_in(cells, key) for key in "abcdefg"] == [None, 3, None, None, -2, None, None]
    assert [text_in(cells, key) for key in "acdg"] == ["", "", "3", ""]


def test_whatever_is_no_object_in_a_list_keeps_its_number() -> None:
    assert list(objects_in(read('{"a": [{}, 1, {"b": 2}]}'), "a")) == [(1, {}), (2, None), (3, {"b": 2})]
    assert list(objects_in(read('{"a": 1}'), "a")) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_any_usual_encoding_is_read(encoding: str) -> None:
    assert read('{"a": "Übung"}'.encode(encoding)) == {"a": "Übung"}


def test_the_paths_that_the_beginning_of_a_file_shows() -> None:
    head = b'\xef\xbb\xbf {"habits": [{"name": "Run", "records": [{"day": "x"}, {"done": 1}]}], "groups": {"a": {"b"'

    assert is_json(head)
    assert paths_in(head) == {
        "habits", "habits[].name", "habits[].records", "habits[].records[].day", "habits[].records[].done", "groups",
        "groups.a",
    }  # fmt: skip
    assert paths_in(b'[{"a": 1}]') == {"[].a"}
    assert paths_in(b"a,b\n") == paths_in(b"") == frozenset()


def test_the_most_parts_take_a_bounded_amount_of_memory() -> None:
    """Measured on a fiftieth of them."""
    objects = MOST_PARTS // 50 // 2
    crowded = b'{"a":[' + b'{"":0},' * objects + b"0]}"

    tracemalloc.start()
    read(crowded)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak * 50 < 400 * 1024 * 1024


def test_too_many_parts_are_refused() -> None:
    with pytest.raises(FileTooLargeError) as refused:
        read(b"[" + b"0," * MOST_PARTS + b"0]")

    assert (refused.value.limit, refused.value.amount) == (MOST_PARTS, Amount.PARTS)


@pytest.mark.parametrize("text", ['"' + '\\"' * 300_000, '{"a' + "\\" * 300_001, '"a" ' * 100_000, "1" * 39 + "e"])
def test_a_look_at_damage_takes_no_longer_than_one_at_an_honest_file(text: str) -> None:
    paths_in(("{" + text).encode())
    with pytest.raises(UnreadableFileError):
        read("{" + text)


def test_reading_can_be_stopped() -> None:
    with pytest.raises(ImportCancelledError):
        object_of(b"{}", lambda: True)


values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(value=values, indent=st.sampled_from([None, 1]), plain=st.booleans())
def test_whatever_is_written_is_read_the_same(value: object, indent: int | None, plain: bool) -> None:
    written = json.dumps(value, indent=indent, ensure_ascii=plain)
    if "\0" not in written:
        assert value_of(written.encode("utf-8", "surrogatepass"), lambda: False) == value


@given(text=st.text(st.sampled_from('{}[]",:\\ \n01eE.-NaNInfinitytrue'), max_size=60))
@example(text='{"a":"\\ud800"}')
def test_any_text_is_read_or_refused(text: str) -> None:
    paths_in(text.encode())
    with suppress(KnownError):
        value_of(text.encode(), lambda: False)
