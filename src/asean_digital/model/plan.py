"""`Plan`: a masterplan, work plan, action plan, strategy, roadmap or vision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from asean_digital.model import _spec
from asean_digital.model._spec import Rule, rule
from asean_digital.model.act import Act
from asean_digital.model.declaration import INSTRUMENTS
from asean_digital.model.item import Item
from asean_digital.model.record import RECORD_RULES, Record, in_order
from asean_digital.values import Period, Ref, Term, _checks
from asean_digital.values._checks import Broken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from asean_digital.model.agreement import Agreement
    from asean_digital.model.declaration import Declaration
    from asean_digital.model.guide import Guide
    from asean_digital.model.party import Party

_LISTS = ("components", "partners", "priorities", "provisions")


class PlanForm(Term):
    """What a plan is."""

    MASTERPLAN = "masterplan", "masterplan", "kế hoạch tổng thể"
    STRATEGY = "strategy", "strategy", "chiến lược"
    ACTION_PLAN = "action_plan", "action plan", "kế hoạch hành động"
    WORK_PLAN = "work_plan", "work plan", "kế hoạch công tác"
    ROADMAP = "roadmap", "roadmap", "lộ trình"
    VISION = "vision", "vision", "tầm nhìn"


@rule("complete")
def _complete_names_lists(subject: Any) -> Iterator[tuple[str, Broken, object]]:
    if list(subject.complete) != sorted(subject.complete):
        yield "complete", Broken("must be sorted", "sort the names"), subject.complete
    for name in subject.complete:
        if name not in _LISTS:
            yield "complete", Broken(f"must name lists of the plan: {', '.join(_LISTS)}", "leave out the others"), name


@attrs.frozen(kw_only=True, repr=False, eq=False, field_transformer=in_order)
class Plan(Record):
    """A plan with a period, the areas that it names and the partners that it is made with.

    Example:
        >>> import asean_digital as ad
        >>> ad.plans["adm-2030"].period.covers("2026-01-10")
        True

    """

    KIND: ClassVar[str] = "plan"
    TIME: ClassVar[tuple[str, ...]] = ("period",)
    RULES: ClassVar[tuple[Rule, ...]] = (*RECORD_RULES, _complete_names_lists)
    OFTEN_ASKED: ClassVar[dict[str, str]] = {
        "adopted": "asean_digital.adoption(plan), or asean_digital.plans_on(day)",
        "date": "asean_digital.adoption(plan), or .period",
        "when": ".period",
        "partner": ".partners",
        "areas": ".priorities",
        "vision": ".components, the one of form vision",
        "in_force": "asean_digital.plans_on(day)",
    }

    form: PlanForm = attrs.field(metadata=_spec.term(PlanForm, curated=True))
    """What it is."""
    period: Period | None = attrs.field(default=None, metadata=_spec.PERIOD)
    """The years that it is for, whole."""
    partners: tuple[Ref[Party], ...] = attrs.field(default=(), metadata=_spec.refs("party"))
    """The partners that it is made with."""
    implements: tuple[Ref[Plan], ...] = attrs.field(default=(), metadata=_spec.refs("plan"))
    """The plans that it carries out; their periods contain its own."""
    aligned_with: tuple[Ref[Declaration | Plan | Guide | Agreement], ...] = attrs.field(default=(), metadata=_spec.refs(*INSTRUMENTS))
    """What it is said to be in line with."""
    supersedes: Ref[Plan] | None = attrs.field(default=None, metadata=_spec.ref("plan"))
    """The plan that it follows."""
    components: tuple[Item, ...] = attrs.field(default=(), metadata=_spec.parts(Item))
    """Vision, thrusts, outcomes, shifts, actions."""
    priorities: tuple[Item, ...] = attrs.field(default=(), metadata=_spec.parts(Item))
    """The priority areas, in the source's words."""
    provisions: tuple[Act, ...] = attrs.field(default=(), metadata=_spec.parts(Act))
    """What it commits to."""
    complete: tuple[str, ...] = attrs.field(default=(), metadata=_spec.texts(_checks.path))
    """The names of those of its lists that are known whole, sorted; silence in another list is never a no."""
    full_text: str | None = attrs.field(default=None, metadata=_spec.text(_checks.url))
    """The address of its text."""
