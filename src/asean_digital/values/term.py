"""Terms: closed vocabularies whose members say themselves in English and Vietnamese."""

from __future__ import annotations

import enum
from typing import Literal, Self

from asean_digital.errors import InvalidQuery

Language = Literal["en", "vi"]


def language(lang: str) -> Language:
    """The language of labels for a BCP 47 tag: English or Vietnamese, whatever its region or script.

    Example:
        >>> language("vi-VN")
        'vi'

    Raises:
        InvalidQuery: for every other language; nothing is guessed.

    """
    primary = lang.replace("_", "-").split("-")[0].casefold() if isinstance(lang, str) else lang
    if primary == "en":
        return "en"
    if primary == "vi":
        return "vi"
    msg = f"lang must be 'en' or 'vi', not {lang!r}; labels exist in English and Vietnamese only"
    raise InvalidQuery(msg)


class Term(enum.Enum):
    """A member of a closed vocabulary: its value is the text of documents, `label` the text for readers.

    Example:
        >>> from asean_digital.model.meeting import MeetingMode
        >>> MeetingMode("hybrid")
        MeetingMode.HYBRID
        >>> MeetingMode.HYBRID.label("vi")
        'kết hợp trực tiếp và trực tuyến'

    """

    _value_: str
    _en: str
    _vi: str

    def __new__(cls, value: str, en: str = "", vi: str = "") -> Self:
        """Make a member from its value and its two labels."""
        member = object.__new__(cls)
        member._value_ = value
        member._en = en
        member._vi = vi
        return member

    def label(self, lang: str = "en") -> str:
        """The word for readers.

        Args:
            lang: a BCP 47 tag of English or Vietnamese.

        Raises:
            InvalidQuery: for another language.

        """
        return self._vi if language(lang) == "vi" else self._en

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"
