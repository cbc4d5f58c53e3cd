"""A body in, an answer that a client may ask for again for nothing out: ETag and If-None-Match (RFC 9110, 13)."""

from hashlib import blake2b

from fastapi import Request, Response

JSON = "application/json"


def answered(request: Request, body: bytes, media_type: str, *, link: str | None = None) -> Response:
    """The body with its hash as a strong ETag; 304 without it where the client has just that."""
    tag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
    headers = {"ETag": tag, "Vary": "Accept"}
    if link is not None:
        headers["Link"] = f'<{link}>; rel="next"'
    if _is_known(request.headers.get("if-none-match"), tag):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)


def _is_known(asked: str | None, tag: str) -> bool:
    """Compared weakly, as the standard asks for here; a star stands for whatever there is."""
    if asked is None:
        return False
    return any(one.strip().removeprefix("W/") in (tag, "*") for one in asked.split(","))
