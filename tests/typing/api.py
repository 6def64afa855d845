"""Read by type checkers, never run: what they make of typical uses, and what they must refuse."""

# ruff: noqa: B018  lines that stand here for their errors

from __future__ import annotations

import datetime
import pathlib
from decimal import Decimal
from typing import Any, assert_type

import altair as alt

import asean_digital as ad
from asean_digital.testing import partial_dates, records, registries

# A set holds records of one kind; a record is typed by the reference that asks for it.
assert_type(ad.meetings, ad.RecordSet[ad.Meeting])
assert_type(ad.meetings["adgmin-6"], ad.Meeting)
assert_type(ad.meetings[0], ad.Meeting)
assert_type(ad.meetings[:2], ad.RecordSet[ad.Meeting])
assert_type(ad.meetings.get("adgmin-6"), ad.Meeting | None)
assert_type(ad.meetings.slugs, tuple[str, ...])
for plan in ad.plans:
    assert_type(plan, ad.Plan)

registry = ad.load()
ref: ad.Ref[ad.Plan] = ad.Ref("plan:adm-2030")
assert_type(registry, ad.Registry)
assert_type(registry[ref], ad.Plan)
assert_type(registry["plan:adm-2030"], ad.Record)
assert_type(registry.get(ref), ad.Plan | None)
assert_type(registry.of(ad.Plan), ad.RecordSet[ad.Plan])
assert_type(registry.plans, ad.RecordSet[ad.Plan])
assert_type(registry.referrers(ref, ad.Meeting), ad.RecordSet[ad.Meeting])
assert_type(ad.get(ref), ad.Plan | None)
assert_type(ad.find("ADM 2030"), ad.Record)
assert_type(ad.match(["ADM 2030"]), ad.Answers[ad.Match])
assert_type(ad.match(["ADM 2030"], kind="plan")[0].ref, ad.Ref[Any] | None)
assert_type(ad.search("hanoi", kinds=["plan", "meeting"], limit=5, prefix=True), ad.Answers[ad.Hit])
assert_type(ad.search("hanoi")[0].why, ad.Likeness)

# A field is its value: no wrapper, no .value.
meeting = ad.meetings["adgmin-6"]
assert_type(meeting.when, ad.PartialDate | ad.Period | None)
assert_type(meeting.ordinal, int | None)
assert_type(meeting.chair, ad.Role | None)
assert_type(meeting.host, ad.Ref[ad.Party] | None)
assert_type(meeting.ref, ad.Ref[ad.Meeting])
assert_type(meeting.name_in("vi"), str | None)
assert_type(meeting.outcomes, tuple[ad.Act, ...])
assert_type(plan.period, ad.Period | None)
if meeting.when is not None:
    assert_type(meeting.when.earliest, datetime.date)
    assert_type(meeting.when.latest, datetime.date | None)
    assert_type(meeting.when.label("vi"), str)
if plan.period is not None:
    assert_type(plan.period.covers("2026-01-10"), bool | None)
assert_type(ad.Quantity(Decimal(82), "count", ad.QuantityBound.EXACT).amount, Decimal)

# Answers have rows.
assert_type(ad.check("ADM 2030 was adopted on 16 January 2026."), ad.Answers[ad.Claim])
assert_type(ad.check("")[0].verdict, ad.Verdict)
assert_type(ad.check("")[0].overlap, ad.Overlap | None)
assert_type(ad.check("")[0].sort, ad.ClaimSort)
assert_type(ad.mentions("ADM 2030", kinds=["plan"]), ad.Answers[ad.Mention])
assert_type(next(ad.mention_batches([], "body", kinds=["plan"])), Any)
assert_type(ad.mentions("ADM 2030")[0].ref, ad.Ref[Any] | None)
assert_type(ad.mentions("ADM 2030")[0].candidates, tuple[ad.Ref[Any], ...])
assert_type(ad.members(on="2026-01-10"), ad.Answers[ad.MemberOn])
assert_type(ad.members("2026-01-10")[0].party, ad.Ref[ad.Party])
assert_type(ad.chair("adgmin", on="2025-06-30"), ad.ChairOn | None)
assert_type(ad.plans_on("2026-01-10"), ad.Answers[ad.PlanOn])
assert_type(ad.adoption(ref), ad.Answers[ad.Outcome])
assert_type(ad.timeline("2026", datetime.date(2026, 1, 16), about="AI"), ad.Answers[ad.Happening])
assert_type(ad.timeline()[0].when, ad.PartialDate | ad.Period)
assert_type(ad.partners_naming("AI", year=2026), ad.Answers[ad.NamedArea])
assert_type(ad.priorities((2025, 2026), partner="japan"), ad.Answers[ad.NamedArea])
assert_type(ad.matrix(2026), ad.Matrix)
assert_type(ad.matrix(2026).cell("japan", "five-g"), ad.MatrixCell | None)
assert_type(ad.plan_coverage(range(2024, 2027)), ad.Answers[ad.PlanCoverage])
assert_type(ad.about("AI", kinds="plan"), ad.Answers[ad.OnTopic])
assert_type(ad.compare(ref, "ADM 2025"), ad.Answers[ad.Compared])
assert_type(ad.facts(meeting), ad.Answers[ad.Fact])
assert_type(ad.evidence(meeting, "when").certainty, ad.Certainty | None)
assert_type(ad.evidence(meeting, "when").value, Any)
assert_type(ad.parse_when("12/1/2026", lang="vi"), ad.PartialDate | ad.Period)
assert_type(ad.dates_in("")[0].when, ad.PartialDate | ad.Period | None)
assert_type(ad.validate(text="{}"), ad.Answers[ad.Problem])
assert_type(ad.brief(meeting, lang="vi"), ad.Markdown)
assert_type(ad.plot_timeline("2026", about="AI"), alt.LayerChart)
assert_type(ad.plot_matrix(2026, ["AI"], lang="vi"), alt.LayerChart)
assert_type(ad.plot_lineage(kinds="plan"), alt.LayerChart)
assert_type(ad.save_plot(ad.plot_lineage(), "lineage.svg"), pathlib.Path)
assert_type(ad.card(meeting, lang="vi"), ad.Html)
assert_type(ad.dumps(registry), str)

# Strategies give what they are named after.
assert_type(partial_dates().example(), ad.PartialDate)
assert_type(records("meeting").example(), ad.Record)
assert_type(registries().example(), ad.Registry)

# What must be refused: an unused `ignore` is an error, so that each of these lines proves its error.
ad.meetingz  # type: ignore[attr-defined]
meeting.date  # type: ignore[attr-defined]
meeting.when.earliest  # type: ignore[union-attr]
plan.adopted  # type: ignore[attr-defined]
registry.events  # type: ignore[attr-defined]
meeting.ordinal = 7  # type: ignore[misc]
registry[ref].ordinal  # type: ignore[attr-defined]
ad.Quantity(8.2, "count", ad.QuantityBound.EXACT)  # type: ignore[arg-type]
ad.Meeting(slug="m")  # type: ignore[call-arg]
