"""A gzip stream in, a stream of its bytes out; truncation, damage and bombs are refused where they are met."""

import io
import zlib
from typing import BinaryIO

from reportedly.errors import Malformed, TooLarge
from reportedly.reading.limits import Limits

MAGIC = b"\x1f\x8b"
_CHUNK = 65_536
_GZIP = 16 + zlib.MAX_WBITS


class Unzipped(io.RawIOBase):
    """The unzipped bytes of a gzip stream of one or more members.

    Reading raises Malformed at the point where the stream is damaged or cut short, TooLarge where more comes out than
    the limits' ratio allows.
    """

    def __init__(self, stream: BinaryIO, *, where: str, limits: Limits) -> None:
        self._stream = stream
        self._where = where
        self._limits = limits
        self._inflater = zlib.decompressobj(_GZIP)
        self._pending = b""
        self._read = 0
        self._written = 0
        self._inside = False
        self._failed: Malformed | TooLarge | None = None

    def readable(self) -> bool:
        """True: this stream is read and never written."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill ``buffer`` with the next unzipped bytes and say how many; 0 at the end."""
        if self._failed is not None:
            raise self._failed
        data = self._next(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def _next(self, most: int) -> bytes:
        """The next unzipped bytes, at most ``most``; empty at the end."""
        while True:
            if not self._pending:
                self._pending = self._stream.read(_CHUNK)
                self._read += len(self._pending)
                if not self._pending:
                    return self._end()
            data = self._inflate(most)
            if data:
                return data

    def _end(self) -> bytes:
        if self._inside and not self._inflater.eof:
            data = self._inflater.flush()
            if data:
                self._inside = False
                self._failed = self._cut()
                return data
            raise self._fail(self._cut())
        return b""

    def _cut(self) -> Malformed:
        return Malformed(self._where, f"gzip data cut short after {self._read:,} bytes; what came before was read")

    def _inflate(self, most: int) -> bytes:
        if self._inflater.eof:
            self._pending = self._pending.lstrip(b"\x00")
            if not self._pending:
                return b""
            self._inflater = zlib.decompressobj(_GZIP)
            self._inside = False
        try:
            data = self._inflater.decompress(self._pending, most)
        except zlib.error as error:
            raise self._fail(Malformed(self._where, f"damaged gzip data: {error}")) from error
        self._inside = True
        self._pending = self._inflater.unused_data if self._inflater.eof else self._inflater.unconsumed_tail
        self._written += len(data)
        limits = self._limits
        if self._written > max(limits.unzipped_floor_bytes, limits.unzipped_ratio * self._read):
            reason = f"{self._written:,} bytes out of {self._read:,} of gzip data, over {limits.unzipped_ratio} to one"
            raise self._fail(TooLarge(self._where, reason))
        return data

    def _fail(self, refusal: Malformed | TooLarge) -> Malformed | TooLarge:
        self._failed = refusal
        return refusal


def unzipped(stream: BinaryIO, *, where: str, limits: Limits) -> io.BufferedReader:
    """A buffered stream of the unzipped bytes."""
    return io.BufferedReader(Unzipped(stream, where=where, limits=limits), _CHUNK)
