"""A small registry, written by hand, in which every case of the questions occurs."""

import json

import pytest

import asean_digital as ad

STATED = [{"source": "source:paper", "support": "stated"}]
ANNOUNCED = [{"source": "source:paper", "support": "stated", "expected": True}]


def names(en, *more):
    return [
        {"key": "en", "text": en, "lang": "en", "status": "ours"},
        *({"key": f"en-{number}", "text": text, "lang": "en", "status": "ours"} for number, text in enumerate(more)),
    ]


def cites(*paths):
    return [{"source": "source:paper", "supports": list(paths), "support": "stated"}] if paths else []


def part(key, **fields):
    return {"key": key, **fields, "citations": fields.get("citations", STATED)}


def act(key, verb, target=None, citations=STATED, **fields):
    return {"key": key, "verb": verb, **({"target": target} if target else {}), **fields, "citations": citations}


def meeting(slug, ordinal=None, when=None, status="held", **fields):
    own = {"ordinal": ordinal, "when": when, "status": status}
    own = {name: value for name, value in own.items() if value is not None}
    return {
        "slug": slug,
        "names": names(f"Meeting {slug}"),
        "form": "ministers",
        "series": "series:digital",
        **own,
        **fields,
        "citations": cites(*own, *(name for name in ("when_overall", "country") if name in fields)),
    }


def without_series(record):
    return {name: value for name, value in record.items() if name != "series"}


DOCUMENT = {
    "format": 1,
    "topic": [{"slug": "ai", "names": names("Artificial intelligence")}],
    "source": [
        {"slug": "paper", "names": names("The Paper"), "form": "newspaper", "origin": "unknown", "published": "2026-02-01"},
        {"slug": "office", "names": names("The Office"), "form": "official_asean", "origin": "office-1"},
    ],
    "party": [
        {
            "slug": "asean",
            "names": names("ASEAN"),
            "form": "regional_organisation",
        },
        {
            "slug": "north",
            "names": names("North", "Phương Bắc", "Shared"),
            "form": "state",
            "alpha2": "NN",
            "memberships": [part("member", organisation="party:asean", role="member", since="2000", until="..")],
            "citations": cites("alpha2"),
        },
        {
            "slug": "south",
            "names": names("South", "Shared"),
            "form": "state",
            "former_slugs": ["old-south"],
            "memberships": [
                part("observer", organisation="party:asean", role="observer", since="2020", until="2025-10-26"),
                part("member", organisation="party:asean", role="member", since="2025-10-26", until=".."),
            ],
        },
        {"slug": "japan", "names": names("Japan"), "form": "state"},
    ],
    "partnership": [{"slug": "japan", "names": names("ASEAN-Japan"), "partner": "party:japan", "citations": cites("partner")}],
    "person": [{"slug": "minister", "names": names("A Minister"), "offices": [part("minister", party="party:north")]}],
    "series": [{"slug": "digital", "names": names("Digital meetings", "DM"), "level": "ministerial"}],
    "body": [
        {
            "slug": "group",
            "names": names("A Group"),
            "form": "working_group",
            "since": "2021",
            "until": "2024-05",
            "acts": [act("noted", "noted", "plan:noted")],
            "citations": cites("since", "until"),
        }
    ],
    "declaration": [{"slug": "hope", "names": names("Declaration of hope"), "form": "declaration"}],
    "plan": [
        {"slug": slug, "names": names(f"Plan {slug}"), "form": "work_plan", "period": period, "citations": cites("period")}
        for slug, period in (
            ("adopted", "2026/2030"),
            ("later", "2026/2030"),
            ("noted", "2026/2027"),
            ("unheard", "2026/"),
            ("vague", "2026/.."),
            ("past", "2020/2021"),
        )
    ]
    + [{"slug": "timeless", "names": names("Plan timeless"), "form": "roadmap"}],
    "statistic": [
        {
            "slug": "guests",
            "names": names("Guests"),
            "about": "meeting:dm-3",
            "quantity": {"amount": "300", "unit": "count", "bound": "about"},
            "nature": "count",
            "citations": [
                {"source": "source:paper", "supports": ["quantity"], "support": "stated", "expected": True},
                *cites("about", "nature"),
            ],
        }
    ],
    "meeting": [
        meeting("dm-1", 1, "2024-01-10/2024-01-12", roles=[part("chair", role="chair", party="party:north", person="person:minister")]),
        meeting(
            "dm-2",
            2,
            "2025-01",
            roles=[
                part("a", role="chair", party="party:north"),
                part("b", role="chair", party="party:south"),
                part("h", role="host", party="party:south"),
            ],
        ),
        meeting(
            "dm-3",
            3,
            "2026-01-15/2026-01-16",
            when_overall="2026-01-12/2026-01-16",
            roles=[part("chair", role="chair", party="party:south")],
            outcomes=[
                act("adopted", "adopted", "plan:adopted", on="2026-01-16"),
                act("welcomed", "welcomed", "plan:adopted"),
                act("later", "adopted", "plan:later", citations=ANNOUNCED),
                act("vague", "adopted", "plan:vague"),
            ],
        ),
        meeting("dm-4", 4, "2027-01", "planned"),
        without_series(meeting("undated", None, None, outcomes=[act("vague", "welcomed", "plan:vague")])),
        meeting("cancelled", 5, "2027-06-01", "cancelled"),
    ],
}


@pytest.fixture(scope="session")
def document():
    return json.dumps(DOCUMENT)


@pytest.fixture(scope="session")
def registry(document):
    loaded = ad.loads(document)
    return ad.Registry(tuple(loaded), data_version="2026.2.2", as_of=ad.PartialDate(2026, 2, 2))
