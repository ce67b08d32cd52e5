"""Screening: use, merge, keep, send back, off-line (R2.10, R12.12)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.drafts import actions as drafts
from lvzhi.files import actions as files
from lvzhi.files.queries import of as files_of
from lvzhi.journal.actions import erase_private
from lvzhi.messages.actions import forget
from lvzhi.opinions.actions.authors import join, part
from lvzhi.opinions.models import Concern, Trace
from lvzhi.opinions.queries import CONCERN, accounts_of
from lvzhi.opinions.vocabulary.states import WAITING
from lvzhi.opinions.vocabulary.words import OFFLINE_TITLE
from lvzhi.workflow.declare import Taking

__all__ = [
    "check_main", "check_unmerge", "clear_traces", "keep", "merge", "reconsider", "select", "send_back", "take_offline",
    "unmerge",
]  # fmt: skip
DRAFT = CONCERN
TEXTS = ("situation", "analysis", "suggestion", "edited", "edited_title", "use_note", "publish_ground")


def _screened(taking: Taking) -> Concern:
    concern: Concern = taking.record
    concern.screened_on, concern.screened_by = clock.as_day(taking.at), taking.actor.name
    return concern


def select(taking: Taking) -> None:
    """Effect of 采用编辑: the author may be told what for."""
    concern = _screened(taking)
    concern.ground = ""
    concern.use_note = (taking.answers.get("use_note") or concern.use_note).strip()


def keep(taking: Taking) -> None:
    """Effect of 留存."""
    _screened(taking).ground = taking.answers["ground"].strip()


def send_back(taking: Taking) -> None:
    """Effect of 退回补充: what the author is to add."""
    _screened(taking).ground = taking.answers["ground"].strip()


def reconsider(taking: Taking) -> None:
    """Effect of 重新筛选: the earlier ground is over."""
    taking.record.ground = ""


def check_main(taking: Taking) -> None:
    """The main item is another one, waits for an editor, and is not itself merged. Both rows are locked."""
    concern: Concern = taking.record
    chosen: Concern = taking.answers["main"]
    if chosen.pk == concern.pk:
        raise Refusal("opinions.merge_self", field="main")
    main = Concern.objects.select_for_update(of=("self",)).get(pk=chosen.pk)
    if main.state not in WAITING or main.voided_at is not None or main.committee_id != concern.committee_id:
        raise Refusal("opinions.merge_target", field="main", title=main.title, state=main.get_state_display())
    taking.answers["found"] = main


def merge(taking: Taking) -> None:
    """Effect of 合并: its authors become co-authors of the main one."""
    concern = _screened(taking)
    main: Concern = taking.answers["found"]
    concern.merged_into, concern.ground = main, ""
    join(main, concern)


def check_unmerge(taking: Taking) -> None:
    """It comes apart while the main one still waits."""
    main = taking.record.merged_into
    if main is None or main.state not in WAITING:
        title, state = (main.title, main.get_state_display()) if main else ("", "")
        raise Refusal("opinions.merge_followed", title=title, state=state)


def unmerge(taking: Taking) -> None:
    """Effect of 取消合并: whom the merging had added is taken away again."""
    concern: Concern = taking.record
    if concern.merged_into is not None:
        part(concern.merged_into, concern, taking.at)
    taking.answers["former"] = concern.merged_into
    concern.merged_into = None


def take_offline(taking: Taking) -> None:
    """Effect of 转线下: who reported, when, and who took it off-line stay; all words and attachments go (R12.12)."""
    concern = _screened(taking)
    concern.title = OFFLINE_TITLE
    for name in TEXTS:
        setattr(concern, name, "")
    concern.chain = []
    concern.chars = 0
    concern.urgent = concern.publish = False
    concern.ground = taking.answers["ground"].strip()
    for one in files_of(CONCERN, concern.uid):
        files.erase(taking.actor, one, ground=concern.ground)
    for row in _traces(concern):
        if row.words:
            row.words = ""
            row.version += 1
            row.save()


def _traces(concern: Concern) -> Iterator[Trace]:
    yield from Trace.objects.filter(concern=concern)


def clear_traces(taking: Taking) -> None:
    """Consequence: drafts, messages, and what the journal keeps of the content (the chain stays valid).

    It follows the step's own line, since that line, too, keeps the values it replaced.
    """
    concern: Concern = taking.record
    kind, ground = concern._meta.label_lower, taking.answers["ground"]
    for account in {*accounts_of(concern), *([concern.account_id] if concern.account_id else [])}:
        drafts.clear(account, DRAFT, str(concern.uid))
    forget(kind, concern.uid)
    rows: list[Any] = [concern, *_traces(concern)]
    for row in rows:
        erase_private(taking.actor, ground=ground, record=(row._meta.label_lower, row.uid))
