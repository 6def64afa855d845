"""`Ref`: a typed reference to a record, written ``kind:slug``."""

from __future__ import annotations

from typing import Generic, TypeVar

import attrs

from asean_digital.errors import InvalidRecord, Problem, shown
from asean_digital.values import _checks

R_co = TypeVar("R_co", covariant=True)


@attrs.frozen(repr=False, str=False)
class Ref(Generic[R_co]):
    """A reference to the record of one kind and slug.

    A user's own records have a namespace before the slug: ``meeting:acme.workshop-1``.

    Example:
        >>> ref = Ref("meeting:adgmin-6")
        >>> ref.kind, ref.slug
        ('meeting', 'adgmin-6')
        >>> ref
        Ref('meeting:adgmin-6')

    Raises:
        InvalidRecord: when the text is no ``kind:slug``. That the kind exists is checked where the reference is used.

    """

    text: str
    """The whole reference, ``kind:slug``."""

    def __attrs_post_init__(self) -> None:
        kind, colon, slug = self.text.partition(":") if isinstance(self.text, str) else ("", "", "")
        if not colon or not kind.isascii() or not kind.isalpha() or _checks.record_slug(slug):
            raise InvalidRecord.of(
                "not a reference",
                (Problem(rule="must be written kind:slug", value=shown(self.text), way_out="write it like 'meeting:adgmin-6'"),),
            )

    @property
    def kind(self) -> str:
        """The kind of the record, such as ``meeting``."""
        return self.text.partition(":")[0]

    @property
    def slug(self) -> str:
        """The slug of the record, with its namespace if it has one."""
        return self.text.partition(":")[2]

    @property
    def namespace(self) -> str | None:
        """The namespace of a user's own record; None for the packaged ones."""
        namespace, dot, _ = self.slug.partition(".")
        return namespace if dot else None

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Ref({self.text!r})"
