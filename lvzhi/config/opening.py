"""``lvzhi init``: the first committee, its term and the first administrator of an empty install."""

from __future__ import annotations

import argparse
import sys

from lvzhi.config.vocabulary import ASK, INIT_ALREADY, INIT_DONE, INIT_MISSING

BAD_INPUT = 2
QUESTIONS = ("name", "code", "level", "number", "starts", "username", "person")


def init(options: argparse.Namespace) -> int:
    """Set up an empty install; what is not given as an option is asked, where someone can be asked."""
    from lvzhi.config.serving import prepare

    prepare()
    from lvzhi.committee.models import Committee

    present = Committee.objects.first()
    if present is not None:
        print(INIT_ALREADY.format(committee=present.name), file=sys.stderr)
        return BAD_INPUT
    given = {name: getattr(options, name) or _ask(name) for name in QUESTIONS}
    missing = [f"--{name}" for name, value in given.items() if not value]
    if missing:
        print(INIT_MISSING.format(options=" ".join(missing)), file=sys.stderr)
        return BAD_INPUT
    return _open(given)


def _ask(name: str) -> str:
    if not sys.stdin.isatty():
        return ""
    return input(ASK[name] + "：").strip()


def _open(given: dict[str, str]) -> int:
    from django.db import transaction

    from lvzhi.accounts import actions as accounts
    from lvzhi.accounts.actors import cli_actor
    from lvzhi.committee import actions as committees
    from lvzhi.deadlines import BadDate, parse_date

    actor = cli_actor()
    try:
        starts = parse_date(given["starts"])
    except BadDate as problem:
        print(problem.sentence, file=sys.stderr)
        return BAD_INPUT
    if not given["number"].isdecimal():
        print(INIT_MISSING.format(options="--number"), file=sys.stderr)
        return BAD_INPUT
    with transaction.atomic():
        committee = committees.create(actor, name=given["name"], code=given["code"], level=given["level"])
        term = committees.open_term(actor, committee, number=int(given["number"]), starts=starts)
        account = accounts.create_account(actor, given["username"], given["person"], committee=committee)
        accounts.appoint(actor, account, "system_admin", committee, starts=starts)
    print(
        INIT_DONE.format(
            committee=committee.name, term=term.name, username=account.username, password=account.initial_password
        )
    )
    return 0
