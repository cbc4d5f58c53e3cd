"""Answers to questions in, JSON out: each record as an object with its own fields as keys."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import BinaryIO

from reportedly.exporting.contract import json_line
from reportedly.records.moments import iso


def write_answers(answers: Iterable[object], stream: BinaryIO) -> None:
    """Writes one line for each record in UTF-8."""
    stream.writelines(answer_line(answer).encode() + b"\n" for answer in answers)


def answer_line(answer: object) -> str:
    """One record as one line of JSON Lines, without its line end; TypeError where it is none."""
    told = answer_json(answer)
    if not isinstance(told, dict):
        raise TypeError(f"an answer is a record, not {type(answer).__name__}")
    return json_line(told)


def answer_json(value: object) -> object:
    """A record's fields by name, in their order; days and times in ISO 8601, a choice as its code."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: answer_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(answer_json(key)): answer_json(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [answer_json(part) for part in value]
    if isinstance(value, dt.date):
        return iso(value)
    return value.value if isinstance(value, StrEnum) else value
