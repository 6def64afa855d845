"""Search over the whole packaged data: every name of every record finds its bearers first, however it is written."""

import random
import unicodedata

import pytest

import asean_digital as ad
from asean_digital.values._fold import fold
from asean_digital.values._index import Likeness, words_of

WRITTEN = {
    "as printed": str,
    "folded": fold,
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "upper case": str.upper,
    "folded, NFD and upper case": lambda text: unicodedata.normalize("NFD", text.upper()),
    "other dashes": lambda text: text.replace("-", "–"),
}
NAMES = sorted({wording.text for record in ad.load() for wording in record.names})


@pytest.mark.parametrize("written", WRITTEN)
def test_bearers_of_a_name_stand_first(written):
    bearers = {}
    for record in ad.load():
        codes = [code for name in ("alpha2", "alpha3") if (code := getattr(record, name, None))]
        for text in (*(wording.text for wording in record.names), *codes):
            bearers.setdefault(fold(text), set()).add(record.id)
    for name in NAMES:
        asked = WRITTEN[written](name)
        bearing = bearers[fold(name)]
        hits = [hit.record.text for hit in ad.search(asked, limit=len(bearing) + 5)]
        assert set(hits[: len(bearing)]) == bearing, asked


def test_words_run_together_find_the_name():
    for name in NAMES:
        asked = name.replace(" ", "")
        found = [hit.record for hit in ad.search(asked, limit=10)]
        assert any(wording.text == name for ref in found for wording in ad.get(ref).names), asked


def typed_wrongly(text, rng, times):
    """The text with so many letters left out, doubled up, exchanged or swapped."""
    for _ in range(times):
        at = rng.randrange(len(text) - 1)
        text = rng.choice(
            (
                text[:at] + text[at + 1 :],
                text[:at] + rng.choice("abcdefghijklmnopqrstuvwxyz") + text[at:],
                text[:at] + rng.choice("abcdefghijklmnopqrstuvwxyz") + text[at + 1 :],
                text[:at] + text[at + 1] + text[at] + text[at + 2 :],
            )
        )
    return text


@pytest.mark.parametrize(("times", "least"), [(1, 0.99), (2, 0.98)])
def test_names_with_typos_are_among_the_first_five(times, least):
    rng = random.Random(20261127)
    long = [name for name in NAMES if len(words_of(name)) >= 10 and name.isascii()]
    drawn = long * 3  # every name, three times, so that the share hangs little on which letters fall out
    found = sum(
        any(
            words_of(wording.text) == words_of(name)
            for hit in ad.search(typed_wrongly(name, rng, times), limit=5)
            for wording in ad.get(hit.record).names
        )
        for name in drawn
    )
    print(f"{found} of {len(drawn)} names of ten letters and more with {times} typo(s) are found among the first five")
    assert found >= least * len(drawn)


@pytest.mark.parametrize(
    ("query", "record"),
    [
        ("Hanoi", "declaration:hanoi-declaration-2026"),
        ("lua dao truc tuyen", "topic:anti-online-scam"),
        ("hoi nghi bo truong so asean lan thu 6", "meeting:adgmin-6"),
        ("ADGMIN 6", "meeting:adgmin-6"),
        ("adm2030", "plan:adm-2030"),
        ("Digital Mastreplan 2030", "plan:adm-2030"),
        ("VN", "party:viet-nam"),
        ("vietnam", "party:viet-nam"),
        ("japan", "party:japan"),
        ("hanoi declartion", "declaration:hanoi-declaration-2026"),
        ("tuyen bo ha nop", "declaration:hanoi-declaration-2026"),
        ("jpan", "party:japan"),
        ("brunei darusalam", "party:brunei-darussalam"),
    ],
)
def test_what_people_type(query, record):
    assert record in [hit.record.text for hit in ad.search(query, limit=5)]


def test_the_first_hit_of_words_says_so():
    assert {hit.why for hit in ad.search("work plan 2026", kinds="plan")} <= {Likeness.WORDS, Likeness.ID}
