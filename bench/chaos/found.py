"""``python -m bench.chaos.found``: what stands there after the faults, as JSON."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from typing import Any


def main() -> dict[str, Any]:
    """Proposals, steps, drafts, files with their bytes, jobs with their ends, and the journal's findings."""
    from lvzhi.drafts.models import Draft
    from lvzhi.files import store
    from lvzhi.files.models import Attachment
    from lvzhi.jobs.models import Job
    from lvzhi.journal.models import Entry
    from lvzhi.journal.verify import verify
    from lvzhi.proposals.models import Counter as Numbers
    from lvzhi.proposals.models import Proposal

    steps = Counter(
        (str(uid), event.rpartition(".")[2])
        for uid, event in Entry.objects.filter(event__startswith="proposals.").values_list("subject_uid", "event")
    )
    ends = Counter(
        str(uid)
        for uid in Entry.objects.filter(event__in=["jobs.ready", "jobs.failed", "jobs.stopped"]).values_list(
            "subject_uid", flat=True
        )
    )
    attached = list(Attachment.objects.live().values_list("kind", "subject", "digest"))
    sound = {digest: _sound(store.path_of(digest)) for _, _, digest in attached}
    return {
        "proposals": [[str(uid), title, state, serial] for uid, title, state, serial in Proposal.objects.values_list(
            "uid", "title", "state", "serial")],
        "steps": [[uid, step, count] for (uid, step), count in steps.items()],
        "counters": dict(Numbers.objects.values_list("key", "value")),
        "drafts": {one.account.username: one.data for one in Draft.objects.select_related("account")},
        "files": [[kind, str(uid), digest, sound[digest]] for kind, uid, digest in attached],
        "jobs": [[str(uid), outcome, tries, ends[str(uid)]] for uid, outcome, tries in Job.objects.values_list(
            "uid", "outcome", "tries")],
        "journal": [one.sentence for one in verify()],
        "entries": Entry.objects.count(),
    }  # fmt: skip


def _sound(path: Any) -> bool:
    return path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == path.name


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.chaos.settings"
    import django

    django.setup()
    print(json.dumps(main(), ensure_ascii=False))
