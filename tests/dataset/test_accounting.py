"""The account of the fact sheets, where they are present: what of them the data carries, and why the rest is not carried."""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from pathlib import Path

import pytest

import asean_digital as ad
from tests.accounting import Account, Line, lines

HERE = Path(__file__).parent
FACTS = HERE.parents[1].parent / "shared" / "facts"
SUBJECTS = json.loads((HERE / "subjects.json").read_text(encoding="utf-8"))
REST = json.loads((HERE / "rest.json").read_text(encoding="utf-8"))
REASONS = {
    "absence": "the line says that something was not said; that is ours and no source's",
    "better-source": "the same is held on a better source, or a better reading is held",
    "computed": "the value was worked out by us and stands in no source",
    "duplicate": "the same is held in another form or at another place",
    "misattributed": "the source does not say it",
    "garbled": "the line cannot be understood",
    "no-field": "the model has no field for it",
    "opinion": "a judgement, not a fact",
    "out-of-scope": "not of the digital track",
    "worded-otherwise": "it stands there in words that the account does not match",
}
needs_the_sheets = pytest.mark.skipif(not FACTS.is_dir(), reason="the fact sheets are not part of the project and are not here")


@pytest.fixture(scope="module")
def account() -> Account:
    return Account(ad.load(), SUBJECTS)


@pytest.fixture(scope="module")
def sheet() -> list[Line]:
    return lines(FACTS)


def _plain(value: object) -> str:
    return json.dumps(sorted(value, key=str) if isinstance(value, list) else value, sort_keys=True)


def test_every_subject_leads_to_records():
    assert [record_id for ids in SUBJECTS.values() for record_id in ids if record_id not in ad.load()] == []
    assert len(SUBJECTS) <= 80


def test_the_rest_is_reasoned():
    assert len(REASONS) <= 10
    assert [entry for entry in REST if entry["reason"] not in REASONS] == []
    assert len({(entry["file"], entry["number"]) for entry in REST}) == len(REST)


@needs_the_sheets
def test_at_least_nine_lines_in_ten_are_carried_and_the_rest_is_listed(account, sheet):
    carried = {(line.file, line.number) for line in sheet if account.carries(line)}
    listed = {(entry["file"], entry["number"]) for entry in REST}
    rest = [line for line in sheet if (line.file, line.number) not in carried]
    print(f"{len(carried)} of {len(sheet)} lines carried; the rest: {Counter(entry['reason'] for entry in REST)}")
    assert len(carried) >= 0.9 * len(sheet)
    assert [line for line in rest if (line.file, line.number) not in listed] == []
    assert sorted(listed & carried) == []


@needs_the_sheets
def test_lines_with_the_value_of_another_are_hardly_ever_carried(account, sheet):
    """The account can say no: values shuffled between lines of the same attribute.

    A value that another line states of the same subject is as true there as before, and is not counted.
    """
    true = {(line.subject, line.attribute, _plain(line.value)) for line in sheet}
    groups: dict[str, list[Line]] = defaultdict(list)
    for line in sheet:
        groups[line.attribute].append(line)
    shuffler = random.Random(7)
    wrong = carried = 0
    for group in groups.values():
        values = [line.value for line in group]
        shuffler.shuffle(values)
        for line, value in zip(group, values, strict=True):
            if (line.subject, line.attribute, _plain(value)) not in true:
                wrong += 1
                carried += account.carries(line, value)
    print(f"{carried} of {wrong} shuffled lines carried")
    assert carried < 0.05 * wrong
