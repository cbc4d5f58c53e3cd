"""Answers in, sheets of sentences out, each footnoted to the claims it rests on; for a terminal, HTML and PDF."""
