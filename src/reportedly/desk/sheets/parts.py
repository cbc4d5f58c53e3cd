"""Incidents and threats in, the sentences of a sheet about them out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reportedly.asking.tallying import total
from reportedly.desk.listing import differ_words
from reportedly.desk.sheets.sheet import Note, Sentence, about, counted, note_of, notes_of
from reportedly.desk.table import plain
from reportedly.desk.threatened import by_words, condition_words, followed_words, rest_words
from reportedly.desk.wording import wording
from reportedly.desk.words_for import count_words, moment_words, number_words
from reportedly.records.answers import ThreatRow
from reportedly.records.merged import Incident
from reportedly.records.vocabulary import Basis, ClaimField, Stage


def numbers(incidents: Sequence[Incident]) -> Iterator[Sentence]:
    """How many by stage, how many killed, and on how many reports it stands."""
    if not incidents:
        return
    words = wording()
    reports = len({told.report_id for one in incidents for told in one.reports})
    whole = {"incidents": number_words("incident", len(incidents)), "reports": number_words("report", reports)}
    yield counted(words.phrase("sheet_whole", **whole), incidents)
    for stage in Stage:
        of_stage = [one for one in incidents if one.stage is stage]
        if of_stage:
            text = words.phrase("sheet_stage", number=len(of_stage), stage=words.word("stage", stage.value))
            yield counted(text, of_stage, ClaimField.STAGE)
    told = [one for one in incidents if one.killed is not None]
    killed = total(one.killed for one in told)
    if killed is not None:
        silent = len(incidents) - len(told)
        text = words.phrase("sheet_killed", killed=count_words(killed), told=len(told), silent=silent)
        yield counted(text, told, ClaimField.KILLED)


def by_weapon(incidents: Sequence[Incident]) -> Iterator[Sentence]:
    """How many with what, for those of which a weapon is told."""
    groups: dict[str, list[Incident]] = {}
    for incident in incidents:
        for code in dict.fromkeys(weapon.code for weapon in incident.weapons):
            groups.setdefault(code, []).append(incident)
    for code, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        stages = Counter(one.stage for one in group)
        parts = ", ".join(
            wording().phrase("sheet_part", number=stages[stage], stage=wording().word("stage", stage.value))
            for stage in Stage
            if stages[stage]
        )
        text = wording().phrase("sheet_weapon", weapon=code.replace("_", " "), parts=parts)
        yield counted(text, group, ClaimField.WEAPONS)


def told(incident: Incident) -> Iterator[Sentence]:
    """The line of an incident, then who is blamed by whom."""
    fields = (ClaimField.TYPE, ClaimField.WHEN, ClaimField.WHERE, ClaimField.KILLED)
    yield about(incident, f"{plain(incident.summary)}.", *fields, most=1)
    yield from blame(incident)


def blame(incident: Incident) -> Iterator[Sentence]:
    """One sentence a basis: who is blamed, by whom; a speaker's claims are its notes."""
    words = wording()
    claims = {one.claim.id: one for one in incident.evidence}
    reports = {one.report_id: one for one in incident.reports}
    for basis in Basis:
        rows = [row for row in incident.perpetrators if row.basis is basis]
        for name in dict.fromkeys(row.name for row in rows):
            own = [row for row in rows if row.name == name]
            speakers = ", ".join(dict.fromkeys(row.by or words.phrase("voice") for row in own))
            found = [claims[id_] for row in own for id_ in row.claims if id_ in claims]
            notes = [note_of(one.claim, reports.get(one.report_id)) for one in found]
            matrix = words.word("matrix", basis.value)
            text = words.phrase("sheet_blame", name=plain(name), how=matrix, by=plain(speakers))
            yield Sentence(text=text, notes=tuple(dict.fromkeys(notes))[:3] or notes_of(incident, ClaimField.TYPE))


def dispute(incident: Incident) -> Sentence:
    """On what reports or speakers differ, on a claim for each value."""
    fields = {one.field for one in incident.disagreements}
    reports = {one.report_id: one for one in incident.reports}
    rivals = [rival for one in incident.disagreements for rival in one.values]
    notes: list[Note] = []
    for rival in rivals:
        match = next(
            (
                one
                for one in incident.evidence
                if one.report_id == rival.report_id
                and one.claim.field.value in fields
                and one.claim.value == rival.value
            ),
            None,
        )
        if match is not None:
            notes.append(note_of(match.claim, reports.get(match.report_id)))
    text = wording().phrase(
        "sheet_dispute", summary=plain(incident.summary), differ=differ_words(incident.disagreements)
    )
    return Sentence(text=text, notes=tuple(dict.fromkeys(notes)) or notes_of(incident, ClaimField.TYPE))


def threat(row: ThreatRow, incidents: Mapping[str, Incident], *, mark: str = "") -> Iterator[Sentence]:
    """A threat, its condition, and what followed."""
    words = wording()
    incident = incidents.get(row.incident_id)
    made = words.phrase("undated") if row.made is None else moment_words(row.made)
    text = words.phrase("sheet_threat", made=made, summary=plain(row.summary), mark=mark)
    if incident is None:
        return
    yield about(incident, text, ClaimField.TYPE, most=1)
    yield _line(by_words(row), notes_of(incident, ClaimField.PERPETRATORS))
    if row.condition is not None:
        yield _line(condition_words(row.condition), notes_of(incident, ClaimField.CONDITION))
    for one in row.followed:
        attack = incidents.get(one.incident_id)
        yield _line(followed_words(one), () if attack is None else notes_of(attack, ClaimField.PERPETRATORS))
    if (rest := rest_words(row)) is not None:
        yield _line(rest, notes_of(incident, ClaimField.WHEN))


def _line(words: str, notes: tuple[Note, ...]) -> Sentence:
    return Sentence(text=plain(f"{words}."), notes=notes)
