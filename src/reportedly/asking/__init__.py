"""Incidents and claims of a ledger in, answers to questions about all of them out; nothing here reads or prints."""
