"""Ids are content hashes: doing a thing twice changes nothing."""

import hashlib


def hash_of(*parts: str) -> str:
    """A 20-character hexadecimal id of the parts, in order; parts are kept apart, so ("ab", "c") is not ("a", "bc")."""
    digest = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(8, "big"))
        digest.update(raw)
    return digest.hexdigest()[:20]
