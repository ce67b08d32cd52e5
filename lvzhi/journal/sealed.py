"""The base of every model of record: nothing of it is written outside a `line`."""

from __future__ import annotations

import copy
import uuid
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from django.db import models
from django.db.models.signals import class_prepared, post_delete, pre_delete

from lvzhi.journal import collect
from lvzhi.journal.collect import REFETCH
from lvzhi.journal.errors import Unjournalled
from lvzhi.journal.values import Shape, State, shape_of

if TYPE_CHECKING:
    from django.db.models.base import ModelBase

M = TypeVar("M", bound="Sealed")


class SealedQuerySet(models.QuerySet[M, M]):
    """Set-wise writes that the journal follows: it reads what they change, and refuses what it cannot follow."""

    def update(self, **kwargs: Any) -> int:
        """Update rows; old and new values go to the open line. Columns of `journal_ignore` alone need no line."""
        shape = shape_of(self.model)
        if set(kwargs) <= shape.ignored:
            return super().update(**kwargs)
        sheet = collect.innermost(f"update of {shape.kind}")
        if sheet.quiet:
            return super().update(**kwargs)
        before = self._before(shape)
        if not before:
            return 0
        done = 0
        chunks = list(before)
        for start in range(0, len(chunks), collect.CHUNK):
            done += models.QuerySet.update(self.filter(uid__in=chunks[start : start + collect.CHUNK]), **kwargs)
        self._note_update(shape, before, kwargs)
        return done

    update.alters_data = True  # type: ignore[attr-defined]  # Django's mark: templates must not call it

    def _before(self, shape: Shape) -> dict[uuid.UUID, State]:
        """Lock and read the rows an update will change; a joined query first finds them, then locks them alone."""
        tables = [name for name, count in self.query.alias_refcount.items() if count]
        if len(tables) > 1 or self.query.distinct or self.query.combinator or self.query.annotations:
            return collect.fetch(shape.model, "pk", self.order_by().values_list("pk", flat=True), lock=True)
        rows = self.order_by().select_for_update().values_list("uid", *shape.attnames)
        return {row[0]: shape.row(row[1:]) for row in rows}

    def _note_update(self, shape: Shape, before: dict[uuid.UUID, State], kwargs: dict[str, Any]) -> None:
        sheet = collect.innermost("update")
        new: dict[str, Any] = {}
        exact = True
        for name, value in kwargs.items():
            column = shape.by_name.get(name)
            if column is None:
                continue
            if hasattr(value, "resolve_expression"):
                exact = False
                break
            new[column.attname] = column.spell(value.pk if isinstance(value, models.Model) else value)
        after = (
            {uid: state | new for uid, state in before.items()} if exact else collect.fetch(shape.model, "uid", before)
        )
        for uid, old in before.items():
            if after.get(uid) != old:
                sheet.put(shape, uid, collect.known(shape.kind, uid) or old, after.get(uid))

    def bulk_create(  # type: ignore[override]  # narrower: what the journal cannot follow is not offered
        self,
        objs: Iterable[M],
        batch_size: int | None = None,
        ignore_conflicts: bool = False,
        **kwargs: Any,
    ) -> list[M]:
        """Insert many rows with one entry: counts and a seal for each. Updating conflicts is not followed."""
        if kwargs.get("update_conflicts"):
            raise Unjournalled("bulk_create(update_conflicts=True) cannot be journalled: update and create apart")
        shape = shape_of(self.model)
        sheet = collect.innermost(f"creation of {shape.kind}")
        made = super().bulk_create(objs, batch_size=batch_size, ignore_conflicts=ignore_conflicts)
        for each in made:
            after = None if ignore_conflicts else _memory(each, shape)
            sheet.put(shape, each.uid, None, REFETCH if after is None else after, bulk=True)
            sheet.instances[id(each)] = each
        return made

    bulk_create.alters_data = True  # type: ignore[attr-defined]  # as above

    def bulk_update(self, objs: Iterable[M], fields: Iterable[str], batch_size: int | None = None) -> int:
        """Update many rows with values of their own; read before and after in chunks."""
        wanted, names = list(objs), list(fields)
        shape = shape_of(self.model)
        if set(names) <= shape.ignored:
            return _plain_bulk_update(self, wanted, names, batch_size)
        sheet = collect.innermost(f"update of {shape.kind}")
        before = collect.fetch(self.model, "pk", [each.pk for each in wanted], lock=True)
        with collect.quietly(sheet):
            done = super().bulk_update(wanted, names, batch_size=batch_size)
        after = collect.fetch(self.model, "uid", before)
        for uid, old in before.items():
            if after.get(uid) != old:
                sheet.put(shape, uid, collect.known(shape.kind, uid) or old, after.get(uid))
        sheet.instances.update((id(each), each) for each in wanted)
        return done

    bulk_update.alters_data = True  # type: ignore[attr-defined]  # as above

    def _raw_delete(self, using: str | None) -> int:
        raise Unjournalled(f"raw delete of {shape_of(self.model).kind} cannot be journalled")


def _plain_bulk_update(rows: SealedQuerySet[M], objs: list[M], names: list[str], batch_size: int | None) -> int:
    """Ignored columns alone: Django's own bulk update, whose inner updates name ignored columns too."""
    return models.QuerySet.bulk_update(rows, objs, names, batch_size=batch_size)


class Sealed(models.Model):
    """A record whose every change stands in the journal.

    `journal_private`: fields whose values go only into the encrypted payload (personal data, long texts).
    `journal_ignore`: derived columns, neither compared nor sealed; writing only them needs no line.
    """

    uid = models.UUIDField("编号", default=uuid.uuid4, unique=True, editable=False)

    journal_private: ClassVar[frozenset[str]] = frozenset()
    journal_ignore: ClassVar[frozenset[str]] = frozenset()

    objects = SealedQuerySet.as_manager()

    class Meta:
        abstract = True

    _loaded: tuple[Collection[str], Collection[Any]] | State | None = None

    @classmethod
    def from_db(cls, db: str | None, field_names: Collection[str], values: Collection[Any], **kwargs: Any) -> Self:
        """Keep the row as it was read (by reference: it costs nothing until something is saved)."""
        instance = super().from_db(db, field_names, values, **kwargs)
        mutable = shape_of(cls).mutable
        if mutable:
            pairs = zip(field_names, values, strict=True)
            values = [copy.deepcopy(value) if name in mutable else value for name, value in pairs]
        instance._loaded = (field_names, values)
        return instance

    def refresh_from_db(
        self,
        using: str | None = None,
        fields: Iterable[str] | None = None,
        from_queryset: models.QuerySet[Self, Self] | None = None,
    ) -> None:
        """Read again; what was read is what later changes are compared with."""
        names = None if fields is None else list(fields)
        super().refresh_from_db(using=using, fields=names, from_queryset=from_queryset)
        shape = shape_of(type(self))
        fresh = shape.state(self.__dict__)
        if names is not None:
            wanted = {shape.by_name[name].attname for name in names if name in shape.by_name}
            fresh = self.loaded_state() | {name: value for name, value in fresh.items() if name in wanted}
        self._loaded = fresh

    def loaded_state(self) -> State:
        """The spelt values this instance was read with (without those deferred); empty when it was never read."""
        if isinstance(self._loaded, tuple):
            self._loaded = shape_of(type(self)).state(dict(zip(*self._loaded, strict=True)))
        return self._loaded or {}

    def save_base(
        self,
        raw: bool = False,
        force_insert: bool | tuple[ModelBase, ...] = False,
        force_update: bool = False,
        using: str | None = None,
        update_fields: Iterable[str] | None = None,
    ) -> None:
        """Save inside a line. Raises `Unjournalled` outside one, unless only ignored columns are written."""
        shape = shape_of(type(self))
        names = None if update_fields is None else set(update_fields)
        if names is not None and names <= shape.ignored:
            super().save_base(raw, force_insert, force_update, using, names)
            return
        sheet = collect.innermost(f"save of {shape.kind}")
        before = collect.known(shape.kind, self.uid) or self.loaded_state() or None
        if before is None and self.pk is not None and not force_insert:
            before = collect.fetch(type(self), "pk", [self.pk], lock=True).get(self.uid)
        super().save_base(raw, force_insert, force_update, using, names)
        written = None if names is None else {shape.by_name[n].attname for n in names if n in shape.by_name}
        # After a partial save the other columns are only known to the database: another hand may have changed them.
        after = _memory(self, shape) if written is None else None
        sheet.put(shape, self.uid, before, REFETCH if after is None else after, fields=written)
        sheet.instances[id(self)] = self


def _memory(instance: Sealed, shape: Shape) -> State | None:
    """The state an instance has just been saved with, or None when only the database knows it."""
    values = instance.__dict__
    for name in shape.attnames:
        if name not in values or hasattr(values[name], "resolve_expression"):
            return None
    return shape.state(values)


def _before_delete(sender: type[Sealed], instance: Sealed, **_: Any) -> None:
    """Signals, because cascades reach records whose own `delete` nobody calls."""
    collect.innermost(f"deletion of {shape_of(type(instance)).kind}")
    instance.loaded_state()


def _after_delete(sender: type[Sealed], instance: Sealed, **_: Any) -> None:
    shape = shape_of(type(instance))
    before = collect.known(shape.kind, instance.uid) or instance.loaded_state() or _memory(instance, shape) or {}
    collect.innermost("deletion").put(shape, instance.uid, before, None)


def _listen(sender: type[models.Model], **_: Any) -> None:
    """Per class: a receiver without a sender would cost every other model its fast deletes."""
    if issubclass(sender, Sealed) and not sender._meta.abstract:
        pre_delete.connect(_before_delete, sender=sender, dispatch_uid=("journal", sender))
        post_delete.connect(_after_delete, sender=sender, dispatch_uid=("journal", sender))


class_prepared.connect(_listen, dispatch_uid="journal.listen")
