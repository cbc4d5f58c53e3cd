"""Reports and what places they name in, the days that a ledger covers of a country or a sea out.

A report covers the day it was published on and the six before it in every country, and at every place, that it names:
news tells of the last days, and a week without a report may have had an attack that nobody put into this ledger.
A day is covered where any report covers it. This says that somebody looked, never that everything was told.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reportedly.records.answers import Gap
from reportedly.records.moments import Moment, day_of
from reportedly.records.places import Where

LOOKBACK_DAYS = 7
"""Days that one report speaks for, its own included. Chosen, not measured: weekly papers and bulletins look so far."""


@dataclass(slots=True)
class Coverage:
    """The days on which reports about a place were published, by country code or, where there is none, place id."""

    published: dict[str, set[dt.date]] = field(default_factory=dict)

    def note(self, published: Moment | None, places: Iterable[Where]) -> None:
        """Takes in one report; one without a day covers nothing."""
        if published is None:
            return
        for key in {key for place in places if (key := _key(place)) is not None}:
            self.published.setdefault(key, set()).add(day_of(published))

    def gaps(self, area: Where, *, first: dt.date, last: dt.date) -> tuple[Gap, ...]:
        """The days from ``first`` to ``last`` that no report covers; all of them for an area that has no key."""
        days = sorted(self._days(area))
        found: list[Gap] = []
        start = first
        for day in days:
            opens = day - dt.timedelta(days=LOOKBACK_DAYS - 1)
            if opens > start and start <= last:
                found.append(Gap(start, min(opens - dt.timedelta(days=1), last)))
            start = max(start, day + dt.timedelta(days=1))
        if start <= last:
            found.append(Gap(start, last))
        return tuple(found)

    def _days(self, area: Where) -> Mapping[dt.date, None]:
        key = _key(area)
        return dict.fromkeys(self.published.get(key, ())) if key is not None else {}


def _key(place: Where) -> str | None:
    return place.country or place.place_id
