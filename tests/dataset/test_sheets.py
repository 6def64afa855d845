"""Every disagreement and every gap that the fact sheets list has its place in the data, or a reason why it has none."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from pathlib import Path

import attrs
import pytest

import asean_digital as ad

HERE = Path(__file__).parent
FACTS = HERE.parents[1].parent / "shared" / "facts"
ENTRIES = json.loads((HERE / "sheets.json").read_text(encoding="utf-8"))
REGISTRY = ad.load()
LINES = {
    "meetings 8": 24,
    "meetings 10": 19,
    "meetings 12": 7,
    "partners 6": 8,
    "partners 7": 16,
    "plans gaps": 25,
    "plans disagreements": 17,
    "dig disagreements": 7,
    "dig gaps": 11,
    "articles": 45,
    "announced": 14,
}
"""How many lines each list has; an entry of `sheets.json` is a point of a line, and a line has one or more."""
KINDS = ("dispute", "gap", "scope", "expectation", "value")
UNDECIDED = {("meetings 8", 9), ("meetings 8", 10), ("meetings 8", 15), ("meetings 8", 23), ("plans disagreements", 11)}
"""The lines of which the sheets say that they are undecided."""
needs_the_sheets = pytest.mark.skipif(not FACTS.is_dir(), reason="the fact sheets are not part of the project and are not here")


def places(kind):
    """Every place of a kind that the entries name."""
    return [tuple(place[1:]) for entry in ENTRIES for place in entry.get("at", ()) if place[0] == kind]


def known(record, path):
    found = ad.evidence(record, path)
    return found.status is ad.Known.KNOWN and found.value not in (None, ())


def disputed(registry):
    return {(row.record, row.path): row for row in ad.disputes(registry=registry)}


def missing(registry):
    return {(row.record, row.path): row for row in ad.gaps(registry=registry)}


def test_each_entry_names_places_or_a_reason():
    for entry in ENTRIES:
        assert set(entry) <= {"list", "number", "point", "at", "reason"}, entry
        assert entry["point"]
        assert entry.get("at") or entry.get("reason"), entry
        assert {place[0] for place in entry.get("at", ())} <= set(KINDS), entry
        assert all(len(place) == (4 if place[0] == "scope" else 3) for place in entry.get("at", ())), entry
    assert max(Counter((entry["list"], entry["number"], entry["point"]) for entry in ENTRIES).values()) == 1


def test_each_line_of_each_list_has_an_entry():
    numbers = defaultdict(set)
    for entry in ENTRIES:
        numbers[entry["list"]].add(entry["number"])
    assert {name: sorted(found) for name, found in numbers.items()} == {name: list(range(1, n + 1)) for name, n in LINES.items()}


def test_each_disagreement_is_a_dispute_with_a_reason():
    found = disputed(REGISTRY)
    assert [place for place in places("dispute") if place not in found] == []
    assert all(len(found[place].readings) > 1 and found[place].reason for place in places("dispute"))


def test_what_the_sheets_leave_undecided_is_held_by_no_reading_or_says_that_the_official_form_is_missing():
    found = disputed(REGISTRY)
    for line in UNDECIDED:
        at = [place for entry in ENTRIES if (entry["list"], entry["number"]) == line for place in entry["at"]]
        told = {place[1] for place in at if place[0] == "gap"}
        rows = [found[tuple(place[1:])] for place in at if place[0] == "dispute"]
        assert any(row.reason.startswith("Undecided") and (row.held is None or row.record in told) for row in rows), line


def test_each_gap_is_told_and_its_field_is_empty():
    found = missing(REGISTRY)
    assert [place for place in places("gap") if place not in found] == []
    for place in places("gap"):
        evidence = ad.evidence(*place)
        assert evidence.status is ad.Known.GAP, place
        assert evidence.value in (None, ()), place
        assert found[place].note, place


def test_where_only_the_scope_differs_both_fields_are_held():
    for record, one, other in places("scope"):
        assert known(record, one), (record, one)
        assert known(record, other), (record, other)
        assert ad.evidence(record, one).value != ad.evidence(record, other).value


def test_what_was_only_announced_is_an_expectation_with_its_fate():
    found = {(row.record, row.path): row for row in ad.expectations()}
    assert [place for place in places("expectation") if place not in found] == []
    assert all(found[place].citations and found[place].fate in ad.Fate for place in places("expectation"))


def test_each_point_that_was_settled_has_its_value():
    assert [place for place in places("value") if not known(*place)] == []


def test_without_disputes_and_gaps_none_of_the_places_would_hold():
    """The checks can fail."""
    bare = ad.Registry(
        [attrs.evolve(record, disputes=(), gaps=()) if record.disputes or record.gaps else record for record in REGISTRY],
        check=False,
        data_version=REGISTRY.data_version,
        as_of=REGISTRY.as_of,
    )
    assert not disputed(bare)
    assert not missing(bare)
    assert not any(ad.evidence(*place, bare).status is ad.Known.GAP for place in places("gap"))


def section(file, heading):
    """The lines of a sheet under a heading, up to the next of the same rank."""
    text = (FACTS / file).read_text(encoding="utf-8")
    return re.split(r"^## ", text.split(f"\n## {heading}", 1)[1], maxsplit=1, flags=re.MULTILINE)[0].splitlines()


def rows(lines):
    """How many rows a table has, without its head."""
    return sum(line.startswith("| ") for line in lines) - 1


def conflicts():
    """The lines that a sheet marks as being in conflict: for each subject and attribute, who prints which value."""
    groups = defaultdict(lambda: defaultdict(set))
    for file in ("meetings", "plans", "partners", "dig"):
        for text in (FACTS / f"{file}.jsonl").read_text(encoding="utf-8").splitlines():
            line = json.loads(text)
            if line.get("conflict"):
                value = json.dumps(line["value"], sort_keys=True)
                groups[file, line["subject"], line["attribute"]][value].add(line["source"])
    return {group: values for group, values in groups.items() if len(values) > 1}


def is_disputed(values, disputes):
    """Whether a dispute has two readings that cite sources of two of the values."""
    for readings in disputes:
        hits = [(value, number) for value, who in values.items() for number, cited in enumerate(readings) if who & cited]
        if len({value for value, _ in hits}) > 1 and len({number for _, number in hits}) > 1:
            return True
    return False


@needs_the_sheets
def test_each_group_of_lines_in_conflict_is_a_dispute_with_the_sources_of_both_sides():
    disputes = [[{each.source.slug for each in reading.citations} for reading in row.readings] for row in ad.disputes()]
    groups = conflicts()
    print(f"{len(groups)} groups of lines in conflict, {len(disputes)} disputes")
    assert len(groups) > 50
    assert [group for group, values in groups.items() if not is_disputed(values, disputes)] == []
    assert not any(is_disputed(values, [readings[:1] for readings in disputes]) for values in groups.values())


@needs_the_sheets
def test_the_lists_have_as_many_lines_as_we_say():
    meetings = "meetings.md"
    announced = " ".join(section("seed-conflicts.md", "4. Announced")).split("must stay `expected`:")[1]
    before, after = announced.split("Confirmed after:")
    assert {
        "meetings 8": rows(section(meetings, "8. Conflicts")),
        "meetings 10": sum(line.startswith(("- ", "**ADGSOM**")) for line in section(meetings, "10. Gaps")),
        "meetings 12": " ".join(section(meetings, "12. Inferences")).count(";") + 1,
        "partners 6": rows(section("partners.md", "6. Conflicts")),
        "partners 7": sum(bool(re.match(r"\d+\. ", line)) for line in section("partners.md", "7. Gaps")),
        "plans gaps": rows(section("plans.md", "Gaps")),
        "plans disagreements": rows(section("plans.md", "Disagreements")),
        "dig disagreements": rows(section("dig.md", "New disagreements")),
        "dig gaps": rows(section("dig.md", "Still a gap")),
        "articles": len(re.findall(r"^\*\*C\d\d\. ", (FACTS / "seed-conflicts.md").read_text(encoding="utf-8"), re.MULTILINE)),
        "announced": before.count(";") + 1 + after.count("Announced for later"),
    } == LINES
