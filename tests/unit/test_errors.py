import pickle

import pytest

from asean_digital import errors
from asean_digital.errors import (
    AmbiguousName,
    DateRefused,
    FileProblem,
    InvalidDocument,
    InvalidQuery,
    InvalidRecord,
    InvalidValue,
    MissingExtra,
    Problem,
    RecordNotFound,
    shown,
)

PROBLEM = Problem(path="ordinal", rule="must be 1 or more", value="0", way_out="count from one", record="meeting:m", file="own.json")
EVERY = [
    (InvalidValue(PROBLEM), ValueError),
    (InvalidRecord.of("not valid", (PROBLEM, PROBLEM)), ValueError),
    (InvalidDocument.of("not valid", (PROBLEM,)), ValueError),
    (RecordNotFound("meeting:x", ("meeting:y",), "ask for it"), LookupError),
    (AmbiguousName("x", ("meeting:x", "plan:x")), LookupError),
    (InvalidQuery("no such path"), ValueError),
    (DateRefused("late 2026", "vague", "the words leave open when"), ValueError),
    (FileProblem("no such file"), OSError),
    (MissingExtra("install it"), ImportError),
]


@pytest.mark.parametrize(("error", "builtin"), EVERY, ids=lambda each: getattr(each, "__name__", type(each).__name__))
def test_each_error_has_one_root_and_the_builtin_it_refines_and_pickles(error, builtin):
    assert isinstance(error, errors.AseanDigitalError)
    assert isinstance(error, builtin)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert type(error) is type(again)
    assert str(error) == str(again)
    assert error.args == again.args or isinstance(error, ExceptionGroup)
    for name in ("problem", "problems", "asked", "near", "hint", "candidates"):
        assert getattr(error, name, None) == getattr(again, name, None)


def test_every_error_of_the_module_is_tried_here():
    assert {type(error).__name__ for error, _ in EVERY} | {"AseanDigitalError", "Problem"} == set(errors.__all__)


def test_a_problem_says_where_which_rule_which_value_and_the_way_out():
    assert str(PROBLEM) == "own.json: meeting:m: ordinal: must be 1 or more, not 0; count from one"
    assert str(Problem(rule="must be JSON")) == "must be JSON"


def test_a_group_lists_its_problems_and_counts_the_rest():
    group = InvalidDocument.of("not a document", tuple(Problem(rule=f"rule {n}") for n in range(52)))
    lines = str(group).split("\n")
    assert lines[0] == "not a document: 52 problem(s)"
    assert lines[50] == "  rule 49"
    assert lines[51:] == ["  and 2 more in .problems"]
    assert len(group.problems) == 52


def test_messages_of_lookups_name_what_to_type_instead():
    assert str(RecordNotFound("x")) == "no record 'x'"
    assert str(RecordNotFound("x", ("a", "b"), "look")) == "no record 'x'; near: a, b; look"
    assert str(AmbiguousName("x", ("a", "b"))) == "'x' names 2 records; ask for one of: a, b"


def test_a_long_value_is_cut():
    assert shown("a" * 10) == repr("a" * 10)
    assert len(shown("a" * 1000)) == 200


def test_a_group_can_be_split_like_any_other():
    group = InvalidRecord.of("not valid", (PROBLEM, Problem(rule="other")))
    with pytest.raises(ExceptionGroup):
        raise group
    found, rest = group.split(lambda error: isinstance(error, InvalidValue) and error.problem.rule == "other")
    assert [len(each.exceptions) for each in (found, rest)] == [1, 1]
