"""Codes in code against the registries they speak to: refusals, journal events, messages, norms."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from string import Formatter

from tests.architecture.house import House, called, keyword, text_of

REFUSALS = {"Refusal", "NotAllowed", "Missing", "Conflict"}
CODE = re.compile(r"[a-z_]+(\.[a-z_0-9]+)+")


def unknown_refusals(house: House, sentences: Mapping[str, str]) -> list[str]:
    """Each refusal has its sentence, and the facts that the sentence shows are given where it is raised."""
    found = []
    for source in house.product:
        for node in source.nodes:
            if not isinstance(node, ast.Call) or called(node) not in REFUSALS or not node.args:
                continue
            code = text_of(node.args[0])
            if code is None:
                continue  # chosen at run time among codes that stand elsewhere
            if code not in sentences:
                found.append(f"{source.at(node)} {code} has no sentence")
            elif gaps := _gaps(node, sentences[code], {"field"}):
                found.append(f"{source.at(node)} {code} lacks {', '.join(gaps)}")
    return found


def unknown_events(house: House, events: Mapping[str, str]) -> list[str]:
    """Each line of the journal bears a registered event."""
    return [
        f"{source.at(node)} {code} has no sentence"
        for source in house.product
        for node in source.nodes
        if isinstance(node, ast.Call)
        and called(node) == "line"
        and len(node.args) > 1
        and (code := text_of(node.args[1])) is not None
        and code not in events
    ]


def unknown_messages(house: House, sentences: Mapping[str, str]) -> list[str]:
    """Each message has its sentence, and the facts it shows."""
    found = []
    for source in house.product:
        for node in source.nodes:
            if not isinstance(node, ast.Call) or called(node) != "send" or len(node.args) < 2:
                continue
            code = text_of(node.args[1])
            if code is None or not CODE.fullmatch(code):
                continue
            if code not in sentences:
                found.append(f"{source.at(node)} {code} has no sentence")
            elif gaps := _gaps(node, sentences[code], {"subject", "committee"}):
                found.append(f"{source.at(node)} {code} lacks {', '.join(gaps)}")
    return found


def unknown_norms(house: House, declared: frozenset[str]) -> list[str]:
    """Each norm that is asked for by a constant key is declared."""
    found = []
    for source in house.product:
        if source.room == "norms":
            continue
        for node in source.nodes:
            if not isinstance(node, ast.Call):
                continue
            key = text_of(node.args[0]) if called(node) == "value" and node.args else None
            key = text_of(keyword(node, "norm")) if called(node) == "Clock" else key
            if key is not None and CODE.fullmatch(key) and key not in declared:
                found.append(f"{source.at(node)} {key} is not declared")
    return found


def _gaps(node: ast.Call, sentence: str, not_facts: set[str]) -> list[str]:
    """Facts a sentence shows that the call does not give; none where the call unpacks a mapping."""
    if any(one.arg is None for one in node.keywords):
        return []
    given = {one.arg for one in node.keywords} - not_facts
    shown = {re.split(r"[.\[]", name)[0] for _, name, _, _ in Formatter().parse(sentence) if name}
    return sorted(shown - given)
