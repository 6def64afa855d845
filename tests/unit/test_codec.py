import json
import os
from decimal import Decimal
from pathlib import Path

import pytest

import asean_digital as ad
from asean_digital.codec import document as codec
from asean_digital.errors import FileProblem, InvalidDocument


class TestWrite:
    def test_a_dumped_file_loads_again(self, registry, tmp_path):
        path = tmp_path / "all.json"
        ad.dump(registry, path)
        assert path.read_text(encoding="utf-8") == ad.dumps(registry)
        assert tuple(ad.load(path)) == tuple(registry)
        assert len(ad.validate(path, over=None)) == 0
        assert path.stat().st_mode & 0o777 == 0o644
        path.chmod(0o600)
        ad.dump(registry, str(path))
        assert path.stat().st_mode & 0o777 == 0o600

    def test_nothing_is_left_behind_on_failure(self, tmp_path, monkeypatch):
        path = tmp_path / "own.json"
        path.write_text("before", encoding="utf-8")

        def fail(*_):
            raise OSError(28, "no space left")

        monkeypatch.setattr(Path, "replace", fail)
        with pytest.raises(FileProblem, match="no space left"):
            codec.write(path, "after")
        assert [each.name for each in tmp_path.iterdir()] == ["own.json"]
        assert path.read_text(encoding="utf-8") == "before"

    def test_a_folder_that_is_not_there_is_a_file_problem(self, registry, tmp_path):
        with pytest.raises(FileProblem, match="cannot be written"):
            ad.dump(registry, tmp_path / "no" / "own.json")

    def test_what_cannot_be_encoded_leaves_nothing_behind(self, tmp_path):
        with pytest.raises(FileProblem, match="cannot be written"):
            codec.write(tmp_path / "own.json", "\ud800")
        assert list(tmp_path.iterdir()) == []


class TestLoad:
    def test_a_broken_file_names_itself(self, tmp_path):
        path = tmp_path / "own.json"
        path.write_text('{"format": 1, "topic": [{"slug": "Edge"}]}', encoding="utf-8")
        with pytest.raises(InvalidDocument) as caught:
            ad.load(path)
        assert {problem.file for problem in caught.value.problems} == {"own.json"}
        assert {problem.file for problem in ad.validate(path)} == {"own.json"}

    def test_references_may_point_over(self, registry):
        text = '{"format": 1, "topic": [{"slug": "acme.edge", "broader": "topic:ai", "names": [{"key": "en", "text": "Edge", "lang": "en", "status": "ours"}]}]}'
        assert len(ad.loads(text, over=registry)) == 1
        assert len(ad.validate(text=text, over=registry)) == 0
        with pytest.raises(InvalidDocument):
            ad.loads(text)

    def test_validate_takes_one_thing(self, tmp_path):
        with pytest.raises(TypeError, match="and not both"):
            ad.validate()
        with pytest.raises(TypeError, match="and not both"):
            ad.validate(tmp_path, text="{}")
        assert len(ad.validate(text="")) == 1


class TestToDict:
    def test_json_types_alone(self, registry):
        import datetime

        thing = {
            "day": datetime.date(2026, 1, 16),
            "amount": Decimal("1E+2"),
            "many": (1, "a", None, True),
            5: ad.Verb.ADOPTED,
            "open": ad.OPEN,
        }
        expected = {"day": "2026-01-16", "amount": "100", "many": [1, "a", None, True], "5": "adopted", "open": ".."}
        assert ad.to_dict(thing) == expected
        assert ad.to_dict(registry)[0] == ad.to_dict(next(iter(registry)))
        assert ad.to_dict(ad.Quantity(Decimal("9.90"), "percent", ad.QuantityBound.ABOUT)) == {
            "amount": "9.90",
            "unit": "percent",
            "bound": "about",
        }
        json.dumps(ad.to_dict(ad.members("2026-01-01", registry)))

    def test_markdown_becomes_plain_text(self):
        assert type(ad.to_dict(ad.Markdown("# x"))) is str


def test_an_empty_packaged_set_and_a_missing_file_raise(monkeypatch):
    from asean_digital import dataset

    monkeypatch.setattr(dataset, "_packaged", lambda _: b'{"format": 1}\n')
    with pytest.raises(FileProblem, match="holds no records"):
        dataset.records.__wrapped__("meeting")
    monkeypatch.undo()
    monkeypatch.setattr(dataset, "_FOLDER", os.path.join(os.path.dirname(__file__), "nowhere"))  # noqa: PTH118, PTH120
    assert json.loads(dataset._packaged("version.json")) == dataset.version()  # by way of importlib.resources, as in a zip
    with pytest.raises(FileProblem, match=r"data/nothing\.json is missing"):
        dataset._packaged("nothing.json")
    assert repr(dataset.PACKAGED) == "packaged"


def test_the_collector_is_left_as_it_was():
    import gc

    from asean_digital import dataset

    gc.disable()
    try:
        dataset.packaged.__wrapped__()
        assert not gc.isenabled()
    finally:
        gc.enable()
    dataset.packaged.__wrapped__()
    assert gc.isenabled()
