"""The command line over a small registry in place of the packaged one."""

import io
import json
import runpy
import sys

import pytest

from asean_digital import __version__, cli, load
from asean_digital.errors import FileProblem

WHOLE = load()


@pytest.fixture(autouse=True)
def packaged(monkeypatch, registry):
    import asean_digital.dataset
    import asean_digital.queries._registry

    monkeypatch.setattr(asean_digital.dataset, "packaged", lambda: registry)
    monkeypatch.setattr(asean_digital.queries._registry, "packaged", lambda: registry)


@pytest.fixture
def call(capsys):
    def run(*arguments):
        code = cli.main(list(map(str, arguments)))
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def own(tmp_path):
    def write(text, name="own.json"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


TOPIC = '{"slug": "acme.edge", "names": [{"key": "en", "text": "Edge", "lang": "en", "status": "ours"}]}'


def test_version_and_help(call):
    code, out, _ = call("--version")
    assert code == 0
    assert out.startswith(f"asean-digital {__version__}, data ")
    code, out, _ = call()
    assert code == 2
    assert "COMMAND" in out
    with pytest.raises(SystemExit) as caught:
        call("nonsense")
    assert caught.value.code == 2


def test_find_prints_the_record_and_its_names(call):
    code, out, err = call("find", "phuong bac")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "party:north  North"
    assert "Phương Bắc" in out
    code, out, _ = call("find", "japan", "--kind", "partnership", "--json")
    assert code == 0
    assert json.loads(out)["id"] == "partnership:japan"


def test_search_prints_hits_and_which_name_and_why(call):
    assert call("search", "phuong", "bac") == (
        0,
        "party:north  North\n  the name but for case, marks and dashes: Phương Bắc\n",
        "",
    )
    code, out, _ = call("search", "meeting", "--kind", "meeting", "--kind", "plan", "--limit", "2", "--json")
    assert code == 0
    assert [hit["record"].partition(":")[0] for hit in json.loads(out)] == ["meeting", "meeting"]
    assert "the last one begun\n" in call("search", "artificial intel", "--prefix")[1]


def test_search_that_finds_nothing_is_one_and_offers_near_names(call):
    code, out, err = call("search", "declaring our hopes")
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "asean-digital: no name is like 'declaring our hopes'",
        "  near: declaration:hope  Declaration of hope",
    ]
    assert call("search", "zzz", "--json")[:2] == (1, "[]\n")
    code, out, err = call("search", "?")
    assert (code, out) == (2, "")
    assert "query must be text with a letter or number" in err


def test_an_ambiguous_name_prints_lines_to_type_instead(call):
    code, out, err = call("find", "shared")
    assert (code, out) == (2, "")
    assert err.splitlines()[1:] == ["  asean-digital find party:north", "  asean-digital find party:south"]


def test_a_miss_and_a_bad_argument_are_two(call):
    for arguments, said in (
        (("find", "Meeting dm-33"), "near: "),
        (("find", "x", "--kind", "event"), "kind must be"),
        (("brief", ""), "a name must be"),
    ):
        code, out, err = call(*arguments)
        assert (code, out) == (2, "")
        assert err.startswith("asean-digital: ")
        assert said in err


def test_brief_prints_a_page_or_the_record(call):
    code, out, err = call("brief", "dm-3", "--lang", "vi")
    assert (code, err) == (0, "")
    assert out.startswith("# Meeting dm-3")
    assert "[^1]" in out
    code, out, _ = call("brief", "dm-3", "--json")
    assert code == 0
    assert json.loads(out)["when"] == "2026-01-15/2026-01-16"


def test_validate(call, own):
    sound = own(f'{{"format": 1, "topic": [{TOPIC}]}}')
    assert call("validate", sound) == (0, f"{sound}: no problem found\n", "")
    code, out, err = call("validate", own('{"format": 1, "topic": [{"slug": "Edge"}]}'))
    assert code == 1
    assert [line.split(": ")[0] for line in out.splitlines()] == ["own.json", "own.json"]
    assert err == "2 problem(s)\n"
    code, out, _ = call("validate", own('{"format": 1, "topic": [{"slug": "Edge"}]}'), "--json")
    assert code == 1
    assert {problem["path"] for problem in json.loads(out)} == {"names", "slug"}
    refers = own(f'{{"format": 1, "topic": [{TOPIC[:-1]}, "broader": "topic:ai"}}]}}')
    assert call("validate", refers)[0] == 0
    assert call("validate", refers, "--alone")[0] == 1


@pytest.mark.parametrize("command", ["validate", "fmt"])
def test_a_file_that_is_missing_or_not_utf_8_is_two(call, own, tmp_path, command):
    code, _, err = call(command, tmp_path / "nowhere.json")
    assert code == 2
    assert "cannot be read" in err
    code, _, err = call(command, own(b'{"format": 1, "x": "\xff"}'))
    assert code == 2
    assert "not UTF-8 at byte" in err
    assert call(command, tmp_path)[0] == 2


def test_fmt_writes_the_canonical_form_once(call, own):
    path = own(f'{{"topic": [{TOPIC}], "format": 1}}')
    before = path.read_bytes()
    assert call("fmt", "--check", path) == (1, f"{path}: is not canonical\n", "")
    assert path.read_bytes() == before
    assert call("fmt", path) == (0, f"{path}: rewritten\n", "")
    assert path.read_bytes() != before
    assert call("fmt", path) == call("fmt", "--check", path) == (0, "", "")
    assert [each.name for each in path.parent.iterdir()] == ["own.json"]


def test_fmt_touches_no_broken_file(call, own):
    path = own('{"format": 1, "topic": [{"slug": "Edge"}]}')
    before = path.read_bytes()
    code, out, err = call("fmt", path)
    assert code == 1
    assert "slug" in out
    assert "2 problem(s)" in err
    assert path.read_bytes() == before
    assert call("fmt", own(f'{{"format": 1, "topic": [{TOPIC}, {TOPIC}]}}'))[0] == 1


def test_uncited(call, own):
    code, out, err = call("uncited", "paper", own("An unknown ABCD of 1999.\n", "paper.txt"))
    assert code == 1
    assert out.splitlines()[0] == "paper:1: acronym 'ABCD': no anchor of a citation of this line holds it"
    assert err == "3 piece(s) that no citation reaches\n"
    code, out, _ = call("uncited", "paper", own("An unknown ABCD of 1999.\n", "paper.txt"), "--json")
    assert code == 1
    assert json.loads(out)[0]["text"] == "ABCD"
    assert call("uncited", "paper", own("\n", "paper.txt"))[0] == 0


def test_a_pipe_that_closes_is_no_error(monkeypatch):
    class Closed(io.StringIO):
        def write(self, _):
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", Closed())
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert cli.main(["find", "dm-3"]) == 0


def test_python_m_runs_it(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["asean-digital", "find", "dm-3"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("asean_digital", run_name="__main__", alter_sys=False)
    assert caught.value.code == 0
    assert "meeting:dm-3" in capsys.readouterr().out


def test_an_error_of_the_library_is_two_and_no_traceback(call, monkeypatch):
    import asean_digital.queries.finding

    def fail(*_):
        msg = "the packaged file is missing"
        raise FileProblem(msg)

    monkeypatch.setattr(asean_digital.queries.finding, "find", fail)
    assert call("find", "x") == (2, "", "asean-digital: the packaged file is missing\n")


def test_timeline_prints_a_line_a_happening_and_marks_what_is_not_known_to_have_happened(call):
    code, out, err = call("timeline", "--since", "2026-01-15", "--kind", "meeting", "--kind", "plan", "--until", "2027")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "15-16 January 2026  Meeting dm-3"
    assert "16 January 2026     adopted: Plan adopted (Meeting dm-3)" in lines
    assert "15-16 January 2026  [announced, nothing seen since] adopted: Plan later (Meeting dm-3)" in lines
    assert "January 2027        [expected] Meeting dm-4" in lines
    assert "1 June 2027         [cancelled] Meeting cancelled" in lines


def test_timeline_leaves_out_what_was_announced_and_marks_what_is_not_certain(call):
    code, out, _ = call("timeline", "--since", "2025-01-20", "--until", "2025-12-31", "--no-expected", "--about", "digital meetings")
    assert (code, out) == (0, "January 2025  [not certain] Meeting dm-2\n")
    code, out, _ = call("timeline", "--since", "2025-01-20", "--until", "2025-01-20", "--lang", "vi", "--party", "south")
    assert (code, out) == (0, "tháng 1/2025  [chưa chắc] Meeting dm-2\n")


def test_timeline_as_json(call):
    code, out, _ = call("timeline", "--since", "2027-01", "--until", "2027-01", "--json")
    (row,) = json.loads(out)
    assert code == 0
    assert row["record"] == "meeting:dm-4"
    assert row["when"] == "2027-01"
    assert row["standing"] == "expected"


def test_timeline_says_why_nothing_is_there_and_what_is_wrong_with_a_question(call):
    code, out, err = call("timeline", "--until", "1900")
    assert (code, out, err) == (0, "", "nothing dated until 1900 that answers is recorded\n")
    for bad in (
        ["--since", "16/1/2026"],
        ["--since", "2027", "--until", "2026"],
        ["--kind", "meting"],
        ["--party", "nobody"],
        ["--about", ""],
    ):
        code, out, err = call("timeline", *bad)
        assert (code, out) == (2, "")
        assert err.startswith("asean-digital: ")


def test_timeline_lists_the_records_of_a_name_that_several_bear(call):
    code, out, err = call("timeline", "--party", "Shared")
    assert (code, out) == (2, "")
    assert err.splitlines() == ["'Shared' names 2 records; choose one of:", "  party:north", "  party:south"]


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_mentions_line_by_line(call, tmp_path):
    file = tmp_path / "text.txt"
    file.write_bytes(b"Nothing.\r\nThe North\nand  Shared; North")
    code, out, err = call("mentions", file)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        f"{file}:2:5: North  party:north",
        f"{file}:3:6: Shared  one of party:north, party:south",
        f"{file}:3:14: North  party:north",
    ]


def test_mentions_as_json_with_offsets_into_the_file_as_it_is(call, tmp_path):
    file = tmp_path / "text.txt"
    file.write_bytes(b"\r\nNorth")
    code, out, _ = call("mentions", file, "--json", "--kind", "party")
    assert code == 0
    assert json.loads(out) == [
        {"file": str(file), "start": 2, "end": 7, "text": "North", "ref": "party:north", "kind": "party", "candidates": []}
    ]
    assert call("mentions", file, "--kind", "plan")[:2] == (0, "")


def test_mentions_of_standard_input(call, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"North")))
    assert call("mentions", "-") == (0, "-:1:1: North  party:north\n", "")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"ab\xff")))
    assert call("mentions", "-") == (2, "", "asean-digital: standard input is not UTF-8 at byte 2; convert it first\n")


def test_mentions_of_what_cannot_be_read_or_asked(call, tmp_path):
    assert call("mentions", tmp_path / "none")[0] == 2
    (tmp_path / "text").write_text("North", encoding="utf-8")
    code, _, err = call("mentions", tmp_path / "text", "--kind", "country")
    assert code == 2
    assert "kinds must be of" in err


def test_progress_over_several_files_on_a_terminal_alone(call, tmp_path, monkeypatch):
    files = [tmp_path / name for name in ("a", "b")]
    for file in files:
        file.write_text("North", encoding="utf-8")
    assert call("mentions", *files)[2] == ""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    call("mentions", *files)
    assert terminal.getvalue() == "".join(f"\r{number}/2 {file}\x1b[K\r\x1b[K" for number, file in enumerate(files, 1))
    terminal.truncate(0)
    call("mentions", files[0])
    assert terminal.getvalue() == ""


class TestCheck:
    TEXT = "A note.\nADGMIN 6 was held in Bangkok on 15-16 January 2026.\nIt opened; ADGMIN 6 opened on 12 January 2026.\n"

    @pytest.fixture(autouse=True)
    def whole(self, monkeypatch):
        import asean_digital.dataset

        monkeypatch.setattr(asean_digital.dataset, "packaged", lambda: WHOLE)
        monkeypatch.setattr(asean_digital.queries._registry, "packaged", lambda: WHOLE)

    def test_each_claim_has_its_place_its_verdict_and_the_pages_that_say_so(self, call, own):
        file = own(self.TEXT, "note.txt")
        code, out, err = call("check", file)
        assert code == 1
        assert f"{file}:2:22: Bangkok  [the record holds another value]\n  meeting:adgmin-6 city/en: Hanoi (two origins or more)\n" in out
        assert f"{file}:2:33: 15-16 January 2026  [agrees]\n" in out
        assert "  other reading: Một Thế Giới: https://" in out
        assert "https://" in out
        assert "1 agrees" in err

    def test_vietnamese_answers_and_a_year(self, call, own):
        file = own("ADGMIN 6 khai mạc ngày 12/1. ADGMIN 6 diễn ra trong tháng 1.", "note.txt")
        code, out, _ = call("check", file, "--lang", "vi", "--year", "2026")
        assert code == 1
        assert "ngày 12/1  [khác giá trị đã ghi]" in out
        assert "  cách nêu khác: Một Thế Giới: https://" in out
        assert "rộng hơn giá trị đã ghi" in out

    def test_json_has_the_offsets(self, call, own):
        code, out, _ = call("check", own("ADGMIN 6 was held on 15 and 16 January 2026.", "note.txt"), "--json")
        (row,) = json.loads(out)
        assert (code, row["start"], row["end"], row["verdict"], row["said"]) == (0, 21, 43, "agrees", "2026-01-15/2026-01-16")

    def test_what_is_not_checked_says_why_and_nothing_is_said_of_nothing(self, call, own):
        code, out, _ = call("check", own("ADGMIN 6 was held on 15 January.", "note.txt"))
        assert code == 0
        assert "[not checked]\n  meeting:adgmin-6\n" in out
        assert "year" in out
        code, out, _ = call(
            "check", own("The Singapore Declaration was adopted on 5 February.", "note.txt")
        )  # there are several of the name
        assert code == 0
        assert "5 February  [not checked]\n  no year is said; give it as year=\n" in out
        code, out, err = call("check", own("Nothing.", "note.txt"))
        assert (code, out, err) == (0, "", "no claim found\n")
