"""Pages of records written by hand: what stands around a record, and what generated registries seldom hold."""

import json

import pytest

import asean_digital as ad
from asean_digital.codec._decode import pending
from asean_digital.codec._strict import structure
from asean_digital.errors import InvalidRecord
from asean_digital.exports._page import page
from asean_digital.exports._sources import runs
from asean_digital.exports.briefing import escaped
from asean_digital.queries.certainty import certainty_of
from asean_digital.queries.statements import statements

CITATION = ad.Citation(source=ad.Ref("source:paper"), support=ad.Support.STATED)
RAW = {"source": "source:paper", "support": "stated"}


def extended(document, change):
    raw = json.loads(document)
    change(raw)
    return ad.loads(json.dumps(raw))


def named(text):
    return [{"key": "en", "text": text, "lang": "en", "status": "ours"}]


def test_a_meeting_shows_its_partners_plans_groups_numbers_and_followers(document):
    def change(raw):
        plan = next(plan for plan in raw["plan"] if plan["slug"] == "adopted")
        plan["partners"] = ["party:japan"]
        plan["priorities"] = [{"key": "ai", "form": "priority", "topics": ["topic:ai"], "citations": [RAW]}]
        plan["citations"][0]["supports"].append("partners")
        raw["series"][0] |= {"body": "body:group", "citations": [RAW | {"supports": ["body"]}]}
        raw["body"][0]["status"] = "active"
        raw["body"][0]["citations"][0]["supports"].append("status")
        raw["body"].append(
            {
                "slug": "under",
                "names": named("Under"),
                "form": "working_group",
                "parent": "body:group",
                "acts": raw["body"][0]["acts"],
                "citations": [RAW | {"supports": ["parent"]}],
            }
        )
        raw["topic"] += [{"slug": f"t-{number}", "names": named(f"T {number:02}"), "broader": "topic:ai"} for number in range(14)]
        raw["plan"].append(
            {
                "slug": "next",
                "names": named("Plan next"),
                "form": "work_plan",
                "supersedes": "plan:adopted",
                "citations": [RAW | {"supports": ["supersedes"]}],
            }
        )

    registry = extended(document, change)
    text = ad.brief("meeting:dm-3", "en", registry)
    for expected in ("Japan, Plan adopted", "A Group", "Under", "Meeting dm-4", "→ Artificial intelligence"):
        assert expected in text
    assert "and 2 more" in ad.brief("topic:ai", "en", registry)
    assert "và 2 mục khác" in ad.brief("topic:ai", "vi", registry)
    assert "Plan next" in ad.brief("plan:adopted", "en", registry)


def test_paths_of_disputes_and_gaps_are_said_in_names(document):
    def change(raw):
        raw["declaration"][0] |= {
            "builds_on": ["plan:adopted"],
            "citations": [RAW | {"supports": ["builds_on"]}],
            "disputes": [
                {
                    "path": "builds_on/plan:adopted",
                    "readings": [
                        {"value": "plan:adopted", "role": "held", "citations": [RAW]},
                        {"value": "plan:later", "role": "rival", "citations": [RAW], "note": "later"},
                    ],
                    "reason": "x",
                }
            ],
            "gaps": [{"path": "provisions/nobody", "note": "not found"}],
        }

    registry = extended(document, change)
    whole = page(registry["declaration:hope"], "en", registry)
    labels = [line.label for section in whole.sections for line in section.lines if line.sort in {"dispute", "gap"}]
    assert labels == ["Builds on: Plan adopted", "Content and history"]


def test_a_record_that_is_not_there_is_shown_by_its_id():
    record = ad.Topic(
        slug="a", names=(ad.Wording(key="en", text="A", lang="en", status=ad.WordingStatus.OURS),), broader=ad.Ref("topic:nowhere")
    )
    alone = ad.Registry([record], check=False)
    assert "topic:nowhere" in [
        piece.text for section in page(record, "en", alone).sections for line in section.lines for piece in line.pieces
    ]


def test_a_citation_of_a_source_that_is_not_there_proves_nothing_official():
    assert certainty_of([CITATION], ad.Registry(())) is ad.Certainty.SINGLE


def test_a_held_reading_that_there_is_none_has_its_citations():
    held = ad.Reading(value=None, role=ad.ReadingRole.HELD, citations=(CITATION,))
    rival = ad.Reading(value=ad.PartialDate(2026), role=ad.ReadingRole.RIVAL, citations=(CITATION,))
    name = ad.Wording(key="en", text="M", lang="en", status=ad.WordingStatus.OURS)
    dispute = ad.Dispute(path="when", readings=(held, rival), reason="x")
    meeting = ad.Meeting(slug="m", form=ad.MeetingForm.MINISTERS, names=(name,), disputes=(dispute,))
    found = ad.evidence(meeting, "when", ad.Registry([meeting], check=False))
    assert found.citations == (CITATION,)
    assert found.value is found.certainty is None
    assert "when" not in {statement.path for statement in statements(meeting)}


def test_periods_against_unknown_and_open_ends():
    known, unknown, on = (ad.Period.parse(text) for text in ("2026/2027", "2026/", "2026/.."))
    assert (known.within(unknown), unknown.within(known), unknown.within(unknown)) == (None, None, None)
    assert (on.within(known), on.within(unknown), on.within(on), unknown.within(on)) == (False, False, True, True)
    assert ad.Period.parse("2029/").within(known) is False
    assert ad.Period.parse("2026-01-01/2026-01-01").within(unknown) is True
    assert (unknown.covers("2026-01-01"), unknown.covers("2026-01-02")) == (True, None)


def test_text_is_never_markup():
    for text, expected in (
        ("# x", r"\# x"),
        ("C# x", "C# x"),
        ("- x", r"\- x"),
        ("-1", "-1"),
        ("1. x", r"1\. x"),
        ("1.5", "1.5"),
        ("&amp; KH&CN", r"\&amp; KH&CN"),
        ("~~x", r"\~~x"),
        ("a_b*[c](d)<e>`", r"a\_b\*\[c\](d)\<e\>\`"),
    ):
        assert escaped(text) == expected
    assert runs((1, 3, 4, 5, 9)) == "1, 3-5, 9"


def test_a_packaged_record_that_is_not_sound_says_so_when_it_is_read():
    record = pending(ad.Topic, '{"slug": "Not a slug", "names": []}')
    assert record.names == ()
    with pytest.raises(InvalidRecord):
        _ = record.slug


def test_what_is_no_problem_of_the_document_is_not_hidden(monkeypatch):
    import asean_digital.codec._strict as strict

    def fail(*_):
        msg = "a mistake of ours"
        raise RuntimeError(msg)

    monkeypatch.setattr(strict, "_item_hook", lambda _: fail)
    strict._converter.cache_clear()
    with pytest.raises(RuntimeError, match="a mistake of ours"):
        structure(ad.Topic, {"slug": "a"})
    strict._converter.cache_clear()
