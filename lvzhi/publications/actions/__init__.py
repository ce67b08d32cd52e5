"""Writes of publications: what is begun, and the effects that the steps have."""
