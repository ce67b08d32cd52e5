"""Who is behind a session: the account together with its committee, whose name stands on every page."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend

from lvzhi.accounts.models import Account


class AccountBackend(ModelBackend):
    """Django's check of name and password; the account of a session comes with its committee in one statement."""

    def get_user(self, user_id: Any) -> Account | None:
        """The account of a session, None when it is gone or disabled."""
        found = Account.objects.select_related("committee").filter(pk=user_id).first()
        return found if found is not None and self.user_can_authenticate(found) else None
