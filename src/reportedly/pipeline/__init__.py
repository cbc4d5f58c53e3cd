"""The order of the rooms: one report from bytes to what it tells."""
