"""Every name that the fact sheets print resolves by `find`, is ambiguous, or is listed with the reason, where the sheets are present."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import asean_digital as ad

HERE = Path(__file__).parent
FACTS = HERE.parents[1].parent / "shared" / "facts"
LISTED = json.loads((HERE / "spellings.json").read_text(encoding="utf-8"))
"""Why a spelling does not lead to one record: a heading, then each spelling with what it is."""

NAMES = re.compile(
    # names, short names, names of documents, programmes, funds, events and people
    r"(.*[/_])?name(_(vi|zh|variant|en_press|ru_press|en_variant))?|acronym|alias|(alternative_|declaration_)?title(_vi)?|declaration_full_form"
    r"|declaration_builds_on|document_(adopted|approved|approved_title_start|acknowledged|amended|completed|discussed|endorsed|launched|noted"
    r"|planned|signed|targeted|welcomed)|(.*/)?document|fund_established|fund_period/fund|fund/source|digital_awards/edition|telecom_ministers_meeting/plan"
    r"|supports|reaffirms|adopts|negotiating_framework|joint_statement/(meeting|summit)|first_consultation/welcomed_at|.*/summit"
    # bodies
    r"|body_(established|proposed)|senior_officials_body|predecessor|successor|renamed_(from|to)|parent_body|patron|listed_councils|study_by"
    # parties: partners, members, hosts
    r"|(.*[/_])?partners?|partners_(met|expected|planned|named|met_partial|with_projects_2024|named_with_2026_plans/list)|ministerial_partners_inferred"
    r"|juror_partners_2026|adgmin6_expected_.*|adgmin5_related_meetings/named|(adgmin_|telmin_|adgsom\d_)sessions(_\d+)?_partners(/partners)?|organisations_(met|present)"
    r"|signatories|(.*[/_])?countr(y|ies)|next_host|iso_alpha_[23]|dialogue_partners_named"
)
"""The attributes of the sheets that hold names; venues and cities are no records, and works and firms that won a prize are parts of one."""
NO_NAMES = re.compile(r"winner_.*/(?!country).*|.*winner/(?!country).*|hpc_sub_project/partners|.*/full_dialogue_partner")
WORKING_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
"""The sheets' own ids; what the data set calls them stands in subjects.json."""

needs_the_sheets = pytest.mark.skipif(not FACTS.is_dir(), reason="the fact sheets are not part of the project and are not here")


def leaves(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item, path)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, f"{path}/{key}")


def spellings() -> dict[str, str]:
    """Every name printed in the sheets, with a line that prints it."""
    found: dict[str, str] = {}
    for file in ("meetings", "plans", "partners", "dig", "seed-facts"):
        for number, line in enumerate((FACTS / f"{file}.jsonl").read_text(encoding="utf-8").splitlines(), 1):
            fact = json.loads(line)
            for path, text in leaves(fact["value"], fact["attribute"]):
                if NAMES.fullmatch(path) and not NO_NAMES.fullmatch(path) and not WORKING_SLUG.fullmatch(text):
                    found.setdefault(text, f"{file}.jsonl line {number}, {path}")
    cited = {source.url for source in ad.sources} | set(ad.sources.slugs)
    for number, line in enumerate((FACTS / "sources.jsonl").read_text(encoding="utf-8").splitlines(), 1):
        source = json.loads(line)
        if source["title"] and (source["url"] or source["id"]) in cited:
            found.setdefault(source["title"], f"sources.jsonl line {number}, title")
    return found


def meaning(spelling: str, where: str) -> set[str]:
    """What a spelling leads to.

    One with a second name in brackets may be two names of two records: a meeting and its series. A title of a page may have a
    remark of the sheet in brackets, or be one: that it was read from the address, in which language it is.
    """
    (row,) = ad.match([spelling])
    name, bracket, other = spelling.rstrip(")").rpartition("(")
    if row.status is not ad.MatchStatus.NONE or not bracket:
        return {row.status.value}
    if where.endswith("title"):
        return {ad.match([name.strip() or other], kind="source")[0].status.value}
    return {each.status.value for each in ad.match([name, other])}


@needs_the_sheets
def test_every_spelling_of_the_sheets_resolves_or_is_listed_with_a_reason():
    printed = spellings()
    asked = {spelling: meaning(spelling, where) for spelling, where in printed.items()}
    resolved = [spelling for spelling, status in asked.items() if status == {"exact"}]
    listed = {spelling for group in LISTED.values() for spelling in group}
    print(f"{len(resolved)} of {len(printed)} spellings resolve; { ({group: len(LISTED[group]) for group in LISTED}) }")
    assert {spelling: printed[spelling] for spelling in printed if asked[spelling] != {"exact"} and spelling not in listed} == {}
    assert sorted(listed - (asked.keys() - set(resolved))) == []
    assert len(resolved) >= 0.9 * len(printed)


def test_the_list_says_why():
    assert set(LISTED) == {"ambiguous", "not a name", "not in the record"}
    assert all(reason for group in LISTED.values() for reason in group.values())
    assert [name for name in LISTED["ambiguous"] if meaning(name, "title") != {"ambiguous"}] == []
    unknown = [*LISTED["not a name"], *LISTED["not in the record"]]
    assert [row.name for row in ad.match(unknown) if row.status is not ad.MatchStatus.NONE] == []
