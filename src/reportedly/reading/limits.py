"""How much of one input is read before it is refused."""

from dataclasses import dataclass

MB = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Sizes in bytes, times in seconds; what is over one is refused as TooLarge.

    ``document_bytes`` holds for each document: a text, a JSON file, a line of JSON Lines; ``page_bytes`` for a page, in
    a file or in an archive, and for a feed. ``allow_private`` lets an address that the caller named lead into a private
    network; what it redirects to elsewhere there stays forbidden.
    """

    document_bytes: int = 20 * MB
    page_bytes: int = 8 * MB
    feed_entries: int = 10_000
    """feedparser takes 0.1 ms an entry (600,000 empty ones in 67 s, one core, 2026); news feeds have 10 to 500."""
    unzipped_ratio: int = 200
    """gzip makes text 3 to 10 times smaller, at most some 30 for repetitive pages; a bomb reaches 1000."""
    unzipped_floor_bytes: int = 10 * MB
    """The ratio is looked at only beyond so many unzipped bytes: small files may be very repetitive."""
    address_bytes: int = 100 * MB
    connect_seconds: float = 10.0
    read_seconds: float = 15.0
    whole_seconds: float = 60.0
    redirects: int = 5
    allow_private: bool = False


DEFAULT = Limits()
