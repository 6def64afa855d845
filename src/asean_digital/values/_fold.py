"""Folding of text for search and near names: case, Vietnamese and Latin marks, dashes, apostrophes, white space.

Only Latin, Greek and Cyrillic letters lose their marks; Thai, Lao, Khmer, Burmese, Chinese, Japanese and Korean text keeps
every sign, since there a combining mark is a letter's vowel or tone and not an ornament.
"""

from __future__ import annotations

import unicodedata

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
QUOTES = "\u2018\u2019\u201a\u201b\u02bc\u2032`\u00b4\uff07"
DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02"


def _table() -> dict[int, str]:
    table = {}
    for code in (*range(0xC0, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x2000)):
        plain = "".join(c for c in unicodedata.normalize("NFD", chr(code)) if not unicodedata.combining(c))
        table[code] = plain.casefold()
    table.update({ord("đ"): "d", ord("Đ"): "d", ord("ø"): "o", ord("Ø"): "o", ord("ł"): "l", ord("Ł"): "l"})
    table.update(dict.fromkeys(range(0x300, 0x370), ""))  # marks that NFC could not join to their letter
    table.update(dict.fromkeys(map(ord, DASHES), "-"))
    table.update(dict.fromkeys(map(ord, QUOTES), "'"))
    table.update(dict.fromkeys(map(ord, DOUBLE_QUOTES), '"'))
    return table


TABLE = _table()


def fold(text: str) -> str:
    """The text without case, Latin marks and kinds of dash, quotation mark and white space.

    Example:
        >>> fold("Tuyên bố  Hà Nội về Hợp tác số")
        'tuyen bo ha noi ve hop tac so'
        >>> fold("Đà Nẵng") == fold("đà nẵng") == "da nang"
        True
        >>> fold("กรุงเทพฯ")
        'กรุงเทพฯ'

    """
    return " ".join(unicodedata.normalize("NFC", text).translate(TABLE).casefold().split())
