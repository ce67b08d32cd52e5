"""Following a published proposal by e-mail: asked for on its page, confirmed and ended by links of letters.

Whether an address already follows is told to nobody: asking is answered alike, and the letters are a worker's.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from lvzhi.access import Missing, Refusal
from lvzhi.accounts.actors import visitor
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.jobs import actions as jobs
from lvzhi.journal.lines import line
from lvzhi.journal.secrets import digest, keyed
from lvzhi.messages import channels
from lvzhi.portal import norms
from lvzhi.portal.kinds import Place
from lvzhi.portal.models import Follower
from lvzhi.portal.reading import proposals
from lvzhi.portal.showing import plain
from lvzhi.portal.vocabulary import JOB, Following, Part

JOB_KIND, MAIL = "portal.follow", "mail"
LONGEST = 254
TOLD = ("number", "title", "stage", "result", "form", "answered_on", "closed_on", "published_on")
"""Fields whose change is worth a letter; a unit or a class that is called otherwise now is none."""
PROMISED = ("state", "due", "told_on", "checked_on")


@dataclass(frozen=True, slots=True)
class Now:
    """What is public of a proposal now: its values, its address, and a mark that changes with them."""

    values: dict[str, Any]
    mark: str


def is_offered(place: Place) -> bool:
    """Whether the committee lets visitors follow, and a letter could leave."""
    return Part.PROPOSALS in place.parts and norms.lets_follow(place.committee, place.day) and MAIL in channels.opened()


def now_of(place: Place, uid: UUID) -> Now | None:
    """The proposal as everybody reads it now; None where it is not public."""
    row = proposals.one(place, uid)
    if row is None:
        return None
    shown = proposals.KIND.shown(place, row)
    promises = proposals.whole(place, row)["promises"]
    said = plain([{key: shown[key] for key in TOLD}, [[one[key] for key in PROMISED] for one in promises]])
    text = json.dumps([said, row.text], ensure_ascii=False, default=str)
    return Now(shown, hashlib.sha256(text.encode()).hexdigest())


def ask(place: Place, uid: UUID, text: str, base: str) -> None:
    """Note that an address wants to follow; a letter asks it to confirm.

    Raises:
        Refusal: what was written is no address.
    """
    address = text.strip()
    try:
        validate_email(address if len(address) <= LONGEST else "")
    except ValidationError:
        raise Refusal("portal.mail_address", field="address", text=address[:60]) from None
    actor = visitor()
    mark = digest(address.lower(), "portal.follower")
    of_address = Follower.objects.filter(committee=place.committee, mark=mark)
    over = of_address.filter(standing=Following.SENT, ends_at__lte=actor.at)
    of_address = of_address.exclude(pk__in=over.values("pk"))
    known = of_address.filter(thing=uid).exists() or of_address.count() >= norms.number(norms.MOST, place)
    with line(actor, "portal.follow_asked", committee=place.committee):
        over.delete()
        if not known:
            made = Follower(committee=place.committee, thing=uid, address=address, mark=mark, base=base)
            made.asked_at = actor.at
            # Asked twice at the same moment: the first one stands.
            Follower.objects.bulk_create([made], ignore_conflicts=True)
        jobs.ask(actor, JOB_KIND, {}, committee=place.committee, title=JOB, key=str(place.committee.uid))


def hashed(token: str) -> str:
    """A link's secret as it is kept."""
    return hashlib.sha256(token.encode()).hexdigest()


def asked(place: Place, token: str) -> tuple[Follower, Now]:
    """What a link confirms. Raises `Missing`: it is wrong, over or used, or the proposal is no longer public."""
    rows = Follower.objects.filter(committee=place.committee, standing=Following.SENT, token=hashed(token))
    found = rows.filter(ends_at__gt=clock.now()).first()
    now = now_of(place, found.thing) if found else None
    if found is None or now is None or not is_offered(place):
        raise Missing("portal.follow_link")
    return found, now


def confirm(place: Place, token: str) -> Now:
    """The address follows from here on; what is public already is no news to it. Raises `Missing`."""
    found, now = asked(place, token)
    with line(visitor(), "portal.follow_confirmed", committee=place.committee):
        rows = Follower.objects.filter(pk=found.pk, standing=Following.SENT)
        rows.update(standing=Following.CONFIRMED, token="", ends_at=None, seen=now.mark)
    return now


def leaving(follower: Follower) -> str:
    """The secret of the link by which it ends; made of the row and a key, so that none is kept."""
    return f"{follower.uid.hex}{keyed('portal.leaving', follower.uid.bytes).hex()}"


def ending(committee: Committee, token: str) -> Follower | None:
    """Whose following a link ends; None where it has ended already. Raises `Missing` for a link that was never sent."""
    try:
        uid = UUID(token[:32])
    except ValueError:
        raise Missing("portal.follow_end_link") from None
    if not hmac.compare_digest(keyed("portal.leaving", uid.bytes).hex().encode(), token[32:].encode()):
        raise Missing("portal.follow_end_link")
    return Follower.objects.filter(committee=committee, uid=uid).first()


def end(committee: Committee, token: str) -> None:
    """Delete the row with its address. Raises `Missing`."""
    found = ending(committee, token)
    if found is not None:
        with line(visitor(), "portal.follow_ended", committee=committee):
            found.delete()
