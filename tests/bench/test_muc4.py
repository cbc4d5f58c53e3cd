"""MUC-4 in the five-role form, on templates made by hand."""

from bench.muc4 import (
    Tally,
    Template,
    alignment,
    ceaf_ree,
    document_tally,
    entity,
    gold_templates,
    micro,
    normalised,
    one_to_one,
    template,
    template_of,
)
from reportedly.records.incidents import Perpetrator, ReportedIncident, Victim, Weapon
from reportedly.records.vocabulary import Basis, IncidentType, Stage


def shooting(*, perpetrator: Perpetrator | None = None, kind: IncidentType = IncidentType.SHOOTING) -> ReportedIncident:
    return ReportedIncident(
        id="1",
        type=kind,
        stage=Stage.ACCOMPLISHED,
        main=True,
        summary="",
        perpetrators=(perpetrator,) if perpetrator else (),
        victims=(Victim(name="the mayor", kind="official", claims=("c",)),),
        weapons=(Weapon(code="rifle", name="rifles", claims=("c",)),),
    )


def test_case_punctuation_and_articles_make_no_difference() -> None:
    assert normalised('The "Red  Band"') == normalised("red band") == "red band"


def test_an_article_inside_a_word_stays() -> None:
    assert normalised("theatre") == "theatre"


def test_an_entity_is_right_where_its_mentions_are_among_the_gold_ones() -> None:
    gold = template("attack", PerpOrg=[entity("Red Band", "the band")])
    assert document_tally([template("attack", PerpOrg=[entity("band")])], [gold])["PerpOrg"] == Tally(1, 1, 1, 1)
    assert document_tally([template("attack", PerpOrg=[entity("Red")])], [gold])["PerpOrg"] == Tally(0, 1, 0, 1)


def test_templates_of_other_types_are_not_aligned() -> None:
    assert alignment([template("bombing")], [template("attack")]) == []


def test_a_gold_type_with_two_names_takes_either() -> None:
    assert alignment([template("bombing")], [template("attack / bombing")]) == [(0, 0)]


def test_alignment_takes_the_pairs_that_score_best_and_not_the_first() -> None:
    preds = [template("attack", Victim=[entity("judge")]), template("attack", Victim=[entity("priest")])]
    golds = [template("attack", Victim=[entity("priest")]), template("attack", Victim=[entity("judge")])]
    assert sorted(alignment(preds, golds)) == [(0, 1), (1, 0)]


def test_a_template_without_a_partner_costs_its_type_and_all_it_holds() -> None:
    spurious = document_tally([template("attack", Target=[entity("bridge"), entity("road")])], [])
    assert spurious["incident_type"] == Tally(0, 1, 0, 0)
    assert spurious["Target"] == Tally(0, 2, 0, 0)
    missing = document_tally([], [template("arson", Weapon=[entity("petrol")])])
    assert missing["Weapon"] == Tally(0, 0, 0, 1)


def test_micro_f1_is_worked_out_by_hand() -> None:
    preds = [template("attack", Victim=[entity("judge")], Weapon=[entity("bomb")])]
    golds = [template("attack", Victim=[entity("judge"), entity("guard")])]
    total = micro(document_tally(preds, golds))  # precision 2 of 3, recall 2 of 3
    assert total == Tally(2, 3, 2, 3)
    assert round(total.f1, 1) == 66.7


def test_alignment_stays_exact_and_quick_for_many_templates() -> None:
    names = [entity(f"person {number}") for number in range(12)]
    golds = [template("attack", Victim=[name]) for name in names]
    preds = [template("attack", Victim=[name]) for name in reversed(names)]
    assert micro(document_tally(preds, golds)).f1 == 100


def test_one_gold_entity_takes_one_prediction_in_ceaf() -> None:
    gold = [entity("guerrillas", "the rebels")]
    assert one_to_one([entity("rebels"), entity("guerrillas")], gold) == 1


def test_one_to_one_gives_way_where_that_places_more() -> None:
    golds = [entity("bus", "vehicle"), entity("bus")]
    assert one_to_one([entity("bus"), entity("vehicle")], golds) == 2


def test_ceaf_asks_for_entities_whatever_their_incident() -> None:
    preds = [template("bombing", Target=[entity("bridge")]), template("attack", Target=[entity("bridge")])]
    golds = [template("arson", Target=[entity("bridge")], Victim=[entity("clerk")])]
    found = ceaf_ree(preds, golds)
    assert (found.tp, found.fp, found.fn) == (1, 0, 1)


def test_equal_gold_templates_count_once() -> None:
    raw = {"incident_type": "attack", "PerpInd": [], "PerpOrg": [], "Target": [], "Victim": [], "Weapon": []}
    assert gold_templates({"id": "x", "templates": [raw, dict(raw)]}) == [template("attack")]


def test_an_incident_becomes_a_template_of_the_corpus() -> None:
    doer = Perpetrator(name="the Red Band", basis=Basis.CLAIMED, by=None, actor_id="red-band", claims=("c",))
    made = template_of(shooting(perpetrator=doer))
    assert made == template("attack", PerpOrg=[entity("red band")], Victim=[entity("mayor")], Weapon=[entity("rifles")])


def test_a_perpetrator_the_codebook_does_not_know_is_an_individual() -> None:
    made = template_of(shooting(perpetrator=Perpetrator(name="guerrillas", basis=Basis.STATED, by=None, claims=("c",))))
    assert made is not None
    assert (made.entities["PerpInd"], made.entities["PerpOrg"]) == ((entity("guerrillas"),), ())


def test_who_is_only_denied_is_no_perpetrator() -> None:
    doer = Perpetrator(name="the Red Band", basis=Basis.DENIED, by=None, claims=("c",))
    made = template_of(shooting(perpetrator=doer))
    assert isinstance(made, Template)
    assert made.entities["PerpOrg"] == ()


def test_threats_and_arrests_have_no_template() -> None:
    assert template_of(shooting(kind=IncidentType.THREAT)) is None
