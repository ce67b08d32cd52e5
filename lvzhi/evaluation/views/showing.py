"""A rule set as a page shows it: blocks with their items, conditions, grades, each in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lvzhi.evaluation.reckoning import Rules
from lvzhi.evaluation.reckoning.telling import block_words, grade_words, item_words, need_words, total_words


def shown_rules(rules: Rules, names: Mapping[str, str]) -> dict[str, Any]:
    """What the template needs.

    Args:
        names: of the committee's kinds of activity.
    """
    return {
        "total": total_words(rules),
        "blocks": [
            {
                "part": block, "said": block_words(block), "first": not at,
                "items": [_item(item, names) for item in rules.items if item.block == block.number],
            }
            for at, block in enumerate(rules.blocks)
        ],
        "needs": [{"part": one, "said": need_words(one, rules, names)} for one in rules.needs],
        "grades": [{"part": one, "said": grade_words(one), "first": not at} for at, one in enumerate(rules.grades)],
        "gaps": sum(1 for one in rules.items if one.sort == "gap"),
        "count": len(rules.items),
    }  # fmt: skip


def _item(item: Any, names: Mapping[str, str]) -> dict[str, Any]:
    return {"part": item, "said": item_words(item, names), "gap": item.sort == "gap", "manual": item.sort == "manual"}
