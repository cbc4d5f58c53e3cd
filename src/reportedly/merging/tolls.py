"""Members of one incident in, its toll history out: each speaker's figures, the earliest published first."""

from reportedly.merging.policies import Voice
from reportedly.merging.voices import Circle, figures
from reportedly.records.counts import Count
from reportedly.records.merged import Toll
from reportedly.records.vocabulary import ClaimField

Rows = dict[tuple[str, str | None], list[Voice[Count]]]


def tolls(told: Circle) -> tuple[Toll, ...]:
    """One row for each report and speaker; a copy's figures stand too, as a later cut may carry a later toll."""
    killed, injured = _rows(figures(told, ClaimField.KILLED)), _rows(figures(told, ClaimField.INJURED))
    keys = sorted({**killed, **injured}, key=lambda key: (key[0], key[1] or ""))
    places = {member.report.report_id: at for at, member in enumerate(reversed(told.members))}
    keys.sort(key=lambda key: -places[key[0]])
    return tuple(_toll(key, killed, injured) for key in keys)


def _rows(heard: list[Voice[Count]]) -> Rows:
    found: Rows = {}
    for voice in heard:
        name = None if voice.source is None else voice.source.name
        found.setdefault((voice.report.report_id, name), []).append(voice)
    return found


def _toll(key: tuple[str, str | None], killed: Rows, injured: Rows) -> Toll:
    voice = (killed.get(key) or injured[key])[0]
    return Toll(
        published=voice.report.published,
        source=key[1],
        killed=killed[key][0].value if key in killed else None,
        injured=injured[key][0].value if key in injured else None,
        report_id=key[0],
    )
