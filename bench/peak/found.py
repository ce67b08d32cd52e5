"""``python -m bench.peak.found``: what the database holds after the window, as JSON for the comparison."""

from __future__ import annotations

import json
import os
from typing import Any


def main() -> dict[str, Any]:
    """Every proposal with its receipt and number, the steps of the journal, the counters, the journal's findings."""
    from lvzhi.journal.models import Entry
    from lvzhi.journal.verify import verify
    from lvzhi.proposals.models import Counter, Proposal

    rows = Proposal.objects.order_by("id").values_list(
        "uid", "title", "state", "serial", "number", "member__person__account__username"
    )
    steps = Entry.objects.filter(subject_uid__isnull=False, event__startswith="proposals.").values_list(
        "subject_uid", "event"
    )
    return {
        "proposals": [[str(uid), *rest] for uid, *rest in rows],
        "steps": sorted([str(uid), event.rpartition(".")[2]] for uid, event in steps),
        "counters": dict(Counter.objects.values_list("key", "value")),
        "journal": [finding.sentence for finding in verify()],
        "entries": Entry.objects.count(),
    }


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "lvzhi.config.settings"
    import django

    django.setup()
    print(json.dumps(main(), ensure_ascii=False))
