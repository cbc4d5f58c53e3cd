"""The desk in Debian's Chromium over the thirty reports of one campaign, walked by keyboard alone."""

import json
import shutil
import socket
import threading
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from bench.campaign import report_files
from reportedly.desk.web.app import desk
from reportedly.ledger.open import writing_ledger
from reportedly.pipeline.keep import add
from reportedly.reading.read import read
from tests.pipeline.ledgers import NOW

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
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
)
PATIENCE_S = 10
ENOUGH_STOPS = 400
AXE = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
CORE = (
    "/incidents",
    "/incidents/{incident}",
    "/reports/{report}",
    "/review",
    "/log",
    "/map",
    "/timeline",
    "/search?q=Kifa",
    "/add",
)


class Browser:
    """A browser at one desk; only keys are pressed."""

    def __init__(self, driver: Any, home: str) -> None:  # noqa: ANN401 - selenium may be absent
        self.driver = driver
        self.home = home

    def open(self, path: str) -> None:
        self.driver.get(self.home + path)

    def ask(self, script: str, *values: object) -> Any:  # noqa: ANN401 - whatever the page answers
        return self.driver.execute_script(f"return {script}", *values)

    def press(self, *keys: str) -> None:
        chain = ActionChains(self.driver)
        for key in keys:
            chain.send_keys(key)
        chain.perform()

    def tab_to(self, selector: str) -> None:
        """Tabs on until the element in focus fits."""
        for _ in range(ENOUGH_STOPS):
            self.press(Keys.TAB)
            if self.ask("document.activeElement.matches(arguments[0])", selector):
                return
        pytest.fail(f"no tab stop fits {selector}")

    def arrives(self, part: str) -> None:
        """Waits for an address that holds ``part``: a form that was sent is not answered at once."""
        WebDriverWait(self.driver, PATIENCE_S, poll_frequency=0.05).until(lambda driver: part in driver.current_url)

    def wait(self, script: str) -> None:
        WebDriverWait(self.driver, PATIENCE_S, poll_frequency=0.05).until(lambda _: self.ask(script))

    def go(self, *keys: str) -> None:
        """Presses keys that lead to another page, and waits for it."""
        self.ask("(window.here = true)")
        self.press(*keys)
        self.wait("!window.here && document.readyState === 'complete'")

    def words(self) -> str:
        return " ".join(self.ask("document.querySelector('main').textContent").split())

    def emulate(self, command: str, **values: object) -> None:
        self.driver.execute_cdp_cmd(f"Emulation.{command}", values)


def browser(folder: Path) -> Any:  # noqa: ANN401 - selenium may be absent
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*FLAGS, f"--user-data-dir={folder}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(executable_path=DRIVER))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk over the campaign, that listens."""
    ledger = str(tmp_path_factory.mktemp("campaign") / "ledger.sqlite")
    with writing_ledger(ledger, create=True, notify=print) as engine:
        list(add(engine, read([str(file) for file in report_files()]), occasion=NOW))
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(desk(ledger), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    listening.close()


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    found = browser(tmp_path_factory.mktemp("one"))
    yield found
    found.quit()


@pytest.fixture
def one(driver: Any, home: str) -> Browser:  # noqa: ANN401 - selenium may be absent
    driver.get("about:blank")
    driver.get_log("browser")
    driver.get_log("performance")
    return Browser(driver, home)


def decided(at: Browser, because: str) -> None:
    """Fills in why and who, and sends the form."""
    at.tab_to("input[name=because]")
    if because:
        at.press(because)
    at.tab_to("input[name=who]")
    ActionChains(at.driver).key_down(Keys.CONTROL).send_keys("a").key_up(Keys.CONTROL).send_keys("Ana").perform()
    at.go(Keys.ENTER)


def opens_the_toll_of_a_dispute(one: Browser) -> str:
    """From the list to the sentence that a figure stands on; the incident's address."""
    one.open("/incidents")
    one.tab_to("select[name=disputed]")
    one.go("d")  # "disputed only" applies as it is chosen
    one.arrives("disputed=true")
    one.press("j")
    while "killed (" not in one.ask("document.activeElement.closest('tr').textContent"):
        one.press("j")
    one.go(Keys.ENTER)
    incident = one.driver.current_url.removeprefix(one.home).partition("?")[0]
    one.tab_to("a[href='#tolls']")
    one.press(Keys.ENTER)
    one.tab_to("a.toll")
    one.go(Keys.ENTER)
    one.wait("document.activeElement.id === 'claim'")
    assert one.ask("document.activeElement.matches('.text .m.lit')")
    return str(incident)


def corrects_by_selecting(one: Browser) -> None:
    """Selects a word with the arrow keys, takes it, and sends the form with another number in it."""
    one.tab_to("summary")
    ActionChains(one.driver).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
    while not one.ask("document.activeElement.id === 'words'"):
        ActionChains(one.driver).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
    ActionChains(one.driver).key_down(Keys.SHIFT).send_keys(Keys.ARROW_RIGHT).key_up(Keys.SHIFT).perform()
    words = one.ask("getSelection().toString().trim()")
    assert words
    one.press(Keys.ENTER)
    assert one.ask("document.activeElement.name") == "value"
    assert one.ask("document.activeElement.value") in words
    assert one.ask("document.querySelector('[data-correct] [name=because]').value").startswith("the words “")
    ActionChains(one.driver).key_down(Keys.CONTROL).send_keys("a").key_up(Keys.CONTROL).send_keys("four").perform()
    decided(one, "")
    one.arrives("#history")
    assert "killed" in one.ask("document.querySelector('#history ~ ol').textContent")


def merges_and_undoes(one: Browser, incident: str) -> None:
    """Merges with another incident of the same days, finds it in the log, takes it back."""
    one.open(incident)
    one.tab_to("#merge summary")
    one.press(Keys.ENTER)
    one.tab_to("select[name=other]")
    one.press(Keys.ARROW_DOWN)
    decided(one, "one attack told twice")
    one.go("l")
    one.tab_to(".undo summary")
    one.press(Keys.ENTER)
    decided(one, "they are two after all")


def test_an_editor_finds_a_dispute_corrects_it_merges_and_undoes_by_keyboard_alone(
    one: Browser, tmp_path: Path
) -> None:
    incident = opens_the_toll_of_a_dispute(one)
    corrects_by_selecting(one)
    merges_and_undoes(one, incident)
    told = one.words()
    assert all(words in told for words in ("they are two after all", "one attack told twice", "the words “"))
    other = browser(tmp_path / "two")
    try:
        second = Browser(other, one.home)
        second.open("/log")
        assert second.words() == told
    finally:
        other.quit()


def paths(at: Browser) -> list[str]:
    at.open("/incidents?disputed=true")
    incident = at.ask("document.querySelector('[data-row]').getAttribute('href')").rpartition("/")[2]
    at.open("/reports")
    report = at.ask("document.querySelector('[data-row]').getAttribute('href')").rpartition("/")[2]
    return [path.format(incident=incident, report=report) for path in CORE]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_core_pages_are_clean_under_axe(one: Browser, scheme: str) -> None:
    one.emulate("setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    try:
        for path in paths(one):
            one.open(path)
            one.driver.execute_script(AXE)
            found = one.driver.execute_async_script(
                "const done = arguments[arguments.length - 1];"
                "axe.run(document, {resultTypes: ['violations']}).then(found => done(found.violations))"
            )
            told = [(rule["id"], [node["html"][:160] for node in rule["nodes"]][:3]) for rule in found]
            assert told == [], path
    finally:
        one.emulate("setEmulatedMedia", features=[])


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_sticks_out_at_any_width(one: Browser, width: int) -> None:
    one.emulate("setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=width < 500)
    try:
        for path in paths(one):
            one.open(path)
            assert one.ask("document.documentElement.scrollWidth") <= width, path
    finally:
        one.emulate("clearDeviceMetricsOverride")


def test_dragging_over_bars_asks_for_their_time_and_dragging_the_map_draws_another(one: Browser) -> None:
    one.open("/map")
    bars = one.driver.find_elements("css selector", "svg.brush .reach")
    chain = ActionChains(one.driver).move_to_element(bars[0]).click_and_hold().move_to_element(bars[-1]).release()
    one.ask("(window.here = true)")
    chain.perform()
    one.wait("!window.here && document.readyState === 'complete'")
    assert all(name in one.driver.current_url for name in ("since=", "until="))
    drawn = one.ask("document.querySelector('svg.world').dataset.west")
    world = one.driver.find_element("css selector", "svg.world")
    ActionChains(one.driver).move_to_element_with_offset(world, -200, -150).click_and_hold().move_by_offset(
        90, 30
    ).release().perform()
    one.wait("location.search.includes('near=')")
    assert one.ask("document.querySelector('svg.world').dataset.west") != drawn
    one.arrives("since=")


def test_printed_pages_leave_out_what_only_a_screen_can_do(one: Browser) -> None:
    one.emulate("setEmulatedMedia", media="print")
    try:
        for path in paths(one):
            one.open(path)
            shown = one.ask(
                "[...document.querySelectorAll('form, .mast, .tools, .undo')].filter(part => part.offsetHeight).length"
            )
            assert shown == 0, path
    finally:
        one.emulate("setEmulatedMedia", media="")


def test_nothing_is_asked_of_another_machine_and_nothing_complained_of(one: Browser) -> None:
    for path in paths(one):
        one.open(path)
    messages = [json.loads(entry["message"])["message"] for entry in one.driver.get_log("performance")]
    asked = [row["params"]["request"]["url"] for row in messages if row["method"] == "Network.requestWillBeSent"]
    assert [url for url in asked if not url.startswith((one.home, "data:", "about:"))] == []
    assert one.driver.get_log("browser") == []


def test_without_script_filters_and_values_still_lead_on(one: Browser) -> None:
    one.emulate("setScriptExecutionDisabled", value=True)
    try:
        one.open("/incidents")
        one.driver.find_element("css selector", "input[name=text]").send_keys("Kiffa", Keys.ENTER)
        one.arrives("text=Kiffa")
        one.driver.find_element("css selector", "[data-row]").send_keys(Keys.ENTER)
        one.driver.find_element("css selector", ".heard a.voice").send_keys(Keys.ENTER)
        one.arrives("#claim")
        assert one.driver.find_element("id", "claim").is_displayed()
    finally:
        one.emulate("setScriptExecutionDisabled", value=False)
