"""The packaged data as a whole: canonical, sound, lawful, and complete for what the articles name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import asean_digital as ad
from asean_digital.codec._decode import decoder
from asean_digital.codec.document import canonical, format_text, loads
from asean_digital.laws import broken_laws, newest_report, references, walk
from asean_digital.model import KINDS, kind_class

DATA = Path(ad.__file__).parent / "data"
REGISTRY = ad.load()

REGISTER = """
party: viet-nam brunei-darussalam cambodia indonesia lao-pdr malaysia myanmar philippines singapore thailand timor-leste asean china japan
 republic-of-korea india united-states russia european-union australia new-zealand canada united-kingdom united-nations itu world-bank apt
 us-asean-business-council asean-business-advisory-council
body: adgmin adgsom telmin atrc wg-ai wg-as wg-ddg wg-sc wg-ti asean-secretariat asean-ai-safe ministry-of-science-and-technology-vn
 department-of-international-cooperation-vn
person: nguyen-manh-hung pham-minh-chinh kao-kim-hourn le-thi-viet-lam amandeep-singh-gill
series: adgmin adgsom telmin asean-summit japan-asean-digital-ministers korea-asean-digital-ministers china-asean-digital-ministers
 india-asean-digital-ministers
meeting: asean-founding-1967 adgmin-1 adgmin-2 adgmin-3 adgmin-4 adgmin-5 adgmin-6 adgmin-7 adgsom-6 asean-summit-38 asean-summit-47
 adgmin-6-opening adgmin-6-exhibition adgmin-6-business-council adgmin-6-press-conference adgmin-6-us-abc-bilateral
 asean-digital-awards-2026 adgsom-world-bank-consultation-1
declaration: hanoi-declaration-2026 bangkok-digital-declaration-2025 singapore-declaration-2024 boracay-digital-declaration-2023
 putrajaya-declaration-2021 bangkok-declaration-1967 leaders-statement-digital-transformation-2021 asean-india-joint-statement-digital
plan: aim-2015 aim-2020 adm-2025 adm-2030 adgmin-activities-2026 asean-community-vision-2045 china-asean-action-plan-2026-2030
 china-work-plan-2026 japan-work-plan-2026 korea-work-plan-2026 india-work-plan-2025 india-work-plan-2026 us-work-plan-2026
 russia-work-plan-2026 eu-work-plan-2026 world-bank-work-plan-2026
guide: ai-governance-and-ethics-guide ai-guide-generative-2025 digital-platform-governance-guide model-contractual-clauses
 data-management-framework cbpr prp submarine-cable-guidelines-2019 submarine-cable-guidelines-2026
agreement: e-asean-framework-agreement defa unclos-1982 asean-charter
partnership: china japan republic-of-korea india united-states russia european-union world-bank itu apt
programme: kadif asean-india-fund-for-digital-future asean-5g-conference asean-digital-awards asean-ict-fund
statistic: adm-2025-initiatives adm-2030-activities-2026 ministerial-partners senior-officials-partners asean-members-2026
 vn-digital-industry-revenue-2026 adgmin-6-delegates
source: seed-000 seed-001 seed-002 seed-003 seed-004
"""


def _register() -> list[str]:
    ids = []
    for word in REGISTER.split():
        if word.endswith(":"):
            kind = word
        else:
            ids.append(kind + word)
    return ids


@pytest.mark.parametrize("record_id", _register())
def test_the_ids_that_must_exist_do(record_id):
    assert record_id in REGISTRY


def test_there_are_39_topics():
    assert len(ad.topics) == 39


@pytest.mark.parametrize("kind", KINDS)
def test_each_file_is_canonical_byte_for_byte(kind):
    text = (DATA / f"{kind}.json").read_text(encoding="utf-8")
    assert text == canonical(REGISTRY.of(kind_class(kind)))
    assert text == format_text(text)
    assert set(json.loads(text)) == {"format", kind}


def test_the_three_ways_to_read_a_record_give_the_same():
    """Field by field when first asked, all at once by the constructors, and strictly by way of cattrs."""
    strict = loads(ad.dumps(REGISTRY))
    assert set(strict) == set(REGISTRY)
    for record in strict:
        assert REGISTRY[record.ref] == record
    for kind in KINDS:
        for raw in json.loads((DATA / f"{kind}.json").read_text(encoding="utf-8"))[kind]:
            built = decoder(kind_class(kind))(raw)
            assert built == strict[f"{kind}:{raw['slug']}"]


def test_no_law_is_broken():
    assert [str(problem) for problem in broken_laws({record.id: record for record in REGISTRY})] == []


def test_most_dated_acts_could_be_judged_against_their_reports():
    dated = judged = 0
    by_id = {record.id: record for record in REGISTRY}
    for record in REGISTRY:
        for _, value in walk(record):
            if isinstance(value, ad.Act) and value.on and not value.expected:
                dated += 1
                judged += newest_report(value.citations, by_id) is not None
    print(f"{judged} of {dated} dated acts have only sources with a known date")
    assert 0 < judged <= dated


def test_successive_masterplans_abut():
    earlier, later = ad.plans["adm-2025"].period, ad.plans["adm-2030"].period
    assert earlier.latest.year + 1 == later.earliest.year
    assert ad.plans["adm-2030"].supersedes == ad.plans["adm-2025"].ref


@pytest.mark.parametrize(
    ("day", "count"),
    [
        ("1967-08-07", 0),
        ("1967-08-08", 5),
        ("1984-01-10", 6),
        ("1995-07-28", 7),
        ("1997-07-23", 9),
        ("1999-04-30", 10),
        ("2025-10-25", 10),
        ("2025-10-26", 11),
        ("2026-11-22", 11),
    ],
)
def test_the_members_of_asean_on_a_day(day, count):
    rows = ad.members(day)
    assert len([row for row in rows if row.certain]) == count
    assert len(rows) == count


def test_a_day_after_the_record_is_never_certain():
    rows = ad.members("2026-11-23")
    assert len(rows) == 11
    assert not any(row.certain for row in rows)
    assert all("last checked" in row.why for row in rows)


def test_hosts_of_the_ministers_are_members_on_the_day():
    for meeting in ad.meetings:
        if meeting.series == ad.Ref("series:adgmin") and meeting.host:
            on = (meeting.when or meeting.when_overall).earliest
            assert meeting.host in {row.party for row in ad.members(on)}


def test_what_was_only_received_or_announced_is_not_adopted():
    accepted = {act.target for meeting in ad.meetings for act in meeting.outcomes if act.verb.is_acceptance and not act.expected}
    accepted |= {act.target for body in ad.bodies for act in body.acts if act.verb.is_acceptance and not act.expected}
    for record in ad.instruments:
        answer = ad.adoption(record)
        assert bool(answer) == (record.ref in accepted)
        assert answer or answer.reason


@pytest.mark.parametrize("partner", ["korea", "russia", "eu", "india"])
def test_a_plan_that_was_welcomed_or_noted_is_not_adopted(partner):
    answer = ad.adoption(f"plan:{partner}-work-plan-2026")
    assert list(answer) == []
    assert ("noted" if partner == "india" else "welcomed") in answer.reason


def test_what_was_announced_never_answers_what_happened():
    for row in ad.outcomes():
        assert not row.act.expected
    assert {row.fate.value for row in ad.expectations("statistic:adgmin-6-delegates")} == {"nothing_seen"}
    assert ad.meetings["adgmin-7"].status is ad.MeetingStatus.PLANNED
    assert ad.meetings["adgmin-6-exhibition"].status is ad.MeetingStatus.PLANNED


def test_the_chair_passes_at_the_meeting():
    assert ad.chair("adgmin", on="2025-06-30").party == ad.Ref("party:thailand")
    assert ad.chair("adgmin", on="2026-01-14").party == ad.Ref("party:thailand")
    now = ad.chair("adgmin", on="2026-01-15")
    assert (now.party, now.person, now.certain) == (ad.Ref("party:viet-nam"), ad.Ref("person:nguyen-manh-hung"), True)
    later = ad.chair("adgmin", on="2027-01-01")
    assert later.party == ad.Ref("party:viet-nam")
    assert not later.certain
    assert "planned" in later.why
    assert ad.chair("adgmin", on="2021-01-20") is None


def test_a_period_may_cover_a_day_before_the_plan_was_adopted():
    before = {row.plan.slug: row for row in ad.plans_on("2026-01-10")}
    assert before["adm-2030"].adopted is ad.Adopted.NOT_YET
    assert {row.plan.slug: row.adopted for row in ad.plans_on("2026-01-16")}["adm-2030"] is ad.Adopted.YES
    assert "adm-2025" not in before
    assert "adm-2025" in {row.plan.slug for row in ad.plans_on("2025-12-31")}
    assert before["korea-work-plan-2026"].adopted is ad.Adopted.NO
    assert before["korea-work-plan-2026"].received == ()


def test_every_reference_and_source_address_is_sound():
    for record in REGISTRY:
        for _, ref in references(record):
            assert ref in REGISTRY
    used = {ref.text for record in REGISTRY for _, ref in references(record)}
    assert [source.id for source in ad.sources if source.id not in used] == []
    addresses = [source.url for source in ad.sources if source.url]
    assert len(addresses) == len(set(addresses))


def test_every_name_finds_its_record_or_says_which_it_may_mean():
    for record in REGISTRY:
        if record.KIND == "source":
            continue
        for wording in record.names:
            assert record.id in _meant(wording.text), wording.text


def _meant(name: str) -> tuple[str, ...]:
    try:
        return (ad.find(name).id,)
    except ad.errors.AmbiguousName as error:
        return error.candidates


@pytest.mark.parametrize(
    "name",
    [
        "Kế hoạch Tổng thể số ASEAN 2030",
        "Kế hoạch Tổng thể Số ASEAN 2030",
        "Kế hoạch tổng thể Số ASEAN giai đoạn 2026-2030",
        "Kế hoạch tổng thể kỹ thuật số ASEAN 2026-2030",
        "Kế hoạch tổng thể số hóa ASEAN 2026–2030",
        "ASEAN Digital Master Plan",
        "ADM 2030",
        "ADM2030",
        "ASEAN Digital Masterplan 2026–2030",
    ],
)
def test_all_names_of_the_2030_masterplan_lead_to_it(name):
    assert ad.find(name).id == "plan:adm-2030"
