"""`Lasting`: what begins on a day we may not know, with `since` and `until`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from asean_digital.model._spec import rule
from asean_digital.values import PartialDate, Until
from asean_digital.values._checks import Broken
from asean_digital.values.when import possibly_on, surely_on

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator


class Lasting:
    """What begins on a day we may not know: from `since` up to but not including `until`."""

    __slots__ = ()
    since: PartialDate | None
    until: Until | None

    def surely_on(self, day: datetime.date | str) -> bool:
        """Whether it surely held on the day."""
        return surely_on(self.since, self.until, day)

    def possibly_on(self, day: datetime.date | str) -> bool:
        """Whether it may have held on the day."""
        return possibly_on(self.since, self.until, day)


@rule("since", "until")
def ends_after_it_began(subject: Any) -> Iterator[tuple[str, Broken, object]]:
    """A rule: `until` does not lie surely before `since`."""
    if isinstance(subject.until, PartialDate) and subject.since and subject.until.latest < subject.since.earliest:
        yield "until", Broken("must not lie before since", "swap the two"), str(subject.until)
