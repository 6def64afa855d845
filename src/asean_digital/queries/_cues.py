"""The words of English and Vietnamese that tell what a date is the date of."""

from __future__ import annotations

import re
from functools import cache

import attrs

from asean_digital.model.stage import StageForm
from asean_digital.queries._held import (
    ACCEPTED,
    CLOSED,
    FOUNDED,
    HELD,
    IN_FORCE,
    ISSUED,
    JOINED,
    OBSERVED,
    OPENED,
    PERIOD,
    RECEIVED,
    SIGNED,
)

OTHER, STRETCH = "other", "stretch"
_WORDS: tuple[tuple[tuple[str, ...], str], ...] = (
    ((HELD, PERIOD), r"runs?|ran|running|lasts?|lasted|lasting|extends?|extending|stretch(?:es|ing)|kéo dài|trải dài"),
    (
        (HELD,),
        (
            r"held|holds?|holding|t(?:ook|akes?|aking) place|conven(?:ed?|es|ing)|met|meets?|hosted|hosts?|hosting|organi[sz]ed"
            r"|gather(?:ed|s|ing)?|chaired|chairing|scheduled|staged|attend(?:s|ed|ing)?|tham dự|diễn ra|(?<!ban )(?<!các )(?<!những )tổ chức|đăng cai|nhóm họp|(?<!cuộc )(?<!phiên )(?<!kỳ )họp(?! báo)"
            r"|triệu tập|quy tụ|chủ trì|họp mặt|marks?|marked|đánh dấu"
        ),
    ),
    (
        (OPENED,),
        (
            r"open(?:s|ed|ing)?|opening ceremony|kick(?:s|ed)? off|beg[ai]ns?|beginning|start(?:s|ed|ing)?|inaugurated|got under way"
            r"|khai mạc|bắt đầu|mở màn"
        ),
    ),
    ((CLOSED,), r"clos(?:es|ed|ing)|end(?:s|ed)|conclud(?:es|ed|ing)|wrapp?ed up|bế mạc|kết thúc|khép lại"),
    (
        (ACCEPTED,),
        (
            r"adopt(?:s|ed|ing|ion)?|approv(?:es|ed|ing|al)|endors(?:es|ed|ing|ement)|pass(?:ed|es)|agreed(?: on| upon| to)?|gave (?:its|their) approval"
            r"|thông qua|phê duyệt|tán thành|nhất trí|thống nhất"
        ),
    ),
    ((SIGNED, ACCEPTED), r"sign(?:s|ed|ing|ature)?|inked|ký kết|ký"),
    ((RECEIVED, ACCEPTED), r"welcom(?:es|ed|ing)|not(?:ed|es)|took note|acknowledged|appreciated|hoan nghênh|ghi nhận|đánh giá cao"),
    ((ISSUED,), r"launch(?:es|ed|ing)?|ra mắt|khởi động"),
    (
        (ISSUED,),
        r"issu(?:es|ed|ing)|releas(?:es|ed|ing)|publish(?:es|ed|ing)|unveil(?:s|ed|ing)?|announc(?:es|ed|ing|ement)|ban hành|công bố|phát hành",
    ),
    ((IN_FORCE,), r"(?:enter(?:ed|s)?|came|comes?) into (?:force|effect)|t(?:ook|akes?) effect|in force|có hiệu lực"),
    ((PERIOD, STRETCH), r"period|giai đoạn|thời kỳ"),
    ((PERIOD,), r"cover(?:s|ed|ing)?|span(?:s|ned|ning)?|thực hiện trong|áp dụng cho"),
    (
        (FOUNDED,),
        r"established?|establishment|founded|founding|set up|sets up|created|formed|creation|came into being|born|came into existence|was set in place|thành lập|ra đời|thiết lập|lập ra",
    ),
    (
        (JOINED,),
        (
            r"join(?:s|ed|ing)?|(?:became|become|becoming|becomes) (?:a|an|the|its)?\s?(?:\w+ |\d+th )?(?:full )?member|member(?: state| country)? since|admitted|admission"
            r"|accession|acceded|gia nhập|thành viên (?:của \w+ )?từ|trở thành (?:\w+ ){0,2}thành viên|kết nạp"
        ),
    ),
    ((OBSERVED,), r"observer|quan sát viên"),
    (
        (OTHER,),
        (
            r"said|says|told|tells|spoke|speaking|wrote|writes|reported|reports|visited|visits?|interview(?:ed)?|posted|quoted|remarked|recalled"
            r"|press conference|news conference|cho biết|nói|phát biểu|viết|đưa tin|phỏng vấn|thăm|cho hay|chia sẻ|họp báo|đăng tải|trả lời"
        ),
    ),
)


@attrs.frozen
class Cue:
    """A word that tells what happens, with its place in the text."""

    start: int
    end: int
    senses: tuple[str, ...]


@cache
def _pattern() -> tuple[re.Pattern[str], tuple[tuple[str, ...], ...]]:
    words = [*((tuple(senses), text) for senses, text in _WORDS)]
    forms = sorted(
        ((len(form.label(lang)), form, form.label(lang)) for form in StageForm for lang in ("en", "vi")), key=lambda row: -row[0]
    )
    words = [((form.value,), re.escape(label.casefold())) for _, form, label in forms] + words
    parts = "|".join(rf"(?P<c{number}>{text})" for number, (_, text) in enumerate(words))
    return re.compile(rf"(?<!\w)(?:{parts})(?:ship)?(?!\w)"), tuple(senses for senses, _ in words)


def cues(lower: str, offset: int) -> list[Cue]:
    """The cues in a passage in lower case, which begins at an offset."""
    pattern, senses = _pattern()
    return [Cue(match.start() + offset, match.end() + offset, senses[int(str(match.lastgroup)[1:])]) for match in pattern.finditer(lower)]
