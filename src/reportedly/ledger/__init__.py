"""Reports, texts and human decisions, kept for ever, and what is derived from them. Only this room speaks SQL."""
