"""An SVG drawing or a page of Typst in, the bytes of a PNG or a PDF out; Typst brings its own typefaces."""

from pathlib import Path
from typing import Literal

from reportedly.errors import UsageError

PPI = 144.0
"""Dots an inch of a PNG: twice what SVG counts on, so that type is sharp on any screen."""
_DRAWING = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.drawing), format: "svg")"""
_EXTRA = "needs a library that is not installed: pip install 'reportedly[print]'"


def png(drawing: str) -> bytes:
    """A drawing as PNG; UsageError where Typst is not installed."""
    return _compiled(_DRAWING, form="png", inputs={"drawing": drawing})


def pdf(template: Path, page: str) -> bytes:
    """A page, as JSON that the template reads, as PDF; UsageError where Typst is not installed."""
    return _compiled(template.read_bytes(), form="pdf", inputs={"page": page})


def _compiled(source: bytes, *, form: Literal["png", "pdf"], inputs: dict[str, str]) -> bytes:
    try:
        import typst  # noqa: PLC0415 - an extra, and heavy
    except ImportError as error:
        raise UsageError(f"{form} {_EXTRA}") from error
    made = typst.compile(source, format=form, ppi=PPI, sys_inputs=inputs)
    if not isinstance(made, bytes):
        raise TypeError(f"a {form} is one file")
    return made
