"""Laws of plots over generated registries: every chart is valid, and nothing that answers is left out."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import asean_digital as ad
from asean_digital.exports._lineage import lineage
from asean_digital.testing import registries

HEAVY = settings(max_examples=max(5, settings().max_examples // 10), suppress_health_check=list(HealthCheck), deadline=None)


def data(chart, field):
    """Rows of the data of a chart; `to_dict` checks it against the schema of Vega-Lite."""
    return [row for rows in chart.to_dict()["datasets"].values() for row in rows if field in row]


@HEAVY
@given(registries(), st.sampled_from(("en", "vi")))
def test_a_timeline_shows_all_that_answers(registry, lang):
    found = data(ad.plot_timeline(lang=lang, registry=registry), "happens")
    rows = ad.timeline(lang=lang, registry=registry)
    places = {(row.target or row.record, row.when, row.happens, row.standing) for row in rows}
    assert len(found) == len(places)


@HEAVY
@given(registries(), st.sampled_from(("en", "vi")))
def test_a_lineage_shows_every_step(registry, lang):
    found = data(ad.plot_lineage(lang=lang, registry=registry), "earlier")
    assert len(found) == len(lineage(None, None, registry))


@HEAVY
@given(registries(), st.integers(2020, 2030), st.sampled_from(("en", "vi")))
def test_a_matrix_shows_every_cell(registry, year, lang):
    found = data(ad.plot_matrix(year, lang=lang, registry=registry), "answer")
    assert len(found) == len(ad.matrix(year, lang=lang, registry=registry))
