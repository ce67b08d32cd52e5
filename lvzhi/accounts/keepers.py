"""Who the three administrators are, and what each may do, read off the rules themselves."""

from __future__ import annotations

from dataclasses import dataclass

from lvzhi.access import Actor
from lvzhi.accounts import rules
from lvzhi.accounts.actors import LoginActor, Post
from lvzhi.accounts.models import Account, Appointment
from lvzhi.accounts.vocabulary import KEEPERS, Role
from lvzhi.accounts.vocabulary.keepers import DEEDS
from lvzhi.committee import rules as committees
from lvzhi.committee.models import Committee
from lvzhi.deadlines import clock
from lvzhi.journal import queries as journal
from lvzhi.norms import queries as norms

_NOBODY = -1  # an account that does not exist: the rules are asked about a post, not about a person


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that may be done, and by which of the three."""

    label: str
    may: tuple[bool, ...]


def places(actor: Actor) -> list[Committee]:
    """The committees whose administrators the actor may see."""
    held = {pk for role in (*KEEPERS, Role.AUDITOR) for pk in actor.committees(role)}
    return list(Committee.objects.filter(pk__in=held).order_by("path"))


def holders(place: Committee) -> list[tuple[str, str, list[Appointment]]]:
    """(code, name, appointments in force) of each of the three, in the committee and above it. One query."""
    rows = (
        Appointment.objects.on(clock.today())
        .filter(role__in=KEEPERS, committee_id__in=place.chain_ids())
        .select_related("account", "committee")
        .order_by("committee__path", "account__username")
    )
    found: dict[str, list[Appointment]] = {role.value: [] for role in KEEPERS}
    for row in rows:
        found[row.role].append(row)
    return [(role.value, str(role.label), found[role.value]) for role in KEEPERS]


def deeds(place: Committee) -> list[Deed]:
    """What each of the three may do in the committee today: the rules are asked, nothing is written down here."""
    actors = [_holding(role, place) for role in KEEPERS]
    account, appointment = Account(committee=place), Appointment(committee=place)
    asked = {
        "manage": lambda actor: rules.MANAGE(actor, account),
        "committee": lambda actor: committees.ADD_BELOW(actor, place),
        "settings": lambda actor: all(norms.may_set(actor, place, key) for key in norms.settings_of_system()),
        "appoint": lambda actor: rules.APPOINT(actor, appointment),
        "guard": lambda actor: rules.GUARD(actor, account),
        "security": lambda actor: norms.may_set(actor, place, "accounts.lock_failures"),
        "journal": journal.may_read,
    }
    return [Deed(DEEDS[key], tuple(bool(ask(actor)) for actor in actors)) for key, ask in asked.items()]


def _holding(role: Role, place: Committee) -> LoginActor:
    post = Post(role.value, place.pk, place.path)
    return LoginActor(_NOBODY, "", str(role.label), "system", "", clock.now(), posts=(post,))
