"""Ids are content hashes: doing a thing twice changes nothing."""

import hashlib


def hash_of(*parts: str) -> str:
    """A 20-character hexadecimal id of the parts, in order; parts are kept apart, so ("ab", "c") is not ("a", "bc")."""
    raws = [part.encode("utf-8", "surrogatepass") for part in parts]
    return hashlib.sha256(b"".join([len(raw).to_bytes(8, "big") + raw for raw in raws])).hexdigest()[:20]
