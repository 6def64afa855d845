"""The card of every record of the packaged data, in both languages, and the tables of all its sets."""

from __future__ import annotations

import pytest

import asean_digital as ad
from asean_digital.model import KINDS
from tests.briefing_laws import expected_paths
from tests.html_laws import assert_sound, paths, said

REGISTRY = ad.load()


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("kind", sorted({record.KIND for record in REGISTRY}))
def test_every_card_parses_and_tells_all_once(kind, lang):
    records = [record for record in REGISTRY if kind == record.KIND]
    for record in records:
        tree = assert_sound(ad.card(record, lang))
        stated = {path: number for path, number in expected_paths(record).items() if " " not in path}
        assert paths(tree, "statement") == stated
        assert paths(tree, "dispute").total() == len(record.disputes)
        assert paths(tree, "gap").total() == len(record.gaps)
        assert [article.attrib["lang"] for article in tree.iter("article")] == [lang]
    assert records


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_set_shows_both_names_and_ids(kind):
    records = getattr(ad, KINDS[kind][2])
    tree = assert_sound(records._repr_html_())
    shown = said(tree)
    assert f"RecordSet: {len(records)} records" in shown
    for record in records[:20]:
        assert record.id in shown
        assert record.name in shown
        assert (record.name_in("vi") or "") in shown


def test_a_card_tells_both_names_sources_disputes_gaps_and_what_was_announced():
    shown = ad.meetings["adgmin-6"]._repr_html_()
    assert shown == ad.card("adgmin-6")
    tree = assert_sound(shown)
    text = said(tree)
    assert said(tree.find("article/h3")) == "6th ASEAN Digital Ministers' Meeting"
    assert any(span.attrib.get("lang") == "vi" and said(span) == "Hội nghị Bộ trưởng Số ASEAN lần thứ 6" for span in tree.iter("span"))
    for words in ("points disputed", "points not known", "announced beforehand", "15-16 January 2026", "Viet Nam", "(disputed, see below)"):
        assert words in text
    links = [link.attrib["href"] for link in tree.iter("a")]
    assert any("#:~:text=" in link for link in links)
    assert max(map(len, links)) < 2000


def test_a_vietnamese_card_is_vietnamese():
    tree = assert_sound(ad.card("adgmin-7", lang="vi"))
    text = said(tree)
    assert said(tree.find("article/h3")) == "Hội nghị Bộ trưởng Số ASEAN lần thứ 7"
    for words in ("Thời gian", "tháng 1/2027", "chỉ mới được công bố trước", "nguồn"):
        assert words in text
    notes = [item for item in tree.iter("li") if item.attrib.get("class") == "gap"]
    assert notes
    assert all(span.attrib["lang"] == "en" for note in notes for span in note.findall("div/span/span"))


ANSWERS = {
    "about": lambda: ad.about("AI"),
    "check": lambda: ad.check("Hội nghị Bộ trưởng Số ASEAN lần thứ 6 khai mạc ngày 12/1/2026 tại Hà Nội."),
    "compare": lambda: ad.compare("ADM 2025", "ADM 2030"),
    "disputes": ad.disputes,
    "expectations": ad.expectations,
    "facts": ad.facts,
    "gaps": ad.gaps,
    "match": lambda: ad.match(["ADM 2030", "nothing at all"]),
    "members": lambda: ad.members("2026-01-16"),
    "mentions": lambda: ad.mentions("ADM 2030 follows ADM 2025."),
    "outcomes": lambda: ad.outcomes(at="adgmin-6"),
    "plan_coverage": lambda: ad.plan_coverage(2026),
    "plans_on": lambda: ad.plans_on("2026-01-10"),
    "priorities": lambda: ad.priorities(2026),
    "search": lambda: ad.search("cyber"),
    "timeline": lambda: ad.timeline("2026-01-01", "2027-12-31"),
    "verify": lambda: ad.verify_citations({"seed-001": "ADM 2030"}),
    "dates": lambda: ad.dates_in("ngày 12/1/2026"),
    "validate": lambda: ad.validate(text='{"format": 1, "party": [{"slug": "X"}]}'),
}


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_every_answer_shows_as_a_table(name):
    answers = ANSWERS[name]()
    tree = assert_sound(answers._repr_html_())
    (table,) = tree.iter("table")
    assert len(table.findall("tbody/tr")) == min(len(answers), 20)
    caption = said(table[0])
    assert caption.startswith(f"Answers: {len(answers)} row")
    assert ("the first 20 shown" in caption) == (len(answers) > 20)


def test_what_check_found_stands_with_its_sources():
    text = said(assert_sound(ANSWERS["check"]()._repr_html_()))
    for words in ("ngày 12/1/2026", "the record holds another value", "15 January 2026", "1 source"):
        assert words in text


def test_the_evidence_of_a_disputed_path_shows_all_readings():
    found = ad.evidence("adgmin-6-opening", "when")
    tree = assert_sound(found._repr_html_())
    text = said(tree)
    for words in ("Opening ceremony of ADGMIN 6", "15 January 2026", "12 January 2026", "other reading", found.dispute.reason):
        assert words in text
    titles = [said(item) for item in tree.findall("article/section/ul")[0]]
    assert len(titles) == len(set(titles))


def test_the_evidence_of_a_gap_shows_its_note():
    gap = ad.gaps("adgmin-6")[0]
    text = said(assert_sound(ad.evidence(gap.record, gap.path)._repr_html_()))
    assert "looked for and not found" in text
    assert gap.note in text


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_a_matrix_says_what_each_mark_means(lang):
    matrix = ad.matrix(2026, ["AI", "quantum"], lang=lang)
    tree = assert_sound(matrix._repr_html_())
    rows = tree.findall(".//tbody/tr")
    assert len(rows) == 2
    for row, (_, cells) in zip(rows, matrix.rows(), strict=True):
        for shown, cell in zip(row[1:], cells, strict=True):
            mark, meaning = shown
            assert (said(mark), mark.attrib["aria-hidden"]) == (cell.mark, "true")
            assert cell.narrower or said(meaning) == cell.named.label(lang)


def test_the_registry_shows_counts_and_the_version_of_the_data():
    tree = assert_sound(REGISTRY._repr_html_())
    assert said(tree.find(".//caption")).startswith(f"Registry: {len(REGISTRY)} records, data version {REGISTRY.data_version}")
    counts = {said(row[1]): int(said(row[2])) for row in tree.findall(".//tbody/tr")}
    assert counts == {f".{plural}": len(getattr(ad, plural)) for _, _, plural in KINDS.values()}
