"""Every word and phrase that a date may be made of, in Vietnamese and English, with its kind and value.

The kinds are the letters of `_date_words`; what a letter means is said beside its words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from asean_digital.values.partial_date import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_THU = (("hai", "2"), ("ba", "3"), ("tư", "4"), ("năm", "5"), ("sáu", "6"), ("bảy", "7"))
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth"),
    *("fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"),
)
RELATIVE = (
    r"(?:this|last|next|past|recent|coming|previous|current|upcoming)\s+(?:few\s+)?"
    rf"(?:day|week|weekend|month|quarter|year|decade|{'|'.join(_WEEKDAYS)}|{'|'.join(MONTHS).lower()})s?"
)
"""What hangs on the day of writing, in English: this week, last May."""
_WORDS: tuple[tuple[str, str, Any], ...] = (
    ("M", "sept", 9),  # months
    ("w", "tues", 1),  # weekdays, Monday 0
    ("w", "thur|thurs", 3),
    ("w", "thứ bẩy", 5),
    ("w", "chủ nhật|chúa nhật|chu nhat", 6),
    ("g", "ngày|ngay|mùng|mồng|ngày mùng|ngày mồng", None),
    ("t", "tháng|thang", None),
    ("y", "năm|các năm", 5),
    ("u", "nam", None),  # without its mark it is Việt Nam's too: a year only after a month
    ("E", "year|years|calendar year|calendar years", None),
    ("q", "quý|quy", None),
    ("Q", "first quarter|1st quarter", 1),
    ("Q", "second quarter|2nd quarter", 2),
    ("Q", "third quarter|3rd quarter", 3),
    ("Q", "fourth quarter|4th quarter", 4),
    ("Q", "quý thứ nhất|quý đầu tiên|quý đầu", 1),
    ("Q", "quý thứ hai", 2),
    ("Q", "quý thứ ba", 3),
    ("Q", "quý thứ tư|quý cuối", 4),
    ("H", "first half|h1|nửa đầu|first six months|first 6 months", (1, 6)),  # months of a year
    ("H", "second half|h2|nửa cuối|nửa sau", (7, 12)),
    ("H", "first three months|first 3 months", (1, 3)),
    ("H", "first nine months|first 9 months", (1, 9)),
    ("f", "from|từ|tu|between|kể từ", None),
    ("T", "to|until|till|through|đến|den|tới|toi|đến hết|cho đến|cho tới", None),
    ("&", "and|và|va", None),
    ("|", "or|hoặc|hay", None),
    ("d", "the", None),
    ("o", "of|của", None),
    ("i", "in|during|for|into|throughout|within|dated|vào|trong|suốt|cho|sang|hồi|qua", None),  # a year may follow
    ("b", "by|before|after|prior to|no later than|not later than|beyond|trước|sau|tính đến|tính tới|chậm nhất", None),  # one bound
    ("O", "on", None),
    ("S", "since|ever since", None),
    ("z", "onwards|onward|to date|to the present|to present|to this day", None),  # without end
    ("z", "đến nay|tới nay|cho đến nay|cho tới nay|trở đi|trở về sau|den nay|tro di", None),
    ("Z", "present|now|nay", None),  # the same after a dash
    ("e", "end unknown|chưa rõ khi kết thúc", None),
    ("h", "sáng|trưa|chiều|tối|đêm|hôm|rạng sáng|morning of|afternoon of|evening of|night of", None),  # a part of the day
    ("p", "giai đoạn|giai doan|thời kỳ|nhiệm kỳ|period", None),
    ("v", "late|early|mid|end|beginning|start|middle|around|about|approximately|circa|roughly|later|earlier", None),  # vague
    ("v", "spring|summer|autumn|fall|winter|last quarter|first days|last days|final months|week of|week", None),
    ("v", "giữa|khoảng|mùa xuân|mùa hè|mùa thu|mùa đông|chừng|dịp|thập niên|thập kỷ|đầu tuần|cuối tuần|tuần đầu|tuần cuối", None),
    ("v", "những ngày đầu|những ngày cuối|những tháng đầu|những tháng cuối", None),
    ("v", "giua|khoang", None),
    ("v", "c.|ca.|approx.|approx|century|centuries|thế kỷ|soon|currently|nowadays|hiện nay|hiện tại|lâu nay|sớm", None),
    ("v", "đầu|dau", "first"),
    ("v", "cuối|cuoi", "last"),
    ("D", "những năm", None),  # a decade, but for a range
    ("F", "fiscal year|financial year|academic year|school year|fy", None),  # years of another calendar
    ("F", "năm học|năm tài chính|năm tài khóa|năm tài khoá|niên khóa|niên khoá", None),
    ("L", "số|no|nghị định|thông tư|quyết định|nghị quyết|luật|công văn|chỉ thị|tỷ lệ|tỉ lệ", None),  # a number follows that is no date
    ("L", "decree|circular|decision|resolution|directive|scale|item|ratio", None),
    ("l", "âm lịch|lunar calendar", None),
    ("r", "days ago|week ago|weeks ago|month ago|months ago|year ago|years ago|decade ago|decades ago", None),
    ("r", "today|yesterday|tomorrow|tonight|recently", None),  # it hangs on the day of writing
    ("r", "hôm nay|hôm qua|hôm kia|hôm trước|ngày mai|ngày kia|ngày hôm qua|ngày hôm nay|năm ngoái|năm kia|vừa qua|mới đây", None),
    ("r", "gần đây|sắp tới|vừa rồi|thời gian tới|thời gian qua|những năm gần đây", None),
    ("m", "giêng", 1),  # numbers in words: the others are counted, not listed
    ("m", "chạp", 12),
)


def _numbered() -> Iterator[tuple[str, str, Any]]:
    """What is counted: months, weekdays, quarters, ordinals."""
    for number, month in enumerate(map(str.lower, MONTHS), 1):
        yield "M", f"{month}|{month[:3]}", number
    for number, weekday in enumerate(_WEEKDAYS):
        yield "w", f"{weekday}|{weekday[:3]}", number
    for number, (word, figure) in enumerate(_THU):
        yield "w", f"thứ {word}|thứ {figure}|thu {figure}", number
        yield " ", f"lần thứ {word}|lần thứ {figure}|lan thu {figure}", None  # the second time is no Monday
    for number, word in enumerate(_ORDINALS, 1):
        yield "N", word, number
    for number, roman in enumerate(("i", "ii", "iii", "iv", "v", "vi"), 1):
        yield "R", roman, number
    for number in range(1, 10):
        yield "Q", f"q{number}", number


def _relative() -> Iterator[tuple[str, str, Any]]:
    """The same in Vietnamese: sáng nay, tuần trước."""
    for part in ("sáng", "trưa", "chiều", "tối", "đêm"):
        yield "r", f"{part} nay|{part} qua|{part} mai", None
    for unit in ("tuần", "tháng", "quý", "năm"):
        yield "r", "|".join(f"{unit} {word}" for word in ("này", "nay", "trước", "qua", "tới", "sau")), None
    for unit in ("ngày", "tuần", "tháng", "năm"):
        yield "r", "|".join(f"những {unit} {word}" for word in ("tới", "qua", "sau", "gần đây")), None


def lexicon() -> dict[str, tuple[str, Any]]:
    """Phrase to kind and value."""
    entries = (*_numbered(), *_relative(), *_WORDS)
    return {phrase: (kind, value) for kind, phrases, value in entries for phrase in phrases.split("|")}
