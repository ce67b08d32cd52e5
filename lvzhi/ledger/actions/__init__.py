"""Writes of the ledger: entering, and the effects that the steps of both procedures have."""
