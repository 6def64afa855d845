"""`Agreement`: a treaty, charter, agreement or memorandum between parties."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from asean_digital.model import _spec
from asean_digital.model.record import Record, in_order
from asean_digital.values import PartialDate, Ref, Term, _checks

if TYPE_CHECKING:
    from asean_digital.model.party import Party


class AgreementForm(Term):
    """What an agreement is."""

    TREATY = "treaty", "treaty", "điều ước"
    CHARTER = "charter", "charter", "hiến chương"
    AGREEMENT = "agreement", "agreement", "hiệp định"
    MOU = "mou", "memorandum of understanding", "bản ghi nhớ"


class AgreementStatus(Term):
    """How far an agreement has come."""

    UNDER_NEGOTIATION = "under_negotiation", "under negotiation", "đang đàm phán"
    SIGNED = "signed", "signed", "đã ký"
    IN_FORCE = "in_force", "in force", "có hiệu lực"


@attrs.frozen(kw_only=True, repr=False, eq=False, field_transformer=in_order)
class Agreement(Record):
    """A treaty, charter, agreement or memorandum.

    Example:
        >>> import asean_digital as ad
        >>> ad.agreements["asean-charter"].form.label("en")
        'charter'

    """

    KIND: ClassVar[str] = "agreement"
    TIME: ClassVar[tuple[str, ...]] = ("signed", "entered_into_force")
    OFTEN_ASKED: ClassVar[dict[str, str]] = {"date": ".signed or .entered_into_force", "adopted": "asean_digital.adoption(agreement)"}

    form: AgreementForm = attrs.field(metadata=_spec.term(AgreementForm, curated=True))
    """What it is."""
    parties: tuple[Ref[Party], ...] = attrs.field(default=(), metadata=_spec.refs("party"))
    """Its parties."""
    signed: PartialDate | None = attrs.field(default=None, metadata=_spec.DATE)
    """When it was signed."""
    entered_into_force: PartialDate | None = attrs.field(default=None, metadata=_spec.DATE)
    """When it entered into force."""
    status: AgreementStatus | None = attrs.field(default=None, metadata=_spec.term(AgreementStatus))
    """How far it has come."""
    full_text: str | None = attrs.field(default=None, metadata=_spec.text(_checks.url))
    """The address of its text."""
