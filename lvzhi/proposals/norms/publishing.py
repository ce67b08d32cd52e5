"""Parameters of publication (R1.103)."""

from __future__ import annotations

from lvzhi.norms import declare
from lvzhi.proposals.norms.entry import EDITORS
from lvzhi.proposals.vocabulary.publishing import PublicOccasion

declare(
    "proposals.publish_after",
    "何时须作公开决定",
    kind="list",
    default=[PublicOccasion.ANSWER.value],
    rule="R1.103",
    choices=tuple(PublicOccasion.choices),
    editors=EDITORS,
    help="到时自动列入经办人待办；不列入的，经办人仍可在提案页提出公开。",
)
declare(
    "proposals.publish_due",
    "答复后的公开期限（自答复之日）",
    kind="term",
    default={"amount": 20, "unit": "working_day"},
    rule="R1.103",
    editors=EDITORS,
)
declare(
    "proposals.publish_filed_due",
    "立案后的公开期限（自立案之日）",
    kind="term",
    default={"amount": 15, "unit": "calendar_day"},
    rule="R1.103",
    editors=EDITORS,
)
declare("proposals.publish_two", "公开的提出和审定须为两人", kind="bool", default=True, rule="R1.103", editors=EDITORS)
