"""Citizens' small suggestions 微建议: offered without a login, moderated, shown, taken up as an item (R2.1)."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from typing import Any, Final

from lvzhi.access import Actor, Missing, Refusal
from lvzhi.accounts.actors import visitor
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.journal.actions import erase_private
from lvzhi.journal.secrets import digest
from lvzhi.opinions import norms, queries
from lvzhi.opinions.actions import writing
from lvzhi.opinions.models import Suggestion
from lvzhi.opinions.vocabulary.states import Source
from lvzhi.opinions.vocabulary.words import BAR, CITIZEN
from lvzhi.ui import formats
from lvzhi.workflow import engine
from lvzhi.workflow.declare import Taking

__all__ = ["answer", "check_public", "clear_traces", "is_open", "offer", "refuse", "show", "take"]
ALPHABET: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # no letter that is taken for a digit
GROUPS, IN_GROUP = 3, 4
PHONE: Final = re.compile(r"\+?[0-9][0-9 -]{6,18}")
PERSONAL: Final = re.compile(r"(?<!\d)(?:1\d{10}|\d{17}[\dXx]|0\d{2,3}-?\d{7,8})(?!\d)")


def is_open(committee: Committee) -> bool:
    """Whether a committee takes suggestions from anybody."""
    return norms.switch(norms.OPEN, committee.pk)


def offer(committee: Committee, data: Mapping[str, Any], *, address: str, once: str | None = None) -> Suggestion:
    """Take a suggestion of somebody who need not log in.

    Args:
        data: ``text``; any of ``place, name, phone``.
        address: where it came from on the network; only a keyed digest of it and the day is kept.
        once: key of the request.

    Raises:
        Missing: the committee takes none.
        Refusal: nothing said, too long, the phone is none, or too many today.
    """
    if not is_open(committee):
        raise Missing("opinions.suggestions_closed", committee=committee.name)
    actor = visitor()
    text = str(data.get("text") or "").replace("\r\n", "\n").strip()
    limit, signs = norms.number(norms.SUGGESTION_LENGTH, committee.pk), formats.signs(text)
    if not text:
        raise Refusal("opinions.suggestion_blank", field="text")
    if signs > limit:
        raise Refusal("opinions.suggestion_long", field="text", count=signs, limit=limit)
    phone = str(data.get("phone") or "").strip()
    if phone and not PHONE.fullmatch(phone):
        raise Refusal("opinions.phone_unclear", field="phone")
    day = clock.as_day(actor.at)
    mark = digest(f"{day.isoformat()} {address}", "opinions.suggestion")
    _check_few(committee, mark)
    made = Suggestion(
        committee=committee, text=text, place=str(data.get("place") or "").strip(),
        name=str(data.get("name") or "").strip(), phone=phone, ticket=_ticket(), mark=mark, offered_on=day,
        created_at=actor.at,
    )  # fmt: skip
    return engine.begin(made, actor, once=once)


def begun(once: str | None) -> Suggestion | None:
    """The suggestion that this request began already, or None."""
    return engine.begun(Suggestion, visitor(), once)


def _check_few(committee: Committee, mark: str) -> None:
    today = clock.today()
    for limit, count in (
        (norms.number(norms.DAILY, committee.pk), queries.offered_today(committee, today, mark)),
        (norms.number(norms.DAILY_ALL, committee.pk), queries.offered_today(committee, today)),
    ):
        if count >= limit:
            raise Refusal("opinions.suggestions_many", committee=committee.name)


def _ticket() -> str:
    """A code that cannot be guessed, in groups for reading aloud."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(IN_GROUP)) for _ in range(GROUPS))


def _answered(taking: Taking, reply: str) -> Suggestion:
    suggestion: Suggestion = taking.record
    suggestion.reply, suggestion.answered_on = reply.strip(), clock.as_day(taking.at)
    return suggestion


def check_public(taking: Taking) -> None:
    """What everybody is to read holds no telephone or identity number."""
    suggestion: Suggestion = taking.record
    if PERSONAL.search(suggestion.text) or PERSONAL.search(taking.answers.get("reply") or ""):
        raise Refusal("opinions.suggestion_personal", field="reply")


def show(taking: Taking) -> None:
    """Effect of 公开: with the reply that everybody reads."""
    _answered(taking, taking.answers["reply"])


def answer(taking: Taking) -> None:
    """Effect of 更新回复."""
    _answered(taking, taking.answers["reply"])


def refuse(taking: Taking) -> None:
    """Effect of 不采用: the citizen reads why; where it must not stay here its words go (R12.12)."""
    suggestion = _answered(taking, taking.answers["reply"])
    if taking.answers.get("erase"):
        suggestion.text = suggestion.place = suggestion.name = ""
        suggestion.phone = ""


def clear_traces(taking: Taking) -> None:
    """Consequence: what the journal keeps of erased words goes too (the chain stays valid)."""
    suggestion: Suggestion = taking.record
    if taking.answers.get("erase"):
        erase_private(taking.actor, ground=suggestion.reply, record=(suggestion._meta.label_lower, suggestion.uid))


def take(taking: Taking) -> None:
    """Effect of 转为信息: an item of the public's, handed in at once; the editor says title and category."""
    answers = taking.answers
    suggestion = _answered(taking, answers["reply"])
    by = suggestion.name or CITIZEN
    given = {
        "title": answers["title"], "category": answers["category"], "situation": suggestion.text,
        "outsiders": f"{by}{BAR}{suggestion.place}" if suggestion.place else by, "hidden": True,
    }  # fmt: skip
    made = writing.begin(taking.actor, suggestion.committee, given, origin={"source": Source.PUBLIC})
    suggestion.concern = hand_in(made, taking.actor)


def hand_in(concern: Any, actor: Actor) -> Any:
    """Hand in what was just made of a suggestion; the editor has confirmed that it holds no secrets."""
    return engine.take(concern, "submit", actor, {"not_secret": "on"})
