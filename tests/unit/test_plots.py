"""Plots follow the records: what the charts hold, how they are saved, and what a name can do in them."""

import importlib.util
import json
import re
import shutil
import subprocess
import sys

import altair as alt
import attrs
import pytest

import asean_digital as ad
from asean_digital.errors import FileProblem, InvalidQuery, MissingExtra
from asean_digital.exports import plots
from asean_digital.exports._drawing import fitted, wrapped
from asean_digital.exports._lineage import Step, lineage
from asean_digital.exports._time_axis import Axis, Stretch

CHROMIUM = shutil.which("chromium")


def rows(chart, field):
    """The data of the layers that have a field."""
    spec = chart.to_dict()
    return [row for data in spec["datasets"].values() for row in data if field in row]


def wording(text):
    return (ad.Wording(key="en", text=text, lang="en", status=ad.WordingStatus.OURS),)


def plan(slug, **fields):
    return ad.Plan(slug=slug, names=wording(fields.pop("name", f"Plan {slug}")), form=ad.PlanForm.WORK_PLAN, **fields)


def cited(*paths, expected=False):
    return (ad.Citation(source=ad.Ref("source:paper"), supports=paths, support=ad.Support.STATED, expected=expected),)


class TestTimeline:
    def test_every_happening_stands_in_a_row_of_its_record(self, registry):
        found = rows(ad.plot_timeline(registry=registry), "happens")
        texts = {text for row in found for text in row["what"].split("; ")}
        assert texts >= {row.text for row in ad.timeline(registry=registry)}
        assert {row["who"] for row in found} >= {"Meeting dm-3", "Plan adopted", "Guests"} - {"Guests"}

    def test_what_is_planned_is_hollow_and_a_coarse_date_is_a_stretch(self, registry):
        chart = ad.plot_timeline("2027", "2027", kinds="meeting", registry=registry)
        [planned] = [row for row in rows(chart, "happens") if row["who"] == "Meeting dm-4"]
        assert (planned["standing"], planned["ground"], planned["when"]) == ("expected", "#ffffff", "January 2027")
        [bar] = [row for row in rows(chart, "dates") if row["standing"] == "expected"]
        assert bar["dates"] == "known to the month or year"
        assert (bar["x2"] - bar["x"]) / 86_400_000 == 31
        layers = [layer["mark"] for layer in chart.to_dict()["layer"] if layer["mark"].get("strokeDash")]
        assert [mark["strokeDash"] for mark in layers] == [[3, 2]]

    def test_several_days_and_periods_are_bars(self, registry):
        bars = rows(ad.plot_timeline("2024-01-01", "2024-01-31", registry=registry), "dates")
        assert [(bar["x2"] - bar["x"]) / 86_400_000 for bar in bars] == [3]
        whole = rows(ad.plot_timeline("2026", "2031", kinds="plan", registry=registry), "dates")
        assert max((bar["x2"] - bar["x"]) / 86_400_000 for bar in whole) > 1800

    def test_a_period_that_ends_in_the_days_asked_for_is_drawn_as_it_stands(self):
        ends = {"period": ad.Period(ad.PartialDate(2020), ad.PartialDate(2026))}
        records = [
            *packaged_source(),
            plan("said", citations=cited("period"), **ends),
            plan("only", citations=cited("period", expected=True), **ends),
        ]
        registry = ad.Registry(records, as_of=ad.PartialDate(2026, 2, 2))
        bars = rows(ad.plot_timeline("2026", "2027", registry=registry), "dates")
        assert sorted(bar["standing"] for bar in bars) == ["announced, nothing seen since", "happened"]

    def test_an_act_says_its_verbs_before_it_where_there_is_no_room_behind(self, registry):
        found = rows(ad.plot_timeline("2000", "2026-01-16", kinds="plan", registry=registry), "happens")
        adopted = [row for row in found if row["who"] == "Plan adopted" and row["said"]]
        assert {"adopted"} <= {row["said"] for row in adopted}
        assert any(row["before"] for row in found)

    def test_it_changes_with_the_registry(self, registry):
        before = ad.plot_timeline(kinds="plan", registry=registry).to_json()
        period = ad.Period(ad.PartialDate(2026), ad.PartialDate(2027))
        own = plan("acme.new", name="A new plan", period=period, citations=cited("period"))
        after = ad.plot_timeline(kinds="plan", registry=registry.extended([own])).to_json()
        assert "A new plan" in after
        assert "A new plan" not in before

    def test_sources_stand_in_the_tooltip(self):
        [row] = [
            row
            for row in rows(ad.plot_timeline("2026-01-16", "2026-01-16", about="hanoi declaration"), "happens")
            if "adopted" in row["said"]
        ]
        assert re.search(r"\(.+ January 2026\)", row["sources"])

    def test_the_title_says_what_it_is_of(self, registry):
        for arguments, title in (
            ({"since": "2024", "until": "2024"}, "2024"),
            ({"since": "2024"}, "from 2024 on"),
            ({"until": "2024-05"}, "until May 2024"),
            ({"since": "2024", "until": "2026", "party": "south"}, "South, 2024 to 2026"),
            ({"about": "plan:adopted"}, "Plan adopted"),
        ):
            assert ad.plot_timeline(**arguments, registry=registry).title.text == [f"What happened, and what was announced: {title}"]
        assert ad.plot_timeline(registry=registry, lang="vi").title.text == ["Những gì đã diễn ra và đã được công bố"]

    def test_where_nothing_answers_it_says_so(self, registry):
        [row] = rows(ad.plot_timeline("1900", "1901", registry=registry, lang="vi"), "text")
        assert row["text"] == "Chưa ghi nhận nội dung nào phù hợp"


def packaged_source():
    return [ad.Source(slug="paper", names=wording("The Paper"), form=ad.SourceForm.NEWSPAPER, origin="unknown")]


class TestMatrix:
    def test_every_cell_has_the_mark_of_the_answer(self):
        answer = ad.matrix(2026)
        found = rows(ad.plot_matrix(2026), "answer")
        assert len(found) == len(answer)
        for cell, row in zip(answer, found, strict=True):
            assert row["answer"] == ("only a narrower topic named" if cell.narrower else cell.named.label("en"))
        spec = ad.plot_matrix(2026).to_dict()
        scale = spec["layer"][1]["encoding"]["shape"]["scale"]
        assert len(set(scale["range"])) == 4  # named and narrower are both circles, filled and not
        assert len(set(scale["domain"])) == 5

    def test_partners_known_best_stand_first_and_those_not_seen_last(self):
        spec = ad.plot_matrix(2026, lang="vi").to_dict()
        heads = spec["layer"][1]["encoding"]["x"]["sort"]
        found = {row["x"]: row["answer"] for row in rows(ad.plot_matrix(2026, lang="vi"), "answer")}
        assert found[heads[-1]] == "chưa thấy kế hoạch"
        assert found[heads[0]] != "chưa thấy kế hoạch"
        assert "Hàn Quốc" in heads

    def test_it_changes_with_the_registry_and_partners_of_one_name_stay_apart(self):
        topics = [ad.Topic(slug=slug, names=wording(slug)) for slug in ("one", "two")]
        item = ad.Item(key="a", form=ad.ItemForm.PRIORITY, words=wording("an area"), topics=(topics[0].ref,), citations=cited_part())
        parties = [ad.Party(slug=slug, names=wording("Namesake"), form=ad.PartyForm.STATE) for slug in ("left", "right")]
        period = ad.Period(ad.PartialDate(2026), ad.PartialDate(2026))
        work = plan(
            "w", period=period, partners=(parties[0].ref,), priorities=(item,), citations=cited("period", f"partners/{parties[0].id}")
        )
        partners = [
            ad.Partnership(slug=party.slug, names=wording(f"With {party.slug}"), partner=party.ref, citations=cited("partner"))
            for party in parties
        ]
        registry = ad.Registry([*packaged_source(), *topics, *parties, work, *partners])
        chart = ad.plot_matrix(2026, ["topic:one", "topic:two"], registry=registry)
        found = {(row["x"], row["y"]): row["answer"] for row in rows(chart, "answer")}
        assert found == {
            ("Namesake (left)", "one"): "named",
            ("Namesake (right)", "one"): "no plan seen",
            ("Namesake (left)", "two"): "plan seen, not all of its areas",
            ("Namesake (right)", "two"): "no plan seen",
        }
        assert next(row["sources"] for row in rows(chart, "answer")) == "The Paper"

    def test_where_nothing_is_named_it_says_so(self, registry):
        [row] = rows(ad.plot_matrix(1990, registry=registry), "text")
        assert row["text"] == "Nothing that answers is recorded"


def cited_part():
    return (ad.Citation(source=ad.Ref("source:paper"), support=ad.Support.STATED),)


class TestLineage:
    def test_every_step_is_an_arrow_with_its_source(self):
        steps = lineage(None, None, ad.load())
        arrows = rows(ad.plot_lineage(), "earlier")
        assert len(arrows) == len(steps)
        assert Step("supersedes", ad.Ref("plan:adm-2025"), ad.Ref("plan:adm-2030")) in steps
        assert all(row["sources"] != "none" for row in arrows)

    def test_a_document_is_drawn_with_what_it_goes_back_to_and_what_goes_back_to_it(self):
        steps = lineage("ADM 2025", None, ad.load())
        assert {str(step.earlier) for step in steps} >= {"plan:aim-2015", "plan:aim-2020", "plan:adm-2025", "plan:adm-2030"}
        assert not any("vision-2045" in str(step.earlier) for step in steps)  # that is a line of its successor, not its own

    def test_a_topic_is_drawn_with_the_documents_on_it(self):
        assert {step.relation for step in lineage("AI", ["guide"], ad.load())} == {"updates"}
        texts = [row.get("text") for row in rows(ad.plot_lineage("AI", "guide"), "x")]
        assert "date not known" not in texts

    def test_documents_that_follow_each_other_stand_in_the_order_of_time(self):
        boxes = {row["document"]: row for row in rows(ad.plot_lineage("ADM 2030"), "document")}
        chain = [
            boxes[name]["x"] for name in ("ASEAN ICT Masterplan 2015", "ASEAN Digital Masterplan 2025", "ASEAN Digital Masterplan 2030")
        ]
        assert chain == sorted(chain)

    def test_dates_are_told_apart(self):
        records = [
            plan("a"),
            plan("b", period=ad.Period(ad.PartialDate(2020), ad.PartialDate(2020)), supersedes=ad.Ref("plan:a"), citations=cited("period", "supersedes")),
            plan("c", period=ad.Period(ad.PartialDate(2021), ad.OPEN), supersedes=ad.Ref("plan:b"), citations=(*cited("period", expected=True), *cited("supersedes"))),
        ]  # fmt: skip
        registry = ad.Registry([*packaged_source(), *records])
        found = {row["document"]: row["sort"] for row in rows(ad.plot_lineage(registry=registry), "sort")}
        assert found == {"Plan a": "date not known", "Plan b": "period of a plan", "Plan c": "only announced"}
        none = ad.Registry([*packaged_source(), records[0], attrs.evolve(records[1], period=None, citations=cited("supersedes"))])
        chart = ad.plot_lineage(registry=none)
        assert {row["sort"] for row in rows(chart, "sort")} == {"date not known"}
        assert {layer["encoding"]["x"]["axis"] for layer in chart.to_dict()["layer"]} == {None}

    def test_lines_that_mean_different_things_do_not_run_on_each_other(self):
        lines = {}
        for row in rows(ad.plot_lineage("ADM 2030"), "line"):
            lines.setdefault(row["line"], []).append(row)
        turns = {}
        for line in lines.values():
            turns.setdefault((line[1]["x"], line[0]["y"]), set()).add(line[0]["relation"])
        assert all(len(relations) == 1 for relations in turns.values())

    def test_what_is_no_document_has_none(self):
        with pytest.raises(InvalidQuery, match=r"a lineage is that of a document .* not of party:japan"):
            ad.plot_lineage("party:japan")

    def test_where_nothing_answers_it_says_so(self, registry):
        [row] = rows(ad.plot_lineage(registry=registry), "text")
        assert row["text"] == "Nothing that answers is recorded"


class TestAxis:
    @pytest.mark.parametrize(
        ("first", "last", "told", "most"),
        [((2026, 1, 1), (2026, 1, 10), "day", 16), ((2026, 1, 1), (2026, 1, 28), "day", 16), ((2026, 1, 1), (2026, 2, 9), "day", 16),
         ((2026, 1, 1), (2026, 12, 31), "month", 14), ((2025, 1, 1), (2027, 12, 31), "month", 14), ((2000, 1, 1), (2030, 1, 1), "year", 14),
         ((9999, 1, 1), (9999, 12, 31), "month", 14), ((1, 1, 1), (9999, 12, 31), "year", 14)],
    )  # fmt: skip
    def test_it_is_labelled_in_days_months_or_years(self, first, last, told, most):
        axis = Axis.of(
            [Stretch(ad.PartialDate(*first).earliest.toordinal(), ad.PartialDate(*last).earliest.toordinal() + 1, coarse=False)],
            None,
            None,
            700,
        )
        ticks, found = axis.ticks()
        assert (found, 1 < len(ticks) <= most) == (told, True)
        assert all(axis.first <= day <= axis.last for day in ticks)

    def test_places_and_days_are_each_other_s_reverse(self):
        axis = Axis.of([Stretch(1000, 1200, coarse=False)], None, None, 700)
        assert axis.day(axis.x(1100)) == pytest.approx(1100)
        assert axis.within(5) == axis.first


def test_texts_are_cut_at_words_and_at_last_inside_them():
    assert wrapped("one two three", 45) == ["one two", "three"]
    assert "".join(wrapped("x" * 100, 60)) == "x" * 100
    assert wrapped("", 60) == [""]
    assert fitted("one two three four five six", 45, most=2)[1].endswith("…")


@pytest.fixture(scope="module")
def chart():
    return ad.plot_matrix(2026, ["AI"], lang="vi")


class TestSaving:
    def test_pictures(self, chart, tmp_path):
        png = ad.save_plot(chart, tmp_path / "a.png").read_bytes()
        assert png.startswith(b"\x89PNG")
        svg = ad.save_plot(chart, str(tmp_path / "a.SVG")).read_text(encoding="utf-8")
        assert svg.startswith("<svg")
        assert "Trí tuệ nhân tạo" in svg
        assert svg == ad.save_plot(chart, tmp_path / "b.svg").read_text(encoding="utf-8")

    def test_another_ending_is_refused(self, chart, tmp_path):
        with pytest.raises(InvalidQuery, match=r"saved as \.html, \.png, \.svg, not 'a\.gif'"):
            ad.save_plot(chart, tmp_path / "a.gif")

    def test_a_place_that_cannot_be_written(self, chart, tmp_path):
        with pytest.raises(FileProblem, match="cannot be written: No such file"):
            ad.save_plot(chart, tmp_path / "none" / "a.svg")

    @pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
    def test_a_page_opens_in_a_browser_without_a_network_whatever_the_names(self, tmp_path):
        evil = "</script><script>document.title='taken'</script><b>&amp;\"'"
        records = [
            *packaged_source(),
            plan("a", name=evil, period=ad.Period(ad.PartialDate(2020), ad.PartialDate(2021)), citations=cited("period")),
            plan("b", supersedes=ad.Ref("plan:a"), citations=cited("supersedes")),
        ]
        registry = ad.Registry(records)
        page = ad.save_plot(ad.plot_lineage("plan:a", registry=registry), tmp_path / "a.html")
        assert page.read_text(encoding="utf-8").count("</script") == 2
        arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND"]
        arguments += [f"--user-data-dir={tmp_path / 'profile'}", "--enable-logging=stderr", "--virtual-time-budget=4000", "--dump-dom"]
        done = subprocess.run([CHROMIUM, *arguments, page.as_uri()], capture_output=True, check=True, timeout=120)
        assert "CONSOLE" not in done.stderr.decode(errors="replace")
        dom = done.stdout.decode()
        assert "role-frame root" in dom
        assert "<title>taken" not in dom

    def test_a_chart_of_another_maker_is_saved_too(self, tmp_path):
        chart = alt.Chart(alt.InlineData(values=[{"a": 1}])).mark_point().encode(x="a:Q")
        assert "<title></title>" in ad.save_plot(chart, tmp_path / "a.html").read_text(encoding="utf-8")
        assert "<title>Mine</title>" in ad.save_plot(chart.properties(title="Mine"), tmp_path / "b.html").read_text(encoding="utf-8")


class TestWithoutTheLibraries:
    @pytest.mark.parametrize(
        "call",
        [ad.plot_timeline, lambda: ad.plot_matrix(2026), ad.plot_lineage, lambda: ad.save_plot(None, "a.png")],
    )
    def test_the_error_names_the_command(self, call, monkeypatch):
        monkeypatch.setitem(sys.modules, "altair", None)
        with pytest.raises(MissingExtra, match=r"needs altair; install it with: pip install 'asean-digital\[plots\]'"):
            call()

    def test_so_does_that_of_vl_convert(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "vl_convert", None)
        with pytest.raises(MissingExtra, match=r"needs vl-convert-python; install it with: pip install 'asean-digital\[plots\]'"):
            ad.save_plot(None, "a.svg")

    def test_the_module_itself_needs_none_of_them(self):
        code = "import sys; sys.modules['altair'] = sys.modules['vl_convert'] = None; import asean_digital.exports.plots, asean_digital.exports.saving"
        assert importlib.util.find_spec("altair")
        subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("draw", [plots.plot_timeline, plots.plot_lineage, lambda **kw: plots.plot_matrix(2026, **kw)])
def test_the_same_bytes_each_time(draw, lang, registry):
    first, again = (json.dumps(draw(lang=lang).to_dict()) for _ in range(2))
    assert first == again


def test_another_language_is_refused():
    with pytest.raises(InvalidQuery, match="lang must be"):
        ad.plot_lineage(lang="fr")
