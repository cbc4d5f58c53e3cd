"""Records in, the JSON a ledger stores out, and back: what comes back equals what went in.

A field that holds its default is left out, so the default of a record's field never changes without a migration.
"""

import datetime as dt
import json
import re
from typing import Any, TypeVar

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from reportedly.errors import LedgerError
from reportedly.records.claims import Claim
from reportedly.records.counts import Count
from reportedly.records.judgements import Decision
from reportedly.records.merged import Rival
from reportedly.records.moments import Moment, parse_moment
from reportedly.records.spans import Span
from reportedly.records.values import Value

T = TypeVar("T")
_LONE = re.compile("[\ud800-\udfff]")


def write(record: object) -> str:
    """A record, or a tuple of records, as one line of JSON; letters stand as themselves, lone surrogates escaped."""
    plain = _CONVERTER.unstructure(record)
    written = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return json.dumps(plain, separators=(",", ":")) if has_lone_surrogate(written) else written


def read(kind: type[T], written: str) -> T:
    """The record of that kind; LedgerError where the JSON holds none."""
    try:
        return _CONVERTER.structure(_object(written), kind)
    except Exception as error:
        raise LedgerError(f"a stored {getattr(kind, '__name__', kind)} cannot be read: {error}") from error


def write_moment(moment: Moment | None) -> str | None:
    """A day or time as ISO 8601, to the last digit."""
    return None if moment is None else moment.isoformat()


def read_moment(written: str | None) -> Moment | None:
    """The day or time that ``write_moment`` wrote."""
    return None if written is None else parse_moment(written)


def _object(written: str) -> dict[str, Any]:
    plain = json.loads(written)
    if not isinstance(plain, dict):
        raise TypeError(f"an object is wanted, not {type(plain).__name__}")
    return plain


def has_lone_surrogate(text: str) -> bool:
    """True where the text holds half of a surrogate pair, for which UTF-8 has no form."""
    return not text.isascii() and _LONE.search(text) is not None


def _tupled(value: object) -> Value:
    """A claim's value as the records hold it: JSON's lists are tuples."""
    if isinstance(value, list):
        return tuple(_tupled(item) for item in value)
    if isinstance(value, dict):
        return {str(key): _tupled(item) for key, item in value.items()}
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"a value is plain data, not {type(value).__name__}")


def _plain(value: Any) -> Any:  # noqa: ANN401 - plain data passes as it is
    return value


def _pair(written: Any) -> tuple[int, int]:  # noqa: ANN401 - JSON comes in here
    first, second = written
    return first, second


def _converter() -> Converter:
    converter = Converter(omit_if_default=True, unstruct_collection_overrides={tuple: list, frozenset: sorted})
    converter.register_unstructure_hook(Span, lambda span: [span.start, span.end])
    converter.register_structure_hook(Span, lambda written, _: Span(*_pair(written)))
    converter.register_unstructure_hook(Count, lambda count: [count.low, count.high])
    converter.register_structure_hook(Count, lambda written, _: Count(*_pair(written)))
    converter.register_unstructure_hook(dt.datetime, dt.datetime.isoformat)
    converter.register_structure_hook(dt.datetime, lambda written, _: dt.datetime.fromisoformat(written))
    converter.register_unstructure_hook(Moment, lambda moment: moment.isoformat())
    converter.register_structure_hook(Moment, lambda written, _: parse_moment(written))
    optional = Moment | None
    converter.register_unstructure_hook(optional, write_moment)
    converter.register_structure_hook(optional, lambda written, _: read_moment(written))
    for kind in (Claim, Rival, Decision):
        kept = override(unstruct_hook=_plain, struct_hook=lambda value, _: _tupled(value))
        writing = make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True, value=kept)
        converter.register_unstructure_hook(kind, writing)
        converter.register_structure_hook(kind, make_dict_structure_fn(kind, converter, value=kept))
    return converter


_CONVERTER = _converter()
