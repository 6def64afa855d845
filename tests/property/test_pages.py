"""Laws of pages: every statement of a record stands there once, with its own sources, in the language asked for."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import asean_digital as ad
from asean_digital.exports._labels import FIELDS, HEADINGS, KIND_LABELS, MARKS
from asean_digital.exports._page import page
from asean_digital.laws import references
from asean_digital.model._spec import fields
from asean_digital.model.record import APPARATUS
from asean_digital.model.wording import Wording
from asean_digital.queries.statements import cited
from asean_digital.testing import registries
from asean_digital.values import Term

HEAVY = settings(max_examples=max(10, settings().max_examples // 4))
MEETINGS = ("meeting", "plan", "body", "series", "statistic", "person", "source", "declaration")
languages = st.sampled_from(("en", "vi"))


def pages(registry):
    for record in registry:
        for lang in ("en", "vi"):
            yield record, page(record, lang, registry)


def lines_of(whole):
    return [line for section in whole.sections for line in section.lines]


def own_paths(record):
    """The paths of what a page must show once: plain values item by item, parts, disputes, gaps."""
    paths = []
    for name, spec, _ in fields(type(record)):
        value = getattr(record, name)
        if name in APPARATUS or value in (None, ()):
            continue
        if name == "summary":
            paths.append(name)
        elif spec.is_part:
            paths += [f"{name}/{part.key}" for part in value]
        elif spec.kinds and spec.many:
            paths += [f"{name}/{ref}" for ref in value]
        else:
            paths.append(name)
    return paths


def allowed(record, path):
    """The citations that may stand behind a piece at a path: of the path, of what is above it and of what is below it."""
    return {
        entry.citation
        for entry in cited(record)
        if entry.path == path or entry.path.startswith(f"{path}/") or path.startswith(f"{entry.path}/")
    }


def shown(whole, record, *sorts):
    return [piece.path for line in lines_of(whole) if line.sort in sorts for piece in line.pieces if piece.record == record.id]


@HEAVY
@given(registries())
def test_every_statement_stands_exactly_once(registry):
    for record, whole in pages(registry):
        assert sorted(own_paths(record)) == sorted(shown(whole, record, "statement"))


@HEAVY
@given(registries(kinds=MEETINGS))
def test_every_statement_of_a_meeting_stands_exactly_once(registry):
    for record, whole in pages(registry):
        assert sorted(own_paths(record)) == sorted(shown(whole, record, "statement"))


@HEAVY
@given(registries())
def test_every_dispute_and_gap_stands_exactly_once(registry):
    for record, whole in pages(registry):
        assert [dispute.path for dispute in record.disputes] == shown(whole, record, "dispute")
        assert [gap.path for gap in record.gaps] == shown(whole, record, "gap")


@HEAVY
@given(registries())
def test_every_piece_rests_on_citations_of_its_own_path(registry):
    for _, whole in pages(registry):
        for line in lines_of(whole):
            for piece in line.pieces:
                assert not piece.citations or piece.record
                if piece.record:
                    assert set(piece.citations) <= allowed(registry[piece.record], piece.path)


@HEAVY
@given(registries())
def test_every_citation_of_a_record_is_behind_some_piece(registry):
    for record, whole in pages(registry):
        behind = {
            citation for line in lines_of(whole) for piece in line.pieces for citation in piece.citations if piece.record == record.id
        }
        hidden = {entry.citation for entry in cited(record)} - behind
        assert not hidden


@HEAVY
@given(registries(), languages)
def test_every_mark_has_its_footnote_and_every_footnote_its_mark(registry, lang):
    for record in registry:
        text = ad.brief(record, lang, registry)
        body, notes = [], []
        for line in text.split("\n"):
            (notes if re.match(r"\[\^\d+\]: ", line) else body).append(line)
        used = [int(number) for number in re.findall(r"(?<!\\)\[\^(\d+)\]", "\n".join(body))]
        defined = [int(re.match(r"\[\^(\d+)\]", line)[1]) for line in notes]
        assert list(range(1, len(notes) + 1)) == defined
        assert set(used) == set(defined)
        assert text.endswith("\n")
        assert text.count("\n# ") + text.startswith("# ") == 1
        assert text._repr_markdown_() == text


@HEAVY
@given(registries())
def test_no_id_or_slug_stands_where_a_record_has_a_name(registry):
    for record, whole in pages(registry):
        said = " | ".join(text for line in lines_of(whole) for text in (line.label, line.after, *(piece.text for piece in line.pieces)))
        for _, ref in references(record):
            assert ref.text not in said
            assert not re.search(rf"(?<![\w-]){re.escape(ref.slug)}(?![\w-])", said)


def english_labels():
    pairs = [pair for table in (FIELDS, HEADINGS, MARKS, KIND_LABELS) for pair in table.values()]
    pairs += [(member.label("en"), member.label("vi")) for cls in _terms(Term) for member in cls]
    vietnamese = {vi.casefold() for _, vi in pairs}
    return {en.casefold() for en, _ in pairs} - vietnamese


def _terms(cls):
    for sub in cls.__subclasses__():
        if sub.__module__.startswith("asean_digital."):
            yield sub
            yield from _terms(sub)


@HEAVY
@given(registries())
def test_no_english_label_stands_on_a_vietnamese_page(registry):
    english = english_labels()
    # Names and language tags stand where labels do, and may be anything.
    names = {text.casefold() for record in registry for wording in record.names for text in (wording.text, wording.lang)}
    for record in registry:
        whole = page(record, "vi", registry)
        assert whole.lang == "vi"
        said = [section.title for section in whole.sections]
        said += [part for line in lines_of(whole) for part in line.label.split(": ")]
        said += [part for line in lines_of(whole) for part in line.after.split(", ")]
        assert {each.casefold() for each in said} & (english - names) == set()


@HEAVY
@given(registries())
def test_pages_of_the_two_languages_show_the_same_things(registry):
    for record in registry:
        one, two = (page(record, lang, registry) for lang in ("en", "vi"))
        assert sorted(shown(one, record, "statement", "dispute", "gap")) == sorted(shown(two, record, "statement", "dispute", "gap"))
        # What stands around the record, and the order of it: wordings stand with the facts in one language and with the names in the other.
        around = [[line.sort for section in whole.sections for line in section.lines if line.sort != "statement"] for whole in (one, two)]
        assert around[0] == around[1]


@HEAVY
@given(registries())
def test_no_line_is_empty_and_every_section_has_lines(registry):
    for _, whole in pages(registry):
        assert whole.title
        for section in whole.sections:
            assert section.lines
        for line in lines_of(whole):
            assert line.label or any(piece.text for piece in line.pieces)
            assert all(piece.text for piece in line.pieces) or line.sort == "dispute"


@HEAVY
@given(registries())
def test_a_page_of_the_same_record_is_the_same(registry):
    for record, whole in pages(registry):
        assert page(record, whole.lang, registry) == whole


@pytest.mark.parametrize("table", [FIELDS, HEADINGS, MARKS, KIND_LABELS])
def test_every_word_of_a_page_exists_in_both_languages(table):
    for english, vietnamese in table.values():
        assert english == english.strip() != ""
        assert vietnamese == vietnamese.strip() != ""


def test_every_field_of_every_class_has_a_label():
    from asean_digital.model import KINDS, kind_class

    def names(cls):
        for name, spec, _ in fields(cls):
            yield name
            if spec.is_part and spec.types != (Wording,):
                yield from names(spec.types[0])

    asked = {name for kind in KINDS for name in names(kind_class(kind))} - APPARATUS - {"key", "post", "verb", "role", "words", "person"}
    assert asked <= set(FIELDS)
