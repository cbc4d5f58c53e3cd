"""The shape of a claim's value: plain data, ready for JSON."""

from typing import TypeAlias

Value: TypeAlias = "str | int | float | bool | tuple[Value, ...] | dict[str, Value] | None"
"""Strings, numbers, lists and objects, as the contract gives the field; None means not known."""
