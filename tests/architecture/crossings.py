"""From room to room: foreign keys, accessors, doors, addresses, model lookups, rows read. One function per rule."""

from __future__ import annotations

import ast
import re

from tests.architecture.allowances import DOORS, LABELS, NAMESPACES, NOT_READERS
from tests.architecture.house import RECORD_DOORS, House, Source, called, imports, keyword, text_of

RELATIONS = {"ForeignKey", "OneToOneField", "ManyToManyField"}
URL_TAG = re.compile(r"""\{%\s*url\s+['"]([a-z_]+):""")
TEMPLATE_PART = re.compile(r"""\{%\s*(?:include|extends)\s+['"]([a-z_]+)/""")


def relations(source: Source) -> list[tuple[ast.Call, str]]:
    """Relation fields of a file with their target as written: ``people.Member``, ``Committee``, ``self``."""
    found = []
    for node in source.nodes:
        if isinstance(node, ast.Call) and called(node) in RELATIONS:
            target = node.args[0] if node.args else keyword(node, "to")
            if target is not None:
                found.append((node, text_of(target) or ast.unparse(target)))
    return found


def room_of_target(house: House, source: Source, target: str) -> str:
    """The room a relation leads to."""
    if target == "self":
        return source.room
    if target.endswith("AUTH_USER_MODEL"):
        return "accounts"
    if "." in target:
        label = target.split(".")[0]
        return LABELS.get(label, label)
    return house.models.get(target, source.room)


def upward_relations(house: House) -> list[str]:
    """A foreign key leads to its own room or a lower one, however its target is spelt."""
    return [
        f"{source.at(node)} {source.room} points up at {target}"
        for source in house.product
        for node, target in relations(source)
        if not house.may_know(source.room, room_of_target(house, source, target))
    ]


def named_accessors(house: House) -> list[str]:
    """A relation into another room takes ``related_name="+"``: the lower room must not learn of its readers."""
    return [
        f'{source.at(node)} {target} gets an accessor from {source.room}; say related_name="+"'
        for source in house.product
        for node, target in relations(source)
        if room_of_target(house, source, target) != source.room and text_of(keyword(node, "related_name")) != "+"
    ]


def doors_of(house: House, room: str) -> frozenset[str]:
    """The files by which others enter a room: from people up the seven of a room of record, and what is listed."""
    extra = frozenset(DOORS.get(room, {}))
    return extra if house.may_know("people", room) and room != "people" else RECORD_DOORS | extra


def side_entrances(house: House) -> list[str]:
    """Another room is entered by its doors alone."""
    found = []
    for source in house.product:
        for node, name in imports(source):
            parts = name.split(".")
            if parts[0] != "lvzhi" or len(parts) < 3 or parts[1] == source.room:
                continue
            if parts[2] in house.modules.get(parts[1], ()) and parts[2] not in doors_of(house, parts[1]):
                found.append(f"{source.at(node)} enters {parts[1]} by {parts[2]}")
    return found


def upward_imports(house: House) -> list[str]:
    """Imports lead downward, in tests and for the type checker too."""
    return [
        f"{source.at(node)} {source.room} imports {name}"
        for source in house.sources
        if source.path.endswith(".py") and source.room
        for node, name in imports(source)
        if name.startswith("lvzhi.")
        and (other := name.split(".")[1]) in house.rooms
        and not house.may_know(source.room, other)
    ]


def namespace_room(name: str) -> str:
    """The room an address belongs to."""
    return NAMESPACES.get(name, name)


def upward_links(house: House) -> list[str]:
    """Templates link, include and extend downward only."""
    found = []
    for source in house.templates:
        for number, line in enumerate(source.text.splitlines(), start=1):
            for name in [*URL_TAG.findall(line), *TEMPLATE_PART.findall(line)]:
                room = namespace_room(name)
                if room in house.rooms and not house.may_know(source.room, room):
                    found.append(f"{source.path}:{number} links up to {name}")
    return found


def upward_addresses(house: House) -> list[str]:
    """``reverse``, ``redirect`` and template names in code lead downward only."""
    found = []
    for source in house.product:
        for node in source.nodes:
            if not isinstance(node, ast.Call) or called(node) not in {"reverse", "reverse_lazy", "redirect", "render"}:
                continue
            for text in filter(None, map(text_of, node.args[:2])):
                head, mark, _ = text.partition("/" if called(node) == "render" else ":")
                if (
                    mark
                    and namespace_room(head) in house.rooms
                    and not house.may_know(source.room, namespace_room(head))
                ):
                    found.append(f"{source.at(node)} leads up to {text}")
    return found


def upward_lookups(house: House) -> list[str]:
    """``apps.get_model`` with a constant name looks only into the own room and lower ones."""
    found = []
    for source in house.product:
        for node in source.nodes:
            if isinstance(node, ast.Call) and called(node) in {"get_model", "get_app_config"}:
                label = (text_of(node.args[0]) or "") if node.args else ""
                label = label.split(".")[0]
                room = LABELS.get(label, label)
                if label and room in house.rooms and not house.may_know(source.room, room):
                    found.append(f"{source.at(node)} looks up {label}")
    return found


def rows_read_outside(house: House) -> list[str]:
    """Rows are read where reading is the file's work: no ``Model.objects`` in views, tables, notices, addresses."""
    models = house.models
    return [
        f"{source.at(node)} reads rows of {node.value.id} in {source.kind}"
        for source in house.product
        if source.kind in NOT_READERS
        for node in source.nodes
        if isinstance(node, ast.Attribute)
        and node.attr in {"objects", "_default_manager", "_base_manager"}
        and isinstance(node.value, ast.Name)
        and node.value.id in models
    ]
