"""``lvzhi rows``: the rows behind one figure, as JSON, CSV or text."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lvzhi.committee.scope import Scope
    from lvzhi.metrics.periods import Period

DONE = 0


def run(options: argparse.Namespace, scope: Scope, period: Period) -> int:
    """Print them."""
    from lvzhi.metrics import compute, registry

    figure = registry.figure(options.key)
    lists = compute.evidence(figure, scope, period)
    if options.json:
        body = [
            {
                "key": one.metric.key,
                "side": one.side,
                "columns": [column.key for column in one.metric.columns],
                "rows": [[_cell(cell) for cell in cells] for _, cells in one.lines(None)],
            }
            for one in lists
        ]
        print(json.dumps({"key": figure.key, "lists": body}, ensure_ascii=False, indent=1))
        return DONE
    writer = csv.writer(sys.stdout, delimiter="," if options.csv else "\t", lineterminator="\n")
    for one in lists:
        head = [column.label for column in one.metric.columns]
        writer.writerow([f"#{one.side}", *head] if one.side else head)
        for _, cells in one.lines(None):
            line = [_cell(cell) for cell in cells]
            writer.writerow([one.side, *line] if one.side else line)
    return DONE


def _cell(value: Any) -> Any:
    return value if value is None or isinstance(value, int | float | str) else str(value)
