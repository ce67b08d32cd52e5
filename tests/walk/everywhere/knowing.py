"""What each login may know of, asked of the rules and of nothing that a page does; and what gives a record away."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Model

from lvzhi.access import Rule
from lvzhi.committee.models import Committee, Organ
from lvzhi.files.models import Attachment
from lvzhi.files.rights import right_of
from lvzhi.journal.fields import SecretField
from lvzhi.links.kinds import kind_of
from lvzhi.people import rules as people
from lvzhi.people.models import Member, Person, Staff
from lvzhi.proposals.models import Publication
from lvzhi.proposals.vocabulary.publishing import PublicState
from lvzhi.workflow.registry import workflows
from tests.walk.everywhere.callers import Caller

UID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
NUMBER = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx])(?!\d)")
FILTERS: dict[str, type[Model]] = {"committee": Committee, "organ": Organ, "member": Member}
HEAD = 12  # characters of a title that are looked for first
OURS = "lvzhi."
# Records seen wherever the one they belong to is seen: kind → field that leads there.
PARTS = {
    "proposals.reply": "assignment", "proposals.rating": "proposal", "proposals.leading": "proposal",
    "proposals.supervision": "proposal", "proposals.contact": "assignment", "proposals.letter": "proposal",
    "activities.sitting": "activity", "activities.participant": "activity", "activities.agendaitem": "sitting",
    "ledger.measure": "problem", "tenure.nominee": "selection", "turnover.entrant": "change",
    "reports.section": "report", "papers.dispatch": "paper", "party.minutes": "meeting",
    "people.membership": "member", "opinions.placing": "concern",
}  # fmt: skip


class Knowing:
    """All records of the database by their uid, and who may see which."""

    def __init__(self, chance: random.Random) -> None:
        self.rules: dict[type[Model], Rule] = {one.model: one.visible for one in workflows()}
        self.rules |= {Member: people.SEE, Staff: people.SEE}
        self.records: dict[str, tuple[type[Model], int]] = {}
        self.numbers: dict[str, UUID] = {}
        self.paths = dict(Committee.objects.values_list("pk", "path"))
        self.chance = chance
        self._seen: dict[tuple[str, type[Model]], frozenset[UUID]] = {}
        self._strange: dict[str, list[tuple[UUID, int]]] = {}
        self._asked: dict[tuple[str, UUID], bool | None] = {}
        self._hidden: dict[str, dict[str, list[str]]] = {}
        self._titles: dict[type[Model], list[tuple[UUID, str]]] = {}
        for model in apps.get_models():
            if model.__module__.startswith(OURS) and any(one.name == "uid" for one in model._meta.concrete_fields):
                self._read(model)

    def _read(self, model: type[Model]) -> None:
        rows = model._base_manager.values_list("uid", "pk")
        self.records |= {str(uid): (model, pk) for uid, pk in rows if uid is not None}
        secret = [one.attname for one in model._meta.concrete_fields if isinstance(one, SecretField)]
        wanted = [one for one in secret if one in {"phone", "id_number"}]
        for row in model._base_manager.only("uid", *wanted) if wanted else ():
            for name in wanted:
                held = getattr(row, name)
                if held:
                    self.numbers[held.reveal()] = row.uid

    def forget(self) -> None:
        """Ask the rules again from here on."""
        self._seen.clear()
        self._asked.clear()
        self._hidden.clear()

    def titles(self, model: type[Model]) -> list[tuple[UUID, str]]:
        """Every record of a kind with its title, where the kind has titles."""
        if model not in self._titles:
            named = any(one.name == "title" for one in model._meta.concrete_fields)
            self._titles[model] = list(model._base_manager.values_list("uid", "title")) if named else []
        return self._titles[model]

    def sees(self, who: Caller, model: type[Model], uid: UUID) -> bool | None:
        """Whether the rules grant the record; None where no rule of its own speaks of its kind."""
        if model in self.rules:
            return uid in self._granted(who, model)
        key = (who.name, uid)
        if key not in self._asked:
            self._asked[key] = self._ask(who, model, uid)
        return self._asked[key]

    def _granted(self, who: Caller, model: type[Model]) -> frozenset[UUID]:
        key = (who.name, model)
        if key not in self._seen:
            rows = model._base_manager.filter(self.rules[model].rows(who.actor)) if who.account else ()
            found = rows.values_list("uid", flat=True) if who.account else ()  # type: ignore[attr-defined]  # reason: a query set where there is an account
            self._seen[key] = frozenset(found)
        return self._seen[key]

    def _ask(self, who: Caller, model: type[Model], uid: UUID) -> bool | None:
        if who.account is None:
            return False if model._meta.label_lower in PARTS or kind_of(model._meta.label_lower) else None
        label = model._meta.label_lower
        if label in PARTS:
            row = model._base_manager.select_related(PARTS[label]).get(uid=uid)
            whole = getattr(row, PARTS[label])
            return self.sees(who, type(whole), whole.uid)
        if model is Attachment:
            held = Attachment._base_manager.get(uid=uid)
            right = right_of(held.kind)
            return right is not None and right.may_read(who.actor, held.subject)
        if model is Person:
            seats = Member._base_manager.filter(person__uid=uid).values_list("uid", flat=True)
            staff = Staff._base_manager.filter(person__uid=uid).values_list("uid", flat=True)
            mine = Person._base_manager.filter(uid=uid, account_id=who.account.pk).exists()
            return (
                mine
                or any(one in self._granted(who, Member) for one in seats)
                or any(one in self._granted(who, Staff) for one in staff)
            )
        kind = kind_of(label)
        return kind.visible(who.actor, uid) if kind else None

    def hidden_titles(self, who: Caller) -> dict[str, list[str]]:
        """Titles that stand on no record that the rules grant, by their first characters."""
        if who.name not in self._hidden:
            shown = Publication._base_manager.filter(voided_at=None, state=PublicState.PUBLISHED)
            seen: set[str] = set(shown.values_list("proposal__title", flat=True))  # everybody's
            unseen: set[str] = set()
            for model in self.rules:
                granted = self._granted(who, model)
                for uid, title in self.titles(model):
                    (seen if uid in granted else unseen).add(title)
            found: dict[str, list[str]] = defaultdict(list)
            for title in unseen - seen:
                if len(title) >= HEAD:
                    found[title[:HEAD]].append(title)
            self._hidden[who.name] = dict(found)
        return self._hidden[who.name]

    def pick(self, model: type[Model], count: int, near: Iterable[int]) -> list[UUID]:
        """Records of a kind: of each committee and state a few; those near first."""
        columns = [one.name for one in model._meta.concrete_fields]
        place = "committee_id" if "committee" in columns else "pk"
        state = "state" if "state" in columns else "pk"
        groups: dict[Any, list[UUID]] = defaultdict(list)
        for pk, uid, where, stage in model._base_manager.order_by("pk").values_list("pk", "uid", place, state):
            groups[(where, stage) if place != "pk" else pk % 7].append(uid)  # a uid is another in every building
        first = set(near)
        order = sorted(groups, key=lambda one: (not (isinstance(one, tuple) and one[0] in first), str(one)))
        mine = [one for one in order if isinstance(one, tuple) and one[0] in first]
        rest = [one for one in order if one not in mine]
        self.chance.shuffle(mine)
        self.chance.shuffle(rest)
        half = max(1, count // 2)
        chosen = mine[:half] + rest[: count - min(len(mine), half)]
        return [self.chance.choice(groups[one]) for one in chosen][:count]

    def foreign(self, who: Caller) -> str:
        """An address query that asks for a committee, an organ or a person of somebody else's."""
        if not self._strange:
            for name, kind in FILTERS.items():
                rows = kind._base_manager.values_list("uid", "pk" if kind is Committee else "committee_id")
                self._strange[name] = list(rows.order_by("pk"))
        name = self.chance.choice(sorted(self._strange))
        others = [uid for uid, place in self._strange[name] if place not in who.committees]
        if not others:
            return ""
        return f"?{name}={self.chance.choice(others)}&below=1&all=1"

    def committee(self, model: type[Model], uid: UUID) -> int | None:
        """The id of the record's committee, where its kind has one."""
        if not any(one.name == "committee" for one in model._meta.concrete_fields):
            return None
        found: int | None = model._base_manager.filter(uid=uid).values_list("committee_id", flat=True).first()
        return found
