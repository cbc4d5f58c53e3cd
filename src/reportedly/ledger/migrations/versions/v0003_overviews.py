"""What overviews of many incidents are made of: places to be counted alone, an order that holds what is asked."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

FILL = """
INSERT INTO places
SELECT "row", json_extract(record, '$.where.name'), json_extract(record, '$.where.place_id'),
    json_extract(record, '$.where.country'), json_extract(record, '$.where.precision'),
    json_extract(record, '$.where.lat'), json_extract(record, '$.where.lon'),
    CASE WHEN json_extract(record, '$.where.lat') IS NULL OR json_extract(record, '$.where.lon') IS NULL THEN NULL
        ELSE coalesce(json_extract(record, '$.where.radius_km'), 0.0) END
FROM incidents WHERE json_extract(record, '$.where.name') IS NOT NULL
"""
SORTED = "UPDATE incidents SET type = json_extract(record, '$.type'), stage = json_extract(record, '$.stage')"
ASKED = ("id", "first_day", "last_day", "killed_low", "sources", "reports", "disputed", "type", "stage", "rejected")


def upgrade() -> None:
    """Makes the table of places again, with their names, and lets the order of incidents tell what is asked of them."""
    op.drop_table("places")
    op.create_table(
        "places",
        sa.Column("incident_row", sa.Integer, sa.ForeignKey("incidents.row"), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("place_id", sa.Text),
        sa.Column("country", sa.Text),
        sa.Column("precision", sa.Text, nullable=False),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
        sa.Column("radius_km", sa.Float),
    )
    op.execute(FILL)
    op.create_index(
        "places_by_point", "places", ["lat", "lon", "radius_km", "precision", "name", "place_id", "country"]
    )
    for name in ("type", "stage"):
        op.add_column("incidents", sa.Column(name, sa.Text, nullable=False, server_default=""))
    op.add_column("incidents", sa.Column("rejected", sa.Boolean, nullable=False, server_default=sa.false()))
    op.execute(SORTED)
    op.create_index("members_home", "members", ["row", "incident_id"])
    op.drop_index("incidents_in_order", "incidents")
    op.create_index("incidents_in_order", "incidents", [sa.text("start IS NULL"), "start", *ASKED])
