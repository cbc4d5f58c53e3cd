"""A language's time forms in, compiled patterns out, indexed by the word they can open with.

The notation: ``word`` stands for itself, ``{class}`` for a word or shape of a class (``{name=class}`` captures it under
another name, ``{_=class}`` not at all), ``[ … ]`` may be missing, ``( … | … )`` is one of several, ``,`` a comma,
``~`` a dash, ``/`` a slash. Words are parted by blanks or a hyphen.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from reportedly.errors import DataError
from reportedly.languages.times import Form, TimeWords, time_words

DIGITS = "#"
"""The opening key of a form that can begin with a digit."""

_ITEM = re.compile(r"\{[^}]*\}|[\[\]()|,~/]|[^\s\[\]()|,~/{}]+")
_GAP = r"[\s\-]*"
_MARKS = {",": r"\s*,\s*", "~": r"\s*[-–—]\s*", "/": r"\s*/\s*"}
_OPENER = re.compile(r"[^\W\d_]+|\d")


@dataclass(frozen=True, slots=True)
class CompiledForm:
    """A form ready to match: ``slots`` names the class of each captured group, in order of the groups."""

    form: Form
    pattern: re.Pattern[str]
    slots: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Node:
    """A piece of a pattern: its regular expression, its opening keys, whether it can match nothing."""

    regex: str
    openers: frozenset[str]
    empty: bool


class _Compiler:
    """Reads one form's items from left to right; holds the position and the slots met."""

    def __init__(self, form: Form, words: TimeWords) -> None:
        self.items = _ITEM.findall(form.pattern)
        self.at = 0
        self.form = form
        self.words = words
        self.slots: list[tuple[str, str]] = []

    def fail(self, reason: str) -> DataError:
        return DataError(f"times form {self.form.pattern!r}: {reason}")

    def sequence(self, closing: str) -> _Node:
        """Items up to ``closing`` (or the end), one after another."""
        regex, openers, empty = "", frozenset[str](), True
        while self.at < len(self.items) and self.items[self.at] not in (closing, "|"):
            node = self.item()
            regex += _GAP + node.regex if regex and not node.regex.startswith(r"\s*") else node.regex
            openers = openers | node.openers if empty else openers
            empty = empty and node.empty
        return _Node(regex, openers, empty)

    def group(self, closing: str) -> _Node:
        """Alternatives up to ``closing``."""
        options = [self.sequence(closing)]
        while self.at < len(self.items) and self.items[self.at] == "|":
            self.at += 1
            options.append(self.sequence(closing))
        if self.at >= len(self.items):
            raise self.fail(f"{closing!r} is missing")
        self.at += 1
        regex = "(?:" + "|".join(option.regex for option in options) + ")"
        openers = frozenset[str]().union(*(option.openers for option in options))
        return _Node(regex, openers, any(option.empty for option in options))

    def item(self) -> _Node:
        item = self.items[self.at]
        self.at += 1
        if item == "[":
            inner = self.group("]")
            return _Node(f"{inner.regex}?", inner.openers, empty=True)
        if item == "(":
            return self.group(")")
        if item in _MARKS:
            return _Node(_MARKS[item], frozenset(), empty=False)
        if item.startswith("{"):
            return self.slot(item[1:-1])
        return _Node(rf"\b{re.escape(item)}\b", _openers([item]), empty=False)

    def slot(self, name: str) -> _Node:
        label, _, kind = name.partition("=")
        kind = kind or label
        if kind in self.words.classes:
            known = self.words.classes[kind]
            regex = alternation(known)
            openers = _openers(known)
        elif kind in self.words.shapes:
            regex = self.words.shapes[kind]
            openers = frozenset({DIGITS})
        else:
            raise self.fail(f"no class or shape {kind!r}")
        if label == "_":
            return _Node(f"(?:{regex})", openers, empty=False)
        self.slots.append((label, kind))
        return _Node(f"({regex})", openers, empty=False)


def alternation(words: Iterable[str]) -> str:
    """One of the words, the longest first, between word boundaries where it begins and ends with a letter."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return r"\b(?:" + "|".join(_bounded(word) for word in ordered) + ")"


def _bounded(word: str) -> str:
    escaped = r"[\s\-]+".join(re.escape(part) for part in re.split(r"[\s\-]+", word))
    return escaped + (r"\b" if word[-1].isalnum() else "")


def _openers(words: Iterable[str]) -> frozenset[str]:
    found = (_OPENER.search(word) for word in words)
    return frozenset(DIGITS if match.group()[0].isdigit() else match.group().lower() for match in found if match)


def compile_form(form: Form, words: TimeWords) -> tuple[CompiledForm, frozenset[str]]:
    """A form and the keys it can open with; DataError where its pattern cannot be read."""
    compiler = _Compiler(form, words)
    node = compiler.sequence("")
    if compiler.at < len(compiler.items):
        raise compiler.fail("an alternative stands outside a group")
    if node.empty or not node.openers:
        raise compiler.fail("a form must open with a word, a class or a digit")
    return CompiledForm(form, re.compile(node.regex), tuple(compiler.slots)), node.openers


@cache
def telling_words(language: str) -> frozenset[str]:
    """Every word of the language's forms and classes, in lower case, that is more than grammar ("the", "in", "two")."""
    words = time_words(language)
    literals = {item for form in words.forms for item in _ITEM.findall(form.pattern) if not item.startswith("{")}
    known = {word for members in words.classes.values() for word in members}
    tokens = {token.lower() for word in literals | known for token in _OPENER.findall(word) if token.isalpha()}
    return frozenset(tokens | words.endings) - words.weak


@cache
def compiled_forms(language: str) -> dict[str, tuple[CompiledForm, ...]]:
    """Each opening key (a word in lower case, or DIGITS) and the forms that can begin with it."""
    words = time_words(language)
    index: dict[str, list[CompiledForm]] = {}
    for form in words.forms:
        compiled, openers = compile_form(form, words)
        for opener in openers:
            index.setdefault(opener, []).append(compiled)
    return {opener: tuple(forms) for opener, forms in index.items()}
