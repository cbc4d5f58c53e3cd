"""A clean text in, its mentions out: who spoke, where, when, how many, with what, and who did what to whom."""
