"""MUC-4 in the five-role form of GTT: tellings and gold templates in, micro-F1 over aligned templates and CEAF-REE out.

The measures follow what was published with Du, Rush and Cardie, "Template Filling with Generative Transformers" (NAACL
2021) and "GRIT" (EACL 2021): an entity is right where every mention predicted for it is among the gold entity's
mentions, after case, punctuation and articles are taken away.
"""

import re
import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.corpora import Record, records, report_from, words_of
from bench.measures import Balance, Measure
from bench.muc4_all_slots import all_slots
from bench.tellings import telling_of
from reportedly.records.incidents import ReportedIncident, Telling

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")

TYPES: Mapping[str, str] = {
    "drone_attack": "attack",
    "air_strike": "attack",
    "missile_attack": "attack",
    "shooting": "attack",
    "melee_attack": "attack",
    "clash": "attack",
    "assassination": "attack",
    "maritime_attack": "attack",
    "other_violence": "attack",
    "bombing": "bombing",
    "suicide_bombing": "bombing",
    "abduction": "kidnapping",
    "arson_sabotage": "arson",
}
"""The contract's types in MUC-4's words; threats and arrests have no template of their own there."""

PEOPLE = frozenset({"civilian", "civilians", "person", "people", "official", "police", "military", "journalist"})
"""Kinds of target that MUC-4 counts as human targets."""

Entity = frozenset[str]
"""The mentions of one entity, normalised."""

ARTICLES = re.compile(r"\b(?:a|an|the)\b")
PUNCTUATION = str.maketrans("", "", string.punctuation)


@dataclass(frozen=True, slots=True)
class Template:
    """One incident: ``incident_type`` as in the corpus ("attack / bombing" allows either), entities by role."""

    incident_type: str
    entities: Mapping[str, tuple[Entity, ...]]

    @property
    def size(self) -> int:
        """How many fillers it holds, its type included."""
        return 1 + sum(len(self.entities[role]) for role in ROLES)


@dataclass(frozen=True, slots=True)
class Tally:
    """Right and all of what was predicted, right and all of what is gold."""

    p_right: int = 0
    p_all: int = 0
    r_right: int = 0
    r_all: int = 0

    def plus(self, other: "Tally") -> "Tally":
        """Both tallies together."""
        return Tally(
            self.p_right + other.p_right,
            self.p_all + other.p_all,
            self.r_right + other.r_right,
            self.r_all + other.r_all,
        )

    @property
    def precision(self) -> float:
        """0 to 100; 0 where nothing was predicted."""
        return 100 * self.p_right / self.p_all if self.p_all else 0.0

    @property
    def recall(self) -> float:
        """0 to 100; 0 where nothing is gold."""
        return 100 * self.r_right / self.r_all if self.r_all else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two, 0 to 100."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def normalised(mention: str) -> str:
    """A mention without case, punctuation, articles and doubled blanks."""
    return " ".join(ARTICLES.sub(" ", mention.lower().translate(PUNCTUATION)).split())


def entity(*mentions: str) -> Entity:
    """One entity of these mentions."""
    return frozenset(normalised(mention) for mention in mentions)


def template(incident_type: str, **entities: Sequence[Entity]) -> Template:
    """A template; roles not named are empty."""
    return Template(incident_type, {role: tuple(entities.get(role, ())) for role in ROLES})


def gold_templates(record: Record) -> list[Template]:
    """A document's templates, equal ones once; TypeError where the record has another shape."""
    raw = record.get("templates")
    if not isinstance(raw, list):
        raise TypeError(f"{record.get('id')}: templates: a list is wanted")
    found: list[Template] = []
    for one in raw:
        made = template(str(one["incident_type"]), **{role: gold_entities(one[role]) for role in ROLES})
        if made not in found:
            found.append(made)
    return found


def gold_entities(raw: Iterable[Iterable[Mapping[str, object]]]) -> list[Entity]:
    """The entities of one role; empty ones are left out."""
    entities = [entity(*(str(mention["text"]) for mention in mentions)) for mentions in raw]
    return [one for one in entities if one]


def template_of(incident: ReportedIncident) -> Template | None:
    """An incident as a template; None for types that MUC-4 does not fill.

    A perpetrator the codebook knows by an id is an organisation, any other ("guerrillas", a name) an individual.
    """
    kind = TYPES.get(incident.type)
    if kind is None:
        return None
    people = [target.name for target in incident.targets if target.kind in PEOPLE]
    things = [target.name for target in incident.targets if target.kind not in PEOPLE]
    perpetrators = [doer for doer in incident.perpetrators if doer.basis != "denied"]
    return template(
        kind,
        PerpInd=distinct(doer.name for doer in perpetrators if doer.actor_id is None),
        PerpOrg=distinct(doer.name for doer in perpetrators if doer.actor_id is not None),
        Target=distinct(things),
        Victim=distinct([victim.name for victim in incident.victims] + people),
        Weapon=distinct(weapon.name for weapon in incident.weapons),
    )


def distinct(names: Iterable[str]) -> list[Entity]:
    """One entity for each name, each once, in order."""
    return list(dict.fromkeys(entity(name) for name in names if normalised(name)))


def templates_of(telling: Telling) -> list[Template]:
    """A telling's incidents as templates, equal ones once, background ones too (the corpus keeps them all)."""
    made = [template_of(incident) for incident in telling.incidents]
    found: list[Template] = []
    for one in made:
        if one is not None and one not in found:
            found.append(one)
    return found


def matched(role: Sequence[Entity], other: Sequence[Entity], *, inner_first: bool) -> int:
    """How many of ``role`` have a partner in ``other``; ``inner_first``: ``role`` holds the predictions."""
    return sum(any(one <= two if inner_first else two <= one for two in other) for one in role)


def pair_tally(pred: Template, gold: Template) -> dict[str, Tally]:
    """What two aligned templates share, by role and ``incident_type``."""
    rows = {"incident_type": Tally(1, 1, 1, 1)}
    for role in ROLES:
        mine, theirs = pred.entities[role], gold.entities[role]
        rows[role] = Tally(
            matched(mine, theirs, inner_first=True), len(mine), matched(theirs, mine, inner_first=False), len(theirs)
        )
    return rows


def alignment(preds: Sequence[Template], golds: Sequence[Template]) -> list[tuple[int, int]]:
    """The one-to-one pairs of same-typed templates that give the document's best micro-F1.

    What is right grows pair by pair while the totals stay, so for each set of gold templates used only the best trades
    between right predictions and found fillers are carried on: exact, and not exponential in the predictions.
    """
    p_all = sum(pred.size for pred in preds)
    r_all = sum(gold.size for gold in golds)
    states: dict[int, list[tuple[int, int, tuple[tuple[int, int], ...]]]] = {0: [(0, 0, ())]}
    for i, pred in enumerate(preds):
        grown = {used: list(trades) for used, trades in states.items()}
        for j, gold in enumerate(golds):
            if pred.incident_type not in gold.incident_type:
                continue
            rows = pair_tally(pred, gold).values()
            p, r = sum(row.p_right for row in rows), sum(row.r_right for row in rows)
            for used, trades in states.items():
                if not used >> j & 1:
                    grown.setdefault(used | 1 << j, []).extend((a + p, b + r, (*on, (i, j))) for a, b, on in trades)
        states = {used: undominated(trades) for used, trades in grown.items()}
    every = [trade for trades in states.values() for trade in trades]
    best = max(every, key=lambda trade: Tally(trade[0], p_all, trade[1], r_all).f1)
    return list(best[2])


Trade = tuple[int, int, tuple[tuple[int, int], ...]]
"""Right predictions, found fillers, and the pairs that give them."""


def undominated(trades: Iterable[Trade]) -> list[Trade]:
    """The trades that no other beats on both counts."""
    kept: list[Trade] = []
    for trade in sorted(trades, key=lambda one: (-one[0], -one[1])):
        if not kept or trade[1] > kept[-1][1]:
            kept.append(trade)
    return kept


def document_tally(preds: Sequence[Template], golds: Sequence[Template]) -> dict[str, Tally]:
    """One document's counts by role and ``incident_type``, spurious and missing templates included."""
    pairs = alignment(preds, golds)
    total = {name: Tally() for name in ("incident_type", *ROLES)}
    for i, j in pairs:
        total = added(total, pair_tally(preds[i], golds[j]))
    for i in set(range(len(preds))) - {i for i, _ in pairs}:
        total = added(total, alone(preds[i], predicted=True))
    for j in set(range(len(golds))) - {j for _, j in pairs}:
        total = added(total, alone(golds[j], predicted=False))
    return total


def alone(one: Template, *, predicted: bool) -> dict[str, Tally]:
    """The counts of a template without a partner."""
    sizes = {"incident_type": 1, **{role: len(one.entities[role]) for role in ROLES}}
    return {name: Tally(p_all=size) if predicted else Tally(r_all=size) for name, size in sizes.items()}


def added(total: Mapping[str, Tally], more: Mapping[str, Tally]) -> dict[str, Tally]:
    """Tallies of the same names, together."""
    return {name: total[name].plus(more[name]) for name in total}


def role_entities(templates: Iterable[Template], role: str) -> list[Entity]:
    """A document's entities of one role over all its templates, equal ones once."""
    return list(dict.fromkeys(one for each in templates for one in each.entities[role]))


def one_to_one(preds: Sequence[Entity], golds: Sequence[Entity]) -> int:
    """The most pairs (prediction inside gold entity) that can stand together, each entity used once."""
    partner: dict[int, int] = {}

    def placed(i: int, seen: set[int]) -> bool:
        for j, gold in enumerate(golds):
            if preds[i] <= gold and j not in seen:
                seen.add(j)
                if j not in partner or placed(partner[j], seen):
                    partner[j] = i
                    return True
        return False

    return sum(placed(i, set()) for i in range(len(preds)))


def ceaf_ree(preds: Sequence[Template], golds: Sequence[Template]) -> Balance:
    """One document's entities by role, whatever their incident, aligned one to one."""
    total = Balance(0, 0, 0)
    for role in ROLES:
        mine, theirs = role_entities(preds, role), role_entities(golds, role)
        right = one_to_one(mine, theirs)
        total = total.plus(Balance(right, len(mine) - right, len(theirs) - right))
    return total


def naive(record: Record) -> list[Template]:
    """The baseline: every document tells one attack by nobody on nothing."""
    return [template("attack")] if words_of(record, "text") else []


def scored(pairs: Iterable[tuple[Sequence[Template], Sequence[Template]]]) -> tuple[dict[str, Tally], Balance]:
    """Predictions and gold of many documents: counts by role, and CEAF-REE's balance."""
    total, ree = {name: Tally() for name in ("incident_type", *ROLES)}, Balance(0, 0, 0)
    for preds, golds in pairs:
        total = added(total, document_tally(preds, golds))
        ree = ree.plus(ceaf_ree(preds, golds))
    return total, ree


def predictions(documents: Iterable[Record]) -> Iterator[tuple[list[Template], list[Template]]]:
    """The product's templates and the gold's, document by document."""
    for document in documents:
        yield templates_of(telling_of(report_from(document))), gold_templates(document)


def micro(total: Mapping[str, Tally]) -> Tally:
    """All roles and the type together."""
    result = Tally()
    for tally in total.values():
        result = result.plus(tally)
    return result


def measures(folder: Path, *, limit: int | None = None) -> list[Measure]:
    """The rows for the development split (TST1 and TST2, 200 documents), the official all-slots score last."""
    documents = list(records(folder / "gtt_dev.jsonl"))[:limit]
    total, ree = scored(predictions(documents))
    base, base_ree = scored((naive(document), gold_templates(document)) for document in documents)
    rows = [measure("micro", "GTT micro-F1", micro(total), micro(base))]
    rows += [measure(name.lower(), f"GTT {name}", total[name], base[name]) for name in total]
    ree_row = Measure(key="muc4.ceaf_ree", label="CEAF-REE F1", value=ree.f1, baseline=base_ree.f1, detail=str(ree))
    return [*rows, ree_row, all_slots(folder, limit=limit)]


def measure(key: str, label: str, ours: Tally, base: Tally) -> Measure:
    """One row."""
    detail = f"P {ours.precision:.1f} R {ours.recall:.1f}"
    return Measure(key=f"muc4.{key}", label=label, value=ours.f1, baseline=base.f1, detail=detail)
