"""Editing and the check by another person (R2.10)."""

from __future__ import annotations

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.opinions.models import Concern
from lvzhi.ui import formats
from lvzhi.workflow.declare import Taking

__all__ = ["back", "check", "edit"]


def edit(taking: Taking) -> None:
    """Effect of 编辑完成: the edited title and text stand beside the original, which stays as handed in.

    Raises:
        Refusal: nothing is left of title or text.
    """
    concern: Concern = taking.record
    edited = taking.answers["edited"].replace("\r\n", "\n").strip()
    if not edited:
        raise Refusal("opinions.edited_missing", field="edited")
    concern.edited, concern.edited_title = edited, taking.answers["edited_title"].strip()
    concern.use_note = (taking.answers.get("use_note") or "").strip()
    concern.category = taking.answers.get("category") or concern.category
    concern.ground = ""
    concern.edited_on, concern.edited_by = clock.as_day(taking.at), taking.actor.name
    concern.editor_id = taking.actor.account_id
    concern.checked_on, concern.checked_by = None, ""
    taking.facts["count"] = formats.signs(edited)


def check(taking: Taking) -> None:
    """Effect of 核稿通过."""
    concern: Concern = taking.record
    concern.checked_on, concern.checked_by = clock.as_day(taking.at), taking.actor.name
    concern.ground = ""


def back(taking: Taking) -> None:
    """Effect of 退回编辑: with the checker's opinion; the edited text stays to go on with."""
    concern: Concern = taking.record
    concern.ground = taking.answers["ground"].strip()
    concern.checked_on, concern.checked_by = None, ""
