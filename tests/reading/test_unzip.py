import gzip
import io

import pytest

from reportedly.errors import Malformed, TooLarge
from reportedly.reading.limits import Limits
from reportedly.reading.unzip import unzipped


def opened(data: bytes, limits: Limits | None = None) -> io.BufferedReader:
    return unzipped(io.BytesIO(data), where="a.gz", limits=limits or Limits())


def test_several_members_are_read_one_after_the_other() -> None:
    assert opened(gzip.compress(b"one ") + gzip.compress(b"two") + b"\x00\x00").read() == b"one two"


def test_the_lines_before_the_cut_are_read_and_then_the_cut_is_told() -> None:
    data = b"".join(f"line {number}\n".encode() for number in range(20_000))
    stream = opened(gzip.compress(data)[:-20])
    read: list[bytes] = []
    with pytest.raises(Malformed, match="cut short"):
        read.extend(iter(stream.readline, b""))
    first = opened(gzip.compress(data)[:-20]).readline()
    assert first == b"line 0\n"


def test_damage_is_told() -> None:
    data = bytearray(gzip.compress(bytes(range(256)) * 50))
    data[30] ^= 0xFF
    with pytest.raises(Malformed, match="gzip"):
        opened(bytes(data)).read()


def test_a_bomb_is_stopped_at_the_ratio_long_before_its_end() -> None:
    bomb = gzip.compress(b"\x00" * 5_000_000)
    with pytest.raises(TooLarge, match="to one"):
        opened(bomb, Limits(unzipped_floor_bytes=100_000, unzipped_ratio=100)).read()


def test_a_refusal_comes_again_on_the_next_read() -> None:
    stream = opened(gzip.compress(b"a" * 100)[:-10])
    for _ in range(2):
        with pytest.raises(Malformed):
            stream.read()
