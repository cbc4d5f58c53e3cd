"""A merged incident in, each of its values out with the claims for it and those against it, copies folded."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from reportedly.desk.cards import Line, Voice, Voices, lines_of
from reportedly.desk.wording import wording
from reportedly.desk.words_for import count_words, value_words
from reportedly.records.claims import Claim
from reportedly.records.merged import Evidence, Incident, ToldBy
from reportedly.records.vocabulary import ClaimField, Factuality

SINGLE = (ClaimField.TYPE, ClaimField.STAGE, ClaimField.WHEN, ClaimField.WHERE, ClaimField.KILLED, ClaimField.INJURED)
"""Fields that have one value: a claim of another is against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A claim as the word of somebody in a report.

    ``value`` are the words for what is claimed, "" where it is just the value shown. ``again`` counts further reports
    that carry the same word of the same speaker. ``told`` is None for a report the incident does not list.
    """

    voice: Voice
    told: ToldBy | None
    value: str
    again: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One value of an incident, with who says so and who says otherwise."""

    line: Line
    pro: tuple[Heard, ...]
    con: tuple[Heard, ...]


def values_of(incident: Incident) -> tuple[Shown, ...]:
    """Every value the incident has, in the order of a card; claims in the order of publication, then of the report."""
    desk = _Desk(incident)
    return tuple(desk.shown(line) for line in _lines(incident, desk.voices))


def _lines(incident: Incident, voices: Voices) -> Iterator[Line]:
    """The lines of a card, with type and stage in front and each toll on a line of its own."""
    words = wording()
    yield Line("type", words.word("type", incident.type.value))
    yield Line("stage", words.word("stage", incident.stage.value))
    for line in lines_of(incident, voices):
        if line.field == "toll":
            tolls = (("killed", incident.killed), ("injured", incident.injured))
            yield from (Line(field, count_words(count)) for field, count in tolls if count is not None)
        elif line.field != "perpetrators":  # the matrix tells who is blamed
            yield line


class _Desk:
    """Looks up what is claimed of one incident, and where."""

    def __init__(self, incident: Incident) -> None:
        self._told: Mapping[str, ToldBy] = {told.report_id: told for told in incident.reports}
        self._ordered = sorted(incident.evidence, key=self._order)
        publishers = {
            one.claim.id: told.publisher for one in self._ordered if (told := self._told.get(one.report_id)) is not None
        }
        self.voices = Voices({one.claim.id: one.claim for one in self._ordered}, publishers)

    def shown(self, line: Line) -> Shown:
        """The line with what is heard for and against it."""
        field = ClaimField(line.field)
        own = {voice.claim.id for voice in line.voices}
        single = field in SINGLE
        heard = [
            (one, self._heard(one, line, single=single))
            for one in self._ordered
            if one.claim.id in own or (single and one.claim.field is field)
        ]
        return Shown(
            line=line,
            pro=_folded(said for one, said in heard if self._is_for(one.claim, said, own=own)),
            con=_folded(said for one, said in heard if not self._is_for(one.claim, said, own=own)),
        )

    def _is_for(self, claim: Claim, said: Heard, *, own: set[str]) -> bool:
        return claim.factuality is not Factuality.DENIED and (not said.value or claim.id in own)

    def _heard(self, one: Evidence, line: Line, *, single: bool) -> Heard:
        value = claim_words(one.claim) if single else ""
        return Heard(
            voice=self.voices.voice(one.claim),
            told=self._told.get(one.report_id),
            value="" if value == line.value else value,
            again=0,
        )

    def _order(self, one: Evidence) -> tuple[bool, bool, str, str]:
        """Originals before copies, then by time of publication, undated last."""
        told = self._told.get(one.report_id)
        published = None if told is None or told.published is None else told.published.isoformat()
        return (told is not None and told.copy_of is not None, published is None, published or "", one.report_id)


def claim_words(claim: Claim) -> str:
    """What a claim of a field that has one value says, as its value is shown."""
    value = claim.value
    if claim.field in (ClaimField.TYPE, ClaimField.STAGE) and isinstance(value, str):
        return wording().word(claim.field.value, value)
    if isinstance(value, dict) and claim.field is ClaimField.WHERE:
        return value_words(value.get("name"))
    if isinstance(value, dict) and claim.field is ClaimField.WHEN:
        ends = dict.fromkeys(str(end) for end in (value.get("start"), value.get("end")) if end)
        return wording().phrase("ends").join(ends) or value_words(value.get("text"))
    return value_words(value)


def _folded(heard: Iterable[Heard]) -> tuple[Heard, ...]:
    """One of each speaker, firmness and value, the first; the others are counted by report."""
    found: dict[tuple[str, ...], Heard] = {}
    reports: dict[tuple[str, ...], set[str]] = {}
    for said in heard:
        source = said.voice.claim.source
        who = source.name if source is not None else (said.told.publisher or "" if said.told else "")
        key = ("" if source is None else "source", who, said.voice.how, said.value)
        found.setdefault(key, said)
        reports.setdefault(key, set()).add(said.told.report_id if said.told else "")
    return tuple(replace(said, again=len(reports[key]) - 1) for key, said in found.items())
