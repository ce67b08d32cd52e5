"""The three reviews, authorisation and fee (R11.4): facts, editing, politics and secrecy."""

from __future__ import annotations

from lvzhi.access import Refusal
from lvzhi.deadlines import clock
from lvzhi.files.actions import attach
from lvzhi.publications.actions.checks import come, keep_ground, yuan
from lvzhi.publications.actions.writing import count
from lvzhi.publications.models import Article, Manuscript
from lvzhi.publications.vocabulary.states import ManuscriptState
from lvzhi.publications.vocabulary.words import LABELS
from lvzhi.ui.formats import day as written_day
from lvzhi.workflow.declare import Taking

__all__ = ["authorise", "back", "check", "check_fee", "edit", "final", "pay", "refuse", "send_back"]


def check(taking: Taking) -> None:
    """Effect of 初审通过: what was checked, by whom."""
    manuscript: Manuscript = taking.record
    manuscript.facts_note = taking.answers["facts_note"].strip()
    manuscript.checked_on, manuscript.checked_by = clock.as_day(taking.at), taking.actor.name


def send_back(taking: Taking) -> None:
    """Effect of 退回修改: the author writes on; an edited text of before is of no more use."""
    keep_ground(taking)
    taking.record.edited = ""
    taking.record.chars = count(taking.record)


def edit(taking: Taking) -> None:
    """Effect of 复审完成: the edited text stands beside the original; an unchanged one is not kept twice.

    Raises:
        Refusal: nothing is left of the text.
    """
    manuscript: Manuscript = taking.record
    edited = taking.answers["edited"].replace("\r\n", "\n").strip()
    if not edited:
        raise Refusal("publications.edited_missing", field="edited")
    manuscript.edited = "" if edited == manuscript.text.replace("\r\n", "\n").strip() else edited
    manuscript.edit_note = (taking.answers.get("edit_note") or "").strip()
    manuscript.edited_on, manuscript.edited_by = clock.as_day(taking.at), taking.actor.name
    manuscript.chars = count(manuscript)
    taking.facts["count"] = manuscript.chars


def final(taking: Taking) -> None:
    """Effect of 终审通过."""
    manuscript: Manuscript = taking.record
    manuscript.final_note = (taking.answers.get("final_note") or "").strip()
    manuscript.approved_on, manuscript.approved_by = clock.as_day(taking.at), taking.actor.name


def back(taking: Taking) -> None:
    """Effect of 退回复审: it is finally reviewed no more, and stays where it stands in an issue."""
    keep_ground(taking)
    taking.record.approved_on, taking.record.approved_by = None, ""


def refuse(taking: Taking) -> None:
    """Effect of 不予采用: it leaves the issue it was meant for."""
    keep_ground(taking)
    for row in Article.objects.live().filter(manuscript=taking.record):
        row.voided_at, row.void_ground = taking.at, str(ManuscriptState.REFUSED.label)
        row.version += 1
        row.save()


def authorise(taking: Taking) -> None:
    """Effect of 登记授权: the author's letter, kept as an attachment where it was scanned."""
    manuscript: Manuscript = taking.record
    day = come(taking.answers["on"], clock.as_day(taking.at), "on")
    manuscript.authorised_on = day
    taking.facts["day"] = written_day(day)
    if taking.answers.get("letter"):
        kind = manuscript._meta.label_lower
        attach(taking.actor, kind, manuscript.uid, taking.answers["letter"], label=LABELS["authorisation"])


def check_fee(taking: Taking) -> None:
    """A fee that was paid is an exact amount on a day that has come."""
    yuan(taking.answers["amount"])
    come(taking.answers["on"], clock.as_day(taking.at), "on")


def pay(taking: Taking) -> None:
    """Effect of 登记稿酬."""
    manuscript: Manuscript = taking.record
    manuscript.fee, manuscript.paid_on = yuan(taking.answers["amount"]), taking.answers["on"]
    manuscript.receipt = (taking.answers.get("receipt") or "").strip()
    taking.facts |= {"day": written_day(manuscript.paid_on), "amount": manuscript.fee}
