"""Drafts in, the data file's bytes out (layout: ``gazetteer/store.py``)."""

import struct
import zlib
from collections import defaultdict

from reportedly.gazetteer.build.draft import Draft
from reportedly.gazetteer.names import fold
from reportedly.gazetteer.place import PlaceKind
from reportedly.gazetteer.store import ENTRY, HAS_POINT, HEADER, IS_CAPITAL, KINDS, MAGIC, NOWHERE, OWN_KEY

NAMES_PER_BUCKET = 3
ALIAS_DISCOUNT = 10
"""A place known by an alias counts as a tenth of its size against one whose main name it is."""
BY_KEY = (
    PlaceKind.COUNTRY,
    PlaceKind.PROVINCE,
    PlaceKind.FACILITY,
    PlaceKind.LOCALITY,
    PlaceKind.REGION,
    PlaceKind.SEA,
)
"""Kinds that can be asked for by ``place_id``."""


def pack(drafts: list[Draft]) -> bytes:
    """The whole file; drafts are ordered here, so the same drafts in any order give the same bytes."""
    ordered = sorted(drafts, key=lambda draft: (-draft.weight, draft.key))
    numbers = {draft.key: number for number, draft in enumerate(ordered)}
    strings = bytearray()
    entries = b"".join(_entry(draft, numbers, strings) for draft in ordered)
    lines = _lines(ordered)
    buckets = max(1, len(lines) // NAMES_PER_BUCKET)
    table, index = _hashed(lines, buckets)
    table_at = HEADER.size + len(entries)
    index_at = table_at + len(table)
    head = HEADER.pack(MAGIC, len(ordered), buckets, table_at, index_at, index_at + len(index))
    return b"".join([head, entries, table, index, bytes(strings)])


def _entry(draft: Draft, numbers: dict[str, int], strings: bytearray) -> bytes:
    plain = draft.key == f"gn:{draft.gid}"
    text = (draft.name if plain else f"{draft.name}\t{draft.key}").encode()
    offset = len(strings)
    strings += text
    flags = (
        (HAS_POINT if draft.lat is not None else 0) | (IS_CAPITAL if draft.capital else 0) | (0 if plain else OWN_KEY)
    )
    province = NOWHERE if draft.province is None else numbers.get(draft.province, NOWHERE)
    return ENTRY.pack(
        draft.lat or 0.0, draft.lon or 0.0, min(draft.population, NOWHERE), draft.gid, offset, province,
        min(65535, round(draft.radius_km)), (draft.country or "  ").encode(), KINDS.index(draft.kind), flags, len(text),
    )  # fmt: skip


def _lines(ordered: list[Draft]) -> dict[str, bytes]:
    """The index line of every folded name: main ids by weight, then alias ids by discounted weight."""
    main: dict[str, dict[int, None]] = defaultdict(dict)
    alias: dict[str, dict[int, None]] = defaultdict(dict)
    for number, draft in enumerate(ordered):
        for name in draft.names:
            main[fold(name)][number] = None
        if draft.kind in BY_KEY:
            main[fold(draft.key)][number] = None
        for name in draft.aliases:
            if number not in main.get(fold(name), ()):
                alias[fold(name)][number] = None
    lines = {}
    for key in sorted({*main, *alias} - {""}):
        own = " ".join(map(str, main.get(key, ())))
        other = " ".join(map(str, alias.get(key, ())))
        lines[key] = f"{key}\t{own};{other}\n".encode()
    return lines


def _hashed(lines: dict[str, bytes], buckets: int) -> tuple[bytes, bytes]:
    grouped: list[bytearray] = [bytearray() for _ in range(buckets)]
    for key, line in lines.items():
        grouped[zlib.crc32(key.encode()) % buckets] += line
    offsets, index = [0], bytearray()
    for group in grouped:
        if group:
            index += b"\n" + group
        offsets.append(len(index))
    return struct.pack(f"<{len(offsets)}I", *offsets), bytes(index)
