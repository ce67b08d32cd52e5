"""Tokens for tests, and a client that shows one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.test import Client

from lvzhi.accounts.actors import actor_for
from lvzhi.accounts.models import Account
from lvzhi.api import actions
from lvzhi.api.models import Token

ROOT = "/api/v1"


@dataclass
class Machine:
    """Another system with somebody's token."""

    token: Token
    secret: str
    client: Client

    def get(self, path: str, **query: Any) -> Any:
        """Read."""
        return self.client.get(ROOT + path, query)

    def post(self, path: str, body: Any, **headers: str) -> Any:
        """Do."""
        return self.client.post(ROOT + path, json.dumps(body), content_type="application/json", headers=headers)


def machine(account: Account, scope: str = "write", rooms: tuple[str, ...] = (), days: int = 30) -> Machine:
    """A system that holds a new token of the account."""
    account = Account.objects.select_related("committee").get(pk=account.pk)
    named = [(one, one) for one in rooms]
    token, secret = actions.make(actor_for(account), account, "试用系统", scope, named, days)
    return Machine(token, secret, Client(headers={"authorization": f"Bearer {secret}"}))
