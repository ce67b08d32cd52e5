"""``lvzhi init``: the steps of the first run at the server; ``--code`` shows the code that the browser asks for."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from typing import TYPE_CHECKING

from lvzhi.config import firstcode
from lvzhi.config.vocabulary import (
    ASK,
    INIT_ALONE,
    INIT_ALREADY,
    INIT_BEGUN,
    INIT_DONE,
    INIT_LOGIN,
    INIT_MISSING,
)

if TYPE_CHECKING:
    from lvzhi.accounts.actors import SystemActor
    from lvzhi.opening.actions import Named

DONE, BAD_INPUT = 0, 2
QUESTIONS = ("name", "code", "level", "number", "starts", "username", "person")
MORE = ("session", "opens", "closes")
OTHERS = {"security_admin": "security", "audit_admin": "audit", "office": "office"}
PEOPLE = tuple(f"{word}_{part}" for word in OTHERS.values() for part in ("username", "person"))


def init(options: argparse.Namespace) -> int:
    """Set up an empty install; what is not given as an option is asked, where someone can be asked."""
    from lvzhi.config.serving import prepare

    prepare()
    from lvzhi.committee.models import Committee
    from lvzhi.opening import queries

    run, present = queries.first_run(), Committee.objects.first()
    if options.show_code and (run is not None or present is None):
        firstcode.say()
        return DONE
    if present is not None:
        begun = INIT_BEGUN.format(committee=present.name, step=run.get_step_display()) if run else ""
        print(begun or INIT_ALREADY.format(committee=present.name), file=sys.stderr)
        return BAD_INPUT
    given = {name: getattr(options, name) or _ask(name) for name in QUESTIONS}
    missing = [f"--{name}" for name, value in given.items() if not value]
    if missing:
        print(INIT_MISSING.format(options=" ".join(missing)), file=sys.stderr)
        return BAD_INPUT
    given |= {name: getattr(options, name) or _ask(name) for name in (*MORE, *PEOPLE)}
    given["organs"] = options.organs or ("sample" if sys.stdin.isatty() else "none")
    return _open(given)


def _ask(name: str) -> str:
    if not sys.stdin.isatty():
        return ""
    return input(ASK[name] + "：").strip()


def _open(given: dict[str, str]) -> int:
    from lvzhi.accounts.actors import cli_actor
    from lvzhi.deadlines import BadDate, parse_date

    actor = cli_actor()
    try:
        days: dict[str, dt.date] = {
            name: parse_date(given[name]) for name in ("starts", "opens", "closes") if given[name]
        }
    except BadDate as problem:
        print(problem.sentence, file=sys.stderr)
        return BAD_INPUT
    numbers = [name for name in ("number", "session") if given[name] and not given[name].isdecimal()]
    if bool(given["session"]) != ("opens" in days):
        numbers.append("opens" if given["session"] else "session")
    if numbers:
        print(INIT_MISSING.format(options=" ".join(f"--{name}" for name in numbers)), file=sys.stderr)
        return BAD_INPUT
    return _make(actor, given, days)


def _make(actor: SystemActor, given: dict[str, str], days: dict[str, dt.date]) -> int:
    """All of it in one transaction."""
    from django.db import transaction

    from lvzhi.opening import actions

    people = _people(given)
    with transaction.atomic():
        committee = actions.found(actor, name=given["name"], code=given["code"], level=given["level"])
        term, _ = actions.begin_term(
            actor, number=int(given["number"]), starts=days["starts"],
            session_number=int(given["session"]) if given["session"] else None,
            opens=days.get("opens"), closes=days.get("closes"),
        )  # fmt: skip
        _organs(actor, given)
        made = actions.appoint_first(actor, people, alone=True)
    first, *others = made
    done = {"committee": committee.name, "term": term.name, "username": first.username}
    print(INIT_DONE.format(password=first.initial_password, **done))
    for one in others:
        print(INIT_LOGIN.format(name=one.name, username=one.username, password=one.initial_password))
    if len({one.role for one in people} & {"security_admin", "audit_admin"}) < len(OTHERS) - 1:
        print(INIT_ALONE)
    return DONE


def _organs(actor: SystemActor, given: dict[str, str]) -> None:
    from lvzhi.committee.vocabulary import OrganKind
    from lvzhi.opening import actions
    from lvzhi.opening.vocabulary import samples

    if given["organs"] != "sample":
        actions.pass_organs(actor)
        return
    sample = samples.SAMPLES[given["level"]]
    names: dict[str, tuple[str, ...]] = {
        OrganKind.SPECIAL_COMMITTEE: sample.special, OrganKind.SECTOR: sample.sectors, OrganKind.AGENCY: sample.agency,
    }  # fmt: skip
    actions.set_up_organs(actor, names, list(samples.ALSO))


def _people(given: dict[str, str]) -> list[Named]:
    from lvzhi.opening.actions import Named

    found = [Named("system_admin", given["person"], given["username"])]
    for role, word in OTHERS.items():
        name, username = given[f"{word}_person"], given[f"{word}_username"]
        if name or username:
            found.append(Named(role, name, username))
    return found
