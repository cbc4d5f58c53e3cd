"""Bytes and text in, clean texts out: furniture marked, sentences split, page metadata read."""
