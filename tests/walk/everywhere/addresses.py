"""The address table as places to go to: what each address is filled with, and which record it asks the database for."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import product
from typing import Any
from uuid import UUID, uuid4

from django.apps import apps
from django.db import connection
from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import RegexPattern

from lvzhi.api.kinds import all_kinds
from lvzhi.demo.plan import PLACES
from lvzhi.files.rights import registered
from lvzhi.metrics import registry as figures
from lvzhi.workflow.registry import workflows

ASKED = re.compile(r'"(\w+)"\."uid" = ')
MOST = 40  # fillings of one address
STEP, JSON = '{"version": 1, "answers": {}}', "application/json"  # what a system sends to take a step
BACK = '{"version": 1, "ground": "x"}'
UUIDS = {"uuid", "uuidstr"}
BY_TOKEN = "api:v1:"  # what a token alone opens
# What stands in an address beside the record, by the name of the part; the first that fits is taken.
VALUES: dict[str, tuple[str, ...]] = {
    "form": ("xlsx", "csv"), "token": ("x" * 20,), "month": ("2026-11",), "role": ("member",), "number": ("1",),
    "slug": ("writing",), "group": ("members",), "seq": ("1", "1000", "20000"), "code": ("x",), "mark": ("enter",),
    "what": ("x",), "which": ("study",), "sort": ("study",), "field": ("phone", "id_number"), "name": ("items",),
    "size": ("large",),
}  # fmt: skip
OF_ADDRESS: dict[tuple[str, str], tuple[str, ...]] = {
    ("publications:list", "what"): ("calls", "clues", "manuscripts", "issues", "items"),
    ("publications:export", "what"): ("calls", "clues", "manuscripts", "issues", "items"),
    ("publications:void", "kind"): ("call", "clue", "manuscript", "issue", "item", "coverage"),
    ("publications:restore", "kind"): ("call", "clue", "manuscript", "issue", "item", "coverage"),
    ("activities:notes", "which"): ("givings", "posts", "plans", "giving", "post", "plan"),
    ("activities:note_add", "which"): ("givings", "posts", "plans", "giving", "post", "plan"),
    ("activities:note_void", "which"): ("givings", "posts", "plans", "giving", "post", "plan"),
    ("easing:rows", "what"): ("steps",),
    ("opening:confirm", "what"): ("norms",),
    ("accounts:do", "what"): ("disable", "enable", "unlock"),
    ("accounts:decide_reset", "what"): ("approve", "decline", "withdraw"),
    ("assurance:paper", "day"): ("2026-11-26",),
    ("ledger:print", "kind"): ("problems", "advice"),
    ("ledger:export", "kind"): ("problems", "advice"),
    ("ledger:edit", "kind"): ("problem", "advice"),
    ("ledger:void", "kind"): ("problem", "advice"),
    ("ledger:restore", "kind"): ("problem", "advice"),
    ("proposals:letter", "kind"): ("filed", "assigned"),
    ("proposals:export", "form"): ("xlsx", "csv"),
    ("proposals:batch", "key"): ("file",),
    ("opinions:batch", "key"): ("take",),
    ("opinions:void", "kind"): ("concern", "issue", "adoption", "comment", "suggestion"),
    ("opinions:restore", "kind"): ("concern", "issue", "adoption", "comment", "suggestion"),
    ("reports:do", "what"): ("lock", "accept"),
    ("reports:pdf_file", "key"): ("x",),
    ("projects:noted_void", "kind"): ("visit", "fund"),
    ("projects:noted_restore", "kind"): ("visit", "fund"),
    ("metrics:book_export", "kind"): ("csv", "xlsx"),
    ("metrics:export", "kind"): ("csv", "xlsx"),
    ("evaluation:part", "name"): ("items", "grades"),
    ("evaluation:part_do", "name"): ("items", "grades"),
    ("evaluation:part_do", "what"): ("drop",),
    ("joint:open", "kind"): ("plans.task", "activities.activity"),
    ("portal:data_file", "form"): ("csv", "json"),
    ("portal:data_file", "part"): ("proposals", "rules", "reports", "members"),
    ("portal:feed_part", "part"): ("proposals", "rules", "reports"),
}  # fmt: skip


LISTS = frozenset({"api:v1:records", "api:v1:begin"})
TAKEN = (  # of whose records each address of the API is tried; lists are of every kind
    "proposals.proposal", "proposals.assignment", "activities.activity", "activities.supervisionopinion",
    "opinions.concern", "ledger.problem", "ledger.advice", "papers.paper", "party.appraised", "tenure.change",
    "ballots.ballot", "regulations.version", "joint.piece", "directory.unit", "people.member",
    "publications.manuscript",
)  # fmt: skip
BY_REGISTRY: dict[str, Callable[[], tuple[str, ...]]] = {
    "kind": lambda: tuple(dict.fromkeys([*TAKEN, *(one.kind for one in all_kinds())])),
    "step": lambda: ("file", "sign"),
    "key": lambda: tuple(one.key for one in figures.figures())[::16],
    "room": lambda: tuple(dict.fromkeys(one.room for one in figures.figures()))[::3],
    "rest": lambda: ("nothing",),
}
SITES = tuple(one.node.code for one in PLACES if one.current)


LEFT_OUT = frozenset({"accounts:logout"})  # the walk would go on as nobody


@dataclass(frozen=True)
class Place:
    """One address with everything filled in but the record.

    Args:
        room: the namespace. parts: values by name. uids: the names that take the uid of a record.
        workflow, step: where it takes a step: key of the procedure, key of the step.
    """

    name: str
    parts: tuple[tuple[str, str], ...] = ()
    uids: tuple[str, ...] = ()
    step: tuple[str, str] | None = None
    open: bool = False

    @property
    def room(self) -> str:
        return self.name.partition(":")[0]

    @property
    def body(self) -> str:
        """What a system sends there."""
        return BACK if self.name == "api:v1:back" else STEP

    @property
    def by_token(self) -> bool:
        """Whether a token opens it and a session does not."""
        return self.name.startswith(BY_TOKEN)

    def url(self, uid: UUID | None = None, second: UUID | None = None) -> str:
        """The address with this record; a second place for a uid takes the second."""
        held = dict(zip(self.uids, (uid, second or uid), strict=False))
        return reverse(self.name, kwargs=dict(self.parts) | held)


def places() -> list[Place]:
    """Every address of the product, filled in every way that is known."""
    found: dict[Place, None] = {}
    for name, pattern, view in _walk(get_resolver().url_patterns):
        if name in LEFT_OUT:
            continue
        names = _names(pattern)
        uids = tuple(one for one, kind in names.items() if kind in UUIDS)
        loose = [one for one in names if one not in uids]
        opens = not getattr(view, "login_required", True) and not name.startswith(BY_TOKEN)
        for filling in list(_fillings(name, loose, view))[:MOST]:
            values, step = filling
            found.setdefault(Place(name, tuple(values.items()), uids, step, opens))
    return list(found)


def _walk(patterns: Sequence[Any], before: tuple[Any, ...] = (), space: str = "") -> Iterator[tuple[str, Any, Any]]:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from _walk(one.url_patterns, (*before, one), f"{space}{one.namespace}:" if one.namespace else space)
        elif isinstance(one, URLPattern) and one.name:
            yield space + one.name, one, one.callback


def _names(pattern: URLPattern) -> dict[str, str]:
    if isinstance(pattern.pattern, RegexPattern):
        return dict.fromkeys(pattern.pattern.regex.groupindex, "str")
    known = pattern.pattern.converters.items()
    return {name: type(one).__name__.lower().removesuffix("converter") for name, one in known}


Filling = tuple[dict[str, str], tuple[str, str] | None]


def _fillings(name: str, loose: list[str], view: Callable[..., Any]) -> Iterator[Filling]:
    room = name.partition(":")[0]
    kinds = getattr(sys.modules[view.__module__], "KINDS", {})
    kinds = kinds if isinstance(kinds, dict) and all(hasattr(one, "steps") for one in kinds.values()) else {}
    if "key" in loose and kinds and (name, "key") not in OF_ADDRESS:
        rest = [one for one in loose if one not in {"kind", "key"}]
        for kind, workflow in kinds.items():
            for step in workflow.steps:
                if not step.automatic:
                    for values in _values(name, room, rest):
                        here = {"kind": kind} if "kind" in loose else {}
                        yield {**here, "key": step.key, **values}, (workflow.key, step.key)
        return
    for values in _values(name, room, loose):
        yield values, None


def _values(name: str, room: str, loose: list[str]) -> Iterator[dict[str, str]]:
    choices = [_choice(name, room, one) for one in loose]
    for values in product(*choices):
        yield dict(zip(loose, values, strict=True))


def _choice(name: str, room: str, part: str) -> tuple[str, ...]:
    if (name, part) in OF_ADDRESS:
        return OF_ADDRESS[name, part]
    if room == "metrics" and part == "key":
        return tuple(one.key for one in figures.figures())[::12]
    if name.startswith(BY_TOKEN) and part in BY_REGISTRY:
        found = BY_REGISTRY[part]()
        return found[: len(TAKEN)] if part == "kind" and name not in LISTS else found
    if room == "portal" and part == "code":
        return SITES
    if name == "files:add":
        return tuple(registered())
    if name == "workflow:one":
        return tuple(one.key for one in workflows())[::5]
    if part == "kind":
        return tuple(one.key.partition(".")[2] for one in workflows() if one.key.startswith(f"{room}.")) or ("x",)
    if part == "key":
        steps = (step.key for one in workflows() if one.key.startswith(f"{room}.") for step in one.steps)
        return tuple(dict.fromkeys(steps)) or ("x",)
    if part in VALUES:
        return VALUES[part]
    return ("x",)


@dataclass
class Asking:
    """Notes which table is asked for a uid while a page answers."""

    uid: UUID
    tables: list[str] = field(default_factory=list)

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if params and any(_same(one, self.uid) for one in params):
            self.tables += ASKED.findall(sql)
        return execute(sql, params, many, context)


def _same(value: Any, uid: UUID) -> bool:
    return value == uid or value == uid.hex or value == str(uid)


def model_asked(place: Place, clients: Sequence[Any]) -> type[Model] | None:
    """The kind of record that the address looks up first, found by asking for one that does not exist."""
    known = {one._meta.db_table: one for one in apps.get_models()}
    for client in clients:
        sends = (
            client.get,
            partial(client.post, data=place.body, content_type=JSON) if place.by_token else client.post,
        )
        for send in sends:
            asking = Asking(uuid4())
            with connection.execute_wrapper(asking):
                send(place.url(asking.uid))
            if asking.tables:
                return known.get(asking.tables[0])
    return None


def sample(of: Sequence[Place], share: float, chance: random.Random) -> list[Place]:
    """A share of the places, in their order."""
    return [one for one in of if chance.random() < share]
