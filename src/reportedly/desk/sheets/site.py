"""All that a ledger knows about a place in, its page as a sheet out."""

from collections.abc import Iterator, Mapping

from reportedly.desk.maps import map_of_all
from reportedly.desk.sheets.parts import blame, by_weapon, numbers, threat, told
from reportedly.desk.sheets.sheet import Section, Sentence, Sheet, note_of, sections
from reportedly.desk.wording import wording
from reportedly.desk.words_for import moment_words, own_claim_words
from reportedly.records.merged import Incident
from reportedly.records.sites import Site


def site_sheet(found: Site, incidents: Mapping[str, Incident]) -> Sheet:
    """The page; ``incidents`` by id, those of the threats too."""
    words = wording()
    parts = [
        Section(heading=words.phrase("sheet_map"), drawing=map_of_all([found.area])),
        Section(heading=words.phrase("sheet_presence"), sentences=tuple(_presences(found))),
        Section(heading=words.phrase("sheet_threats"), sentences=tuple(_threats(found, incidents))),
        Section(
            heading=words.phrase("sheet_attacks"),
            sentences=(*numbers(found.attacks), *by_weapon(found.attacks)),
        ),
        Section(
            heading=words.phrase("sheet_attacks_in_time"),
            sentences=tuple(next(told(one)) for one in found.attacks),
        ),
        Section(
            heading=words.phrase("sheet_blamed"),
            sentences=tuple(
                Sentence(text=_dated(one, sentence.text), notes=sentence.notes)
                for one in found.attacks
                for sentence in blame(one)
            ),
        ),
    ]
    return Sheet(
        title=words.phrase("sheet_site", name=found.area.name),
        lead=_lead(found),
        sections=tuple(sections(parts)),
    )


def _lead(found: Site) -> str:
    words = wording()
    if found.last is None:
        return words.phrase("sheet_nothing_here")
    published = words.phrase("undated") if found.last.published is None else moment_words(found.last.published)
    publisher = found.last.publisher or found.last.report_id
    return words.phrase("sheet_last", publisher=publisher, published=published)


def _presences(found: Site) -> Iterator[Sentence]:
    words = wording()
    for one in found.presences:
        day = words.phrase("undated") if one.told.published is None else moment_words(one.told.published)
        mark = "" if one.own else words.phrase("sheet_of_country")
        text = words.phrase("sheet_force", day=day, force=own_claim_words(one.claim), mark=mark)
        yield Sentence(text=text, notes=(note_of(one.claim, one.told),))


def _threats(found: Site, incidents: Mapping[str, Incident]) -> Iterator[Sentence]:
    for one in found.threats:
        yield from threat(one.row, incidents, mark="" if one.own else wording().phrase("sheet_of_country"))


def _dated(incident: Incident, text: str) -> str:
    start = None if incident.when is None else incident.when.start
    day = wording().phrase("undated") if start is None else moment_words(start)
    return wording().phrase("sheet_dated", day=day, text=text)
