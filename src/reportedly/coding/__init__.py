"""Mentions in, incidents and claims out."""
