"""Sent, adopted, declined, commented, handed over, answered: by level (R2.9, R2.12)."""

from __future__ import annotations

from typing import Any

from lvzhi.metrics.declare import Column, Distinct, Metric, Says, Share
from lvzhi.norms import codes
from lvzhi.opinions import rules
from lvzhi.opinions.metrics import cuts
from lvzhi.opinions.models import Concern
from lvzhi.opinions.queries import counting
from lvzhi.opinions.vocabulary import figures as words
from lvzhi.opinions.vocabulary.codes import LEVELS
from lvzhi.opinions.vocabulary.states import How

C = words.COLUMNS


def level(row: Any) -> str:
    """What the level was called on that day."""
    return codes.name_of(LEVELS, row.committee_id, row.level, row.on)


TITLE = Column("concern__current_title", C["title"])
LEVEL = Column("level", C["level"], value=level)
BODY = Column("body", C["body"])
ON = Column("on", C["on"], kind="date")
DOCUMENT = Column("document", C["document"])
WAY = Column("how", C["how"], value=lambda row: str(How(row.how).label) if row.how else "")
COLUMNS = (TITLE, LEVEL, BODY, ON, DOCUMENT)
ADOPTED_COLUMNS = (TITLE, LEVEL, BODY, ON, WAY, DOCUMENT)
HANDED_COLUMNS = (TITLE, LEVEL, BODY, ON, Column("until", C["until"], kind="date"), DOCUMENT)
CUTS = (cuts.LEVEL, cuts.OF_CONCERN)


def _metric(key: str, name: str, unit: str, rows: Any, **more: Any) -> Metric:
    usual: dict[str, Any] = {
        "columns": COLUMNS, "cuts": CUTS, "visible": rules.visible.through("concern", Concern).rows, "rule": "R2.12",
    }  # fmt: skip
    meaning = words.MEANINGS[key]
    return Metric(key=f"opinions.{key}", name=name, unit=unit, rows=rows, meaning=meaning, **(usual | more))


def _distinct(key: str, name: str, unit: str, metric: Metric, field: str, *says: Says) -> Distinct:
    return Distinct(
        key=f"opinions.{key}", name=name, unit=unit, metric=metric, field=field, rule="R2.12",
        meaning=words.MEANINGS[key], says=says,
    )  # fmt: skip


def _comment_says(*units: str) -> tuple[Says, ...]:
    """A comment is of items where the clause says so, or where the sentence spoke of items just before."""
    usual: dict[str, Any] = {"subjects": words.COMMENT_WORDS, "actions": words.ACTIONS["commented"], "units": units}
    return (Says(**usual, needs=(words.OF_CONCERNS,)), Says(**usual, after=True))


SENT = _metric("sent", "报送社情民意信息", "篇次", counting.sent)
SENT_ITEMS = _distinct(
    "sent_items", "报送的社情民意信息", "篇", SENT, "concern",
    Says(subjects=words.SENT_WORDS, actions=words.ACTIONS["sent"], units=words.COUNT_UNITS),
    Says(subjects=words.STRONG, actions=words.SENT_AFTER, units=words.COUNT_UNITS, needs=(words.SENT_TO,)),
)  # fmt: skip
ADOPTED = _metric(
    "adopted", "被采用的社情民意信息", "篇", counting.adopted, columns=ADOPTED_COLUMNS, cuts=(*CUTS, cuts.HOW),
    says=(
        Says(subjects=words.STRONG, actions=words.ACTIONS["adopted"], units=words.COUNT_UNITS),
        Says(subjects=words.ADOPTED_AFTER, actions=words.ACTIONS["adopted"], units=words.COUNT_UNITS, after=True),
    ),
)  # fmt: skip
ADOPTIONS = _metric(
    "adoptions", "各层级采用社情民意信息", "篇次", counting.adoptions, columns=ADOPTED_COLUMNS, cuts=(*CUTS, cuts.HOW)
)  # fmt: skip
DECLINED = _metric(
    "declined", "未被采用的社情民意信息", "篇", counting.declined,
    says=(Says(subjects=words.STRONG, actions=words.ACTIONS["declined"], units=words.COUNT_UNITS),),
)  # fmt: skip
COMMENTS = _metric("comments", "社情民意信息获批示明细", "条", counting.commented)
COMMENTED = _distinct(
    "commented", "社情民意获批示", "件", COMMENTS, "concern",
    Says(subjects=words.STRONG, actions=("批示",), units=words.COUNT_UNITS), *_comment_says(*words.COUNT_UNITS),
)  # fmt: skip
COMMENT_TIMES = _distinct(
    "comment_times", "社情民意获批示次数", "次", COMMENTS, "occasion", *_comment_says("次", "件次")
)  # fmt: skip
COMMENT_LEADERS = _distinct(
    "comment_leaders", "批示社情民意的领导人次", "人次", COMMENTS, "event", *_comment_says("人次")
)  # fmt: skip
HANDED = _metric(
    "handed", "转办的社情民意信息", "条", counting.handed, columns=HANDED_COLUMNS,
    says=(Says(subjects=words.STRONG, actions=words.ACTIONS["handed"], units=words.COUNT_UNITS),),
)  # fmt: skip
ANSWERED = _metric("answered", "已反馈的转办信息", "条", counting.answered, columns=HANDED_COLUMNS)
ANSWERED_RATE = Share(
    key="opinions.answered_rate", name="社情民意办理反馈率", part=ANSWERED, whole=HANDED, rule="R2.12",
    meaning=words.MEANINGS["answered_rate"],
    says=(
        Says(subjects=words.RATE_WORDS, units=("%",), needs=(words.OF_CONCERNS,)),
        Says(subjects=words.RATE_WORDS, units=("%",), after=True),
    ),
)  # fmt: skip
FIGURES = (
    SENT, SENT_ITEMS, ADOPTED, ADOPTIONS, DECLINED, COMMENTS, COMMENTED, COMMENT_TIMES, COMMENT_LEADERS, HANDED,
    ANSWERED, ANSWERED_RATE,
)  # fmt: skip
