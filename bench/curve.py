"""Sizes and costs in, a small picture of the curve out (SVG)."""

from collections.abc import Sequence
from math import log10

WIDTH, HEIGHT, EDGE = 640, 320, 56


def curve(points: Sequence[tuple[int, float]]) -> str:
    """Milliseconds a report over the number of incidents by powers of ten, with a line at twice the first cost."""
    low, high = log10(points[0][0]), log10(points[-1][0])
    top = 2.4 * points[0][1]
    top = max(top, *(cost * 1.2 for _, cost in points))

    def at(size: int, cost: float) -> tuple[float, float]:
        across = (log10(size) - low) / (high - low or 1)
        return EDGE + across * (WIDTH - 2 * EDGE), HEIGHT - EDGE - cost / top * (HEIGHT - 2 * EDGE)

    spots = [at(size, cost) for size, cost in points]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
    _, limit = at(points[0][0], 2 * points[0][1])
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"',
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<path d="M{EDGE} {EDGE / 2}V{HEIGHT - EDGE}H{WIDTH - EDGE / 2}" fill="none" stroke="#888"/>',
        f'<path d="M{EDGE} {limit:.1f}H{WIDTH - EDGE}" stroke="#b33" stroke-dasharray="4 4"/>',
        f'<text x="{EDGE + 6}" y="{limit - 6:.1f}" fill="#b33">twice the first</text>',
        f'<polyline points="{line}" fill="none" stroke="#246" stroke-width="2"/>',
    ]
    for (x, y), (size, cost) in zip(spots, points, strict=True):
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#246"/>')
        parts.append(f'<text x="{x:.1f}" y="{y - 10:.1f}" text-anchor="middle">{cost:.1f} ms</text>')
        parts.append(f'<text x="{x:.1f}" y="{HEIGHT - EDGE + 18}" text-anchor="middle">{size:,}</text>')
    parts.append(f'<text x="{WIDTH / 2}" y="{HEIGHT - 12}" text-anchor="middle">incidents in the ledger</text></svg>')
    return "\n".join(parts) + "\n"
