import unicodedata

import pytest

import asean_digital as ad
from asean_digital.errors import InvalidQuery
from asean_digital.values._index import Likeness, Name, NameIndex, words_of

NAMES = {
    "a:hanoi": ("Tuyên bố Hà Nội về Hợp tác số", "Hanoi Declaration on Digital Cooperation"),
    "a:danang": ("Đà Nẵng",),
    "a:viet": ("Viet Nam", "Vietnam", "VN"),
    "a:us": ("US–ABC",),
    "a:laos": ("ສາທາລະນະລັດ ປະຊາທິປະໄຕ ປະຊາຊົນລາວ",),
    "a:bangkok": ("กรุงเทพมหานคร", "Bangkok Declaration"),
    "a:khmer": ("ព្រះរាជាណាចក្រកម្ពុជា",),
    "a:myanmar": ("ပြည်ထောင်စု သမ္မတ မြန်မာနိုင်ငံတော်",),
    "a:zh": ("东盟数字部长会议",),
    "a:ja": ("日ASEANデジタル大臣会合",),
    "a:ko": ("한-아세안 디지털 장관회의",),
    "b:plan": ("ASEAN Digital Masterplan 2030", "ADM 2030"),
    "b:older": ("ASEAN Digital Masterplan 2025", "ADM 2025"),
    "b:japan": ("Japan",),
}


@pytest.fixture(scope="module")
def index():
    return NameIndex([Name(text, owner) for owner, texts in NAMES.items() for text in texts])


def owners(found):
    return [each.owner for each in found]


class TestIndex:
    @pytest.mark.parametrize(
        ("asked", "owner", "why"),
        [
            ("Đà Nẵng", "a:danang", Likeness.NAME),
            ("da nang", "a:danang", Likeness.ALIKE),
            (unicodedata.normalize("NFD", "ĐÀ NẴNG"), "a:danang", Likeness.ALIKE),
            ("danang", "a:danang", Likeness.JOINED),
            ("us-abc", "a:us", Likeness.ALIKE),
            ("US ABC", "a:us", Likeness.JOINED),
            ("vn", "a:viet", Likeness.ALIKE),
            ("Hanoi hop tac", "a:hanoi", Likeness.WORDS),
            ("cooperation declaration", "a:hanoi", Likeness.WORDS),
            ("adm2030", "b:plan", Likeness.JOINED),
            ("jpan", "b:japan", Likeness.NEAR),
            ("jaapn", "b:japan", Likeness.NEAR),
            ("japan x", "b:japan", Likeness.NEAR),
            ("hanoi declartion", "a:hanoi", Likeness.NEAR),
            ("Digital Mastreplan 2030", "b:plan", Likeness.NEAR),
            ("bangkok declaratoin", "a:bangkok", Likeness.NEAR),
            ("cooperatoin declaration on digitl", "a:hanoi", Likeness.NEAR),
        ],
    )
    def test_the_first_and_why(self, index, asked, owner, why):
        found = index.search(asked)
        assert (found[0].owner, found[0].why) == (owner, why)
        assert found[0].name in NAMES[owner]

    @pytest.mark.parametrize(
        ("asked", "owner"),
        [
            ("ປະຊາຊົນລາວ", "a:laos"),
            ("กรุงเทพ", "a:bangkok"),
            ("កម្ពុជា", "a:khmer"),
            ("မြန်မာ", "a:myanmar"),
            ("数字部长", "a:zh"),
            ("盟", "a:zh"),
            ("大臣会合", "a:ja"),
            ("デジタル", "a:ja"),
            ("asean 大臣", "a:ja"),
            ("디지털장관", "a:ko"),
            (unicodedata.normalize("NFD", "장관회의"), "a:ko"),
        ],
    )
    def test_scripts_without_spaces_are_found_by_their_parts(self, index, asked, owner):
        found = index.search(asked)
        assert owners(found) == [owner]
        assert found[0].why is Likeness.WORDS

    @pytest.mark.parametrize(
        ("asked", "other"),
        [
            ("กรงเทพ", "กรุงเทพ"),  # a vowel left out
            ("长部字数", "数字部长"),  # the same signs in another order
            ("데지털", "디지털"),  # another vowel
        ],
    )
    def test_a_sign_of_these_scripts_is_no_ornament(self, index, asked, other):
        assert words_of(asked) != words_of(other)
        assert [each.why for each in index.search(asked) if each.why is not Likeness.NEAR] == []

    def test_two_typos_in_a_thai_or_chinese_name_are_allowed_for(self, index):
        assert owners(index.search("กรงเทพมหานคอ"))[0] == "a:bangkok"
        assert owners(index.search("东盟数字部长会仪"))[0] == "a:zh"

    def test_a_beginning_counts_where_it_is_asked_for(self, index):
        assert [(each.owner, each.why) for each in index.search("digital mas", prefix=True)] == [
            ("b:older", Likeness.BEGUN),
            ("b:plan", Likeness.BEGUN),
        ]
        assert owners(index.search("tuyen bo hano", prefix=True)) == ["a:hanoi"]
        assert [(each.owner, each.why) for each in index.search("dan", prefix=True)] == [("a:danang", Likeness.BEGUN)]
        assert index.search("digital masterplan", prefix=True)[0].why is Likeness.WORDS
        assert owners(index.search("กรุงเ", prefix=True)) == ["a:bangkok"]
        assert index.search("zz", prefix=True) == []

    def test_shorter_names_come_first_and_no_more_than_asked_for(self, index):
        found = index.search("declaration")
        assert owners(found) == ["a:bangkok", "a:hanoi"]
        assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
        assert owners(index.search("declaration", limit=1)) == ["a:bangkok"]
        assert len(index.search("hanoi declartion", limit=1)) == 1
        assert len(index.search("adn 2030", limit=1)) == 1

    def test_kinds_are_what_stands_before_the_colon(self, index):
        assert owners(index.search("declaration", frozenset("b"))) == []
        assert owners(index.search("digital", frozenset("b"))) == ["b:older", "b:plan"]
        assert owners(index.search("hanoi declartion", frozenset("b"))) == []
        assert owners(index.search("jpan", frozenset("a"))) == []

    @pytest.mark.parametrize("asked", ["", " ", "–", "x", "zzz", "zzzz qqqq", "wholly unlike", "z" * 10_000, "masterplan " * 1_000])
    def test_what_is_like_nothing_finds_nothing(self, index, asked):
        assert index.search(asked) == []

    def test_hints_go_further_than_answers(self, index):
        assert index.search("masterplanning for 2030") == []
        assert owners(index.near("masterplanning for 2030"))[0] == "b:plan"
        assert index.near("z" * 30) == []
        assert index.near("masterplans " * 1_000) == []

    def test_a_name_comes_before_an_id_and_an_id_before_a_title(self):
        index = NameIndex(
            [
                Name("japan", "c:x", is_id=True),
                Name("Japan", "a:y"),
                Name("Japan", "d:page", is_title=True),
                Name("Ja pan", "a:z"),
                Name("!", "a:n"),
            ]
        )
        assert [(each.owner, each.why.value) for each in index.search("japan")] == [
            ("a:y", "alike"),
            ("d:page", "alike"),
            ("c:x", "id"),
            ("a:z", "joined"),
        ]
        assert index.search("pan")[0].owner == "a:z"

    def test_the_order_of_names_does_not_matter(self, index):
        again = NameIndex([Name(text, owner) for owner, texts in reversed(NAMES.items()) for text in texts])
        for asked in ("digital", "asean", "declaration on", "jpan", "masterplam 2030"):
            assert again.search(asked) == index.search(asked) != []

    def test_marks_that_were_typed_count(self):
        index = NameIndex([Name("MY", "a:malaysia"), Name("Mỹ", "a:states")])
        assert owners(index.search("my")) == ["a:malaysia", "a:states"]
        assert owners(index.search("MỸ")) == ["a:states", "a:malaysia"]

    def test_an_empty_index_finds_nothing(self):
        assert NameIndex([]).search("anything at all") == NameIndex([]).near("anything") == []


class TestSearch:
    def test_hits_have_a_record_a_name_a_score_and_a_reason(self, registry):
        (hit, *_) = ad.search("phuong bac", registry=registry)
        assert hit == ad.Hit(record=ad.Ref("party:north"), name="Phương Bắc", score=0.98, why=Likeness.ALIKE)
        assert ad.to_dict(hit) == {"record": "party:north", "name": "Phương Bắc", "score": 0.98, "why": "alike"}

    @pytest.mark.parametrize(
        ("query", "found", "name", "why"),
        [
            ("meeting:dm-3", "meeting:dm-3", "meeting:dm-3", "id"),
            ("party:old-south", "party:south", "party:old-south", "id"),
            ("old-south", "party:south", "old-south", "id"),
            ("DM", "series:digital", "DM", "name"),
            ("NN", "party:north", "NN", "name"),
            ("japan", "party:japan", "Japan", "alike"),
            ("artificial inteligence", "topic:ai", "Artificial intelligence", "near"),
        ],
    )
    def test_ids_codes_acronyms_and_former_ids(self, registry, query, found, name, why):
        hit = ad.search(query, registry=registry)[0]
        assert (hit.record.text, hit.name, hit.why.value) == (found, name, why)

    def test_kinds_and_limit(self, registry):
        assert {hit.record.kind for hit in ad.search("meeting", kinds="meeting", registry=registry)} == {"meeting"}
        assert {hit.record.kind for hit in ad.search("japan", kinds=["partnership", "plan"], registry=registry)} == {"partnership"}
        assert len(ad.search("meeting", limit=2, registry=registry)) == 2
        assert len(ad.search("meeting:dm-3", limit=1, registry=registry)) == 1
        assert [hit.record.text for hit in ad.search("meeting:dm-3", kinds="plan", registry=registry)] == []

    def test_prefix(self, registry):
        assert ad.search("intelligence art", registry=registry)[0].why is Likeness.NEAR
        assert ad.search("intelligence art", prefix=True, registry=registry)[0].why is Likeness.BEGUN

    def test_nothing_found_says_so(self, registry):
        assert ad.search("zzz", registry=registry).reason == "no name is like 'zzz'"

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            ({"query": ""}, "query must be text with a letter or number, not ''"),
            ({"query": " – ! "}, "query must be text with a letter or number"),
            ({"query": None}, "query must be text with a letter or number, not None"),
            ({"query": "a\ud800"}, "query must be valid Unicode"),
            ({"query": "\udfff"}, "query must be text with a letter or number"),
            ({"query": "x", "kinds": "event"}, "kind must be one of party, .* not 'event'"),
            ({"query": "x", "kinds": ["plan", 5]}, "kind must be one of party, .* not 5"),
            ({"query": "x", "kinds": [["plan"]]}, "kind must be one of"),
            ({"query": "x", "kinds": []}, "kinds must name a kind"),
            ({"query": "x", "limit": 0}, "limit must be a whole number of at least 1, not 0"),
            ({"query": "x", "limit": True}, "limit must be"),
            ({"query": "x", "limit": 2.5}, "limit must be"),
        ],
    )
    def test_bad_input_is_a_clear_error(self, registry, arguments, said):
        with pytest.raises(InvalidQuery, match=said):
            ad.search(**arguments, registry=registry)


class TestMatch:
    def test_one_row_a_name_in_order(self, registry):
        rows = ad.match(["phuong bac", "shared", "nobody", "", "meeting:dm-3", "DM-3"], registry=registry)
        assert [(row.name, row.status.value, row.ref and row.ref.text) for row in rows] == [
            ("phuong bac", "exact", "party:north"),
            ("shared", "ambiguous", None),
            ("nobody", "none", None),
            ("", "none", None),
            ("meeting:dm-3", "exact", "meeting:dm-3"),
            ("DM-3", "exact", "meeting:dm-3"),
        ]
        assert [ref.text for ref in rows[1].candidates] == ["party:north", "party:south"]
        assert rows[0].candidates == (ad.Ref("party:north"),)
        assert rows[2].candidates == ()

    def test_a_kind(self, registry):
        assert ad.match(["japan"], "partnership", registry)[0].ref == ad.Ref("partnership:japan")
        assert ad.match(iter(["meeting:dm-3"]), "plan", registry)[0].status is ad.MatchStatus.NONE

    def test_no_names_no_rows(self, registry):
        assert ad.match([], registry=registry) == ad.Answers(())

    @pytest.mark.parametrize(
        ("names", "kind", "said"),
        [
            ("DM", None, "names must be several"),
            (["DM", None], None, "name 1 must be text, not None"),
            (["DM"], "event", "kind must be one of"),
        ],
    )
    def test_bad_input_is_a_clear_error(self, registry, names, kind, said):
        with pytest.raises(InvalidQuery, match=said):
            ad.match(names, kind, registry)
