"""Founding and altering committees; the path of the tree is kept here."""

from __future__ import annotations

from lvzhi.access import Actor, NotAllowed, Refusal
from lvzhi.committee import rules
from lvzhi.committee.actions import checks
from lvzhi.committee.models import Committee
from lvzhi.committee.vocabulary import LEVEL_ORDER, MAY_ADD_COMMITTEE, Level
from lvzhi.journal.lines import line


def create(
    actor: Actor, *, name: str, code: str, level: str, parent: Committee | None = None, short_name: str = ""
) -> Committee:
    """Found a committee.

    Args:
        name: full name, unique.
        code: short unique code of letters and digits, used on the command line and in files.
        level: province, city or county; lower than the parent's.
        parent: the committee above, or None for the top of a tree.

    Raises:
        NotAllowed: the actor is no system administrator of a committee above.
        Refusal: blank, too long, taken, or a level out of order.
    """
    _may_add(actor, parent)
    committee = Committee(parent=parent)
    _fill(committee, name=name, code=code, level=level, short_name=short_name)
    with line(actor, "committee.create", subject=committee, committee=parent, name=committee.name):
        committee.save()
        committee.path = committee.place(parent)
        committee.save(update_fields=["path"])
    return committee


def alter(
    actor: Actor,
    committee: Committee,
    *,
    name: str,
    code: str,
    level: str,
    parent: Committee | None = None,
    short_name: str = "",
) -> Committee:
    """Change a committee's name, code, level or place; those below it move along.

    Raises:
        NotAllowed, Refusal: as `create`; `committee.parent_circle` when the parent lies below.
    """
    rules.EDIT_COMMITTEE.check(actor, committee)
    moves = committee.parent_id != (parent.pk if parent else None)
    if moves:
        _may_add(actor, parent)
        if parent is not None and parent.path.startswith(committee.path):
            raise Refusal("committee.parent_circle", field="parent", parent=parent.display, name=committee.display)
    committee.parent = parent
    _fill(committee, name=name, code=code, level=level, short_name=short_name)
    with line(actor, "committee.alter", subject=committee, committee=committee, name=committee.name):
        committee.save()
        if moves:
            _move(committee, parent)
    return committee


def _may_add(actor: Actor, parent: Committee | None) -> None:
    if parent is not None:
        rules.ADD_BELOW.check(actor, parent)
    elif not rules.may_add_root(actor):
        raise NotAllowed("access.not_allowed", who=MAY_ADD_COMMITTEE)


def _fill(committee: Committee, *, name: str, code: str, level: str, short_name: str) -> None:
    committee.name = checks.words("name", name)
    committee.short_name = checks.words("short_name", short_name, required=False)
    committee.code = checks.code(code)
    if level not in LEVEL_ORDER:
        raise Refusal("committee.level_unknown", field="level", level=level)
    committee.level = level
    others = Committee.objects.exclude(pk=committee.pk)
    if others.filter(name=committee.name).exists():
        raise Refusal("committee.name_taken", field="name", name=committee.name)
    twin = others.filter(code=committee.code).first()
    if twin is not None:
        raise Refusal("committee.code_taken", field="code", given=committee.code, name=twin.name)
    _check_levels(committee)


def _check_levels(committee: Committee) -> None:
    pairs = [(committee, committee.parent)] if committee.parent else []
    if committee.pk:
        pairs += [(child, committee) for child in Committee.objects.filter(parent=committee)]
    for lower, upper in pairs:
        if upper is not None and LEVEL_ORDER[lower.level] <= LEVEL_ORDER[upper.level]:
            raise Refusal(
                "committee.level_order",
                field="level",
                name=lower.display,
                level=Level(lower.level).label,
                parent=upper.display,
                parent_level=Level(upper.level).label,
            )


def _move(committee: Committee, parent: Committee | None) -> None:
    old, new = committee.path, committee.place(parent)
    for row in Committee.objects.filter(path__startswith=old):
        row.path = new + row.path.removeprefix(old)
        row.save(update_fields=["path"])
    committee.path = new
