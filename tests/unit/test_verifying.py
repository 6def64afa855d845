"""Citations held against texts, and what of a text no citation reaches."""

import json

import pytest

import asean_digital as ad
from asean_digital.errors import InvalidQuery
from asean_digital.queries.verifying import feeding, tokens

TEXT = """Hội nghị DM-6 diễn ra ngày 15 và 16/1 tại Hà Nội.
Các bộ trưởng đã thông qua Kế hoạch 2030, với 224 tỉ USD.
Bắc Phương  chủ trì hội nghị.

Cuối cùng là dòng không ai dẫn, của ABC."""


def cite(lines, *anchors, **fields):
    return {"source": "source:paper", "lines": lines, "anchors": list(anchors), "support": "stated", **fields}


def registry(*citations, **parts):
    """A meeting with one citation of each sort, and what it needs."""
    ours = [{"key": "vi", "lang": "vi", "status": "ours"}]
    document = {
        "format": 1,
        "source": [
            {"slug": slug, "names": [{**ours[0], "text": slug}], "form": "newspaper", "origin": "unknown", "lang": "vi"}
            for slug in ("paper", "other")
        ],
        "party": [{"slug": "north", "names": [{**ours[0], "text": "Bắc Phương"}], "form": "state"}],
        "plan": [{"slug": "plan", "names": [{**ours[0], "text": "Kế hoạch 2030"}], "form": "masterplan"}],
        "meeting": [
            {"slug": "dm-6", "names": [{**ours[0], "text": "Hội nghị DM-6"}], "form": "ministers", **parts, "citations": list(citations)}
        ],
    }
    return ad.loads(json.dumps(document))


def why(found, text=TEXT):
    return [row.why for row in ad.verify_citations({"paper": text}, found)]


def test_anchors_that_stand_there_and_show_the_value_are_well():
    found = registry(
        cite([1], "15 và 16/1", supports=["when"]),
        cite([3], "Bắc Phương", supports=["country"]),
        when="2026-01-15/2026-01-16",
        country="party:north",
        outcomes=[{"key": "a", "verb": "adopted", "target": "plan:plan", "citations": [cite([2], "thông qua Kế hoạch 2030")]}],
        roles=[{"key": "c", "role": "chair", "party": "party:north", "citations": [cite([3], "Bắc Phương chủ trì")]}],
        city=[{"key": "vi", "text": "Hà Nội", "lang": "vi", "status": "press", "citations": [cite([1], "Hà Nội")]}],
    )
    rows = ad.verify_citations({"paper": TEXT}, found)
    assert [(row.path, row.why) for row in rows] == [(row.path, "") for row in rows]
    assert len(rows) == 5
    assert all(row.ok for row in rows)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"lines": [], "anchors": []}, "must name lines and anchors"),
        ({"lines": [9]}, "the text has 5 lines, not 9"),
        ({"anchors": ["17/1"]}, "does not stand on the lines"),
        ({"anchors": ["ngày 15"]}, "no anchor has the digits 16"),
        ({"anchors": ["15 và 16/1", "i"]}, "stands on more than half of the lines"),
        ({"support": "implied", "anchors": ["tại Hà Nội"]}, ""),
    ],
)
def test_what_does_not_hold_is_said(fields, said):
    found = registry({**cite([1], "15 và 16/1", supports=["when"]), **fields}, when="2026-01-15/2026-01-16")
    (reason,) = why(found)
    assert (said in reason) if said else reason == ""


def test_names_verbs_and_words_must_be_shown():
    found = registry(
        cite([1], "Hà Nội", supports=["country"]),
        country="party:north",
        city=[{"key": "vi", "text": "Huế", "lang": "vi", "status": "press", "citations": [cite([1], "Hà Nội")]}],
        roles=[{"key": "c", "role": "chair", "party": "party:north", "citations": [cite([3], "chủ trì")]}],
        outcomes=[
            {
                "key": "a",
                "verb": "noted",
                "words": [{"key": "vi", "text": "không có", "lang": "vi", "status": "press"}],
                "citations": [cite([2], "Kế hoạch")],
            }
        ],
    )
    said = " ".join(why(found))
    assert "no anchor names party:north" in said
    assert "no anchor has the words 'Huế'" in said
    assert "ghi nhận" in said
    assert "'không có' do not stand on the lines" in said


def test_quantities_need_a_figure():
    document = json.loads(ad.dumps(registry()))
    for anchor, ok in (("224 tỉ USD", True), ("Kế hoạch", False)):
        document["statistic"] = [
            {
                "slug": "s",
                "names": [{"key": "vi", "text": "Số", "lang": "vi", "status": "ours"}],
                "quantity": {"amount": "224000000000", "unit": "USD", "bound": "exact"},
                "citations": [cite([2], anchor, supports=["quantity"])],
            }
        ]
        (row,) = ad.verify_citations({"paper": TEXT}, ad.loads(json.dumps(document)))
        assert row.ok is ok


def test_uncited_pieces_are_those_that_no_anchor_holds_or_nothing_explains():
    found = registry(
        cite([1], "DM-6 diễn ra ngày 15 và 16/1 tại Hà Nội", supports=["when"]),
        cite([2], "Kế hoạch 2030, với 224 tỉ", supports=["ordinal"], support="implied"),
        cite([1, 2, 99], "Nội. Các bộ trưởng", supports=["mode"], support="implied"),
        when="2026-01-15/2026-01-16",
        ordinal=224,
        mode="in_person",
        agenda=[
            {
                "key": "a",
                "form": "agenda_item",
                "refs": ["plan:plan"],
                "words": [{"key": "vi", "text": "Hà Nội", "lang": "vi", "status": "press"}],
                "citations": [cite([1], "Hà Nội", support="implied")],
            }
        ],
    )
    rows = ad.uncited({"paper": TEXT, "other": ""}, found)
    by_text = {row.text: row for row in rows}
    assert {"Hà", "Nội", "DM", "15", "16", "224"} & set(by_text) == set()
    assert by_text["USD"].form == "acronym"
    assert by_text["2030"].why.startswith("no citation whose anchor holds it")
    assert by_text["ABC"].why.startswith("no anchor of a citation of this line")
    assert "line" in {row.form for row in rows}
    assert all(TEXT.split("\n")[row.line - 1].replace("  ", " ")[row.start : row.end].startswith(row.text.rstrip("…")) for row in rows)


def test_a_long_line_is_cut():
    rows = ad.uncited({"paper": "chữ " * 40}, registry())
    assert [len(row.text) for row in rows] == [80]


def test_texts_map_slugs_to_text():
    with pytest.raises(InvalidQuery, match="texts must map"):
        ad.uncited({"paper": b"x"}, registry())


def test_tokens_are_figures_acronyms_and_names_within_sentences():
    line = "Ngày 16/1, ADGMIN 6 của Hà Nội có 5G. Việt Nam nói. Rồi xong"
    assert [(line[start:end], form) for start, end, form in tokens(line)] == [
        ("16", "figure"),
        ("1", "figure"),
        ("ADGMIN", "acronym"),
        ("6", "figure"),
        ("Hà", "name"),
        ("Nội", "name"),
        ("5G", "acronym"),
        ("Việt", "name"),
        ("Nam", "name"),
    ]


def test_what_a_line_feeds():
    found = registry(cite([1], "15 và 16/1", supports=["when"]), when="2026-01-15/2026-01-16")
    assert feeding("paper", TEXT, found) == {1: ("meeting:dm-6 when",)}
