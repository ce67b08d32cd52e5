"""Kinds that say that whoever reads the record reads its attachments: over the demonstration data that is so."""

from __future__ import annotations

import json

from tests.demo_site import Installation

ASKED = """
import json, random
from lvzhi.accounts.actors import actor_for
from lvzhi.accounts.models import Account
from lvzhi.demo.logins import WAYS
from lvzhi.files import rights
from lvzhi.search import attached, kinds
actors = [actor_for(Account.objects.get(username=login)) for login, *_ in WAYS]
chance, told = random.Random(20261126), {"differ": [], "granted": 0, "kept": 0, "kinds": attached.all_kinds()}
for kind in told["kinds"]:
    texts, right = kinds.texts_of(kind), rights.right_of(kind)
    uids = list(texts.live().order_by("pk").values_list("uid", flat=True))
    uids = chance.sample(uids, min(12, len(uids)))
    for actor in actors:
        granted = set(texts.live().filter(texts.readable(actor), uid__in=uids).values_list("uid", flat=True))
        for uid in uids:
            if right.may_read(actor, uid) != (uid in granted):
                told["differ"].append([kind, str(uid), actor.name])
        told["granted"] += len(granted)
        told["kept"] += len(uids) - len(granted)
print(json.dumps(told))
"""


def test_whoever_finds_a_record_may_read_its_attachments_and_nobody_else(demo: Installation) -> None:
    told = json.loads(demo.python(ASKED).splitlines()[-1])
    assert told["differ"] == []
    assert {"proposals.proposal", "opinions.concern", "activities.activity", "papers.paper"} <= set(told["kinds"])
    assert min(told["granted"], told["kept"]) > 200  # both answers were asked for
