"""`Membership`: the standing of a party in an organisation over time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from asean_digital.model import _spec
from asean_digital.model._spec import Rule
from asean_digital.model.evidence import PART_RULES, Citation, CitedPart
from asean_digital.model.lasting import Lasting, ends_after_it_began
from asean_digital.values import PartialDate, Ref, Term, Until, _checks

if TYPE_CHECKING:
    from asean_digital.model.party import Party


class MemberRole(Term):
    """The standing of a party in an organisation."""

    MEMBER = "member", "member", "thành viên"
    OBSERVER = "observer", "observer", "quan sát viên"
    APPLICANT = "applicant", "applicant", "ứng viên"


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Membership(CitedPart, Lasting):
    """The standing of a party in an organisation over time."""

    RULES: ClassVar[tuple[Rule, ...]] = (*PART_RULES, ends_after_it_began)

    key: str = attrs.field(metadata=_spec.text(_checks.slug))
    """A slug, unique in its field."""
    organisation: Ref[Party] = attrs.field(metadata=_spec.ref("party"))
    """The organisation."""
    role: MemberRole = attrs.field(metadata=_spec.term(MemberRole))
    """Member, observer or applicant."""
    since: PartialDate | None = attrs.field(default=None, metadata=_spec.DATE)
    """Its first day."""
    until: Until | None = attrs.field(default=None, metadata=_spec.UNTIL)
    """The first day on which it no longer held; `OPEN`, `UNKNOWN`, or None: nothing said."""
    citations: tuple[Citation, ...] = attrs.field(default=(), metadata=_spec.parts(Citation))
    """Who says so."""
