"""An incident in, the days it may have been on out, as codebooks ask for them: first, last, and the middle."""

import datetime as dt
from dataclasses import dataclass

from reportedly.records.merged import Incident
from reportedly.records.moments import day_of
from reportedly.records.vocabulary import TimePrecision

WEEK, MONTH, YEAR = 7, 31, 366
"""The most days of each, both ends counted."""


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, both inclusive; ``lasted``: told as going on over them, and not as doubt between them."""

    first: dt.date
    last: dt.date
    lasted: bool

    @property
    def number(self) -> int:
        """How many days, both ends counted."""
        return (self.last - self.first).days + 1

    @property
    def middle(self) -> dt.date:
        """The middle day; of an even number, the earlier of the two."""
        return self.first + dt.timedelta(days=(self.number - 1) // 2)

    def each(self) -> tuple[dt.date, ...]:
        """Every day."""
        return tuple(self.first + dt.timedelta(days=step) for step in range(self.number))


def days_of(incident: Incident) -> Days | None:
    """The days; None where no year is known or an end is open.

    A stretch of whole days on which the reports agree is how long it lasted; where they differ, or know a week or a
    month, it is doubt. A night is one event: the hours around midnight are doubt too.
    """
    when = incident.when
    if when is None or when.start is None or when.end is None or when.precision is TimePrecision.OPEN:
        return None
    differ = any(one.field == "when" for one in incident.disagreements)
    lasted = when.precision is TimePrecision.DAY and not differ
    return Days(day_of(when.start), day_of(when.end), lasted)
