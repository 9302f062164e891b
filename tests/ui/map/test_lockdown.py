"""The page cannot leave, load, open, keep or run anything but ours."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import QWebEngineProfile, QWebEngineSettings

from commandcenter.ui.map.scheme import INDEX

from .driver import Driver

_ASK = "(window.{name} = 'pending', {promise}.then(v => window.{name} = v, e => window.{name} = 'refused'), 1)"


def outcome(driver: Driver, name: str, promise: str) -> object:
    """What a promise of the page came to: its value, or `refused`."""
    driver.run(_ASK.format(name=name, promise=promise))
    driver.wait(lambda: driver.run(f"window.{name}") != "pending")
    return driver.run(f"window.{name}")


@pytest.mark.parametrize(
    "address", ["https://example.org/", "http://127.0.0.1:9/", "file:///etc/passwd", "data:text/html,x", "cc://other/index.html", "chrome://version/"]
)
def test_it_goes_nowhere_else(driver: Driver, address: str) -> None:
    finished: list[bool] = []
    driver.view.browser.page.loadFinished.connect(finished.append)
    driver.view.browser.page.load(QUrl(address))
    driver.run(f"(location.href = {address!r}, 1)")
    driver.run("1")
    assert driver.run("location.href") == INDEX
    assert driver.view.browser.page.url() == QUrl(INDEX)
    assert True not in finished


@pytest.mark.parametrize(
    "address", ["https://example.org/x.json", "http://127.0.0.1:9/", "file:///etc/passwd", "data:text/plain,x", "cc://other/symbols.json"]
)
def test_it_fetches_nothing_from_elsewhere(driver: Driver, address: str) -> None:
    assert outcome(driver, "fetched", f"fetch({address!r}).then(r => r.text())") == "refused"


def test_it_fetches_our_own(driver: Driver) -> None:
    assert outcome(driver, "own", "fetch('symbols.json').then(r => r.status)") == 200


@pytest.mark.parametrize("path", ["secret.txt", "map/../map/main.js.map", "tiles/dark/en/99/0/0@2x.png", "live/1?x=1"])
def test_what_is_not_served_is_refused(driver: Driver, path: str) -> None:
    assert outcome(driver, "missing", f"fetch({path!r}).then(r => r.status)") in (403, 404)


def test_nothing_can_be_sent(driver: Driver) -> None:
    assert outcome(driver, "posted", "fetch('symbols.json', {method: 'POST', body: 'x'}).then(r => r.status)") == 403


def test_no_picture_from_elsewhere(driver: Driver) -> None:
    picture = (
        "new Promise((yes, no) => { const i = new Image(); i.onload = () => yes('shown'); i.onerror = no; i.src = 'https://example.org/a.png'; })"
    )
    assert outcome(driver, "picture", picture) == "refused"


def test_no_inline_script_and_no_eval(driver: Driver) -> None:
    script = "(s => (s.textContent = 'window.inlined = 1', document.body.append(s), typeof window.inlined))(document.createElement('script'))"
    assert driver.run(script) == "undefined"
    handler = "(d => (d.setAttribute('onclick', 'window.handled = 1'), d.click(), typeof window.handled))(document.createElement('div'))"
    assert driver.run(handler) == "undefined"
    assert driver.run("(() => { try { return eval('1 + 1'); } catch (e) { return 'refused'; } })()") == "refused"


def test_no_inline_style_sheet(driver: Driver) -> None:
    sheet = "(s => (s.textContent = 'body { outline-width: 77px }', document.head.append(s)))(document.createElement('style'))"
    driver.run(f"({sheet}, 1)")
    assert driver.run("getComputedStyle(document.body).outlineWidth") != "77px"


def test_no_window_and_no_box(driver: Driver) -> None:
    assert driver.run("window.open('https://example.org/')") is None
    assert driver.run("window.confirm('sure?')") is False
    assert driver.run("(alert('x'), window.prompt('x', 'y'))") is None


def test_no_frame(driver: Driver, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        driver.run("(f => (f.src = 'https://example.org/', document.body.append(f), 1))(document.createElement('iframe'))")
        driver.wait(lambda: "example.org" in caplog.text)
    assert "violates the following Content Security Policy" in caplog.text


def test_no_download(driver: Driver, tmp_path: Path) -> None:
    states: list[int] = []
    profile = driver.view.browser.page.profile()
    profile.downloadRequested.connect(lambda request: states.append(request.state().value))
    driver.run("(a => (a.href = 'symbols.json', a.download = 'x.json', document.body.append(a), a.click(), 1))(document.createElement('a'))")
    assert outcome(driver, "later", "new Promise(done => setTimeout(done, 100, 'ok'))") == "ok"
    assert all(state in (3, 4) for state in states)  # cancelled or interrupted
    assert driver.run("location.href") == INDEX


def test_no_permission(driver: Driver) -> None:
    assert outcome(driver, "place", "new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no))") == "refused"
    assert outcome(driver, "camera", "navigator.mediaDevices.getUserMedia({video: true})") == "refused"


def test_nothing_is_kept(driver: Driver) -> None:
    profile = driver.view.browser.page.profile()
    assert profile.isOffTheRecord()
    assert profile.persistentCookiesPolicy() == QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies
    assert not driver.view.browser.page.settings().testAttribute(QWebEngineSettings.WebAttribute.LocalStorageEnabled)
    assert driver.run("(() => { try { return localStorage ? 'kept' : 'none'; } catch (e) { return 'none'; } })()") == "none"


def test_refusals_are_written_down(driver: Driver, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        driver.view.browser.page.load(QUrl("https://example.org/"))
        driver.wait(lambda: "kept from going to https://example.org/" in caplog.text)
