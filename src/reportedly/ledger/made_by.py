"""Which version of the rules made what a ledger derived: merging by two versions side by side would be by neither."""

from sqlalchemy import Connection, delete, insert, select

from reportedly.errors import LedgerError
from reportedly.ledger.tables import MADE_BY

MERGING = "merging"


def require_made_by(connection: Connection, version: str, *, ledger: str) -> None:
    """Notes the version where nothing was merged yet; LedgerError where another one merged it."""
    found = made_by(connection)
    if found is None:
        say_made_by(connection, version)
    elif found != version:
        raise LedgerError(
            f"{ledger}: its incidents were merged by the rules {found}, this version has {version}; "
            f"'reportedly rebuild --ledger {ledger}' merges them anew, and keeps what people decided"
        )


def made_by(connection: Connection) -> str | None:
    """The version that merged what there is; None where nothing was merged yet."""
    return connection.execute(select(MADE_BY.c.version).where(MADE_BY.c.part == MERGING)).scalar()


def say_made_by(connection: Connection, version: str) -> None:
    """Notes which version merged everything there is."""
    connection.execute(delete(MADE_BY).where(MADE_BY.c.part == MERGING))
    connection.execute(insert(MADE_BY).values(part=MERGING, version=version))
