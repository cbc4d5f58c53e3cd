"""A merged incident in, each of its values out with the claims for it and those against it, copies folded."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from reportedly.desk.cards import Line, Voice, Voices, lines_of
from reportedly.desk.views.told import origins
from reportedly.desk.wording import wording
from reportedly.desk.words_for import count_words, rival_words
from reportedly.merging.disagreements import compatible
from reportedly.merging.extents import near, overlap
from reportedly.records.counts import Count
from reportedly.records.forms import count_from, range_value, when_from, when_value, where_from, where_value
from reportedly.records.merged import Evidence, Incident, ToldBy, Toll
from reportedly.records.values import Value
from reportedly.records.vocabulary import ClaimField, Factuality


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A claim as the word of somebody in a report.

    ``value`` are the words for what is claimed, "" where it is just the value shown. ``again`` counts further reports
    that carry the same word of the same speaker. ``told`` is None for a report the incident does not list.
    """

    voice: Voice
    told: ToldBy | None
    value: str
    again: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One value of an incident, with who says so and who says otherwise.

    ``beside`` are figures that count a part of what a report tells, or that its speaker has since corrected.
    """

    line: Line
    pro: tuple[Heard, ...]
    con: tuple[Heard, ...]
    beside: tuple[Heard, ...] = ()


def values_of(incident: Incident) -> tuple[Shown, ...]:
    """Every value the incident has, in the order of a card, but for who is blamed, which the matrix tells.

    Claims stand in the order of publication, those of copies last.
    """
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
        elif line.field != "perpetrators":
            yield line


class _Desk:
    """Looks up what is claimed of one incident, and where."""

    def __init__(self, incident: Incident) -> None:
        self._incident = incident
        self._told: Mapping[str, ToldBy] = {told.report_id: told for told in incident.reports}
        self._origins = origins(incident)
        self._tolls: dict[str, list[Toll]] = {}
        for toll in incident.tolls:
            self._tolls.setdefault(toll.report_id, []).append(toll)
        self._ordered = sorted(incident.evidence, key=self._order)
        publishers = {
            one.claim.id: told.publisher for one in self._ordered if (told := self._told.get(one.report_id)) is not None
        }
        self.voices = Voices({one.claim.id: one.claim for one in self._ordered}, publishers)

    def shown(self, line: Line) -> Shown:
        """The line with what is heard for and against it."""
        own = {voice.claim.id for voice in line.voices}
        single = SINGLE.get(line.field)
        about = [one for one in self._ordered if one.claim.id in own or (single and one.claim.field == line.field)]
        pro: list[Heard] = []
        con: list[Heard] = []
        beside: list[Heard] = []
        for one in about:
            side = beside if self._is_part(one) else pro if self._is_for(one, single) else con
            side.append(self._heard(one, single))
        return Shown(line=line, pro=self._folded(pro), con=self._folded(con), beside=self._folded(beside))

    def _is_part(self, one: Evidence) -> bool:
        """True for a figure that the toll history does not have of this speaker, though it has others of the report."""
        field = one.claim.field
        if field not in (ClaimField.KILLED, ClaimField.INJURED):
            return False
        told = {(toll.source, _figure(toll, field)) for toll in self._tolls.get(one.report_id, ())}
        source = None if one.claim.source is None else one.claim.source.name
        return any(count is not None for _, count in told) and (source, count_from(one.claim.value)) not in told

    def _is_for(self, one: Evidence, single: "Single | None") -> bool:
        if one.claim.factuality is Factuality.DENIED:
            return False
        return single is None or single.agrees(self._incident, one.claim.value)

    def _heard(self, one: Evidence, single: "Single | None") -> Heard:
        same = single is None or rival_words(one.claim.field, one.claim.value) == rival_words(
            one.claim.field, single.form(self._incident)
        )
        return Heard(
            voice=self.voices.voice(one.claim),
            told=self._told.get(one.report_id),
            value="" if same else rival_words(one.claim.field, one.claim.value),
        )

    def _folded(self, heard: Iterable[Heard]) -> tuple[Heard, ...]:
        """One of each speaker, firmness and value, the first; further reports are counted, copies among them."""
        found: dict[tuple[str, ...], Heard] = {}
        reports: dict[tuple[str, ...], set[str]] = {}
        for said in heard:
            source, report = said.voice.claim.source, said.told.report_id if said.told else ""
            who = f"report {self._origins.get(report, report)}" if source is None else f"by {source.name}"
            key = (who, said.voice.how, said.value)
            found.setdefault(key, said)
            reports.setdefault(key, set()).add(report)
        return tuple(replace(said, again=len(reports[key]) - 1) for key, said in found.items())

    def _order(self, one: Evidence) -> tuple[bool, bool, str, str]:
        told = self._told.get(one.report_id)
        published = None if told is None or told.published is None else told.published.isoformat()
        return (told is not None and told.copy_of is not None, published is None, published or "", one.report_id)


def _figure(toll: Toll, field: ClaimField) -> Count | None:
    return toll.killed if field is ClaimField.KILLED else toll.injured


@dataclass(frozen=True, slots=True)
class Single:
    """A field that has one value: that value as a claim would hold it, and whether a claimed value can hold with it."""

    form: Callable[[Incident], Value]
    agrees: Callable[[Incident, Value], bool]


def _when_agrees(incident: Incident, value: Value) -> bool:
    return incident.when is not None and overlap(incident.when, when_from(value))


def _where_agrees(incident: Incident, value: Value) -> bool:
    return incident.where is not None and near(incident.where, where_from(value))


def _killed_agrees(incident: Incident, value: Value) -> bool:
    claimed = count_from(value)
    return claimed is not None and incident.killed is not None and compatible(incident.killed, claimed)


def _injured_agrees(incident: Incident, value: Value) -> bool:
    claimed = count_from(value)
    return claimed is not None and incident.injured is not None and compatible(incident.injured, claimed)


SINGLE: Mapping[str, Single] = {
    ClaimField.TYPE: Single(lambda told: told.type.value, lambda told, value: value == told.type),
    ClaimField.STAGE: Single(lambda told: told.stage.value, lambda told, value: value == told.stage),
    ClaimField.WHEN: Single(lambda told: None if told.when is None else when_value(told.when), _when_agrees),
    ClaimField.WHERE: Single(lambda told: None if told.where is None else where_value(told.where), _where_agrees),
    ClaimField.KILLED: Single(lambda told: range_value(told.killed), _killed_agrees),
    ClaimField.INJURED: Single(lambda told: range_value(told.injured), _injured_agrees),
}
"""The fields where a claim of another value is a claim against the one shown."""
