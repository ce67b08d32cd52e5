"""Writes of opinions."""
