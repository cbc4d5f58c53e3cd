"""People killed or hurt in, whether they are the attackers themselves out: militants, the one who was felled."""

from reportedly.understanding.tolls.groups import Group
from reportedly.understanding.tolls.scene import Link, Scene

_FELLED = frozenset({"killed", "injured", "harmed"})


def _is_object(link: Link) -> bool:
    """True where the people stand behind their verb: somebody else kills them."""
    return bool(link.groups) and link.groups[0].start > link.start


def weak_are_attackers(scene: Scene, link: Link) -> bool:
    """Whether the militants of a link are the attackers.

    They are where the text tells of an attack of theirs. Else a blow in their sentence ("killed by shelling") makes
    them victims; and so they are where no attack by whomever is told, before the sentence if somebody kills them.
    """
    words, text = scene.words, scene.text.lower()
    start, end = scene.units[0].start, scene.units[-1].end
    if words.weak_doers.search(text) is not None:
        return True
    if words.struck.search(text, start, end) is not None:
        return False
    return words.assailing.search(text, 0, start if _is_object(link) else end) is not None


def is_felled_doer(scene: Scene, link: Link) -> bool:
    """As in "A driver rammed a crowd. The driver was shot dead by police", "A man stabbed two. Police killed him"."""
    group = link.groups[0] if len(link.groups) == 1 else None
    if group is None or not group.single or link.effect not in _FELLED or not _is_felled(scene, link, group):
        return False
    words, units = scene.words, scene.units
    last = units[group.end - 1]
    if words.deeds.match(scene.text.lower(), last.start) is not None:
        return True
    if not group.known:
        return False
    before = scene.text[: units[group.start].start].lower()
    doers = {word for found in words.deeds.finditer(before) for word in found[1].split()}
    if group.words is None:
        return any(words.people.get(doer, "").endswith("one") for doer in doers | _gunmen(scene, before))
    return last.word in doers or (last.word in words.drivers and not words.wheels.isdisjoint(doers))


def _is_felled(scene: Scene, link: Link, group: Group) -> bool:
    """True where one of the responders is the doer: "shot by police and died", "police shot"."""
    words, units = scene.words, scene.units
    if _is_object(link):
        return link.start > 0 and units[link.start - 1].word in words.responders
    told = scene.text[units[group.end - 1].end : units[link.end - 1].end].lower()
    after = scene.text[units[link.end - 1].end : units[-1].end].lower().lstrip()
    return words.felled_by.search(told) is not None or words.felled_by.match(after) is not None


def _gunmen(scene: Scene, before: str) -> set[str]:
    """The words for one attacker told before."""
    return {word for word in before.split() if scene.words.people.get(word) == "attacker_one"}
