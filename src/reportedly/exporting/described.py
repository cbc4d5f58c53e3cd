"""An incident in, its name and the lines that describe it out, for formats that hold objects and not rows.

Nobody who is blamed and no weapon stands in them. The words are in ``codebook/crosswalks/told.toml``.
"""

from collections.abc import Iterator
from functools import cache

from reportedly.codebook.crosswalks import Crosswalk, crosswalk
from reportedly.records.counts import Count
from reportedly.records.merged import Incident


def name_of(incident: Incident) -> str:
    """What kind of attack, where and when, as far as known."""
    when = None if incident.when is None or incident.when.start is None else incident.when.edtf
    where = None if incident.where is None else incident.where.name
    parts = (_book().word("type", incident.type.value), where, when)
    return ", ".join(on_one_line(part) for part in parts if part)


def described(incident: Incident) -> Iterator[str]:
    """Stage, days, targets, victims, killed and injured, a line each."""
    when = incident.when
    yield _line("stage", incident.stage.value)
    if when is not None and when.start is not None:
        yield _line("when", when.edtf)
    yield from dict.fromkeys(_line("target", target.name) for target in incident.targets)
    yield from dict.fromkeys(_line("victim", victim.name) for victim in incident.victims)
    for key, count in (("killed", incident.killed), ("injured", incident.injured)):
        if count is not None:
            yield _line(key, _figure(count))


def on_one_line(words: str) -> str:
    """A name that a report breaks over two lines stands on one."""
    return " ".join(words.split())


def _line(key: str, told: str) -> str:
    return _book().word("description", key).format(told=on_one_line(told))


def _figure(count: Count) -> str:
    if count.high is None:
        form = "at_least"
    elif count.low is None:
        form = "at_most"
    else:
        form = "exact" if count.low == count.high else "between"
    return _book().word("count", form).format(low=count.low, high=count.high)


@cache
def _book() -> Crosswalk:
    return crosswalk("told")
