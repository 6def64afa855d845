"""How a name may be spelt in running text: its words, what may stand between them, and the other spellings of each word."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from asean_digital.queries._numerals import english_ordinals, figures, spoken, vietnamese_ordinals
from asean_digital.values._fold import DASHES, DOUBLE_QUOTES, QUOTES, fold

if TYPE_CHECKING:
    from collections.abc import Iterable

# A word is a run of letters and digits, or letters with a dot after each (U.S.); between two words there is always a gap.
PIECES = re.compile(r"(?:[^\W\d_]\.){2,}(?!\w)|\w+|\W+")
SOFT = ""  # a gap that every name may have where it has a space
SPACED_DASH = "-"  # a gap that a name may have where it has a dash
AND = "&"
BRACKETS = ")]）"
DOTS = frozenset({".", ". "})  # after an initial they say nothing
_CLOSED = re.compile(r"([^\W\d_]{2,})(\d+)")
_SILENT = dict.fromkeys(map(ord, f"{QUOTES}{DOUBLE_QUOTES}'\"\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_DASH = dict.fromkeys(map(ord, DASHES), "-")
_BREAK = re.compile(r"\n\s*\n|\r[^\S\n]*\r|[\x0b\x0c\u2029]")  # a paragraph ends here, and every name with it
_BRITISH = (
    ("isation", "ization"),
    ("isations", "izations"),
    ("ise", "ize"),
    ("centre", "center"),
    ("centres", "centers"),
    ("programme", "program"),
    ("programmes", "programs"),
    ("defence", "defense"),
)
_ENDINGS = tuple(ending for pair in _BRITISH for ending in pair)
_COMPOUNDS = {"masterplan": 6, "workplan": 4, "cybersecurity": 5, "cybercrime": 5}  # also written as two words, parted there
_NEW_TONE = dict(
    pair.split()
    for pair in [
        "òa oà",
        "óa oá",
        "ỏa oả",
        "õa oã",
        "ọa oạ",
        "òe oè",
        "óe oé",
        "ỏe oẻ",
        "õe oẽ",
        "ọe oẹ",
        "ùy uỳ",
        "úy uý",
        "ủy uỷ",
        "ũy uỹ",
        "ụy uỵ",
    ]
)
_OLD_TONE = {new: old for old, new in _NEW_TONE.items()}
_MARKED = re.compile("[\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]")


_VOWELS = "oai|oay|uay|uoi|uou|ieu|yeu|uye|uya|ai|ao|au|ay|eo|ia|iu|oa|oe|oi|ua|ue|ui|uy|uo|uu|ie|ye|[aeiouy]"
_ONSETS = "b|ch?|d|gh?|gi|h|kh?|l|m|nh?|ngh?|ph?|qu|r|s|th?|tr|v|x"
_SYLLABLE = re.compile(rf"(?:{_ONSETS})?(?:{_VOWELS})(?:ch?|m|n[gh]?|p|t)?", re.IGNORECASE)  # of Vietnamese, without marks
_FUNCTION_WORDS = frozenset(
    [
        "am",
        "an",
        "as",
        "at",
        "be",
        "by",
        "do",
        "he",
        "if",
        "in",
        "is",
        "it",
        "me",
        "my",
        "no",
        "of",
        "on",
        "or",
        "so",
        "to",
        "up",
        "us",
        "we",
    ]
)


@attrs.frozen
class Step:
    """A word of a name: the gap before it, its key, and the other ways to write it, each of one or more words."""

    gap: str
    word: str
    others: tuple[tuple[str, ...], ...] = ()
    inner: tuple[tuple[str, ...], ...] = ()
    """Ways that hold only where the name goes on after the word."""


def gap_key(gap: str) -> str | None:
    """What the gap between two words is to a name: soft, a dash with spaces, its signs, or None where no name goes on."""
    if len(gap) > 40 or _BREAK.search(gap):
        return None
    signs = gap.translate(_SILENT).translate(_DASH)
    core = "".join(signs.split())
    if core == "-":
        return SOFT if core == signs else SPACED_DASH
    return ". " if core == "." and signs != "." else core


def lower(text: str) -> str:
    """The text in lower case, of the same length: the one letter that would grow stays as it is."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def is_initial(word: str) -> bool:
    """Whether a word is one letter, as that of a middle name."""
    return len(word) == 1 and word.isalpha()


def is_syllable(word: str) -> bool:
    """Whether a word may be one syllable of Vietnamese, with or without marks."""
    return not word.isascii() or _SYLLABLE.fullmatch(word) is not None


def is_function_word(word: str) -> bool:
    """Whether a word of two letters is one of the everyday words of English that hold sentences together."""
    return word in _FUNCTION_WORDS


def is_everyday(word: str) -> bool:
    """Whether an acronym in small letters may be an everyday word of English or Vietnamese."""
    return len(word) < 4 and (is_function_word(word) or is_syllable(word))


def marked(text: str) -> bool:
    """Whether Latin letters with marks stand in a text."""
    return _MARKED.search(text) is not None


def words_of(text: str) -> list[str]:
    """The words of a name as they are printed."""
    return [piece for piece in PIECES.findall(unicodedata.normalize("NFC", text)) if is_word(piece)]


def tail_of(text: str) -> str:
    """The bracket or quotation mark with which a name ends, if it ends with one."""
    return text[-1] if text[-1] in f'{BRACKETS}"{DOUBLE_QUOTES}' else ""


def steps(text: str, lang: str = "") -> list[Step]:
    """The words of a name with their gaps and other spellings, each in the one form that all its spellings share."""
    found: list[Step] = []
    gap = SOFT
    for piece in PIECES.findall(unicodedata.normalize("NFC", text)):
        if is_word(piece):
            closed = _CLOSED.fullmatch(piece)
            for number, word in enumerate(closed.groups() if closed else (piece,)):
                _append(found, SOFT if number else gap, word)
            gap = SOFT
        else:
            gap = SOFT if piece == " " or not found else _gap_in_name(piece, found)
    return [*map(_in_any_number, found[:-1]), *found[-1:]] if lang == "en" else found


def _in_any_number(step: Step) -> Step:
    """A word that is not the last of an English name, in the plural, with an apostrophe or in the singular: Ministers', Minister's."""
    word = step.word
    if len(word) < 5 or not word.endswith("s") or word.endswith(("ss", "us")) or step.others or not word.isascii():
        return step
    adjective = ((f"{word[:-1]}ial",),) if word.endswith("ters") else ()  # ministers', ministerial
    return Step(step.gap, word, (), ((word[:-1],), (word[:-1], "s"), *adjective))


def is_word(piece: str) -> bool:
    """Whether a piece is a word and not a gap."""
    return piece[0].isalnum() or piece[0] == "_"


def _gap_in_name(gap: str, before: list[Step]) -> str:
    key = gap_key(gap) or SOFT
    if key in {SOFT, SPACED_DASH}:
        return SPACED_DASH if "-" in gap.translate(_DASH) else SOFT
    if key == AND:
        before.append(Step(SOFT, AND, (("and",), ("và",))))
        return SOFT
    return SOFT if key in DOTS and is_initial(before[-1].word) else key


def _append(found: list[Step], gap: str, printed: str) -> None:
    word, last = lower(printed), found[-1] if found else Step(SOFT, "")
    if word in {"and", "và"}:
        found.append(Step(gap, AND, (("and",), ("và",))))
    elif found and gap == SOFT and f"{last.word}{word}" in _COMPOUNDS:
        found[-1] = Step(last.gap, f"{last.word}{word}", ((last.word, word),))
    elif last.word == "thứ" and word in vietnamese_ordinals():
        found.append(_counted(gap, vietnamese_ordinals()[word]))
    elif last.word == "thứ" and word.isascii() and word.isdecimal():
        found.append(_counted(gap, int(word)))
    elif last.word == "10" and f"mười {word}" in vietnamese_ordinals():
        found[-1] = _counted(last.gap, vietnamese_ordinals()[f"mười {word}"])
    else:
        found.append(Step(gap, *_spelt(printed, word)))


def _counted(gap: str, number: int) -> Step:
    return Step(gap, str(number), tuple(tuple(words.split()) for words in spoken(number, "vi")))


@lru_cache(maxsize=10_000)
def _spelt(printed: str, word: str) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """The form that the spellings of a word share, and the others."""
    number = english_ordinals().get(word) or in_figures(word)
    if number:
        return figures(number), tuple(tuple(words.split()) for words in spoken(number, "en"))
    plain = word.replace(".", "")
    if plain != word or (1 < len(word) < 4 and printed.isascii() and printed.isalpha() and printed.isupper()):
        return plain, (("".join(f"{letter}." for letter in plain),),)
    if word in _COMPOUNDS:
        return word, ((word[: _COMPOUNDS[word]], word[_COMPOUNDS[word] :]),)
    stem, end = word[:-2], word[-2:]
    if end in _NEW_TONE or end in _OLD_TONE:
        old = _OLD_TONE.get(end, end)
        return stem + old, ((stem + _NEW_TONE[old],),)
    if word.endswith(_ENDINGS):
        british, american = next(pair for pair in _BRITISH if word.endswith(pair))
        stem = word.removesuffix(british).removesuffix(american)
        return stem + american, ((stem + british,),)
    return word, ()


def in_figures(word: str) -> int:
    """The number of an English ordinal in figures, such as ``6th``; 0 for any other word."""
    number = int(word[:-2]) if word.isascii() and word[:-2].isdecimal() and len(word) < 6 else 0
    return number if number and word == figures(number) else 0


def without_marks(path: Iterable[Step]) -> list[Step]:
    """The same words without Latin marks."""
    return [Step(step.gap, *_unmarked(step.word, step.others), step.inner) for step in path]


@lru_cache(maxsize=10_000)
def _unmarked(word: str, others: tuple[tuple[str, ...], ...]) -> tuple[str, tuple[tuple[str, ...], ...]]:
    return fold(word), tuple(tuple(fold(each) for each in words) for words in others)


def capitals(words: list[str], *, acronym: bool) -> tuple[str, ...]:
    """The words of a name that must stand in capitals as printed: those of an acronym, and of a short name all in capitals."""
    lettered = [word for word in words if word.lower() != word.upper() and not in_figures(word) and lower(word) not in english_ordinals()]
    if not acronym and (len(lettered) > 3 or any(word != word.upper() for word in lettered)):
        return ()
    strict = [word.replace(".", "") for word in lettered if word != word.lower()]
    first = strict[:1] if len(strict) > 1 and strict[0][1:] == strict[0][1:].lower() and len(strict[0]) > 1 else []
    return tuple(strict[len(first) :])
