from reportedly.exporting.columns import COLUMNS, cells
from reportedly.records.merged import Incident

FIRST_TEN = ["id", "type", "stage", "summary", "start", "end", "time_precision", "edtf", "place", "country"]


def test_every_column_has_a_name_of_its_own_and_the_first_stay_where_they_are() -> None:
    names = [column.name for column in COLUMNS]
    assert len(set(names)) == len(names)
    assert names[:10] == FIRST_TEN


def test_a_row_holds_codes_ranges_and_names(incident: Incident) -> None:
    row = cells(incident)
    assert row["type"] == "shooting"
    assert (row["start"], row["end"], row["time_precision"]) == ("2024-03-11", "2024-03-11", "day")
    assert (row["killed_low"], row["killed_high"]) == (2, 2)
    assert (row["attackers_killed_low"], row["attackers_killed_high"]) == (1, None)
    assert row["accused"] == "the Marsh Brigade"
    assert row["denied"] == "Marsh Brigade"
    assert row["claimed"] is None
    assert row["responsibility"] == "accused; denied; withheld"


def test_a_row_counts_reports_and_speakers(incident: Incident) -> None:
    row = cells(incident)
    assert (row["sources"], row["reports"]) == (4, 3)
    assert row["publishers"] == "The Delta Post; Morning Sheet; Basin Radio"
    assert (row["first_published"], row["last_published"]) == ("2024-03-12T08:00+00:00", "2024-03-14")
    assert row["was"] == "b2; c3"


def test_what_is_not_known_is_none(bare: Incident) -> None:
    row = cells(bare)
    known = {name for name, cell in row.items() if cell is not None}
    assert known == {"id", "type", "stage", "summary", "sources", "reports", "report_ids"}
