"""For whom records wait, asked of many people at once: one statement for all who hold the same kind of post.

A rule gives rows for one actor. Here it is asked for a stand-in, whose account, organ and unit are numbers nobody has;
in the statement it comes to, each of these numbers is replaced by the column of a joined table of appointments. So the
rules stay as they are, and a committee of two thousand members costs what one of twenty does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from django.core.exceptions import EmptyResultSet
from django.db import connection

from lvzhi.accounts.actors import LoginActor, Post
from lvzhi.accounts.models import Appointment
from lvzhi.deadlines import clock
from lvzhi.workflow.declare import Workflow
from lvzhi.workflow.todo import waiting

_TABLE: Final = Appointment._meta.db_table
# Numbers that no row has: keys count upward from one.
_ACCOUNT, _ORGAN, _UNIT = -900_000_001, -900_000_002, -900_000_003
_COLUMNS: Final = {
    mark: f'"{_TABLE}"."{Appointment._meta.get_field(name).column}"'  # type: ignore[union-attr]  # reason: all three are columns
    for mark, name in ((_ACCOUNT, "account"), (_ORGAN, "organ"), (_UNIT, "unit"))
}
Pair = tuple[int, int]  # a record's key and an account's


@dataclass(frozen=True, slots=True)
class Crowd:
    """People who hold the same kind of post, and the stand-in that is asked for all of them."""

    people: Sequence[LoginActor]
    stand_in: LoginActor


class _Reads(Exception):  # noqa: N818  reason: caught by name below
    """A rule asks the database about a person that nobody is."""


def crowds(people: Iterable[LoginActor]) -> list[Crowd]:
    """People grouped by what they hold: those with a single post by its role, others with those who hold just the same.

    Args:
        people: with the posts of one committee on one day, as `accounts.actors.actors_in` gives them.
    """
    found: dict[Any, list[LoginActor]] = defaultdict(list)
    for person in people:
        found[_held(person)].append(person)
    return [Crowd(several, _stand_in(several[0])) for several in found.values()]


def _held(person: LoginActor) -> Any:
    if len(person.posts) > 1:
        return person.posts
    return tuple((post.role, post.organ is None, post.unit is None) for post in person.posts)


def _stand_in(one: LoginActor) -> LoginActor:
    if len(one.posts) > 1:
        return replace(one, account_id=_ACCOUNT)
    return replace(one, account_id=_ACCOUNT, posts=tuple(_marked(post) for post in one.posts))


def _marked(post: Post) -> Post:
    organ = None if post.organ is None else _ORGAN
    return replace(post, organ=organ, unit=None if post.unit is None else _UNIT)


def waiting_for(workflow: Workflow, several: Iterable[Crowd], keys: Sequence[int]) -> set[Pair]:
    """Which of these records of a procedure wait for whom: a statement for each crowd that its rules speak of.

    Args:
        keys: primary keys of the records.
    """
    return {pair for crowd in several for pair in _pairs(workflow, crowd, keys)}


def _pairs(workflow: Workflow, crowd: Crowd, keys: Sequence[int]) -> Iterator[Pair]:
    try:
        with connection.execute_wrapper(_refuse_marks):
            rows: Any = waiting(workflow, crowd.stand_in).filter(pk__in=keys)
        if _TABLE in rows.query.alias_map:
            raise _Reads  # the rules join that table themselves: the marks would mean another row of it
        yield from _joined(rows, crowd)
    except _Reads:
        for person in crowd.people:
            for key in waiting(workflow, person).filter(pk__in=keys).values_list("pk", flat=True):
                yield key, person.account_id or 0
    except EmptyResultSet:
        return  # no rule of this procedure speaks of people of this kind


def _refuse_marks(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """A rule that reads the database while giving its rows gives them for one person only: it is asked for each."""
    if any(mark in (params or ()) for mark in _COLUMNS):
        raise _Reads
    return execute(sql, params, many, context)


def _joined(rows: Any, crowd: Crowd) -> Iterator[Pair]:
    """The rows beside the appointments, each mark now a column; raises `EmptyResultSet` where no row can match."""
    first = crowd.people[0]
    held = Appointment.objects.on(clock.as_day(first.at)).filter(
        committee_id=first.posts[0].committee,
        role=first.posts[0].role,
        account_id__in=[person.account_id for person in crowd.people],
    )
    among, accounts = held.order_by().values("pk").query.sql_with_params()
    beside = rows.order_by().extra(  # noqa: S610  # reason: a join that no relation leads to; nothing in it is typed by a person
        tables=[_TABLE], where=[f'"{_TABLE}"."id" IN ({among})'], params=accounts
    )
    sql, params = beside.values_list("pk").query.sql_with_params()
    for mark, column in _COLUMNS.items():
        sql, params = _put(sql, params, mark, column)
    with connection.cursor() as cursor:
        table = connection.ops.quote_name(_TABLE)
        head, _, rest = sql.partition(" FROM ")
        cursor.execute(f"{head}, {table}.{connection.ops.quote_name('account_id')} FROM {rest}", params)
        yield from cursor.fetchall()


def _put(sql: str, params: Sequence[Any], mark: int, column: str) -> tuple[str, tuple[Any, ...]]:
    """The statement with a column wherever the mark stood."""
    parts = sql.split("%s")
    told, kept = [parts[0]], []
    for part, given in zip(parts[1:], params, strict=True):
        if type(given) is int and given == mark:
            told += [column, part]
        else:
            told += ["%s", part]
            kept.append(given)
    return "".join(told), tuple(kept)
