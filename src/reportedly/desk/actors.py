"""Actors a name brings up in, a list for eyes or JSON Lines out: what is known of each, and why it is taken or not."""

import json
from collections.abc import Sequence
from typing import IO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from reportedly.codebook.actors import Actor
from reportedly.codebook.book import Codebook
from reportedly.codebook.relations import Relation, relations_of
from reportedly.codebook.who import Candidate
from reportedly.desk.wording import wording

MOST_NAMES = 12
"""Spellings shown in a terminal; JSON Lines give all of them."""


def print_actors(found: Sequence[Candidate], book: Codebook, stream: IO[str]) -> None:
    """The actor that is meant with all that is known of it, then each other with why it was not taken."""
    console = Console(file=stream, highlight=False, emoji=False, markup=False)
    for one in (one for one in found if one.taken):
        console.print(Text.assemble((one.actor.name, "bold"), (f"  {one.actor.id}", "dim")))
        for line in _lines(one, book):
            console.print(Padding(Text(line), (0, 0, 0, 2)))
    others = [one for one in found if not one.taken]
    if others:
        console.print(Text(wording().phrase("not_taken"), "dim"))
    for one in others:
        why = wording().word("why_actor", one.why.value).format(written=one.written)
        console.print(Padding(Text.assemble((one.actor.name, "bold"), f"  {one.actor.id}  {why}"), (0, 0, 0, 2)))


def actor_lines(asked: str, found: Sequence[Candidate]) -> str:
    """The same as JSON Lines, one actor a line, the one that is meant first."""
    rows = (_row(asked, rank, one) for rank, one in enumerate(found, start=1))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _lines(one: Candidate, book: Codebook) -> list[str]:
    words, actor = wording(), one.actor
    known = [words.word("actor_kind", actor.kind), ", ".join(actor.countries), _years(actor)]
    lines = [", ".join(part for part in known if part)]
    lines.append(words.word("why_actor", one.why.value).format(written=one.written))
    short = ", ".join(actor.acronyms)
    names = [name for name in actor.names if name != actor.name]
    more = words.phrase("more_names", number=len(names) - MOST_NAMES) if len(names) > MOST_NAMES else ""
    lines += [words.phrase("also_called", names=", ".join(names[:MOST_NAMES]) + more)] if names else []
    lines += [words.phrase("short_for", names=short)] if short else []
    lines += [_relation(relation, actor, book) for relation in relations_of(actor.id)]
    lines.append(words.phrase("checked_against", checked=actor.checked))
    return lines


def _years(actor: Actor) -> str:
    if actor.since is None:
        return ""
    if actor.until is None:
        return wording().phrase("active_since", since=actor.since)
    return wording().phrase("active", since=actor.since, until=actor.until)


def _relation(relation: Relation, actor: Actor, book: Codebook) -> str:
    """One relation as its claim, read from the side of the actor shown."""
    own = relation.actor == actor.id
    other = book.actor(relation.of if own else relation.actor)
    told = wording().word("relation" if own else "relation_back", relation.kind.value)
    return wording().phrase(
        "related",
        told=told.format(other=other.name if other is not None else relation.of),
        says=relation.says,
        dated=relation.dated,
        checked=relation.checked,
    )


def _row(asked: str, rank: int, one: Candidate) -> dict[str, object]:
    actor = one.actor
    return {
        "asked": asked,
        "rank": rank,
        "taken": one.taken,
        "why": one.why.value,
        "written": one.written,
        "actor_id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "countries": list(actor.countries),
        "since": actor.since,
        "until": actor.until,
        "names": list(actor.names),
        "acronyms": list(actor.acronyms),
        "demonyms": list(actor.demonyms),
        "capitals": list(actor.capitals),
        "relations": [
            {
                "actor": relation.actor,
                "kind": relation.kind.value,
                "of": relation.of,
                "says": relation.says,
                "dated": relation.dated,
                "checked": relation.checked,
            }
            for relation in relations_of(actor.id)
        ],
        "checked": actor.checked,
    }
