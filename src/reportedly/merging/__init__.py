"""Reported incidents in, incidents out: compared with reasons, joined, resolved. Pure; nothing here is kept."""
