"""The house in order: a light import, one face, no facts in code, the same bytes everywhere."""

import ast
import importlib
import inspect
import json
import os
import pkgutil
import re
import subprocess
import sys
import tomllib
import typing
import zipfile
from pathlib import Path

import attrs
import pytest

import asean_digital as ad
from asean_digital.model import KINDS, kind_class
from asean_digital.model._spec import KINDS_ANY, Checked, fields
from asean_digital.model.record import Record
from asean_digital.values import Bound, PartialDate, Period, Quantity, Ref, Term

ROOT = Path(__file__).parents[2]
PACKAGE = Path(ad.__file__).parent
SRC = PACKAGE.parent
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))
ids = [str(path.relative_to(PACKAGE)) for path in MODULES]


def run(*arguments, **environment):
    names = {"PYTHONPATH": str(SRC), **environment}
    dropped = {"LANG", "LC_ALL", "PYTHONHASHSEED", "TZ", "PYTHONUTF8", "PYTHONIOENCODING"}
    inherited = {name: value for name, value in os.environ.items() if name not in dropped and not name.startswith("COVERAGE")}
    done = subprocess.run([sys.executable, *arguments], env=inherited | names, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


class TestImport:
    def test_it_loads_nothing_but_itself(self):
        code = "import sys; before = set(sys.modules); import asean_digital; print(sorted(set(sys.modules) - before))"
        # -S: what an editable install brings in by itself is not ours.
        assert run("-S", "-c", code) == b"['asean_digital']\n"

    @pytest.mark.parametrize(
        ("code", "unwanted"),
        [
            ("ad.meetings", {"cattrs", "hypothesis", "importlib.metadata", "tempfile", "argparse", "subprocess"}),
            ("ad.find('ADGMIN 6')", {"cattrs", "hypothesis", "importlib.metadata", "argparse"}),
            ("ad.errors", {"cattrs", "hypothesis", "json"}),
        ],
    )
    def test_a_question_loads_only_what_it_needs(self, code, unwanted):
        script = f"import sys; before = set(sys.modules); import asean_digital as ad; {code}; print(*sorted(set(sys.modules) - before))"
        assert not unwanted & set(run("-c", script).decode().split())


class TestFace:
    def test_dir_is_all_and_the_version(self):
        assert sorted([*ad.__all__, "__version__"]) == sorted(dir(ad))
        assert len(set(ad.__all__)) == len(ad.__all__)

    @pytest.mark.parametrize("name", ad.__all__)
    def test_every_public_name_can_be_had(self, name):
        value = getattr(ad, name)
        home = ad._HOMES.get(name)
        if home:
            assert value is getattr(importlib.import_module(f"asean_digital.{home}"), name)

    @pytest.mark.parametrize("name", ["errors", "testing"])
    def test_a_module_of_the_face_is_fetched_when_it_is_asked_for(self, name, monkeypatch):
        monkeypatch.delattr(ad, name, raising=False)
        assert getattr(ad, name) is importlib.import_module(f"asean_digital.{name}")

    def test_a_name_that_does_not_exist_is_an_error(self):
        with pytest.raises(AttributeError, match="has no attribute 'meetingz'"):
            _ = ad.meetingz

    def test_type_checkers_and_users_see_the_same_names(self):
        tree = ast.parse(Path(ad.__file__).read_text(encoding="utf-8"))
        (guarded,) = [node for node in tree.body if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING"]
        seen = {
            alias.name: node.module
            for node in guarded.body
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
            if node.module != "asean_digital.sets" or alias.name in ad.__all__
        }
        seen |= {node.target.id: "" for node in guarded.body if isinstance(node, ast.AnnAssign)}
        # `testing` is reached as an attribute, but a star import must not ask for Hypothesis.
        assert sorted([*ad.__all__, "testing"]) == sorted(seen)
        for name, module in ad._HOMES.items():
            assert f"asean_digital.{module}" == seen[name]

    def test_every_kind_is_on_the_face(self):
        for kind, (module, name, plural) in KINDS.items():
            assert {name, plural} <= set(ad.__all__)
            cls = kind_class(kind)
            assert getattr(ad, name) is cls
            assert kind == cls.KIND
            assert f"asean_digital.model.{module}" == cls.__module__
            assert plural == next(plural for plural, of in ad._SETS.items() if of == kind)
        assert len(KINDS) == len(ad._SETS)

    def test_every_form_and_part_of_a_kind_is_on_the_face(self):
        for kind in KINDS:
            for _, spec, _ in fields(kind_class(kind)):
                for cls in spec.types:
                    if issubclass(cls, Term | Checked):
                        assert cls.__name__ in ad.__all__

    def test_the_version_is_one_everywhere(self):
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        assert project["version"] == ad.__version__
        cff = ROOT / "CITATION.cff"
        if cff.exists():
            assert re.search(r"^version: *['\"]?([^'\"\n]+)", cff.read_text(encoding="utf-8"), re.MULTILINE)[1].strip() == ad.__version__

    def test_the_testing_extra_is_there_and_named_alike(self):
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        assert "testing" in project["optional-dependencies"]


def classes():
    seen = {}

    def collect(cls):
        if cls not in seen:
            seen[cls] = None
            for _, spec, _ in fields(cls):
                for each in spec.types:
                    if issubclass(each, Checked):
                        collect(each)

    for kind in KINDS:
        collect(kind_class(kind))
    return sorted(seen, key=lambda cls: cls.__name__)


class TestModel:
    @pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)
    def test_annotations_agree_with_specs(self, cls):
        names = {kind_class(kind).__name__: kind_class(kind) for kind in KINDS} | {"Record": Record, "Until": PartialDate | Bound}
        namespace = {**vars(sys.modules[cls.__module__]), **names}
        for name, spec, optional in fields(cls):
            (owner,) = [base for base in cls.__mro__ if name in vars(base).get("__annotations__", {})][:1]
            hint = eval(vars(owner)["__annotations__"][name], vars(sys.modules[owner.__module__]) | namespace)  # noqa: S307
            if spec.types == (object,):
                assert hint is typing.Any
                continue
            parts = set(typing.get_args(hint)) if isinstance(hint, type(int | None)) or typing.get_origin(hint) is typing.Union else {hint}
            assert optional == (type(None) in parts)
            parts.discard(type(None))
            if spec.many:
                (whole,) = parts
                assert typing.get_origin(whole) is tuple
                item, ellipsis = typing.get_args(whole)
                assert ellipsis is Ellipsis
                parts = {item}
            if spec.types == (Ref,):
                (ref,) = parts
                assert typing.get_origin(ref) is Ref
                (target,) = typing.get_args(ref)
                kinds = {each.KIND for each in (typing.get_args(target) or (target,))}
                assert kinds == ({""} if spec.kinds == KINDS_ANY else set(spec.kinds))
            else:
                assert parts == set(spec.types)

    @pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)
    def test_defaults_are_none_false_or_empty(self, cls):
        for field in attrs.fields(cls):
            assert field.default in (attrs.NOTHING, None, False, ())
            assert field.kw_only

    @pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)
    def test_every_field_is_described_below_it(self, cls):
        for base in (cls, Record) if issubclass(cls, Record) else (cls,):
            body = ast.parse(inspect.getsource(base)).body[0].body
            for node, following in zip(body, [*body[1:], None], strict=True):
                if isinstance(node, ast.AnnAssign) and "ClassVar" not in ast.unparse(node.annotation):
                    assert isinstance(following, ast.Expr), f"{base.__name__}.{node.target.id} has no docstring"
                    assert isinstance(following.value.value, str)

    def test_values_are_frozen(self):
        for cls in (PartialDate, Period, Quantity, Ref):
            assert cls.__setattr__ is not object.__setattr__


class TestSource:
    def test_no_file_has_more_than_400_lines(self):
        assert [str(path) for path in MODULES if len(path.read_text(encoding="utf-8").splitlines()) > 400] == []

    @pytest.mark.parametrize("path", MODULES, ids=ids)
    def test_every_module_says_what_it_is(self, path):
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))

    @pytest.mark.parametrize("path", MODULES, ids=ids)
    def test_no_path_of_a_machine_is_named(self, path):
        assert not re.search(r"/(home|work|root|Users|tmp|var|opt)/", path.read_text(encoding="utf-8"))

    def test_module_names_shadow_no_standard_library(self):
        names = {path.stem for path in MODULES if path.stem not in {"__init__", "__main__"}} | {path.parent.name for path in MODULES}
        assert not names & set(sys.stdlib_module_names)

    @pytest.mark.parametrize("path", MODULES, ids=ids)
    def test_code_holds_no_record_of_the_data(self, path):
        # Answers come from records: in code, no id and no slug but that of ASEAN itself. Docstrings and comments may have examples.
        slugs = {
            item["slug"] for kind in KINDS for item in json.loads((PACKAGE / "data" / f"{kind}.json").read_text(encoding="utf-8"))[kind]
        }
        slugs = {slug for slug in slugs if "-" in slug or any(char.isdigit() for char in slug)}
        tree = ast.parse(path.read_text(encoding="utf-8"))
        described = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)}
        found = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in described:
                text = node.value
                if text.partition(":")[0] in KINDS and re.fullmatch(r"[a-z]+:[a-z0-9.-]+", text):
                    found.add(text)
                found |= {text} & slugs
        example = {"_checks.py", "_values.py"}  # ways out of errors, and what strategies draw
        assert found - {"party:asean"} == set() or path.name in example

    @pytest.mark.parametrize("path", MODULES, ids=ids)
    def test_no_coverage_is_waived(self, path):
        assert "pragma" not in path.read_text(encoding="utf-8")


def public():
    """Every public function and class of the face and of the testing module."""
    import asean_digital.testing

    for module, names in ((ad, ad.__all__), (asean_digital.testing, asean_digital.testing.__all__)):
        for name in names:
            value = getattr(module, name)
            if inspect.isfunction(value) or inspect.isclass(value):
                yield name, value


@pytest.mark.parametrize(("name", "value"), [pytest.param(name, value, id=name) for name, value in public()])
def test_every_public_name_has_a_docstring_with_an_example_or_attributes_alone(name, value):
    text = inspect.getdoc(value)
    assert text
    assert text[0].isupper()
    if ">>>" not in text:
        # Functions of one line over two values, rows of answers, vocabularies, parts: what they hold is described at each field.
        described = inspect.isclass(value) and (issubclass(value, Term | Checked | str) or attrs.has(value) or issubclass(value, Bound))
        assert described or name in {"possibly_before", "possibly_on", "possibly_same", "surely_before", "surely_on", "surely_same", "dump"}


class TestDeterminism:
    CODE = "import asean_digital as ad, sys; r = ad.load(); sys.stdout.buffer.write((ad.dumps(r) + ad.brief('meeting:adgmin-6', 'vi') + ad.card('meeting:adgmin-6') + ad.meetings._repr_html_() + repr(ad.facts('party:asean'))).encode())"

    def test_bytes_hang_on_neither_hash_seed_nor_locale_nor_time_zone(self):
        one = run("-c", self.CODE, PYTHONHASHSEED="1", LANG="C", LC_ALL="C", TZ="UTC")
        two = run("-c", self.CODE, PYTHONHASHSEED="4242", LANG="vi_VN.UTF-8", TZ="Asia/Ho_Chi_Minh")
        assert one == two
        assert len(one) > 10_000

    def test_the_command_line_writes_utf_8_in_a_c_locale(self):
        line = ("-m", "asean_digital", "brief", "meeting:adgmin-6", "--lang", "vi")
        one = run(*line, LANG="C", LC_ALL="C", PYTHONHASHSEED="7")
        two = run(*line, LANG="C.UTF-8", LC_ALL="C.UTF-8", PYTHONHASHSEED="8")
        assert one == two
        assert "Hội nghị" in one.decode("utf-8")

    def test_it_works_from_a_zip(self, tmp_path):
        target = tmp_path / "package.zip"
        with zipfile.ZipFile(target, "w") as archive:
            for path in sorted(PACKAGE.rglob("*")):
                if path.is_file() and path.suffix in {".py", ".json", ".typed"}:
                    archive.write(path, path.relative_to(SRC))
        code = "import asean_digital as ad; assert '.zip' in ad.__file__; print(ad.meetings['adgmin-6'].when, len(ad.load()), ad.load().data_version)"
        out = run("-c", code, PYTHONPATH=str(target))
        assert out.decode().split() == [str(ad.meetings["adgmin-6"].when), str(len(ad.load())), ad.load().data_version]


def test_every_module_can_be_imported_alone():
    names = [module.name for module in pkgutil.walk_packages(ad.__path__, "asean_digital.") if not module.name.endswith("__main__")]
    for name in names:
        assert importlib.import_module(name).__name__ == name
