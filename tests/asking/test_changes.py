"""What became of incidents between two states, on incidents built by hand."""

from dataclasses import replace

from reportedly.asking.changes import changes
from reportedly.merging.merge import merge
from reportedly.records.changes import ChangeKind, FieldChange
from reportedly.records.counts import Count
from reportedly.records.merged import Incident, Link, LinkKind
from tests.merging.made import member, where


def incident(id_: str, *was: str, killed: int | None = None, **fields: object) -> Incident:
    (made,) = merge([member(id_)])
    count = None if killed is None else Count.exactly(killed)
    return replace(made, was=was, killed=count, **fields)  # type: ignore[arg-type]


def test_nothing_changes_where_nothing_differs() -> None:
    assert changes([incident("a", "b")], [incident("a", "b")]) == ()


def test_an_incident_is_known_again_by_its_members_though_its_id_is_another() -> None:
    (change,) = changes([incident("b", killed=3)], [incident("a", "b", killed=5)])
    assert (change.kind, change.incident.id) == (ChangeKind.CHANGED, "a")
    assert change.fields == (FieldChange("killed", {"low": 3, "high": 3}, {"low": 5, "high": 5}),)


def test_what_nobody_told_of_before_is_new_and_has_no_fields() -> None:
    (change,) = changes([], [incident("a", killed=1)])
    assert (change.kind, change.fields, change.other) == (ChangeKind.NEW, (), None)


def test_two_that_become_one_are_one_changed_and_one_joined() -> None:
    found = changes([incident("a", "b", killed=1), incident("c")], [incident("a", "b", "c", killed=2)])
    assert [(one.kind, one.incident.id, one.other) for one in found] == [
        (ChangeKind.CHANGED, "a", None),
        (ChangeKind.JOINED, "c", "a"),
    ]


def test_one_that_falls_apart_keeps_its_larger_part() -> None:
    found = changes([incident("a", "b", "c")], [incident("a"), incident("b", "c", killed=4)])
    assert [(one.kind, one.incident.id, one.other) for one in found] == [
        (ChangeKind.SPLIT, "a", "a"),
        (ChangeKind.CHANGED, "b", None),
    ]


def test_what_no_report_tells_any_more_is_gone() -> None:
    (change,) = changes([incident("a")], [])
    assert (change.kind, change.other) == (ChangeKind.GONE, None)


def test_a_link_to_an_incident_that_only_got_another_id_is_no_change() -> None:
    link = Link(LinkKind.THREAT_THEN_ATTACK, "t", "why")
    before = [incident("a", links=(link,)), incident("t")]
    after = [incident("a", links=(replace(link, incident_id="s"),)), incident("s", "t")]
    assert changes(before, after) == ()


def test_another_place_is_told_with_both() -> None:
    (change,) = changes([incident("a", where=where("Goma"))], [incident("a", where=where("Bukavu"))])
    (field,) = change.fields
    assert field.field == "where"
    assert isinstance(field.after, dict)
    assert field.after["name"] == "Bukavu"
