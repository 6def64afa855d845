import pytest

import asean_digital as ad
from asean_digital.errors import AmbiguousName, InvalidQuery, RecordNotFound


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("meeting:dm-3", "meeting:dm-3"),
        (" meeting:dm-3 ", "meeting:dm-3"),
        ("dm-3", "meeting:dm-3"),
        ("DM-3", "meeting:dm-3"),
        ("Meeting dm-3", "meeting:dm-3"),
        ("meeting dm–3", "meeting:dm-3"),
        ("  meeting   DM-3", "meeting:dm-3"),
        ("DM", "series:digital"),
        ("dm", "series:digital"),
        ("NN", "party:north"),
        ("phuong bac", "party:north"),
        ("PHƯƠNG BẮC", "party:north"),
        ("old-south", "party:south"),
        ("japan", "party:japan"),  # a name beats a slug: the partnership has the slug too
        (ad.Ref("plan:later"), "plan:later"),
        ("Digital Meetings (DM)", "series:digital"),
        (" North（NN） ", "party:north"),
        ("South (Shared)", "party:south"),
    ],
)
def test_find_takes_ids_slugs_names_acronyms_and_codes(registry, name, found):
    assert ad.find(name, registry=registry).id == found


def test_find_takes_a_record_and_a_kind(registry):
    record = registry["plan:later"]
    assert ad.find(record, registry=registry) is record
    assert ad.find("japan", "partnership", registry).id == "partnership:japan"
    assert ad.find("plan:later", "plan", registry) is record


def test_a_name_of_several_is_ambiguous(registry):
    with pytest.raises(AmbiguousName) as caught:
        ad.find("shared", registry=registry)
    assert caught.value.candidates == ("party:north", "party:south")


def test_a_miss_names_near_ones_and_guesses_nothing(registry):
    with pytest.raises(RecordNotFound) as caught:
        ad.find("Meeting dm-33", registry=registry)
    assert "meeting:dm-3" in caught.value.near
    with pytest.raises(RecordNotFound) as caught:
        ad.find("Meeting dm-33", "plan", registry)
    assert all(near.startswith("plan:") for near in caught.value.near)
    with pytest.raises(RecordNotFound):
        ad.find("meeting:dm-3", "plan", registry)
    with pytest.raises(RecordNotFound):
        ad.find(ad.Ref("meeting:dm-99"), registry=registry)


@pytest.mark.parametrize("name", ["", "   ", None, 5])
def test_a_name_is_text(registry, name):
    with pytest.raises(InvalidQuery, match="must be text"):
        ad.find(name, registry=registry)


@pytest.mark.parametrize("name", ["North (DM)", "North ()", "(North)", "North (nobody)", "nobody (NN)", "North (NN) (NN)", "(" * 5000])
def test_a_name_in_brackets_that_is_not_of_the_same_record_finds_nothing(registry, name):
    with pytest.raises(RecordNotFound):
        ad.find(name, registry=registry)


def test_a_kind_is_one_of_the_kinds(registry):
    with pytest.raises(InvalidQuery, match="kind must be one of party"):
        ad.find("x", "event", registry)


def test_get_gives_one_or_none(registry):
    assert ad.get("plan:later", registry).id == "plan:later"
    assert ad.get(ad.Ref("plan:later"), registry).id == "plan:later"
    assert ad.get("plan:nowhere", registry) is None
