"""Session store that keeps owner, address and device beside the data (Django's extended database store)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from lvzhi.accounts.models import LoginSession

STARTED, SEEN, ADDRESS, DEVICE, IDLE, LONGEST = (
    "started", "seen", "address", "device", "idle_minutes", "longest_hours",
)  # fmt: skip


def moment(text: object) -> datetime | None:
    """A moment as the session holds it (ISO 8601), or None."""
    return datetime.fromisoformat(text) if isinstance(text, str) else None


class SessionStore(DatabaseStore):
    """The store named by SESSION_ENGINE."""

    @classmethod
    def get_model_class(cls) -> type[LoginSession]:
        """The table of sessions."""
        return LoginSession

    def create_model_instance(self, data: dict[str, Any]) -> LoginSession:
        """The row to write for `data`."""
        row: LoginSession = super().create_model_instance(data)  # type: ignore[assignment]  # the model is ours
        owner = data.get(SESSION_KEY)
        row.account_id = int(owner) if owner else None
        row.started_at = moment(data.get(STARTED))
        row.seen_at = moment(data.get(SEEN))
        row.address = str(data.get(ADDRESS, ""))[:64]
        row.device = str(data.get(DEVICE, ""))[:200]
        return row
