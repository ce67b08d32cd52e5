"""Run inside a copy of the demonstration data: records of many kinds are written, kept figures held against fresh."""

from __future__ import annotations

import datetime as dt
import json
import random
from typing import Any

from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from django.test.utils import CaptureQueriesContext

from lvzhi.accounts.actors import system_actor
from lvzhi.committee.models import PATH_STEP, Committee, Organ
from lvzhi.committee.scope import Scope
from lvzhi.demo.plan import WUDANG
from lvzhi.journal.lines import line
from lvzhi.journal.models import Sealed
from lvzhi.journal.values import shape_of
from lvzhi.metrics import compute, lasting, periods, registry
from lvzhi.metrics.compute import Ask
from lvzhi.metrics.models import KeptValue

ROWS, FIELDS = 30, 4
SAME = {"uid", "version", "created_at"}


class Hand:
    """Writes at random, past every rule but inside a line of the journal, as any action does."""

    def __init__(self, seed: int, *, wide: bool) -> None:
        self.chance = random.Random(seed)
        own = Committee.objects.get(name=WUDANG.name)
        self.places = [(Scope(own), periods.year(2022))]
        if wide:
            above = Committee.objects.get(path=own.path[: PATH_STEP + 1])
            self.places += [(Scope(above, below=True), periods.year(2023))]
            organ = Organ.objects.filter(committee=own)[0]
            self.places += [(Scope(own, organ=organ), periods.year(2022))]

    def answers(self) -> list[dict[str, object]]:
        """Every figure of every place."""
        asks = [Ask(one, scope, when) for scope, when in self.places for one in registry.figures()]
        return [one.as_json() for one in compute.answers(asks)]

    def truth(self) -> list[dict[str, object]]:
        """The same, counted anew."""
        with lasting.afresh():
            return self.answers()

    def other(self, field: Any, value: Any) -> Any:
        """Another value for a column."""
        if isinstance(field, models.DateTimeField):
            return None if value and field.null else value and value - dt.timedelta(400)
        if isinstance(field, models.DateField):
            return value and value.replace(day=1, year=value.year + self.chance.choice([1, -1]))
        if isinstance(field, models.ForeignKey):
            keys = list(field.related_model._base_manager.values_list("pk", flat=True)[:200])
            return self.chance.choice(keys) if keys else None
        if field.choices:
            return self.chance.choice([one for one, _ in field.flatchoices])
        if isinstance(field, models.BooleanField):
            return not value
        if isinstance(field, models.IntegerField | models.DecimalField):
            return (value or 0) + 1
        return value and value[:-1]

    def write(self, model: Any) -> bool:
        """Change some rows of a kind, one column after the other; what the database refuses is rolled back."""
        fields = [
            one for one in model._meta.concrete_fields
            if not one.primary_key and one.name not in SAME | shape_of(model).ignored and not one.generated
            and not isinstance(one, models.JSONField | models.BinaryField)
        ]  # fmt: skip
        done = False
        telling = [one for one in fields if one.choices or isinstance(one, models.DateField | models.ForeignKey)]
        for field in self.chance.sample(telling or fields, min(len(telling or fields), FIELDS)):
            rows = list(model._base_manager.filter(**self.own(model)).order_by("pk"))
            for row in self.chance.sample(rows, min(len(rows), ROWS)):
                setattr(row, field.attname, self.other(field, getattr(row, field.attname)))
                try:
                    with line(system_actor("test"), "journal.resealed", ground="test", kind="x", count=1):
                        row.save(update_fields=[field.name])
                    done = True
                except (DatabaseError, ValueError, TypeError, AssertionError, LookupError):
                    continue
        return done

    def own(self, model: Any) -> dict[str, object]:
        """Records of the committee looked at, where the kind has one."""
        names = {one.name for one in model._meta.concrete_fields}
        return {"committee": self.places[0][0].committee} if "committee" in names else {}


def run(seed: int, kinds: int, *, wide: bool = False) -> None:
    """Write to so many kinds of record in turn and print what was found as JSON.

    Args:
        wide: also look at a whole province and at an organ.
    """
    hand = Hand(seed, wide=wide)
    before = hand.answers()
    assert before == hand.truth()
    with CaptureQueriesContext(connection) as seen:
        assert hand.answers() == before
    read = {kind for text in KeptValue.objects.values_list("reads", flat=True) for kind in text.split()}
    every = [one for one in apps.get_models() if issubclass(one, Sealed) and shape_of(one).kind in read]
    wrong, moved, written = [], [], []
    for model in hand.chance.sample(every, len(every)):
        if len(written) >= kinds:
            break
        if not hand.write(model):
            continue
        written.append(model._meta.label)
        now, true = hand.answers(), hand.truth()
        if true != before:
            moved.append(model._meta.label)
        wrong += [
            (model._meta.label, kept["key"], kept["value"], fresh["value"])
            for kept, fresh in zip(now, true, strict=True) if kept != fresh
        ]  # fmt: skip
        before = now
    with transaction.atomic():  # what is read here may be rolled back: nothing of it is kept
        hand.write(apps.get_model("proposals.Proposal"))
        assert hand.answers() == hand.truth()
        transaction.set_rollback(True)
    assert hand.answers() == hand.truth() == before
    print(json.dumps({"wrong": wrong, "moved": moved, "written": written, "statements": len(seen)}))
