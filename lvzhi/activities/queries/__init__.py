"""Reads of activities: scope or actor first."""

from __future__ import annotations

from lvzhi.activities.queries.reading import counting, live, one, participants_of, sittings_of

__all__ = ["counting", "live", "one", "participants_of", "sittings_of"]
