"""Shapes in, one SVG file out: the paper, the type and the colours that all pictures share.

Whole numbers and one place behind the point, so that the same answer is the same picture to the byte.
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from reportedly.desk.wording import wording
from reportedly.records.vocabulary import Stage

WIDTH = 960
"""Pixels: a column of a page, and two thirds of a screen."""
MARGIN = 24
LINE = 20
"""Height of a line of text."""
LETTER = 7.2
"""Width of a letter at 14 px in the widest of the usual sans-serif faces; what is cut by it fits in all."""
PAPER, RULE = "#ffffff", "#ddd8cc"
COLOURS = {
    Stage.THREATENED: "#7a2f8f",
    Stage.PLANNED: "#1f5fa8",
    Stage.ATTEMPTED: "#c98a1b",
    Stage.THWARTED: "#1d7046",
    Stage.ACCOMPLISHED: "#a3241c",
}
"""The stages' own colours, as on every page."""
STYLE = Markup(
    "text{font:14px Inter,'DejaVu Sans','Libertinus Serif',sans-serif;fill:#1d1c1a}"
    ".soft{fill:#5d5a54;font-size:12px}.head{font-size:18px}"
)
"""Libertinus is the face that Typst brings; whoever looks at the SVG has one of the others."""


def sheet(parts: Iterable[Markup], *, title: str, height: float) -> str:
    """The whole file; its title is told to whoever cannot see it."""
    return str(
        Markup(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="img">'
            "<title>{title}</title><style>{style}</style>"
            '<rect width="{w}" height="{h}" fill="{paper}"/>{body}</svg>\n'
        ).format(w=WIDTH, h=round(height), title=title, style=STYLE, paper=PAPER, body=Markup("").join(parts))
    )


def text(words: str, *, x: float, y: float, kind: str = "", anchor: str = "start") -> Markup:
    """Words on their base line; ``kind`` is a class of the sheet."""
    return Markup('<text x="{x:.1f}" y="{y:.1f}" class="{kind}" text-anchor="{anchor}">{words}</text>').format(
        x=x, y=y, kind=kind, anchor=anchor, words=words
    )


def bar(*, x: float, y: float, width: float, height: float, colour: str, said: str) -> Markup:
    """A filled box that says what it is when it is pointed at."""
    return Markup(
        '<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" fill="{colour}"><title>{said}</title></rect>'
    ).format(x=x, y=y, w=width, h=height, colour=colour, said=said)


def fitting(words: str, width: float) -> str:
    """The words, cut with a sign where they are wider than so many pixels."""
    most = int(width / LETTER)
    return words if len(words) <= most else f"{words[: max(1, most - 1)].rstrip()}…"


def legend(stages: Sequence[Stage], *, y: float) -> Iterable[Markup]:
    """What the colours mean, in one line: those that occur."""
    x = float(MARGIN)
    for stage in stages:
        word = wording().word("stage", stage.value)
        yield bar(x=x, y=y - 10, width=12, height=12, colour=COLOURS[stage], said=word)
        yield text(word, x=x + 18, y=y, kind="soft")
        x += 18 + len(word) * LETTER + 20
