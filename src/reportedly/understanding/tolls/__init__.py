"""A clean text and its figures in, the people killed, injured and abducted out; tolls of one incident in, total out."""

from reportedly.understanding.tolls.find import find_tolls

__all__ = ["find_tolls"]
