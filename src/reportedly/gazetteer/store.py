"""The data file's bytes in, places out: a hash index over folded names, read in place and never loaded whole.

Layout (little-endian): magic ``RPG1``, five u32 (entries, buckets, and the offsets of the bucket table, the name index
and the strings), then the entries (fixed size), the bucket table (buckets + 1 offsets into the name index), the name
index (lines ``key TAB main ids ; alias ids NEWLINE`` grouped by bucket) and the strings.
"""

import mmap
import re
import struct
import zlib
from collections.abc import Collection
from pathlib import Path

from reportedly.errors import DataError
from reportedly.gazetteer.place import Place, PlaceKind

MAGIC = b"RPG1"
HEADER = struct.Struct("<4s5I")
ENTRY = struct.Struct("<ffIIIIH2sBBB")
"""lat, lon, population, GeoNames id, string offset, province's entry, radius km, country, kind, flags, name length."""
NOWHERE = 0xFFFFFFFF
KINDS = tuple(PlaceKind)
SPREAD = 2
"""Letters at the start that may differ between names that are looked for as alike, and how much longer one may be."""
HAS_POINT, IS_CAPITAL, OWN_KEY = 1, 2, 4
"""Flags of an entry; OWN_KEY: the string is ``name TAB place_id``, else the id is the GeoNames number."""


class Store:
    """Random access to one data file; DataError where the file is missing or is no such file."""

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (FileNotFoundError, ValueError) as error:
            raise DataError(f"{path}: no place data; rebuild it with python -m reportedly.gazetteer.build") from error
        magic, entries, self._buckets, self._table, self._index, self._strings = HEADER.unpack_from(self._bytes)
        self.entries = int(entries)
        if magic != MAGIC:
            raise DataError(f"{path}: not place data (it opens with {magic!r}, not {MAGIC!r})")

    def lookup(self, key: str) -> tuple[tuple[int, bool], ...]:
        """Entry numbers under a folded name, best first, each with True where the name is an alias there."""
        raw = key.encode()
        at = self._table + 4 * (zlib.crc32(raw) % self._buckets)
        start, end = struct.unpack_from("<2I", self._bytes, at)
        bucket = self._bytes[self._index + start : self._index + end]
        found = bucket.find(b"\n" + raw + b"\t")
        if found < 0:
            return ()
        begin = found + len(raw) + 2
        main, _, alias = bucket[begin : bucket.index(b"\n", begin)].partition(b";")
        numbers = [(int(number), False) for number in main.split()]
        return tuple(numbers + [(int(number), True) for number in alias.split()])

    def numbers(self, place_ids: Collection[str]) -> dict[str, int]:
        """Entry numbers by ``place_id`` for those there are, whatever their kind: one walk over all entries, 0.1 s."""
        wanted, found = set(place_ids), {}
        plain = {int(one[3:]) for one in wanted if one.startswith("gn:") and one[3:].isdecimal()}
        end = HEADER.size + self.entries * ENTRY.size
        for number, entry in enumerate(ENTRY.iter_unpack(memoryview(self._bytes)[HEADER.size : end])):
            if entry[3] in plain or entry[9] & OWN_KEY:
                key = self._key(number)
                if key in wanted:
                    found[key] = number
        return found

    def names_like(self, key: str) -> frozenset[str]:
        """Folded names that share the first letters of ``key``, or all but those, and are about as long."""
        low, high = max(1, len(key) - SPREAD), len(key) + SPREAD
        head, tail = re.escape(key[:SPREAD].encode()), re.escape(key[SPREAD:].encode())
        rest = f"[^\t\n]{{{max(0, low - SPREAD)},{high}}}".encode()
        pattern = b"\n(" + head + rest + b"|[^\t\n]{0,4}" + tail + b")\t"
        index = self._bytes[self._index : self._strings]
        return frozenset(match[1].decode() for match in re.finditer(pattern, index))

    def place(self, number: int, *, alias: bool = False) -> Place:
        """The entry of that number."""
        lat, lon, population, gid, offset, province, radius, country, kind, flags, length = self._entry(number)
        name, _, own = self._text(offset, length).partition("\t")
        has_point = bool(flags & HAS_POINT)
        return Place(
            place_id=own if flags & OWN_KEY else f"gn:{gid}",
            name=name,
            kind=KINDS[kind],
            country=country.decode().strip() or None,
            province=None if province == NOWHERE else self._key(province),
            lat=round(lat, 4) if has_point else None,
            lon=round(lon, 4) if has_point else None,
            radius_km=float(radius),
            population=population,
            capital=bool(flags & IS_CAPITAL),
            alias=alias,
        )

    def _entry(self, number: int) -> tuple[float, float, int, int, int, int, int, bytes, int, int, int]:
        return ENTRY.unpack_from(self._bytes, HEADER.size + number * ENTRY.size)

    def _text(self, offset: int, length: int) -> str:
        start = self._strings + offset
        return self._bytes[start : start + length].decode()

    def _key(self, number: int) -> str:
        entry = self._entry(number)
        return self._text(entry[4], entry[10]).partition("\t")[2] if entry[9] & OWN_KEY else f"gn:{entry[3]}"
