"""`Prize`: a prize of one edition of an award."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from asean_digital.model import _spec
from asean_digital.model._spec import Rule, rule
from asean_digital.model.evidence import PART_RULES, Citation, CitedPart
from asean_digital.model.wording import Wording
from asean_digital.values import Ref, Term, _checks
from asean_digital.values._checks import Broken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from asean_digital.model.party import Party


class Medal(Term):
    """The rank of a prize."""

    GOLD = "gold", "gold", "vàng"
    SILVER = "silver", "silver", "bạc"
    BRONZE = "bronze", "bronze", "đồng"


@rule("category", "work", "owner", "party")
def _for_something(subject: Any) -> Iterator[tuple[str, Broken, object]]:
    if not (subject.category or subject.work or subject.owner or subject.party):
        yield "work", Broken("must not be empty where there is no category, owner or party", "name what won, or who"), None


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Prize(CitedPart):
    """A prize of one edition of an award."""

    RULES: ClassVar[tuple[Rule, ...]] = (*PART_RULES, _for_something)

    key: str = attrs.field(metadata=_spec.text(_checks.slug))
    """A slug, unique in its field."""
    edition: str | None = attrs.field(default=None, metadata=_spec.text())
    """The edition as printed, such as ``2026``."""
    category: tuple[Wording, ...] = attrs.field(default=(), metadata=_spec.parts(Wording))
    """The category."""
    medal: Medal | None = attrs.field(default=None, metadata=_spec.term(Medal))
    """Gold, silver or bronze."""
    work: tuple[Wording, ...] = attrs.field(default=(), metadata=_spec.parts(Wording))
    """What won it."""
    owner: tuple[Wording, ...] = attrs.field(default=(), metadata=_spec.parts(Wording))
    """Who made it."""
    party: Ref[Party] | None = attrs.field(default=None, metadata=_spec.ref("party"))
    """The country that it came from."""
    citations: tuple[Citation, ...] = attrs.field(default=(), metadata=_spec.parts(Citation))
    """Who says so."""
