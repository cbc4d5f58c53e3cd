"""The tolls of one incident in, the total of one effect out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.languages.tolls import TollWords, toll_words
from reportedly.records.counts import Count
from reportedly.records.mentions import Toll


@dataclass(frozen=True, slots=True)
class _Statement:
    """One phrase: its sum, and its groups in lower case ("" where only a number stands).

    ``is_list``: people told one by one ("the child and the woman"), so that the sum is no count of all.
    """

    count: Count
    groups: tuple[str, ...]
    names: tuple[str, ...]
    is_list: bool = False


def _clusters(tolls: Iterable[Toll]) -> list[list[Toll]]:
    """Tolls that share a phrase (overlapping spans) together: "two soldiers and a civilian were killed"."""
    found: list[list[Toll]] = []
    end = -1
    for toll in sorted(
        tolls, key=lambda toll: (toll.span, toll.group or "", toll.count.low or 0, toll.count.high or 0)
    ):
        if found and toll.span.start < end:
            if not any(
                toll == other or (toll.group_span is not None and toll.group_span == other.group_span)
                for other in found[-1]
            ):
                found[-1].append(toll)
        else:
            found.append([toll])
        end = max(end, toll.span.end)
    return found


def _statement(cluster: list[Toll], words: TollWords) -> _Statement:
    total = cluster[0].count
    for toll in cluster[1:]:
        total = total.plus(toll.count)
    groups = tuple(sorted({(toll.group or "").lower() for toll in cluster}))
    names = tuple(sorted({_surname(toll.group, words) for toll in cluster if toll.group and _is_name(toll, words)}))
    one_by_one = len(cluster) > 1 and all(toll.count == Count.exactly(1) for toll in cluster)
    return _Statement(total, groups, names, one_by_one)


def _surname(name: str, words: TollWords) -> str:
    """The last word of a name that is no "Jr." or "III"."""
    parts = [part for part in name.lower().split() if part.rstrip(".") not in words.words["name_suffix"]]
    return parts[-1] if parts else name.lower()


def _is_name(toll: Toll, words: TollWords) -> bool:
    if toll.count != Count.exactly(1) or not toll.group or toll.group.isupper():
        return False
    last = toll.group.split()[-1]
    return last[:1].isupper() and last.lower() not in words.people and not last.lower().endswith(words.year_olds)


def _head(group: str) -> str:
    return group.rsplit(maxsplit=1)[-1] if group else ""


def _is_extra(statement: _Statement, words: TollWords) -> bool:
    """As in "two others", "another man": beside somebody told of already."""
    more = words.words["extra"]
    return (
        statement.count != Count.exactly(1)
        and len(statement.groups) == 1
        and any(word in more for word in statement.groups[0].split())
    )


def _is_general(statement: _Statement, words: TollWords) -> bool:
    return len(statement.groups) > 1 or _head(statement.groups[0]) in words.words["generic"] | {""}


_VAGUE = 3
"""A floor so low may be no number of the text's at all: a plural without one is 2 or more, "several" 3 or more."""
_WORDED = frozenset({*range(_VAGUE + 1), 24, 40, 200})
"""Floors that a word without a number makes ("several", "dozens", "scores"): no figure that a later one corrects."""
_FAR = 0.5
"""A total below this share of the largest counts only some of the people; disagreeing sources stay closer."""


def _near(counts: set[Count]) -> set[Count]:
    top = max(((count.low or count.high or 0) for count in counts), default=0)
    return {count for count in counts if count.high is None or count.high >= _FAR * top}


def _without_subtotals(counts: set[Count]) -> set[Count]:
    """The figures without those two that add up to a third: "79 in one district, 17 in the other", 96 in all."""
    sizes = {count: count.low or count.high or 0 for count in counts}
    totals = set(sizes.values())
    parts = {
        part
        for one in counts
        for other in counts
        if one != other and sizes[one] + sizes[other] in totals
        for part in (one, other)
    }
    return {count for count in counts if count not in parts} or counts


def _without_rivals(told: Sequence[Count]) -> list[Count]:
    """The figures in text order, without one told once that is far above what the text tells first and again.

    So "put the number of soldiers killed at 30" leaves the seven of title and lead as they are.
    """
    often = Counter(told)
    first = told[0] if told else None
    if first is None or first.high is None or often[first] == 1:
        return list(told)
    return [count for count in told if often[count] > 1 or _FAR * (count.low or 0) <= first.high]


def _is_raised_later(told: Sequence[Count], number: int) -> bool:
    """True where an open figure follows the first exact one: "kill 26" in a headline, "over 26 people" below it."""
    about = [count for count in told if count in (Count.exactly(number), Count.at_least(number))]
    return number > _VAGUE and bool(about) and about[0].high is not None and any(count.high is None for count in about)


def _join(counts: Sequence[Count]) -> Count | None:
    """Figures for the same people, in text order: vague and open ones give way; the rest from lowest to highest."""
    told = _without_rivals(counts)
    found = _near(_without_subtotals(set(told)))
    closed = sorted(
        (count for count in found if count.high is not None), key=lambda count: (count.low or 0, count.high or 0)
    )
    floors = [count.low for count in found if count.high is None and count.low is not None]
    if not closed:
        return Count.at_least(max(floors)) if floors else None
    low = min(count.low if count.low is not None else (count.high or 0) for count in closed)
    low_known = any(count.low is not None for count in closed)
    high = max(count.high or 0 for count in closed)
    floor = max(floors, default=0)
    if floor > high:
        return Count(low, None) if floor <= _VAGUE else Count(min(low, floor), None)
    if not low_known:
        return Count(max(floors), high) if floors else Count(None, high)
    if floor == high == low and _is_raised_later(told, high):
        return Count(low, None)
    first = told[0] if told[0] in found else None
    outrun = first is not None and first.high is None and (first.low or 0) not in _WORDED
    return Count(min(low, first.low or 0) if first is not None and outrun else low, high)


def _not_below(general: list[_Statement], many: list[_Statement]) -> list[Count]:
    """The general figures that hold every single group: "five dead" is an earlier word where seven soldiers died."""
    single = [count for count in _joined_groups([found for found in many if found not in general]) if count.high]
    if not general or not single:
        return [found.count for found in general]
    top = max(single, key=lambda count: (count.high or 0, count.low or 0))
    return [found.count for found in general if found.count.high is None or found.count.high >= (top.low or 0)] or [top]


def _persons(statements: list[_Statement], words: TollWords) -> int:
    """How many people the statements about one person each tell of: by name, else a man and a woman are two."""
    names = {name for statement in statements for name in statement.names}
    heads = {_head(statement.groups[0]) for statement in statements}
    sexes = sum(not heads.isdisjoint(words.words[sex]) for sex in ("male", "female"))
    return max(len(names), sexes, 1 if statements else 0)


def _total(tolls: Sequence[Toll], words: TollWords) -> Count | None:
    if not tolls:
        return None
    statements = [_statement(cluster, words) for cluster in _clusters(tolls)]
    positive = [found for found in statements if found.count.high != 0]
    if not positive:
        return Count.exactly(0) if any(found.groups == ("",) for found in statements) else None
    extras = [found for found in positive if _is_extra(found, words)]
    plain = [found for found in positive if found not in extras]
    singles = [found for found in plain if found.count == Count.exactly(1)]
    many = [found for found in plain if found.count != Count.exactly(1)]
    listed = [found for found in many if found.is_list and any(not other.is_list for other in many)]
    many = _without_base([found for found in many if found not in listed], extras)
    general = _not_below([found for found in many if _is_general(found, words)], many)
    people = max([_persons(singles, words), *(found.count.low or 0 for found in listed)])
    more = _sum(extras)
    if singles:
        many = [found for found in many if found.count != Count.at_least(1)]
        general = [count for count in general if count != Count.at_least(1)]
    if many:
        bare = [found.count for found in singles if found.groups == ("",)]
        total = _join([*general, *bare]) if general else _by_group(many)
        return _raised(_unless_more(total, extras, general=bool(general)), people)
    if more is None:
        return Count.exactly(people)
    return more.plus(Count.exactly(people)) if people else more


def _without_base(many: list[_Statement], extras: list[_Statement]) -> list[_Statement]:
    """The statements without those that make, with the "others" told beside them, a whole that is told too."""
    more = _sum(extras)
    if more is None:
        return many
    told = {found.count for found in many}
    return [found for found in many if found.count.plus(more) not in told]


def _unless_more(total: Count | None, extras: list[_Statement], *, general: bool) -> Count | None:
    """The total of groups, or the others told beside the dead ("eleven others were hurt") where those are more."""
    if total is None or not extras:
        return total
    more, most = _sum(extras), _join([found.count for found in extras])
    if more is not None and total.high is None and (more.low or 0) > (total.low or 0):
        return more
    if most is not None and not general and (most.low or 0) > (total.high or total.low or 0):
        return most
    return total


def _joined_groups(statements: Iterable[_Statement]) -> list[Count]:
    """The figures of each group, joined."""
    by_group: dict[str, list[Count]] = {}
    for found in statements:
        by_group.setdefault(_head(found.groups[0]), []).append(found.count)
    return [joined for counts in by_group.values() if (joined := _join(counts)) is not None]


def _by_group(statements: list[_Statement]) -> Count | None:
    """Figures by group: joined inside a group, added over the groups."""
    total: Count | None = None
    for joined in _joined_groups(statements):
        total = joined if total is None else total.plus(joined)
    return total


def _sum(statements: list[_Statement]) -> Count | None:
    total: Count | None = None
    for found in set(statements):
        total = found.count if total is None else total.plus(found.count)
    return total


def _raised(total: Count | None, people: int) -> Count | None:
    """Never fewer than the people named."""
    if total is None or (total.low or 0) >= people:
        return total
    return Count(people, None if total.high is None else max(people, total.high))


def _less(harmed: Count, killed: Count | None) -> Count | None:
    """The injured among people shot, once the dead are taken off; None where nobody is left."""
    if killed is None:
        return harmed
    high = None if harmed.high is None or killed.low is None else max(0, harmed.high - killed.low)
    low = max(0, (harmed.low or 0) - (killed.high if killed.high is not None else killed.low or 0))
    if high == 0 or (high is None and low == 0):
        return None
    return Count(min(low, high) if high is not None else low, high)


def _sex(group: str, words: TollWords) -> str:
    return next((sex for sex in ("male", "female") if not set(group.split()).isdisjoint(words.words[sex])), "")


def _is_beside(group: str, dead: set[str], words: TollWords) -> bool:
    """True where one person hurt cannot be among the dead: "another man", another age, the other sex."""
    parts = set(group.split())
    if not parts.isdisjoint(words.words["beside"]):
        return True
    ages = {part for part in parts if part.endswith(words.year_olds)}
    dead_ages = {part for name in dead for part in name.split() if part.endswith(words.year_olds)}
    if ages and dead_ages and ages.isdisjoint(dead_ages):
        return True
    sexes = {_sex(name, words) for name in dead} - {""}
    return bool(_sex(group, words)) and bool(sexes) and _sex(group, words) not in sexes


def _apart(harmed: Sequence[Toll], words: TollWords) -> Count | None:
    """As in "Three others were shot": the dead are not among them; None where any other number is told."""
    statements = [_statement(cluster, words) for cluster in _clusters(harmed)]
    many = [found for found in statements if found.count != Count.exactly(1)]
    return _join([found.count for found in many]) if many and all(_is_extra(found, words) for found in many) else None


def _left(harmed: Sequence[Toll], killed: Sequence[Toll], words: TollWords) -> Count | None:
    """The injured among people shot: single persons who are none of the dead, or the number less the dead."""
    total = _total(harmed, words)
    if total is None:
        return None
    deaths = _total(killed, words)
    if deaths is None:
        return total
    left = _apart(harmed, words) or _less(total, deaths)
    dead = {toll.group.lower() for toll in killed if toll.group}
    beside = {
        toll.group.lower()
        for toll in harmed
        if toll.group and toll.count == Count.exactly(1) and _is_beside(toll.group.lower(), dead, words)
    }
    if beside and (left is None or (left.low or 0) < 1):
        return Count.exactly(1)
    return left


def _both(tolls: Sequence[Toll], words: TollWords) -> Count | None:
    """The victims' total and the attackers' own."""
    victims = _total([toll for toll in tolls if not toll.attackers], words)
    own = _total([toll for toll in tolls if toll.attackers], words)
    if own is None or own.high == 0 or victims is None:
        return victims if own is None else own
    return victims.plus(own)


def _without_dead(injured: Sequence[Toll], dead: Sequence[Toll], words: TollWords) -> list[Toll]:
    """The injured without those who died of it, and without figures that count the dead too.

    As in "a man wounded on Friday has died", "a 16-year-old" wounded and dead, "five were hit" of whom one died beside
    "four wounded".
    """
    gone = {toll.group_span for toll in dead} - {None}
    ages = {age for toll in dead if toll.count == Count.exactly(1) for age in _ages(toll, words)}
    alive = [toll for toll in injured if toll.group_span not in gone and not _ages(toll, words) & ages]
    deaths, told = _total(dead, words), {toll.count for toll in alive}
    if deaths is None or not deaths.low or deaths.low != deaths.high:
        return alive
    return [toll for toll in alive if not any(toll.count == other.plus(deaths) for other in told if other.low)]


def _ages(toll: Toll, words: TollWords) -> set[str]:
    """The ages that name one person; empty for several people."""
    parts = (toll.group or "").lower().split() if toll.count == Count.exactly(1) else []
    return {part for part in parts if part.endswith(words.year_olds)}


def combine(tolls: Sequence[Toll], effect: str, *, language: str = "en", attackers: bool = False) -> Count | None:
    """The total of one effect (killed, injured, abducted) the tolls of one incident support; None: they are silent.

    Parts and cumulative figures are never counted, attackers' losses only with ``attackers``. Tolls that share a phrase
    add up; the same figure told twice counts once; totals that disagree give the lowest and the highest, however far a
    rival's figure lies; the order of ``tolls`` does not matter. A zero bound to a group says nothing of the total.
    """
    plain = [toll for toll in tolls if not toll.rival]
    total = _combined(plain, effect, language=language, attackers=attackers)
    if total is None:
        return _combined(tolls, effect, language=language, attackers=attackers)
    for toll in tolls:
        if toll.rival and toll.effect == effect and not (toll.part or toll.cumulative or toll.attackers):
            total = _spread(total, toll.count)
    return total


def _spread(total: Count, rival: Count) -> Count:
    """The total, as low and as high as a rival's exact figure."""
    if rival.low is None or rival.low != rival.high or total.low is None:
        return total
    return Count(min(total.low, rival.low), None if total.high is None else max(total.high, rival.low))


def _combined(tolls: Sequence[Toll], effect: str, *, language: str, attackers: bool) -> Count | None:
    """The total of tolls none of which is a rival's."""
    words = toll_words(language)
    counted = [toll for toll in tolls if not toll.part and not toll.cumulative and (attackers or not toll.attackers)]
    own = [toll for toll in counted if toll.effect == effect]
    if effect != "injured":
        return _both(own, words)
    dead = [toll for toll in counted if toll.effect == "killed"]
    direct = _both(_without_dead(own, dead, words), words)
    left = _left([toll for toll in counted if toll.effect == "harmed"], dead, words)
    if left is None or (direct is not None and (direct.low or 0) >= (left.low or 0)):
        return direct
    return left
