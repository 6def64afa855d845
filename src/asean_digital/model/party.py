"""`Party`: a state or an organisation that takes part in ASEAN's digital cooperation."""

from __future__ import annotations

from typing import ClassVar

import attrs

from asean_digital.model import _spec
from asean_digital.model.membership import Membership
from asean_digital.model.record import Record, in_order
from asean_digital.model.wording import Wording
from asean_digital.values import Term, _checks


class PartyForm(Term):
    """What a party is."""

    STATE = "state", "state", "quốc gia"
    REGIONAL_ORGANISATION = "regional_organisation", "regional organisation", "tổ chức khu vực"
    UN_BODY = "un_body", "United Nations body", "cơ quan Liên Hợp Quốc"
    DEVELOPMENT_BANK = "development_bank", "development bank", "ngân hàng phát triển"
    BUSINESS = "business", "business body", "tổ chức doanh nghiệp"


@attrs.frozen(kw_only=True, repr=False, eq=False, field_transformer=in_order)
class Party(Record):
    """A state or an organisation: a member of ASEAN, a partner, ASEAN itself.

    Example:
        >>> import asean_digital as ad
        >>> ad.parties["timor-leste"].alpha2
        'TL'

    """

    KIND: ClassVar[str] = "party"
    OFTEN_ASKED: ClassVar[dict[str, str]] = {
        "code": ".alpha2 or .alpha3",
        "accession": ".memberships, each with .since",
        "since": ".memberships, each with .since",
    }

    form: PartyForm = attrs.field(metadata=_spec.term(PartyForm, curated=True))
    """What it is."""
    alpha2: str | None = attrs.field(default=None, metadata=_spec.text(_checks.alpha2))
    """The ISO 3166-1 alpha-2 code of a state."""
    alpha3: str | None = attrs.field(default=None, metadata=_spec.text(_checks.alpha3))
    """The ISO 3166-1 alpha-3 code of a state."""
    capital: tuple[Wording, ...] = attrs.field(default=(), metadata=_spec.parts(Wording))
    """The capital of a state."""
    memberships: tuple[Membership, ...] = attrs.field(default=(), metadata=_spec.parts(Membership))
    """Its standing in organisations, over time."""
