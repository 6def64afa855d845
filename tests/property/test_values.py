"""Laws of quantities, references, terms, texts and checks."""

import copy
import importlib
import inspect
import pickle
import pkgutil
import re
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import asean_digital
from asean_digital.codec._decode import item_decoder
from asean_digital.codec._encode import encode
from asean_digital.errors import InvalidQuery, InvalidRecord
from asean_digital.model import KINDS
from asean_digital.model._spec import Spec
from asean_digital.testing import quantities, refs
from asean_digital.testing._values import CHECKS, VALUES
from asean_digital.values import Quantity, QuantityBound, Ref, Term, _checks
from asean_digital.values._fold import fold

NAMED_CHECKS = {
    name: check
    for name, check in vars(_checks).items()
    if not name.startswith("_") and callable(check) and check is not _checks.Broken and getattr(check, "__module__", "") == _checks.__name__
}


def all_terms():
    """Every closed vocabulary of the package, found by importing all of it."""
    for module in pkgutil.walk_packages(asean_digital.__path__, "asean_digital."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)

    def below(cls):
        for sub in cls.__subclasses__():
            yield sub
            yield from below(sub)

    return sorted((cls for cls in below(Term) if cls.__module__.startswith("asean_digital.")), key=lambda cls: cls.__name__)


TERMS = all_terms()


class TestChecks:
    def test_every_named_check_has_exactly_one_strategy(self):
        assert set(NAMED_CHECKS.values()) == set(CHECKS)

    @pytest.mark.parametrize("name", sorted(NAMED_CHECKS))
    @given(data=st.data())
    def test_what_a_strategy_draws_passes_its_check(self, name, data):
        check = NAMED_CHECKS[name]
        assert check(data.draw(CHECKS[check])) is None

    @given(st.text(max_size=8))
    def test_text_is_refused_unless_it_is_trimmed_and_normal(self, text):
        sound = _checks.text(text) is None
        if sound:
            assert text == text.strip() == unicodedata.normalize("NFC", text) != ""
            assert "\n" not in text

    @given(st.text(st.characters(codec="ascii"), max_size=8))
    def test_slugs_are_closed_under_joining(self, text):
        if _checks.slug(text) is None:
            assert _checks.slug(f"{text}-{text}") is None
            assert _checks.record_slug(f"{text}.{text}") is None
            assert text == text.lower().strip("-")

    @pytest.mark.parametrize("kind", sorted(VALUES, key=lambda cls: cls.__name__))
    @given(data=st.data())
    def test_what_a_strategy_of_a_class_draws_is_of_that_class(self, kind, data):
        assert type(data.draw(VALUES[kind])) is kind


class TestQuantities:
    @given(quantities())
    def test_copies_are_equal_and_hash_alike(self, quantity):
        for other in (pickle.loads(pickle.dumps(quantity)), copy.copy(quantity), copy.deepcopy(quantity)):  # noqa: S301
            assert quantity == other
            assert hash(quantity) == hash(other)

    @given(quantities())
    def test_repr_can_be_pasted_back(self, quantity):
        assert eval(repr(quantity), {"Quantity": Quantity, "Decimal": Decimal, "QuantityBound": QuantityBound}) == quantity  # noqa: S307

    @given(quantities())
    def test_the_codec_brings_it_back(self, quantity):
        assert item_decoder(Spec((Quantity,)))(encode(quantity)) == quantity

    @given(quantities(unit="USD"), st.sampled_from(("en", "vi")))
    def test_a_label_says_the_whole_number(self, quantity, lang):
        label = quantity.label(lang)
        digits = re.search(r"-?[0-9.,]+", label)[0]
        plain = digits.replace(",", "") if lang == "en" else digits.replace(".", "").replace(",", ".")
        words = {
            "trillion": 12,
            "billion": 9,
            "million": 6,
            "nghìn tỉ": 12,
            "tỉ": 9,
            "triệu": 6,
        }
        power = next((power for word, power in words.items() if f" {word} " in label), 0)
        assert quantity.amount == Decimal(plain).scaleb(power)

    @given(quantities())
    def test_labels_exist_in_both_languages_and_say_the_bound(self, quantity):
        for lang in ("en", "vi"):
            label = quantity.label(lang)
            assert label == label.strip() != ""
            assert label.startswith(quantity.bound.label(lang)) == (quantity.bound is not QuantityBound.EXACT)
        assert str(quantity) == quantity.label("en")

    @given(st.floats() | st.integers() | st.text(max_size=3) | st.sampled_from((Decimal("NaN"), Decimal("Infinity"))))
    def test_an_amount_is_a_finite_decimal_and_nothing_else(self, amount):
        with pytest.raises(InvalidRecord) as caught:
            Quantity(amount, "count", QuantityBound.EXACT)
        assert [problem.path for problem in caught.value.problems] == ["amount"]

    def test_all_problems_come_at_once(self):
        with pytest.raises(InvalidRecord) as caught:
            Quantity(1.5, "U S D", "exact")
        assert [problem.path for problem in caught.value.problems] == ["amount", "unit", "bound"]
        with pytest.raises(InvalidRecord) as caught:
            Quantity(Decimal(1), 5, QuantityBound.EXACT)
        assert [problem.rule for problem in caught.value.problems] == ["must be text"]


class TestRefs:
    @given(refs())
    def test_text_kind_and_slug_agree(self, ref):
        assert ref.text == str(ref) == f"{ref.kind}:{ref.slug}"
        assert ref.kind in KINDS
        assert (ref.namespace is not None) == ("." in ref.slug)
        assert ref.namespace is None or ref.slug.startswith(f"{ref.namespace}.")

    @given(refs())
    def test_repr_can_be_pasted_back_and_copies_are_equal(self, ref):
        assert eval(repr(ref), {"Ref": Ref}) == ref  # noqa: S307
        for other in (pickle.loads(pickle.dumps(ref)), copy.copy(ref), copy.deepcopy(ref)):  # noqa: S301
            assert ref == other
            assert hash(ref) == hash(other)

    @given(st.text(max_size=12) | st.none() | st.integers())
    def test_other_text_is_refused(self, text):
        try:
            ref = Ref(text)
        except InvalidRecord:
            return
        assert re.fullmatch(r"[A-Za-z]+:[a-z0-9.-]+", ref.text)


class TestTerms:
    def test_there_are_vocabularies(self):
        assert len(TERMS) > 30

    @pytest.mark.parametrize("cls", TERMS, ids=lambda cls: cls.__name__)
    def test_every_member_has_a_value_of_its_own_and_two_labels(self, cls):
        values = [member.value for member in cls]
        assert len(set(values)) == len(values) == len(cls.__members__)
        for member in cls:
            assert re.fullmatch(r"[a-z]+(_[a-z]+)*", member.value)
            assert member.name == member.value.upper()
            for lang in ("en", "vi"):
                label = member.label(lang)
                assert label == label.strip() == unicodedata.normalize("NFC", label) != ""
            assert pickle.loads(pickle.dumps(member)) is member  # noqa: S301
            assert copy.deepcopy(member) is member
            assert cls(member.value) is member
            assert repr(member) == f"{cls.__name__}.{member.name}"
            with pytest.raises(InvalidQuery):
                member.label("ms")
        for lang in ("en", "vi"):
            labels = [member.label(lang) for member in cls]
            assert len(set(labels)) == len(labels)

    @pytest.mark.parametrize("cls", TERMS, ids=lambda cls: cls.__name__)
    def test_every_vocabulary_says_what_it_is(self, cls):
        assert inspect.getdoc(cls) != inspect.getdoc(Term)


class TestFolding:
    @given(st.text(max_size=12))
    def test_folding_again_changes_nothing(self, text):
        assert fold(text) == fold(fold(text))

    @given(st.text(max_size=12))
    def test_the_normal_form_does_not_count(self, text):
        assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))

    @given(st.text(alphabet="aăâđêôơưàảãáạằẳẵắặ AĂÂĐ", max_size=12))
    def test_vietnamese_folds_to_ascii_without_case(self, text):
        assert fold(text).isascii()
        assert fold(text) == fold(text.upper()) == fold(f"  {text} ")
