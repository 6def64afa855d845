"""`check`: the dates, figures, places, posts and titles of a text, set against the record."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from asean_digital.queries._checked_dates import check_dates
from asean_digital.queries._checked_figures import check_figures
from asean_digital.queries._checked_places import check_places
from asean_digital.queries._checked_posts import check_posts
from asean_digital.queries._checked_titles import check_titles
from asean_digital.queries._passages import passages
from asean_digital.queries._registry import registry_or_packaged
from asean_digital.queries._running import normal
from asean_digital.queries._spelling import lower
from asean_digital.queries._verdicts import Claim, ClaimSort, Overlap, Setting, Verdict
from asean_digital.queries.mentioning import mentions
from asean_digital.queries.reading import dates_in
from asean_digital.sets import Answers
from asean_digital.values.term import language

if TYPE_CHECKING:
    from asean_digital.registry import Registry

__all__ = ["Claim", "ClaimSort", "Overlap", "Verdict", "check"]


def check(text: str, year: int | None = None, lang: str | None = None, registry: Registry | None = None) -> Answers[Claim]:
    """What an English or Vietnamese text says of the things that it names, set against what the record holds of them.

    A claim is a date, figure, place, post or title that the words of one sentence tie to a record. It agrees; agrees in part (it lies
    inside what is recorded, or is wider, or is one of several recorded claims); differs, and then the row has the recorded value with
    its sources, and says whether what the text says is a recorded reading of others; or is not recorded. No verdict says that a text
    is wrong: a record can be behind, or mistaken. A name that several records bear and a date that says no one time are not checked,
    and the row says why.

    Example:
        >>> import asean_digital as ad
        >>> text = "Hội nghị Bộ trưởng Số ASEAN lần thứ 6 khai mạc ngày 12/1/2026 tại Hà Nội."
        >>> for claim in ad.check(text):
        ...     print(claim.text, claim.verdict.value, claim.held_text, claim.reading, claim.said_by)
        ngày 12/1/2026 differs 15 January 2026 ReadingRole.RIVAL ('seed-003',)
        Hà Nội agrees Hanoi None ()

    Args:
        text: the text, in any normal form.
        year: the year of dates that have none.
        lang: the language of the text and of `held_text`, English or Vietnamese; None for dates by what their words tell, and values
            in English.
        registry: the records; None for the packaged data.

    Returns:
        One row a claim in the order of the text; empty with a reason where the text says nothing that could be set against a record.

    Raises:
        InvalidQuery: when an argument is none of what is asked for.

    """
    registry = registry_or_packaged(registry)
    shown = language(lang) if lang is not None else "en"
    named = mentions(text, registry=registry)
    composed, ours, theirs = normal(text)
    if ours:
        named = mentions(composed, registry=registry)
    dated = dates_in(composed, year, lang)

    def given(offset: int, *, last: bool = False) -> int:
        if not ours:
            return offset
        return theirs[bisect_left(ours, offset) if last else bisect_right(ours, offset) - 1]

    setting = Setting(registry, shown, given, text)
    found: list[Claim] = []
    for passage in passages(composed, lower(composed), tuple(named), tuple(dated)):
        for checked in (check_dates, check_places, check_figures, check_posts, check_titles):
            found += checked(passage, setting)
    found.sort(key=lambda row: (row.start, row.end, row.sort.value))
    return Answers(
        found, reason="" if found else "the text says no date, figure, place, post or title that the record could be asked about"
    )
