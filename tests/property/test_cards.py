"""Laws of cards and tables: every statement stands there once, as on the page, and no text becomes a tag."""

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

import asean_digital as ad
from asean_digital.exports._html import Html, spoken
from asean_digital.exports._page import page
from asean_digital.queries.provenance import evidence
from asean_digital.queries.statements import cited
from asean_digital.testing import registries
from asean_digital.values import _checks
from tests.briefing_laws import expected_paths
from tests.html_laws import assert_sound, paths, said

HEAVY = settings(max_examples=max(10, settings().max_examples // 4))
languages = st.sampled_from(("en", "vi"))
hostile = (
    (
        st.text("<>&\"'/=;!-#`\\ abịp\ud7ff\u0338", min_size=1)
        | st.sampled_from(("<script>x</script>", "</style>", "&lt;b&gt;", "]]>", "-->"))
    )
    .map(str.strip)
    .filter(lambda text: _checks.text(text) is None)
)


def fold(text):
    return " ".join(text.split())


@HEAVY
@given(registries(), languages)
def test_every_statement_dispute_and_gap_stands_once(registry, lang):
    for record in registry:
        tree = assert_sound(ad.card(record.ref, lang, registry))
        assert paths(tree, "statement") == {path: number for path, number in expected_paths(record).items() if " " not in path}
        assert paths(tree, "dispute") == {dispute.path: 1 for dispute in record.disputes}
        assert paths(tree, "gap") == {gap.path: 1 for gap in record.gaps}


@HEAVY
@given(registries(), languages)
def test_all_words_of_a_page_stand_on_the_card(registry, lang):
    for record in registry:
        text = said(assert_sound(ad.card(record.ref, lang, registry)))
        whole = page(record, lang, registry)
        for section in whole.sections:
            assert fold(section.title) in text
            for line in section.lines:
                for words in (line.label, line.after, *(piece.text for piece in line.pieces)):
                    assert fold(words) in text


@HEAVY
@given(registries())
def test_a_card_links_every_cited_source_that_has_an_address(registry):
    for record in registry:
        tree = assert_sound(ad.card(record.ref, registry=registry))
        linked = {link.attrib["href"].partition(":~:")[0] for link in tree.iter("a")}
        addresses = {registry[entry.citation.source].url for entry in cited(record)} - {None}
        assert {address.rstrip("#") for address in addresses} <= {address.rstrip("#") for address in linked}


@HEAVY
@given(registries())
def test_a_card_is_the_same_each_time(registry):
    for record in registry:
        shown = ad.card(record.ref, registry=registry)
        assert type(shown) is Html
        assert shown._repr_html_() == shown == ad.card(record.ref, registry=registry)


@HEAVY
@given(registries())
def test_registries_sets_and_answers_keep_the_laws(registry):
    assert_sound(registry._repr_html_())
    assert_sound(ad.RecordSet(registry)._repr_html_())
    for answers in (ad.facts(registry=registry), ad.timeline(registry=registry), ad.disputes(registry=registry)):
        assert_sound(answers._repr_html_())
    for record in registry:
        assert_sound(record._repr_html_())
        for path in expected_paths(record):
            assert_sound(evidence(record.ref, path.rpartition(" ")[2], registry)._repr_html_())


@given(hostile, hostile, languages)
def test_no_text_becomes_a_tag(one, two, lang):
    name = ad.Wording(key=lang, text=one, lang=lang, status=ad.WordingStatus.OURS)
    other = ad.Wording(key="fr", text=two, lang="fr", status=ad.WordingStatus.OURS)
    party = ad.Party(
        slug="acme.one",
        names=(name, other),
        summary=(attrs.evolve(name, text=two),),
        form=ad.PartyForm.BUSINESS,
        gaps=(ad.Gap(path="capital", note=two),),
    )
    registry = ad.Registry([party])
    card = assert_sound(ad.card(party.ref, lang, registry))
    assert said(card.find("article/h3")) == fold(one)
    assert fold(two) in said(card)
    for shown in (party, ad.RecordSet([party]), ad.Answers([one, two]), ad.Answers([], reason=one), ad.gaps(registry=registry)):
        text = said(assert_sound(shown._repr_html_()))
        assert fold(one) in text or fold(two) in text


@given(hostile, hostile)
def test_words_of_another_language_carry_it_and_stay_the_same(one, two):
    marked = spoken(f"{one} \ue000vi\ue001{two}\ue002")
    tree = assert_sound(f'<style></style><div class="asean-digital">{marked}</div>')
    (span,) = tree.iter("span")
    assert span.attrib == {"lang": "vi"}
    assert said(span) == fold(two)
    assert said(tree) == fold(f"{one} {two}")
