"""``lvzhi keeper``: what no administrator may do to another (R12.2 g), done at the server and written in the journal."""

from __future__ import annotations

import argparse
import sys

from lvzhi.config.vocabulary import KEEPER_APPOINTED, KEEPER_PLACE, KEEPER_RESET, KEEPER_UNKNOWN

DONE, BAD_INPUT = 0, 2


def run(options: argparse.Namespace) -> int:
    """Appoint an administrator from today, or give one a new initial password and take the second factor away."""
    from lvzhi.accounts import queries
    from lvzhi.accounts.vocabulary import KEEPERS

    known = [*(role.value for role in KEEPERS), "reset"]
    if options.what not in known:
        print(KEEPER_UNKNOWN.format(known=", ".join(known)), file=sys.stderr)
        return BAD_INPUT
    account = queries.by_username(options.username)
    return _reset(account, options.ground) if options.what == "reset" else _appoint(account, options)


def _appoint(account: object, options: argparse.Namespace) -> int:
    from typing import Any

    from lvzhi.accounts import actions
    from lvzhi.accounts.actors import cli_actor
    from lvzhi.committee.scope import Scope

    holder: Any = account
    committee = Scope.of(options.committee).committee if options.committee else holder.committee
    if committee is None:
        print(KEEPER_PLACE.format(name=holder.name), file=sys.stderr)
        return BAD_INPUT
    post = actions.appoint(cli_actor(), holder, options.what, committee, ground=options.ground)
    print(
        KEEPER_APPOINTED.format(
            name=holder.name, username=holder.username, committee=committee.display, role=post.get_role_display()
        )
    )
    return DONE


def _reset(account: object, ground: str) -> int:
    from typing import Any

    from django.db import transaction

    from lvzhi.accounts import actions, queries
    from lvzhi.accounts.actors import cli_actor

    holder: Any = account
    with transaction.atomic():
        if queries.has_factor(holder):
            actions.reset_factors(cli_actor(), holder, ground)
        password = actions.reset_password(cli_actor(), holder)
    print(KEEPER_RESET.format(name=holder.name, username=holder.username, password=password))
    return DONE
