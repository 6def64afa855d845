"""Cards and tables of what is written by hand: records that the packaged data lacks, rows of any class, places without data."""

import attrs
import pytest

import asean_digital as ad
from asean_digital.errors import InvalidQuery, RecordNotFound
from asean_digital.exports._cells import Cells
from tests.html_laws import assert_sound, said

CITATION = ad.Citation(source=ad.Ref("source:seed-001"), support=ad.Support.STATED)
UNKNOWN = ad.Citation(source=ad.Ref("source:acme.paper"), support=ad.Support.STATED)


def named(text, lang="en"):
    return (ad.Wording(key=lang, text=text, lang=lang, status=ad.WordingStatus.OURS),)


def workshop(**fields):
    return ad.Meeting(slug="acme.workshop-1", names=named("Workshop"), form=ad.MeetingForm.SESSION, **fields)


def test_a_record_of_ones_own_shows_itself_among_the_packaged_ones():
    mine = workshop(country=ad.Ref("party:japan"), citations=(attrs.evolve(CITATION, supports=("country",)),))
    text = said(assert_sound(mine._repr_html_()))
    assert "Workshop" in text
    assert "Japan" in text
    assert "Data version" not in text


def test_a_record_shows_what_it_holds_and_not_what_the_packaged_one_of_its_id_holds():
    held = ad.meetings["adgmin-7"]
    mine = attrs.evolve(held, names=named("Another name"))
    assert said(assert_sound(mine._repr_html_()).find("article/h3")) == "Another name"


def test_references_that_lead_nowhere_are_shown_as_ids():
    mine = workshop(
        part_of=ad.Ref("meeting:acme.gone"), country=ad.Ref("party:acme.land"), citations=(attrs.evolve(UNKNOWN, supports=("country",)),)
    )
    text = said(assert_sound(mine._repr_html_()))
    for words in ("meeting:acme.gone", "party:acme.land", "source:acme.paper", "1 source"):
        assert words in text


def test_a_card_in_a_third_language_and_of_no_record_are_refused():
    with pytest.raises(InvalidQuery):
        ad.card("adgmin-6", lang="fr")
    with pytest.raises(RecordNotFound):
        ad.card("adgmin-66")


def test_how_sure_a_name_is_stands_beside_its_standing():
    record = next(
        each
        for each in ad.instruments
        for name in each.names
        if name.status is ad.WordingStatus.OFFICIAL and ad.evidence(each, f"names/{name.key}").certainty is ad.Certainty.OFFICIAL
    )
    lines = [item for item in assert_sound(ad.card(record)).iter("li") if ", official)" in said(item)]
    assert any(said(line.find(".//summary")).startswith("official, ") for line in lines)
    mode = next(item for item in assert_sound(ad.card("adgmin-6")).iter("li") if said(item).startswith("Mode:"))
    assert said(mode).count("inferred by us") == 1 + said(mode.find(".//details/ul")).count("inferred by us")


def test_a_notebook_keeps_the_html_of_a_card_once():
    class Printer:
        said = ""

        def text(self, words):
            self.said += words

    shown, printer = ad.card("topic:artificial-intelligence"), Printer()
    shown._repr_pretty_(printer, False)  # noqa: FBT003  the protocol of IPython
    assert printer.said == f"<Html: {len(shown)} characters>"
    assert shown._repr_html_() == shown == str(shown)


def test_a_name_in_another_language_only_carries_it():
    mine = attrs.evolve(workshop(), names=named("Hội thảo", "vi"))
    tree = assert_sound(ad.card(mine.ref, registry=ad.Registry([mine])))
    assert said(tree.find("article/h3")) == "Hội thảo (Vietnamese only)"
    assert tree.find("article/h3/span").attrib["lang"] == "vi"


def test_the_reasons_of_a_vietnamese_card_are_marked_as_english():
    record = next(record for record in ad.meetings if record.disputes)
    tree = assert_sound(ad.card(record, lang="vi"))
    reasons = [item for item in tree.iter("li") if item.attrib.get("class") == "reason"]
    assert len(reasons) == len(record.disputes)
    assert all(any(span.attrib.get("lang") == "en" for span in reason.iter("span")) for reason in reasons)


def test_citations_of_one_place_are_shown_once_with_all_their_words():
    one, two = (attrs.evolve(CITATION, lines=(3,), anchors=(words,)) for words in ("15 và 16/1", "ADGMIN"))
    cells = Cells(ad.load(), "en")
    tree = assert_sound(f'<style></style><ul class="asean-digital">{cells.sources((one, two, CITATION))}</ul>')
    first, second = tree.iter("li")
    assert "“15 và 16/1”, “ADGMIN”" in said(first)
    assert "“" not in said(second)
    assert "1 source" in cells.folded((one, two, CITATION))


def test_an_answer_without_rows_says_why():
    assert said(assert_sound(ad.adoption("plan:korea-work-plan-2026")._repr_html_())).startswith("Answers: none: no act with the verbs")
    assert said(assert_sound(ad.RecordSet()._repr_html_())) == "RecordSet: none"


@attrs.frozen(kw_only=True)
class Inner:
    number: int
    nothing: None = None


@attrs.frozen(kw_only=True)
class Row:
    name: str
    score: float = 0.0
    sure: bool = True
    inner: Inner | None = None
    many: tuple[int, ...] = ()
    nothing: None = None
    citation: ad.Citation | None = None
    reading: ad.Reading | None = None
    record: object = None
    source: str = ""
    sources: tuple[str, ...] = ()


def test_rows_of_any_class_show_their_fields():
    rows = [
        Row(
            name="<b>",
            score=0.123456,
            inner=Inner(number=7),
            many=tuple(range(8)),
            citation=CITATION,
            record="meeting:adgmin-6",
            source="seed-001",
        ),
        Row(name="two", sure=False, record="meeting:none", source="no source", sources=("seed-001", "not-there")),
        Row(name="three", reading=ad.Reading(value=None, role=ad.ReadingRole.RIVAL, citations=(CITATION,), note="none held")),
        Row(name="four", inner=Inner(number=0), record=ad.meetings["adgmin-6"], many=(1,)),
    ]
    tree = assert_sound(ad.Answers(rows)._repr_html_())
    heads = [said(head) for head in tree.findall(".//thead/tr/th")]
    assert heads == ["#", "name", "score", "sure", "inner", "many", "citation", "reading", "record", "source", "sources"]
    one, two, three, four = ([said(cell) for cell in row] for row in tree.findall(".//tbody/tr"))
    assert one[:6] == ["0", "<b>", "0.123", "yes", "7", "01234and 3 more"]
    assert one[8].endswith("meeting:adgmin-6")
    assert one[8].startswith("6th ASEAN")
    assert "VietnamPlus" in one[6]
    assert "VietnamPlus" in one[9]
    assert two[:6] == ["1", "two", "0", "no", "–", "–"]
    assert two[8:10] == ["meeting:none", "no source"]
    assert two[10].startswith("2 sources")
    assert "not-there" in two[10]
    assert three[7].startswith("other reading: – (none held)")
    assert four[4:6] == ["0", "1"]
    assert four[8].startswith("6th ASEAN")
    assert "Not shown: nothing; to_dicts() has all." in said(tree)


def test_what_rows_within_a_row_hold_is_said_once():
    row = next(row for row in ad.priorities(2026) if len(row.received) == 1 and row.received[0].meeting)
    (received,) = row.received
    tree = assert_sound(ad.Answers([row])._repr_html_())
    heads = [said(head) for head in tree.findall(".//thead/tr/th")]
    cell = tree.find(".//tbody/tr")[heads.index("received")]
    assert said(cell).count(received.record.text) == 1
    assert len(cell.findall("div")) == 3
    topics = said(assert_sound(ad.about("quantum")[:1]._repr_html_()))
    assert topics.count("topic:quantum") == 1


def test_a_name_that_is_the_same_in_both_languages_stands_once_at_the_head():
    tree = assert_sound(ad.card("Nguyễn Mạnh Hùng"))
    assert said(tree.find("article/h3")) == "Nguyễn Mạnh Hùng"
    assert said(tree.find("article/p")) == "person:nguyen-manh-hung"


def test_rows_without_fields_and_rows_of_several_classes_show_too():
    assert "value" in said(assert_sound(ad.Answers(["a", ("b", None), ad.PartialDate(2026), ad.Gap(path="x", note="why")])._repr_html_()))
    mixed = said(assert_sound(ad.Answers([Row(name="one"), Inner(number=3)])._repr_html_()))
    assert "Answers: 2 rows" in mixed
    assert "number" in mixed


def test_records_of_several_kinds_have_the_columns_of_all_that_are_filled():
    tree = assert_sound(ad.RecordSet([ad.plans["adm-2030"], ad.meetings["adgmin-6"], ad.people[0]])._repr_html_())
    heads = [said(head) for head in tree.findall(".//thead/tr/th")]
    assert heads[:2] == ["name", "in Vietnamese"]
    assert {"period", "city", "when", "offices", "id"} <= set(heads)


def test_a_table_marks_what_was_only_announced_and_what_is_disputed():
    tree = assert_sound(ad.RecordSet([ad.meetings["adgmin-7"], ad.meetings["adgmin-6-opening"]])._repr_html_())
    opening, seventh = ([said(cell) for cell in row] for row in tree.findall(".//tbody/tr"))
    assert "January 2027 (only announced)" in seventh
    assert "15 January 2026 (disputed)" in opening


def test_a_registry_with_records_of_ones_own_counts_them():
    mine = workshop()
    tree = assert_sound(ad.load().extended([mine])._repr_html_())
    rows = {said(row[1]): [said(cell) for cell in row[2:]] for row in tree.findall(".//tbody/tr")}
    assert rows[".meetings"] == [str(len(ad.meetings) + 1), "1"]
    assert rows[".plans"][1] == "0"
    assert "Registry: 1 records, no data version" in said(assert_sound(ad.Registry([mine])._repr_html_()))


def test_the_evidence_of_a_record_that_the_packaged_data_lacks_shows_its_id():
    mine = workshop()
    tree = assert_sound(ad.evidence(mine.ref, "when", ad.Registry([mine]))._repr_html_())
    assert said(tree.find("article/h3")) == "meeting:acme.workshop-1"
    assert "nothing said" in said(tree)


def test_a_matrix_without_cells_says_why():
    assert "nothing that a partner's plan of 1990 names was seen" in said(assert_sound(ad.matrix(1990)._repr_html_()))
    assert "2026" not in said(assert_sound(ad.matrix(2031, lang="vi")._repr_html_())).partition(":")[0]
