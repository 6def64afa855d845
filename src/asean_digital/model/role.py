"""`Role`: who chaired, hosted, opened, addressed or attended."""

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
    from asean_digital.model.person import Person


class RoleForm(Term):
    """What somebody did at a meeting, or is in a body."""

    CHAIR = "chair", "chair", "chủ trì"
    VICE_CHAIR = "vice_chair", "vice-chair", "phó chủ tịch"
    CO_CHAIR = "co_chair", "co-chair", "đồng chủ trì"
    HOST = "host", "host", "đăng cai"
    OPENED = "opened", "opened", "khai mạc"
    ADDRESSED = "addressed", "addressed the meeting", "phát biểu"
    ATTENDED = "attended", "attended", "tham dự"


@rule("party", "person")
def _somebody(subject: Any) -> Iterator[tuple[str, Broken, object]]:
    if subject.party is None and subject.person is None:
        yield "party", Broken("must not be empty where there is no person", "name the party or the person"), None


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Role(CitedPart):
    """Who chaired, hosted, opened, addressed or attended."""

    RULES: ClassVar[tuple[Rule, ...]] = (*PART_RULES, _somebody)

    key: str = attrs.field(metadata=_spec.text(_checks.slug))
    """A slug, unique in its field."""
    role: RoleForm = attrs.field(metadata=_spec.term(RoleForm))
    """What they did."""
    party: Ref[Party] | None = attrs.field(default=None, metadata=_spec.ref("party"))
    """For which country or organisation."""
    person: Ref[Person] | None = attrs.field(default=None, metadata=_spec.ref("person"))
    """Who."""
    post: tuple[Wording, ...] = attrs.field(default=(), metadata=_spec.parts(Wording))
    """Their post then, as the best source prints it."""
    citations: tuple[Citation, ...] = attrs.field(default=(), metadata=_spec.parts(Citation))
    """Who says so."""
