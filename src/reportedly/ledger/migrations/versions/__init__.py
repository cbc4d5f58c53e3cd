"""One module a step: what it adds, and why."""
