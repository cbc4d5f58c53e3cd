"""The tables of a ledger as SQLAlchemy sees them; ``migrations/`` makes them.

Append-only: ``reports``, ``texts``, ``decisions``, ``anchors``, ``tombstones``. Derived from these, and made again by a
rebuild: all others. A column ``record`` holds a record as JSON (``codec.py``); the columns beside it are what is
looked for.
"""

from typing import Any

from sqlalchemy import Boolean, Column, Dialect, Float, ForeignKey, Integer, MetaData, Table, Text
from sqlalchemy.types import TypeDecorator

from reportedly.ledger.codec import has_lone_surrogate


class Letters(TypeDecorator[str]):
    """Text as it came, half surrogate pairs included: these go in as bytes, since UTF-8 has no form for them."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ANN401, ARG002 - text or bytes
        """What is stored for a text."""
        if value is None or not has_lone_surrogate(value):
            return value
        return value.encode("utf-8", "surrogatepass")

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ANN401, ARG002 - text or bytes
        """The text that was stored."""
        return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


METADATA = MetaData()

REPORTS = Table(
    "reports",
    METADATA,
    Column("row", Integer, primary_key=True, comment="order of arrival"),
    Column("report_id", Letters, nullable=False),
    Column("version", Integer, nullable=False, comment="of this report, from 1"),
    Column("hash", Text, nullable=False, comment="of the report as received"),
    Column("received", Text, nullable=False, comment="UTC, ISO 8601"),
    Column("content", Letters, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("uri", Letters),
    Column("publisher", Letters),
    Column("title", Letters),
    Column("published", Text),
    Column("language", Text),
)
"""Every version of every report as received."""

TEXTS = Table(
    "texts",
    METADATA,
    Column("row", Integer, primary_key=True),
    Column("report_id", Letters, nullable=False),
    Column("text_hash", Text, nullable=False),
    Column("text", Letters, nullable=False),
)
"""What offsets point into: every clean text a report ever had."""

DECISIONS = Table(
    "decisions",
    METADATA,
    Column("row", Integer, primary_key=True, comment="order of deciding"),
    Column("id", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("who", Letters, nullable=False),
    Column("at", Text, nullable=False, comment="UTC, ISO 8601"),
    Column("because", Letters, nullable=False),
    Column("record", Text, nullable=False),
)
"""What people decided."""

ANCHORS = Table(
    "anchors",
    METADATA,
    Column("incident_id", Text, primary_key=True),
    Column("report_id", Letters, nullable=False),
    Column("text_hash", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)
"""Where a reported incident that somebody decided on stands in its text, so that it is found again under a new id."""

TOMBSTONES = Table(
    "tombstones",
    METADATA,
    Column("row", Integer, primary_key=True),
    Column("report_id", Letters, nullable=False),
    Column("text_hash", Text, nullable=False, comment="of one of its versions"),
    Column("at", Text, nullable=False, comment="UTC, ISO 8601"),
    Column("because", Letters, nullable=False),
)
"""What is left of reports that were forgotten."""

TELLINGS = Table(
    "tellings",
    METADATA,
    Column("report_row", Integer, ForeignKey("reports.row"), primary_key=True),
    Column("text_row", Integer, ForeignKey("texts.row"), nullable=False),
    Column("counts", Boolean, nullable=False, comment="the version whose incidents are merged"),
    Column("software", Text, nullable=False, comment="the version that told it"),
    Column("publisher", Letters),
    Column("title", Letters),
    Column("published", Text),
    Column("head", Text, nullable=False, comment="ReportHead"),
    Column("record", Text, nullable=False),
)
"""What each version of a report tells, but for its incidents and claims."""

REPORTED = Table(
    "reported_incidents",
    METADATA,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("report_row", Integer, ForeignKey("reports.row"), nullable=False),
    Column("position", Integer, nullable=False, comment="in its telling, from 0"),
    Column("counts", Boolean, nullable=False),
    Column("record", Text, nullable=False),
)
"""One incident as one version of a report tells it."""

CLAIMS = Table(
    "claims",
    METADATA,
    Column("report_row", Integer, ForeignKey("reports.row"), primary_key=True),
    Column("position", Integer, primary_key=True, comment="in its telling, from 0"),
    Column("id", Text, nullable=False),
    Column("record", Text, nullable=False),
)
"""Every claim of every telling."""

MEMBERS = Table(
    "members",
    METADATA,
    Column("row", Integer, ForeignKey("reported_incidents.row"), primary_key=True),
    Column("id", Text, nullable=False, comment="of the reported incident"),
    Column("incident_id", Text, comment="of the incident it is in; none until it is assigned"),
    Column("profile", Text, nullable=False, comment="what it is compared by"),
    Column("keys", Text, nullable=False, comment="of its blocks, JSON"),
    Column("follows", Integer, comment="the member it stands by, none for a core member"),
    Column("attachment", Text, comment="the judgement by which it follows"),
)
"""The reported incidents that count, as merging sees them."""

BLOCKS = Table(
    "blocks",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("member_id", Text, primary_key=True),
)
"""Which members stand under a block key."""

JUDGEMENTS = Table(
    "judgements",
    METADATA,
    Column("member_row", Integer, ForeignKey("members.row"), primary_key=True),
    Column("other_row", Integer, primary_key=True),
    Column("verdict", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("reasons", Text, comment="rows of reasons, each with its weight, JSON; kept on the side of the smaller id"),
    Column("method", Text, comment="likewise"),
)
"""What rules hold of pairs, once from either side: by row, since pairs that arrive together then stand together."""

REASONS = Table(
    "reasons",
    METADATA,
    Column("row", Integer, primary_key=True),
    Column("feature", Text, nullable=False),
    Column("words", Text, nullable=False),
)
"""The words of reasons, each kept once."""

INCIDENTS = Table(
    "incidents",
    METADATA,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("start", Text, comment="when.start as it is printed"),
    Column("first_day", Text),
    Column("last_day", Text),
    Column("killed_low", Integer),
    Column("sources", Integer, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("disputed", Boolean, nullable=False),
    Column("stale", Boolean, nullable=False, comment="its members changed and it waits to be resolved again"),
    Column("record", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("rejected", Boolean, nullable=False, comment="a person rejected every one of its members"),
)
"""Merged incidents, resolved."""

FACETS = Table(
    "facets",
    METADATA,
    Column("facet", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("incident_row", Integer, ForeignKey("incidents.row"), primary_key=True),
)
"""What an incident can be looked up by: type, stage, country, actor, target kind, responsibility."""

TIES = Table(
    "ties",
    METADATA,
    Column("part", Text, primary_key=True, comment="threat or attack"),
    Column("key", Text, primary_key=True, comment="the actor"),
    Column("day", Integer, primary_key=True, comment="ordinal"),
    Column("incident_row", Integer, ForeignKey("incidents.row"), primary_key=True),
)
"""What an incident can be linked by: only those that share a key, one part each, can be tied."""

LINKS = Table(
    "links",
    METADATA,
    Column("incident_row", Integer, ForeignKey("incidents.row"), primary_key=True),
    Column("other_row", Integer, ForeignKey("incidents.row"), primary_key=True),
    Column("record", Text, nullable=False),
)
"""Ties between merged incidents, once from either side."""

MADE_BY = Table(
    "made_by",
    METADATA,
    Column("part", Text, primary_key=True),
    Column("version", Text, nullable=False),
)
"""Which version of the rules made what is derived."""

PLACES = Table(
    "places",
    METADATA,
    Column("incident_row", Integer, ForeignKey("incidents.row"), primary_key=True),
    Column("name", Letters, nullable=False),
    Column("place_id", Text),
    Column("country", Text),
    Column("precision", Text, nullable=False),
    Column("lat", Float, comment="none where no point is settled; then there is no longitude and no radius"),
    Column("lon", Float),
    Column("radius_km", Float),
)
"""Where incidents happened; the engine's own spatial index lies over those with a point."""
