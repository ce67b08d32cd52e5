"""Where Chinese for people may stand in Python: in words and declarations, never in logic."""

from __future__ import annotations

import ast
import re
from fnmatch import fnmatch

from tests.architecture.allowances import CHINESE_FILES, DECLARING_CALLS, DECLARING_KINDS
from tests.architecture.house import House, Source, called

SEPARATORS = frozenset("、，；：。")  # alone they are no words
CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\u3001\u3002\uff0c\uff1a\uff1b\uff01\uff1f]")
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def chinese_in_logic(house: House) -> list[str]:
    """Every Chinese string literal outside words, declarations and the files that `allowances` gives a reason for."""
    return [finding for source in house.product if not _excused(source) for finding in _literals(source)]


def _excused(source: Source) -> bool:
    return any(fnmatch(source.path, pattern) for pattern in CHINESE_FILES)


def _speaks(text: str) -> bool:
    return text not in SEPARATORS and bool(CHINESE.search(text))


def _literals(source: Source) -> list[str]:
    found: list[str] = []
    declaring = source.kind in DECLARING_KINDS

    def walk(node: ast.AST, in_function: bool, in_call: bool) -> None:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            return  # a docstring may quote the term it explains
        if isinstance(node, ast.Call):
            in_call = in_call or called(node) in DECLARING_CALLS
        lawful = declaring and (in_call or not in_function)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _speaks(node.value) and not lawful:
            found.append(f"{source.at(node)} {node.value[:30]!r} belongs in vocabulary")
        for child in ast.iter_child_nodes(node):
            walk(child, in_function or isinstance(node, FUNCTIONS), in_call)

    walk(source.tree, False, False)
    return found
