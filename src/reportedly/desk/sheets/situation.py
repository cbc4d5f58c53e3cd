"""What a ledger holds of some days in, a situation report as a sheet out."""

from collections.abc import Iterator, Mapping

from reportedly.desk.changed import change_words
from reportedly.desk.maps import map_of_all
from reportedly.desk.sheets.parts import dispute, numbers, threat, told
from reportedly.desk.sheets.sheet import Section, Sentence, Sheet, counted, notes_of, sections
from reportedly.desk.wording import wording
from reportedly.desk.words_for import moment_words, number_words
from reportedly.records.merged import Incident
from reportedly.records.sites import Situation
from reportedly.records.vocabulary import ClaimField

MAIN = 12
"""Incidents that are told one by one; the numbers count them all."""


def situation_sheet(found: Situation, incidents: Mapping[str, Incident]) -> Sheet:
    """The report; ``incidents`` by id, those of the threats too."""
    words = wording()
    days = words.phrase("from_to", start=moment_words(found.first), end=moment_words(found.last))
    area = words.phrase("sheet_everywhere") if found.area is None else found.area.name
    main = sorted(found.incidents, key=_weight)
    parts = [
        Section(heading=words.phrase("sheet_numbers"), sentences=tuple(_numbers(found))),
        Section(
            heading=words.phrase("sheet_map"),
            sentences=tuple(_placed(main)),
            drawing=map_of_all([one.where for one in main]),
        ),
        Section(
            heading=words.phrase("sheet_main"),
            sentences=tuple(sentence for one in main[:MAIN] for sentence in told(one)),
        ),
        Section(
            heading=words.phrase("sheet_disputes"),
            sentences=tuple(dispute(one) for one in found.incidents if one.disagreements),
        ),
        Section(heading=words.phrase("sheet_changed"), sentences=tuple(_changed(found))),
        Section(
            heading=words.phrase("sheet_threats"),
            sentences=tuple(sentence for row in found.threats for sentence in threat(row, incidents)),
        ),
    ]
    return Sheet(
        title=words.phrase("sheet_situation", area=area, days=days),
        lead=words.phrase("sheet_lead"),
        sections=tuple(sections(parts)),
    )


def _numbers(found: Situation) -> Iterator[Sentence]:
    words = wording()
    if not found.incidents:
        yield Sentence(text=words.phrase("sheet_none"), notes=())
    yield from numbers(found.incidents)
    before = number_words("incident", len(found.before))
    days = (found.last - found.first).days + 1
    yield counted(words.phrase("sheet_before", incidents=before, days=days), found.before)
    if found.unplaced:
        yield counted(number_words("sheet_lost", len(found.unplaced)), found.unplaced)


def _placed(main: list[Incident]) -> Iterator[Sentence]:
    """What the numbers on the map are, and how many stand on it nowhere."""
    words = wording()
    placed = [one for one in main if one.where is not None and one.where.lat is not None]
    for number, one in enumerate(placed, start=1):
        name = "" if one.where is None else one.where.name
        text = words.phrase("sheet_on_map", number=number, place=name, what=words.word("type", one.type.value))
        yield Sentence(text=text, notes=notes_of(one, ClaimField.WHERE))
    unplaced = [one for one in main if one not in placed]
    if unplaced:
        yield counted(number_words("sheet_unplaced", len(unplaced)), unplaced)


def _changed(found: Situation) -> Iterator[Sentence]:
    for step in found.steps:
        for change in step.changes:
            said = change_words(step.cause, change)
            own = [one for one in change.incident.evidence if one.report_id == step.cause.report_id]
            fields = {one.field for one in change.fields}
            best = [one.claim.field for one in own if one.claim.field.value in fields]
            notes = notes_of(change.incident, best[0] if best else ClaimField.TYPE)
            yield Sentence(text=said, notes=notes)


def _weight(incident: Incident) -> tuple[int, int, str]:
    """Those that killed most first, then those most reports tell."""
    killed = 0 if incident.killed is None else incident.killed.low or 0
    return (-killed, -len(incident.reports), incident.id)
