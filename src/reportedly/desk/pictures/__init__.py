"""Answers in, pictures of them out: drawn to SVG here, turned into PNG and PDF by a library."""
