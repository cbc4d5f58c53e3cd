"""A ledger in, pages and an HTTP API on it out, for one local user."""
