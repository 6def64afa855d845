"""Laws of search: any text gives an answer or a clear error, bearers stand first, every word of a name finds it."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import asean_digital as ad
from asean_digital.errors import InvalidQuery
from asean_digital.testing import registries
from asean_digital.values._fold import fold
from asean_digital.values._index import Likeness, words_of

# Near what is there and far from it: pieces of names with any text between, any text, and any code point.
PIECES = sorted({word for record in ad.load() for wording in record.names for word in wording.text.split()})
QUERIES = st.one_of(
    st.text(),
    st.text(st.characters(exclude_categories=())),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=8).map(" ".join),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join),
)
NAMES = sorted({(record.id, wording.text) for record in ad.load() for wording in record.names})


def texts(record):
    """Everything that a hit may name of a record."""
    codes = [getattr(record, name, None) for name in ("alpha2", "alpha3")]
    return {wording.text for wording in record.names} | {record.slug, *record.former_slugs, *codes}


@given(query=QUERIES, kinds=st.sampled_from((None, "meeting", ("plan", "party"))), limit=st.integers(1, 30), prefix=st.booleans())
def test_any_text_gives_ranked_hits_or_a_clear_error(query, kinds, limit, prefix):
    if not words_of(query) or any(unicodedata.category(char) == "Cs" for char in query):
        with pytest.raises(InvalidQuery, match="query must be"):
            ad.search(query, kinds, limit, prefix=prefix)
        return
    hits = ad.search(query, kinds, limit, prefix=prefix)
    assert len(hits) <= limit
    assert len({hit.record for hit in hits}) == len(hits)
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert bool(hits) != bool(hits.reason)
    assert hits == ad.search(query, kinds, limit, prefix=prefix)
    for hit in hits:
        record = ad.get(hit.record)
        assert kinds is None or record.KIND in kinds
        assert hit.name in texts(record) or hit.name == query.strip()
        if hit.why in {Likeness.WORDS, Likeness.BEGUN}:
            assert holds(words_of(hit.name), words_of(query).split(), begun=hit.why is Likeness.BEGUN), (query, hit)


def holds(name, asked, *, begun):
    """Whether a name has all the words, or is what they are run together; two of its own words run together count as one."""
    words = name.split()
    words += [one + other for one, other in pairwise(words)]

    def has(word, *, whole):
        if not name.isascii():  # folded, it is of a script in which each letter is a word
            return set(word) <= set(name)
        return any(each == word or (not whole and each.startswith(word)) for each in words)

    *first, last = asked
    return (all(has(word, whole=True) for word in first) and has(last, whole=not begun)) or has("".join(asked), whole=not begun)


@given(query=QUERIES, few=st.integers(1, 5), prefix=st.booleans())
def test_fewer_hits_are_the_first_of_more(query, few, prefix):
    if words_of(query) and not any(unicodedata.category(char) == "Cs" for char in query):
        assert ad.search(query, limit=few, prefix=prefix) == ad.search(query, limit=10_000, prefix=prefix)[:few]


@given(named=st.sampled_from(NAMES), data=st.data())
def test_any_words_of_a_name_find_its_record(named, data):
    owner, text = named
    words = words_of(text).split()
    chosen = data.draw(st.lists(st.sampled_from(words), min_size=1, unique=True))
    found = {hit.record.text: hit.why for hit in ad.search(" ".join(chosen), limit=10_000)}
    assert found[owner] is not Likeness.NEAR
    begun = data.draw(st.integers(1, len(chosen[-1])))
    assert owner in {hit.record.text for hit in ad.search(" ".join([*chosen[:-1], chosen[-1][:begun]]), limit=10_000, prefix=True)}


@given(registry=registries(size=6), data=st.data())
def test_who_bears_the_name_stands_first(registry, data):
    record = data.draw(st.sampled_from(sorted(registry, key=lambda record: record.id)))
    name = data.draw(st.sampled_from([wording.text for wording in record.names]))
    if not words_of(name) or registry.get(name) is not None:
        return
    hits = ad.search(name, limit=len(registry), registry=registry)
    bears = [any(fold(wording.text) == fold(name) for wording in registry[hit.record].names) for hit in hits]
    assert bears == sorted(bears, reverse=True)
    assert record.ref in [hit.record for hit, bearer in zip(hits, bears, strict=True) if bearer]


UNSPACED = st.text(
    st.sampled_from(
        [
            chr(code)
            for first, last in ((0xE00, 0xEFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3041, 0x30FF), (0x4E00, 0x4FFF), (0xAC00, 0xADFF))
            for code in range(first, last + 1)
            if unicodedata.category(chr(code))[0] in "LMN"
        ]
    ),
    min_size=1,
)


@given(text=UNSPACED)
def test_folding_keeps_every_sign_of_scripts_without_spaces(text):
    assert words_of(text) == fold(text) == unicodedata.normalize("NFC", text)


@given(names=st.lists(QUERIES))
def test_match_gives_a_row_a_name_and_agrees_with_find(names):
    rows = ad.match(names)
    assert [row.name for row in rows] == names
    for row in rows:
        try:
            found = ad.find(row.name)
        except (ad.errors.AmbiguousName, ad.errors.RecordNotFound, InvalidQuery):
            assert row.ref is None
        else:
            assert (row.status, row.ref) == (ad.MatchStatus.EXACT, found.ref)
            assert row.candidates == (found.ref,)
