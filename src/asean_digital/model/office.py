"""`Office`: an office of a person, with the dates on which a source shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from asean_digital.model import _spec
from asean_digital.model._spec import Rule, rule
from asean_digital.model.evidence import PART_RULES, Citation, CitedPart
from asean_digital.model.wording import Wording
from asean_digital.values import PartialDate, Ref, _checks
from asean_digital.values._checks import Broken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from asean_digital.model.body import Body
    from asean_digital.model.party import Party


@rule("post", "party", "body")
def _somewhere(subject: Any) -> Iterator[tuple[str, Broken, object]]:
    if not subject.post and subject.party is None and subject.body is None:
        yield "post", Broken("must not be empty where there is neither party nor body", "name the post, the party or the body"), None


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Office(CitedPart):
    """An office of a person, with the dates on which a source shows the person in it."""

    RULES: ClassVar[tuple[Rule, ...]] = (*PART_RULES, _somewhere)

    key: str = attrs.field(metadata=_spec.text(_checks.slug))
    """A slug, unique in its field."""
    post: tuple[Wording, ...] = attrs.field(default=(), metadata=_spec.parts(Wording))
    """The post as the best source prints it."""
    party: Ref[Party] | None = attrs.field(default=None, metadata=_spec.ref("party"))
    """The country or organisation."""
    body: Ref[Body] | None = attrs.field(default=None, metadata=_spec.ref("body"))
    """The ministry, department or secretariat."""
    seen: tuple[PartialDate, ...] = attrs.field(default=(), metadata=_spec.DATES)
    """The dates on which a source shows the person in it; beginning and end are often unknown."""
    citations: tuple[Citation, ...] = attrs.field(default=(), metadata=_spec.parts(Citation))
    """Who says so."""
