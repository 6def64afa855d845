"""Draws the pictures of the how-to page on plots, at every build, so that they are never stale."""

from pathlib import Path

import asean_digital as ad

FOLDER = Path(__file__).resolve().parent / "pictures"


def draw_pictures() -> None:
    """Draw them all."""
    FOLDER.mkdir(exist_ok=True)
    for name, chart in (
        ("timeline-adgmin", ad.plot_timeline(about="adgmin")),
        ("matrix-2026", ad.plot_matrix(2026)),
        ("lineage-adm-2030-vi", ad.plot_lineage("ADM 2030", lang="vi")),
    ):
        ad.save_plot(chart, FOLDER / f"{name}.svg")
