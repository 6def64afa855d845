"""The built docs on a loopback address, and Debian's Chromium to look at them.

Where Chromium is missing these tests are skipped, or fail if the variable ASEAN_DIGITAL_BROWSER is "required", as in CI.
ASEAN_DIGITAL_DOCS names a folder of docs that are built already; without it they are built here.
"""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import asean_digital as ad

ROOT = Path(__file__).parents[2]
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The folder of the built docs."""
    built = os.environ.get("ASEAN_DIGITAL_DOCS")
    if built:
        assert (ROOT / built / "index.html").is_file(), f"ASEAN_DIGITAL_DOCS={built!r} holds no built docs"
        return ROOT / built
    target = tmp_path_factory.mktemp("docs")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    environment["PYTHONPATH"] = str(Path(ad.__file__).parents[1])
    command = [sys.executable, "-m", "sphinx", "-q", "-n", "-W", "--keep-going", "-d", str(target / "trees"), "docs", str(target / "html")]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return target / "html"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments):
        pass


@pytest.fixture(scope="session")
def address(site):
    """Where the docs are served."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser():
    path = shutil.which("chromium")
    if path is None:
        if os.environ.get("ASEAN_DIGITAL_BROWSER") == "required":
            pytest.fail("chromium is required here and is not installed: apt-get install chromium")
        pytest.skip("needs Debian's chromium: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield started
        started.close()


def _left_behind(asked):
    """Whether a request ended because the page was left."""
    return "ERR_ABORTED" in (asked.failure or "")


@pytest.fixture
def opened(browser, address):
    """A function that opens a page of the docs; at the end no page may have complained or asked for anything outside."""
    complaints = []
    contexts = []

    def opens(path, *, width=1280, scheme="light"):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith((address, "data:")) else complaints.append(f"asks for {asked.url}"))
        page.on("requestfailed", lambda asked: None if _left_behind(asked) else complaints.append(f"did not get {asked.url}"))
        page.on("response", lambda got: complaints.append(f"{got.status} {got.url}") if got.status >= 400 else None)
        page.goto(address + path if path is not None else "about:blank")
        return page

    yield opens
    for context in contexts:
        context.close()
    assert complaints == []
