"""A form in, what it changes in the ledger kept: through the same functions as the commands of the terminal."""

import datetime as dt

from reportedly.desk.decisions import Draft, Outcome, decide
from reportedly.errors import UsageError
from reportedly.ledger.open import writing_ledger
from reportedly.settings import settings


def keep(ledger: str, draft: Draft, *, who: str, because: str) -> Outcome:
    """Keeps what the draft makes of the ledger's present state; UsageError where nobody, or no reason, is named."""
    name = who.strip() or (settings().user or "").strip()
    if not name:
        raise UsageError("who decides? A name is kept with every decision")
    if not because.strip():
        raise UsageError("why? A reason is kept with every decision")
    with writing_ledger(ledger, create=False, notify=_unheard) as engine:
        return decide(engine, draft, who=name, when=dt.datetime.now(dt.UTC), because=because.strip())


def user() -> str:
    """The name that forms are filled with."""
    return settings().user or ""


def _unheard(words: str) -> None:
    """A ledger that needs to be brought up to date is refused when it is read, long before anybody decides."""
