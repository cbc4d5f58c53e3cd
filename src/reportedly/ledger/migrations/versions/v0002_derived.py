"""What is derived from the reports: tellings, reported incidents, claims, merged incidents and what finds them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Makes the derived tables and the indexes over words and places."""
    _make_told()
    _make_judged()
    _make_merged()
    for statement in WORDS_AND_BOXES:
        op.execute(statement)


def _make_told() -> None:
    op.create_table(
        "tellings",
        sa.Column("report_row", sa.Integer, sa.ForeignKey("reports.row"), primary_key=True),
        sa.Column("text_row", sa.Integer, sa.ForeignKey("texts.row"), nullable=False),
        sa.Column("counts", sa.Boolean, nullable=False),
        sa.Column("software", sa.Text, nullable=False),
        sa.Column("publisher", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("head", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_table(
        "claims",
        sa.Column("report_row", sa.Integer, sa.ForeignKey("reports.row"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reported_incidents",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("report_row", sa.Integer, sa.ForeignKey("reports.row"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("counts", sa.Boolean, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("reported_incidents_by_id", "reported_incidents", ["id"])
    op.create_index("reported_incidents_by_report", "reported_incidents", ["report_row", "position"], unique=True)


def _make_judged() -> None:
    op.create_table(
        "members",
        sa.Column("row", sa.Integer, sa.ForeignKey("reported_incidents.row"), primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("incident_id", sa.Text),
        sa.Column("profile", sa.Text, nullable=False),
        sa.Column("keys", sa.Text, nullable=False),
        sa.Column("follows", sa.Integer),
        sa.Column("attachment", sa.Text),
    )
    op.create_index("members_by_id", "members", ["id"], unique=True)
    op.create_index("members_by_incident", "members", ["incident_id", "id"])
    op.create_index("members_following", "members", ["follows"], sqlite_where=sa.text("follows IS NOT NULL"))
    op.create_table(
        "blocks",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("member_id", sa.Text, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "judgements",
        sa.Column("member_row", sa.Integer, sa.ForeignKey("members.row"), primary_key=True),
        sa.Column("other_row", sa.Integer, primary_key=True),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("reasons", sa.Text),
        sa.Column("method", sa.Text),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reasons",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("feature", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
    )
    op.create_index("reasons_by_words", "reasons", ["feature", "words"], unique=True)


def _make_merged() -> None:
    op.create_table(
        "incidents",
        sa.Column("row", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("start", sa.Text),
        sa.Column("first_day", sa.Text),
        sa.Column("last_day", sa.Text),
        sa.Column("killed_low", sa.Integer),
        sa.Column("sources", sa.Integer, nullable=False),
        sa.Column("reports", sa.Integer, nullable=False),
        sa.Column("disputed", sa.Boolean, nullable=False),
        sa.Column("stale", sa.Boolean, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("incidents_by_id", "incidents", ["id"], unique=True)
    op.create_index("incidents_stale", "incidents", ["stale"], sqlite_where=sa.text("stale"))
    op.create_index("incidents_in_order", "incidents", [sa.text("start IS NULL"), "start", "id"])
    op.create_table(
        "facets",
        sa.Column("facet", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, primary_key=True),
        sa.Column("incident_row", sa.Integer, sa.ForeignKey("incidents.row"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("facets_by_incident", "facets", ["incident_row"])
    op.create_table(
        "ties",
        sa.Column("part", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("day", sa.Integer, primary_key=True),
        sa.Column("incident_row", sa.Integer, sa.ForeignKey("incidents.row"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ties_by_incident", "ties", ["incident_row"])
    op.create_table(
        "links",
        sa.Column("incident_row", sa.Integer, sa.ForeignKey("incidents.row"), primary_key=True),
        sa.Column("other_row", sa.Integer, sa.ForeignKey("incidents.row"), primary_key=True),
        sa.Column("record", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("links_by_other", "links", ["other_row"])
    op.create_table(
        "made_by",
        sa.Column("part", sa.Text, primary_key=True),
        sa.Column("version", sa.Text, nullable=False),
    )
    op.create_table(
        "places",
        sa.Column("incident_row", sa.Integer, sa.ForeignKey("incidents.row"), primary_key=True),
        sa.Column("lat", sa.Float, nullable=False),
        sa.Column("lon", sa.Float, nullable=False),
        sa.Column("radius_km", sa.Float, nullable=False),
    )


WORDS_AND_BOXES = (
    """
    CREATE VIEW report_texts AS
    SELECT tellings.report_row AS report_row, tellings.title AS title, texts.text AS text
    FROM tellings JOIN texts ON texts."row" = tellings.text_row WHERE tellings.counts
    """,
    """
    CREATE VIRTUAL TABLE report_words USING fts5(
        title, text, content = 'report_texts', content_rowid = 'report_row', tokenize = 'unicode61 remove_diacritics 2'
    )
    """,
    "CREATE VIRTUAL TABLE incident_words USING fts5(quotes, names, tokenize = 'unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE place_boxes USING rtree(incident_row, south, north, west, east)",
)
"""SQLite's full-text and spatial indexes: a report's words are indexed from where they stand, in ``texts``."""
