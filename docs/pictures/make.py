"""The sample that retells the seed in, ``table.svg`` and ``page.png`` beside this file out.

Run it from the repository, with Chromium installed, after anything a reader would see has changed:
``.venv/bin/python docs/pictures/make.py``.
"""  # noqa: INP001 - a script, not a package

import io
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from reportedly.desk.page import page
from reportedly.desk.table import report_view
from reportedly.errors import Refusal
from reportedly.pipeline.run import read_and_tell
from reportedly.records.incidents import Telling

HERE = Path(__file__).parent
COLUMNS = 112
WINDOW = "1240,1000"
COLOURS = ((40, 38, 34), (170, 40, 30), (25, 110, 60), (140, 95, 0), (35, 85, 150), (120, 50, 140), (0, 105, 120))
THEME = TerminalTheme((252, 251, 247), (40, 38, 34), [*COLOURS, (90, 88, 84)])
CHROMIUM = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
]


def main() -> None:
    """Draws both pictures."""
    sample = files("reportedly").joinpath("samples", "retelling.json")
    (told,) = read_and_tell([str(sample)])
    if isinstance(told, Refusal):
        raise told
    (HERE / "table.svg").write_text(drawn_table(told), encoding="utf-8")
    photograph_page(told, HERE / "page.png")


def drawn_table(told: Telling) -> str:
    """The table as a terminal shows it; the fonts of the reader's machine, none from the network."""
    console = Console(
        record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor", highlight=False
    )
    console.print(Text("$ reportedly read retelling.json\n", "bold"))
    console.print(report_view(told, width=COLUMNS))
    head, _, rest = CONSOLE_SVG_FORMAT.partition("    @font-face")
    frame = head + rest[rest.index("    .{unique_id}-matrix") :]
    frame = frame.replace("Fira Code, monospace", "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace")
    return console.export_svg(title="reportedly", theme=THEME, code_format=frame, unique_id="table")


def photograph_page(told: Telling, picture: Path) -> None:
    """The page as a browser shows it."""
    browser = shutil.which("chromium") or "chromium"
    with TemporaryDirectory() as folder:
        source = Path(folder, "told.html")
        source.write_text(page([told]), encoding="utf-8")
        flags = [f"--user-data-dir={folder}/profile", f"--window-size={WINDOW}", f"--screenshot={picture}"]
        subprocess.run([browser, *CHROMIUM, *flags, source.as_uri()], check=True, capture_output=True)  # noqa: S603


if __name__ == "__main__":
    main()
