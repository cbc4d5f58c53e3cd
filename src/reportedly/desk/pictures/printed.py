"""An SVG drawing or a page of Typst in, the bytes of a PNG or a PDF out; Typst brings its own typefaces."""

from reportedly.errors import UsageError

PPI = 144.0
"""Dots an inch of a PNG: twice what SVG counts on, so that type is sharp on any screen."""
_DRAWING = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.drawing), format: "svg")"""
_EXTRA = "needs a library that is not installed: pip install 'reportedly[print]'"


def png(drawing: str) -> bytes:
    """A drawing as PNG; UsageError where Typst is not installed."""
    try:
        import typst  # noqa: PLC0415 - an extra, and heavy
    except ImportError as error:
        raise UsageError(f"png {_EXTRA}") from error
    made = typst.compile(_DRAWING, format="png", ppi=PPI, sys_inputs={"drawing": drawing})
    if not isinstance(made, bytes):
        raise TypeError("a drawing is one page")
    return made
