"""The shape of files: lengths, suppressions with reasons, templates without inline code or strangers' addresses."""

from __future__ import annotations

import ast
import re

from tests.architecture.allowances import LONG_FILES, LONG_FUNCTIONS
from tests.architecture.house import House, Source

FILE_LINES = 400
FUNCTION_LINES = 40
SUPPRESSION = re.compile(r"#\s*(noqa|type:\s*ignore|pragma:\s*no cover|pyright:\s*ignore)(.*)")
CODE = re.compile(r"^\s*(:\s*[A-Z]+\d+(\s*,\s*[A-Z]+\d+)*|\[[a-z\-, ]+\])")
INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|<style\b|\sstyle=[\"']|\son[a-z]+=[\"']|javascript:", re.IGNORECASE)
DATA_SCRIPT = re.compile(r"<script[^>]*type=[\"']application/json[\"']", re.IGNORECASE)
ADDRESS = re.compile(r"(?:src|href|action|hx-get|hx-post)=[\"'](?:https?:)?//|url\((?:https?:)?//", re.IGNORECASE)


def long_files(house: House) -> list[str]:
    """Files of more than 400 lines become folders."""
    return [
        f"{source.path}: {lines} lines"
        for source in house.sources
        if (lines := len(source.text.splitlines())) > FILE_LINES
        and source.path not in LONG_FILES
        and "migrations" not in source.parts
    ]


def long_functions(house: House) -> list[str]:
    """Functions of more than 40 lines do two things."""
    return [
        f"{source.at(node)} {node.name}: {lines} lines"
        for source in house.product
        for node in source.nodes
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_LINES
        and f"{source.path}:{node.name}" not in LONG_FUNCTIONS
    ]


def bare_suppressions(house: House) -> list[str]:
    """A suppression names its code and says why, on the same line."""
    return [
        f"{source.path}:{number} {line.strip()[-60:]}"
        for source in house.sources
        if source.path.endswith(".py")
        for number, line in enumerate(source.text.splitlines(), start=1)
        if (found := SUPPRESSION.search(line)) and not _reasoned(found.group(1), found.group(2))
    ]


def _reasoned(kind: str, rest: str) -> bool:
    code = CODE.match(rest)
    if code is None and not kind.startswith("pragma"):
        return False
    why = rest[code.end() :] if code else rest
    return len(why.strip(" #-—:()").removeprefix("reason").strip(" :")) >= 8


def inline_code(house: House) -> list[str]:
    """No script, style or handler inside a template: the content policy forbids them."""
    return [
        f"{source.path}:{number} {line.strip()[:60]}"
        for source, number, line in _lines(house)
        if INLINE.search(line) and not DATA_SCRIPT.search(line)
    ]


def strange_addresses(house: House) -> list[str]:
    """Pages ask nothing of another host."""
    return [
        f"{source.path}:{number} {line.strip()[:60]}" for source, number, line in _lines(house) if ADDRESS.search(line)
    ]


def _lines(house: House) -> list[tuple[Source, int, str]]:
    return [
        (source, number, line)
        for source in house.templates
        for number, line in enumerate(source.text.splitlines(), start=1)
    ]
