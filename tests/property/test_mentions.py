"""Laws of `mentions` over arbitrary text: of any characters, and of names with what may stand around them."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import asean_digital as ad
from asean_digital.queries._running import normal

NAMES = sorted({wording.text for record in ad.load() if record.KIND not in {"source", "statistic"} for wording in record.names})
ANY = st.text(st.characters(), max_size=60) | st.text(st.characters(categories=["Cs", "Mn", "Lu", "Zs", "Po"]), max_size=30)
CHANGED = st.sampled_from(
    [str, str.upper, str.lower, str.title, lambda name: unicodedata.normalize("NFD", name), lambda name: name.replace(" ", "\n")]
)
NAMED = st.builds(lambda name, change: change(name), st.sampled_from(NAMES), CHANGED)
BETWEEN = st.sampled_from(
    [" ", ", ", "\u00a0", "\n\n", " – ", "-", "'s ", ". ", "(", ") ", "", " 🎉 ", "\u0301", "\ud800", "https://x.org/", "@"]
)
TEXTS = ANY | st.lists(NAMED | BETWEEN | ANY, max_size=8).map("".join)


LAW = given(TEXTS)


def awkward(test):
    return example("İADM 2030")(example("e\u0301" * 20 + " ADM 2030 \ud800ADM 2030")(test))


@LAW
@awkward
def test_offsets_slice_to_the_text_reported(text):
    for row in ad.mentions(text):
        assert row.text == text[row.start : row.end] != ""


@LAW
@awkward
def test_in_the_order_of_the_text_without_overlap(text):
    rows = ad.mentions(text)
    assert all(one.end <= other.start for one, other in pairwise(rows))


@LAW
@awkward
def test_a_record_or_several_candidates(text):
    for row in ad.mentions(text):
        assert (row.ref is None) == (len(row.candidates) > 1)
        assert row.ref is not None or list(row.candidates) == sorted(set(row.candidates), key=str)
        assert row.kind is None or all(ref.kind == row.kind for ref in (row.ref, *row.candidates) if ref)


@LAW
@awkward
def test_a_name_ends_where_words_end(text):
    for row in ad.mentions(text):
        after = text[row.end : row.end + 1] if row.text[-1].isalnum() else ""  # behind a bracket or quotation mark it has ended
        around = (text[row.start - 1 : row.start] if row.start else "", after)
        assert not any(sign.isalnum() or unicodedata.combining(sign) for sign in around if sign)


@LAW
@awkward
def test_the_same_again(text):
    assert ad.mentions(text) == ad.mentions(text)


@LAW
@awkward
def test_kinds_choose_among_the_mentions(text):
    places = {(row.start, row.end) for row in ad.mentions(text)}
    for row in ad.mentions(text, kinds=["party", "plan"]):
        assert (row.start, row.end) in places
        assert {ref.kind for ref in (row.ref, *row.candidates) if ref} <= {"party", "plan"}


@given(st.lists(NAMED | st.sampled_from([" ", ", ", " và ", " and ", "-", "\n", "“", "”"]), max_size=8).map("".join))
def test_both_normal_forms_name_the_same(text):
    composed, decomposed = (ad.mentions(unicodedata.normalize(form, text)) for form in ("NFC", "NFD"))
    assert [(unicodedata.normalize("NFC", row.text), row.ref, row.candidates) for row in decomposed] == [
        (row.text, row.ref, row.candidates) for row in composed
    ]


@given(ANY)
def test_the_way_back_from_the_normal_form(text):
    whole, ours, theirs = normal(text)
    if unicodedata.is_normalized("NFC", text):
        assert (whole, ours, theirs) == (text, [], [])
    else:
        assert (ours[-1], theirs[-1], len(ours)) == (len(whole), len(text), len(theirs))
        for number in range(len(ours) - 1):
            part = text[theirs[number] : theirs[number + 1]]
            assert unicodedata.normalize("NFC", part) == whole[ours[number] : ours[number + 1]]
        assert whole == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("piece", ["x", "-", "\n", "hôm qua trời mưa "])
def test_ten_million_characters_are_answered(piece):
    assert len(ad.mentions(piece * (10_000_000 // len(piece)))) == 0


@pytest.mark.parametrize("piece", ["ADM 2030, ", "Việt Nam ", "ASEAN\n", "Việt\u00a0Nam,\u00a0"])
def test_a_long_text_of_nothing_but_names(piece):
    text = piece * (300_000 // len(piece))
    assert len(ad.mentions(text)) == text.count(piece)


@pytest.mark.parametrize("piece", ["a-", "A.", "a./", "-.", "e\u0301", "asean ", "(ADM ", "a\u0300\u0323"])
def test_a_long_text_that_looks_like_names_and_addresses(piece):
    assert len(ad.mentions(piece * (300_000 // len(piece)))) == 0
