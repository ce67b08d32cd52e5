"""Declared parameters and code tables of the ledger."""

from __future__ import annotations

from lvzhi.ledger.norms import declared as declared  # declares itself by being imported
