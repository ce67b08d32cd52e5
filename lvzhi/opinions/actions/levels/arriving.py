"""An item on its way up: taken in by the committee above, renewed, recalled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from lvzhi.access import Actor, Refusal
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.files.actions import carry, take_in
from lvzhi.files.models import Attachment
from lvzhi.opinions.actions.levels import carriers, telling
from lvzhi.opinions.actions.levels.carriers import Payload
from lvzhi.opinions.actions.levels.payload import Sent, category_here, read_sent
from lvzhi.opinions.models import Author, Concern
from lvzhi.opinions.vocabulary.states import UNTOUCHED, ConcernState, Source
from lvzhi.papers.models import Dispatch
from lvzhi.ui.formats import signs
from lvzhi.workflow import engine

AGAIN = frozenset({ConcernState.RETURNED, ConcernState.WITHDRAWN})


class Loose(Protocol):
    """A file that came in a package: its bytes are not here yet."""

    @property
    def name(self) -> str: ...
    @property
    def data(self) -> bytes: ...


File = Attachment | Loose


def arrive(actor: Actor, committee: Committee, payload: Payload, files: Sequence[File] = ()) -> Concern | None:
    """Take in what a committee below sends: an item of one's own that waits to be signed for.

    The same item sent again, in another issue or told twice, is the same one; returned or recalled before, it comes
    anew with its new text. Recalled, it goes as long as nobody has worked on it; else the editors are told.

    Args:
        files: attachments of this installation, or files with their bytes.

    Returns:
        The item; None where something was recalled that is not here.

    Raises:
        Refusal: the payload is not in order, the sender is unknown or not below this committee, a file is not taken.
    """
    sent = read_sent(payload)
    sender = Committee.objects.filter(code=sent.committee).first()
    if sender is None:
        raise Refusal("opinions.committee_unknown", given=sent.committee)
    check_above(sender, committee)
    with transaction.atomic():
        rows = Concern.objects.live().select_for_update(of=("self",)).select_related("committee", "origin_committee")
        known = rows.filter(committee=committee, origin_uid=sent.uid).first()
        if sent.withdrawn:
            return _recall(actor, known, sender, sent) if known is not None else None
        concern = _begin(actor, committee, sender, sent) if known is None else _again(actor, known, sender, sent)
        _carry(actor, concern, files)
    return concern


def check_above(sender: Committee, receiver: Committee) -> None:
    """Refuse a receiver that does not stand above the sender: oneself, one below, one beside."""
    if receiver.pk not in sender.chain_ids()[1:]:
        raise Refusal("opinions.not_above", receiver=receiver.name, committee=sender.name)


def _begin(actor: Actor, committee: Committee, sender: Committee, sent: Sent) -> Concern:
    concern = Concern(
        committee=committee, source=Source.BELOW, entered_by=sender.name, origin_uid=sent.uid, origin_committee=sender,
        origin=Concern.objects.filter(uid=sent.uid, committee=sender).first(), created_at=actor.at,
    )  # fmt: skip
    _fill(concern, committee, sent, actor)

    def belongings(made: Concern) -> None:
        _name_authors(actor, made, sent)

    day = clock.as_day(actor.at)
    engine.bring_in(concern, actor, state=ConcernState.ARRIVED, on=day, does=belongings, sender=sender.name)
    if _dispatch(sent) is None or carriers.of(sender) is not None:  # else the message about the document tells it
        telling.editors(actor, concern, "opinions.arrived", sender=sender.display)
    return concern


def _fill(concern: Concern, committee: Committee, sent: Sent, actor: Actor) -> None:
    for name in ("title", "situation", "analysis", "suggestion", "urgent", "publish", "publish_ground", "hidden"):
        setattr(concern, name, getattr(sent, name))
    concern.category = category_here(sent, committee, clock.as_day(actor.at))
    concern.chars = sum(signs(text, "\n") for text in (sent.situation, sent.analysis, sent.suggestion))
    before = concern.chain[-1].get("sent", []) if concern.chain else []
    concern.chain = [dict(one) for one in sent.chain]
    if concern.chain:
        concern.chain[-1]["sent"] = before
    _note_sending(concern, sent)


def _note_sending(concern: Concern, sent: Sent) -> bool:
    """Keep with which dispatch it came; False where that is known."""
    if sent.sending is None or not concern.chain:
        return False
    one = sent.sending
    known: list[dict[str, Any]] = concern.chain[-1].setdefault("sent", [])
    if any(other["event"] == str(one.event) for other in known):
        return False
    known.append({"event": str(one.event), "on": one.on.isoformat(), "document": one.document})
    return True


def _name_authors(actor: Actor, concern: Concern, sent: Sent) -> None:
    for place, (name, unit) in enumerate(sent.authors, start=1):
        Author(
            concern=concern, committee_id=concern.committee_id, name=name, unit=unit, place=place, created_at=actor.at
        ).save()  # fmt: skip


def _again(actor: Actor, known: Concern, sender: Committee, sent: Sent) -> Concern:
    """Sent once more: known, or come anew after it was returned or recalled."""
    if known.state not in AGAIN:
        if _note_sending(known, sent):
            answers = {"sent": known.chain}
            engine.follow(known, "sent_again", actor, answers | {"sender": sender.name})
        return known
    return engine.follow(known, "arrive_again", actor, {"sent": sent, "sender": sender.name})


def renew(actor: Actor, concern: Concern, sent: Sent) -> None:
    """Effect of 重新报送: the new text and authors in place of the old."""
    _fill(concern, concern.committee, sent, actor)
    for row in Author.objects.live().filter(concern=concern, merged_from=None):
        row.voided_at, row.version = actor.at, row.version + 1
        row.save()
    _name_authors(actor, concern, sent)


def _recall(actor: Actor, known: Concern, sender: Committee, sent: Sent) -> Concern:
    """Withdrawn below: out of the way while it is untouched, else the editors are told."""
    sendings = known.chain[-1].get("sent", []) if known.chain else []
    gone = str(sent.sending.event) if sent.sending is not None else ""
    left = [one for one in sendings if one["event"] != gone]
    if left and gone:  # it came in another issue too, which stands
        chain = [*known.chain[:-1], known.chain[-1] | {"sent": left}]
        return engine.follow(known, "sent_again", actor, {"sent": chain, "sender": sender.name})
    if known.state in UNTOUCHED:
        chain = [*known.chain[:-1], known.chain[-1] | {"sent": []}] if known.chain else []
        return engine.follow(known, "recalled", actor, {"sender": sender.name, "sent": chain})
    telling.editors(actor, known, "opinions.recalled", sender=sender.display)
    return known


def _carry(actor: Actor, concern: Concern, files: Sequence[File]) -> None:
    kind, here = concern._meta.label_lower, concern.committee_id
    carry(actor, kind, concern.uid, here, [one for one in files if isinstance(one, Attachment)])
    for one in files:
        if not isinstance(one, Attachment):
            take_in(actor, kind, concern.uid, here, SimpleUploadedFile(one.name, one.data))


def _dispatch(sent: Sent) -> Dispatch | None:
    if sent.sending is None:
        return None
    return Dispatch.objects.live().filter(uid=sent.sending.event).select_related("paper").first()
