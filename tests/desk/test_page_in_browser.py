"""The page in Debian's Chromium, walked by keyboard alone."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reportedly.desk.page import page
from reportedly.records.incidents import Telling

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
if CHROMIUM is None or DRIVER is None:
    pytest.skip("needs chromium and chromedriver (Debian: chromium, chromium-driver)", allow_module_level=True)
webdriver = pytest.importorskip("selenium.webdriver", reason="needs selenium (in the dev dependencies)")

from selenium.webdriver.common.action_chains import ActionChains  # noqa: E402 - only where selenium is
from selenium.webdriver.common.keys import Keys  # noqa: E402
from selenium.webdriver.support.ui import WebDriverWait  # noqa: E402

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
)
PATIENCE_S = 5
ENOUGH_STOPS = 400
HOSTILE = '<img src=x onerror=alert(1)><script>alert(2)</script>" onmouseover="alert(3)'


class Desk:
    """A browser with the page open."""

    def __init__(self, driver: Any) -> None:  # noqa: ANN401 - selenium may be absent
        self.driver = driver

    def ask(self, script: str, *values: object) -> Any:  # noqa: ANN401 - whatever the page answers
        return self.driver.execute_script(f"return {script}", *values)

    def press(self, *keys: str) -> None:
        chain = ActionChains(self.driver)
        for key in keys:
            chain.send_keys(key)
        chain.perform()

    def wait(self, script: str) -> None:
        WebDriverWait(self.driver, PATIENCE_S, poll_frequency=0.05).until(lambda _: self.ask(script))

    def tell(self, command: str, **values: object) -> None:
        self.driver.execute_cdp_cmd(command, values)

    def tab_to(self, selector: str) -> None:
        """Tabs on until the element in focus fits the selector."""
        for _ in range(ENOUGH_STOPS):
            self.press(Keys.TAB)
            if self.ask("document.activeElement.matches(arguments[0])", selector):
                return
        pytest.fail(f"no tab stop fits {selector}")


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(executable_path=DRIVER))
    yield driver
    driver.quit()


def opened(driver: Any, path: Path, *tellings: Telling) -> Desk:  # noqa: ANN401 - selenium may be absent
    path.write_text(page(tellings), encoding="utf-8")
    driver.get("about:blank")
    driver.get_log("browser")
    driver.get_log("performance")
    driver.get(path.as_uri())
    return Desk(driver)


@pytest.fixture
def desk(driver: Any, telling: Telling, quiet: Telling, tmp_path: Path) -> Desk:  # noqa: ANN401
    return opened(driver, tmp_path / "told.html", telling, quiet)


def test_enter_on_a_value_goes_to_the_words_it_stands_on_and_escape_back(desk: Desk) -> None:
    desk.tab_to(".f-weapons a.value")
    desk.press(Keys.ENTER)
    desk.wait("document.activeElement.matches('.text .m.lit')")
    assert desk.ask("document.activeElement.textContent") == "two one-way drones"
    desk.wait("(box => box.top >= 0 && box.bottom <= innerHeight)(document.activeElement.getBoundingClientRect())")
    desk.press(Keys.ESCAPE)
    assert desk.ask("document.activeElement.closest('.f-weapons') !== null")


def test_a_click_on_marked_words_goes_to_their_value(desk: Desk) -> None:
    desk.ask("document.querySelector('.text .k-weapon').click()")
    assert desk.ask("document.activeElement.closest('.f-weapons') !== null")


def test_the_first_tab_stop_skips_to_the_list_of_reports(desk: Desk) -> None:
    desk.press(Keys.TAB)
    assert desk.ask("document.activeElement.getAttribute('href')") == "#index"
    assert desk.ask("document.activeElement.getBoundingClientRect().left >= 0")
    desk.press(Keys.ENTER)
    desk.wait("document.activeElement.id === 'index'")


def test_every_tab_stop_has_a_name_shows_its_focus_and_comes_in_reading_order(desk: Desk) -> None:
    desk.ask("window.last = null")
    for _ in range(ENOUGH_STOPS):
        desk.press(Keys.TAB)
        stop = desk.ask(
            """(at => {
                if (at === document.body) return null;
                const follows = !window.last || Boolean(window.last.compareDocumentPosition(at) & 4);
                window.last = at;
                const name = at.innerText || at.textContent || at.labels?.[0]?.textContent || at.ariaLabel;
                const seen = getComputedStyle(at).outlineStyle !== 'none';
                return {name, follows, seen, html: at.outerHTML.slice(0, 120)};
            })(document.activeElement)"""
        )
        if stop is None:
            return
        assert stop["name"].strip(), stop
        assert stop["follows"], stop
        assert stop["seen"], stop
    pytest.fail("the tab order has no end")


def test_a_kind_of_mark_is_switched_off_with_the_space_bar(desk: Desk) -> None:
    style = "getComputedStyle(document.querySelector('.text .k-weapon')).borderBottomColor"
    before = desk.ask(style)
    desk.tab_to("#show-weapon")
    desk.press(Keys.SPACE)
    assert desk.ask(style) != before
    assert desk.ask(style) == "rgba(0, 0, 0, 0)"


def test_the_list_of_sentences_opens_by_keyboard_and_leads_to_each_sentence(desk: Desk) -> None:
    desk.tab_to("details.accounts summary")
    desk.press(Keys.ENTER)
    assert desk.ask("document.querySelector('details.accounts').open")
    desk.tab_to(".accounts a")
    desk.press(Keys.ENTER)
    desk.wait("document.querySelector('.s:target') !== null")


def test_a_sentences_number_opens_the_list_at_why(desk: Desk) -> None:
    desk.tab_to("#r1s9 > .n")
    desk.press(Keys.ENTER)
    desk.wait("document.querySelector('details.accounts').open")
    assert "no incident" in desk.ask("document.querySelector('li:target').innerText")


def test_the_list_of_reports_is_searched(desk: Desk) -> None:
    desk.tab_to("#find")
    desk.press("Wadi Sahl")
    assert desk.ask("[...document.querySelectorAll('article')].map(one => one.hidden)") == [False, True]


def test_nothing_is_fetched_and_nothing_complained_of(desk: Desk) -> None:
    desk.tab_to(".card a.value")
    desk.press(Keys.ENTER)
    messages = [json.loads(entry["message"])["message"] for entry in desk.driver.get_log("performance")]
    asked = [one["params"]["request"]["url"] for one in messages if one["method"] == "Network.requestWillBeSent"]
    assert [url for url in asked if not url.startswith(("file:", "data:", "about:"))] == []
    assert desk.driver.get_log("browser") == []


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_sticks_out_at_any_width(desk: Desk, width: int) -> None:
    desk.tell("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=width < 500)
    try:
        assert desk.ask("document.documentElement.scrollWidth") <= width
    finally:
        desk.tell("Emulation.clearDeviceMetricsOverride")


def test_without_script_a_value_still_leads_to_its_words(driver: Any, telling: Telling, tmp_path: Path) -> None:  # noqa: ANN401
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        desk = opened(driver, tmp_path / "told.html", telling)
        link = driver.find_element("css selector", ".f-weapons a.value")
        target = link.get_dom_attribute("href")
        link.send_keys(Keys.ENTER)
        assert driver.current_url.endswith(target)
        assert driver.switch_to.active_element.get_dom_attribute("id") == target[1:]
        assert not driver.find_element("id", "back").is_displayed()
    finally:
        desk.tell("Emulation.setScriptExecutionDisabled", value=False)


def test_printed_it_shows_every_sentence_and_no_controls(desk: Desk) -> None:
    desk.tell("Emulation.setEmulatedMedia", media="print")
    try:
        assert desk.ask("getComputedStyle(document.querySelector('.cards')).position") == "static"
        assert desk.ask("[...document.querySelectorAll('.key input')].every(one => one.offsetParent === null)")
        desk.ask("window.dispatchEvent(new Event('beforeprint'))")
        assert desk.ask("[...document.querySelectorAll('details.accounts')].every(one => one.open)")
        desk.ask("window.dispatchEvent(new Event('afterprint'))")
        assert desk.ask("[...document.querySelectorAll('details.accounts')].every(one => !one.open)")
    finally:
        desk.tell("Emulation.setEmulatedMedia", media="")


SEEN = "h2, h3, dt, .value, .voice, .note, .origin, .m, .n, .stage, .rank, .s-furniture"
CONTRAST = """[...document.querySelectorAll(arguments[0])]
  .map(at => {
    const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
    const paint = colour => { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); };
    const light = () => [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
      .map(part => part / 255).map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
      .reduce((sum, part, at) => sum + part * [.2126, .7152, .0722][at], 0);
    const layers = [];
    for (let up = at; up; up = up.parentElement) layers.unshift(getComputedStyle(up).backgroundColor);
    for (const layer of layers) paint(layer);
    const ground = light();
    paint(getComputedStyle(at).color);
    const ink = light();
    return [(Math.max(ink, ground) + .05) / (Math.min(ink, ground) + .05), at.className || at.tagName];
  }).sort((one, other) => one[0] - other[0])[0]"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_is_legible_in_light_and_in_dark(desk: Desk, scheme: str) -> None:
    desk.tell("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    try:
        worst, where = desk.ask(CONTRAST, SEEN)
        assert worst >= 4.5, where
    finally:
        desk.tell("Emulation.setEmulatedMedia", features=[])


def test_hostile_words_stay_words(driver: Any, telling: Telling, tmp_path: Path) -> None:  # noqa: ANN401
    hostile = replace(
        telling, report=replace(telling.report, title=HOSTILE, publisher=HOSTILE, uri=f"javascript:{HOSTILE}")
    )
    desk = opened(driver, tmp_path / "told.html", hostile)
    assert desk.ask("document.querySelector('h2').textContent") == HOSTILE
    assert desk.ask("document.querySelectorAll('img, [onmouseover], a[href^=javascript]').length") == 0
    assert desk.ask("document.scripts.length") == 1
