"""`Source`: a page or paper that bears facts."""

from __future__ import annotations

from typing import ClassVar

import attrs

from asean_digital.model import _spec
from asean_digital.model.record import Record, in_order
from asean_digital.values import PartialDate, Term, _checks


class SourceForm(Term):
    """Who speaks in a source."""

    OFFICIAL_ASEAN = "official_asean", "ASEAN, official", "ASEAN, chính thức"
    OFFICIAL_MEMBER = "official_member", "member state, official", "nước thành viên, chính thức"
    OFFICIAL_PARTNER = "official_partner", "partner, official", "đối tác, chính thức"
    WIRE = "wire", "news agency", "hãng thông tấn"
    NEWSPAPER = "newspaper", "newspaper", "báo chí"
    TRADE_PRESS = "trade_press", "trade press", "báo chuyên ngành"
    RESEARCH = "research", "research or law firm", "nghiên cứu hoặc hãng luật"
    AGGREGATOR = "aggregator", "aggregator", "trang tổng hợp"

    @property
    def is_official(self) -> bool:
        """Whether a government, ASEAN or an institution speaks."""
        return self in {SourceForm.OFFICIAL_ASEAN, SourceForm.OFFICIAL_MEMBER, SourceForm.OFFICIAL_PARTNER}


class Extent(Term):
    """How much of a source was read."""

    WHOLE = "whole", "read whole", "đọc toàn văn"
    BEGINNING = "beginning", "beginning read", "đọc phần đầu"


@attrs.frozen(kw_only=True, repr=False, eq=False, field_transformer=in_order)
class Source(Record):
    """A page or paper that bears facts; its title is its name.

    Example:
        >>> import asean_digital as ad
        >>> ad.sources["seed-002"].published
        PartialDate(year=2026, month=1, day=16)

    """

    KIND: ClassVar[str] = "source"
    TIME: ClassVar[tuple[str, ...]] = ("published", "not_before", "not_after")
    CURATED: ClassVar[bool] = True
    OFTEN_ASKED: ClassVar[dict[str, str]] = {"date": ".published, or .not_before and .not_after", "author": ".authors"}

    publisher: str | None = attrs.field(default=None, metadata=_spec.text(curated=True))
    """Who published it."""
    authors: tuple[str, ...] = attrs.field(default=(), metadata=_spec.texts(curated=True))
    """Who wrote it, as printed."""
    lang: str | None = attrs.field(default=None, metadata=_spec.text(_checks.language, curated=True))
    """Its language, a BCP 47 tag."""
    published: PartialDate | None = attrs.field(default=None, metadata=_spec.CURATED_DATE)
    """When it was published."""
    not_before: PartialDate | None = attrs.field(default=None, metadata=_spec.CURATED_DATE)
    """Where only bounds are known: not published before."""
    not_after: PartialDate | None = attrs.field(default=None, metadata=_spec.CURATED_DATE)
    """Where only bounds are known: not published after."""
    accessed: PartialDate | None = attrs.field(default=None, metadata=_spec.CURATED_DATE)
    """When it was read."""
    url: str | None = attrs.field(default=None, metadata=_spec.text(_checks.url, curated=True))
    """Its address."""
    archived: str | None = attrs.field(default=None, metadata=_spec.text(_checks.url, curated=True))
    """The address of a stored copy."""
    form: SourceForm = attrs.field(metadata=_spec.term(SourceForm, curated=True))
    """Who speaks in it."""
    origin: str = attrs.field(metadata=_spec.text(_checks.slug, curated=True))
    """The text that it goes back to, such as ``vna-2026-01-16``, or ``unknown``; copies of one text share it and count once."""
    extent: Extent | None = attrs.field(default=None, metadata=_spec.term(Extent, curated=True))
    """How much of it was read."""
    sha256: str | None = attrs.field(default=None, metadata=_spec.text(_checks.sha256, curated=True))
    """The digest of the text that was read, where it is held."""
