"""Persons: what is known of them, their login, and unmasking (R12.11)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields

from lvzhi.access import Actor, Refusal
from lvzhi.access.rules import held_in
from lvzhi.accounts.models import Account
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line
from lvzhi.journal.secrets import mask_id, mask_phone
from lvzhi.people import identity, rules
from lvzhi.people.actions import checks
from lvzhi.people.models import NAME_LENGTH, WORDS_LENGTH, Person, id_digest, phone_digest
from lvzhi.people.vocabulary import LABELS, Education, EmployerKind, Gender

ETHNICITY_LENGTH = 20


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is known of a person; what is left empty is unknown.

    Args:
        gender, education, employer_kind: codes of the vocabulary.
        phone: mobile, or landline with area code.  id_number: 18 characters; birth and gender follow from it.
    """

    name: str
    gender: str = ""
    born: dt.date | None = None
    ethnicity: str = ""
    education: str = ""
    phone: str = ""
    id_number: str = ""
    employer: str = ""
    job: str = ""
    employer_kind: str = ""
    native_place: str = ""
    employer_address: str = ""
    home_address: str = ""


def fill(person: Person, facts: Facts) -> None:
    """Put checked facts into a person.

    Raises:
        Refusal: blank or too long, bad number, birth date against the identity number or in the future, unknown code.
    """
    phone, number = identity.plain(facts.phone), identity.plain(facts.id_number)
    if phone and not identity.is_phone(phone):
        raise Refusal("people.bad_phone", field="phone", given=mask_phone(phone))
    if number and not identity.is_identity(number):
        raise Refusal("people.bad_id", field="id_number", given=mask_id(number))
    inside = identity.born(number)
    if inside and facts.born and inside != facts.born:
        raise Refusal("people.id_birth", field="born", inside=inside, given=facts.born)
    person.name = checks.words("name", facts.name, NAME_LENGTH, required=True)
    person.phone, person.id_number = phone, number
    person.born = facts.born or inside
    if person.born and person.born > clock.today():
        raise Refusal("people.born_later", field="born", born=person.born)
    person.gender = checks.choice("gender", facts.gender, Gender) or (identity.gender(number) if number else "")
    person.ethnicity = checks.words("ethnicity", facts.ethnicity, ETHNICITY_LENGTH)
    person.education = checks.choice("education", facts.education, Education)
    person.employer = checks.words("employer", facts.employer, WORDS_LENGTH)
    person.job = checks.words("job", facts.job, WORDS_LENGTH)
    for field in ("native_place", "employer_address", "home_address"):
        setattr(person, field, checks.words(field, getattr(facts, field), WORDS_LENGTH))
    person.employer_kind = checks.choice("employer_kind", facts.employer_kind, EmployerKind)


def unknown_yet(person: Person) -> None:
    """Refuse a person who is recorded already: same identity number, or same name with the same phone."""
    others = Person.objects.exclude(uid=person.uid)
    if person.id_number:
        twin = others.filter(id_digest=id_digest(person.id_number.reveal())).first()
        if twin is not None:
            raise Refusal("people.id_known", field="id_number", name=twin.name)
    if person.phone:
        twin = others.filter(name=person.name, phone_digest=phone_digest(person.phone.reveal())).first()
        if twin is not None and not (twin.id_number and person.id_number):
            raise Refusal("people.person_known", field="phone", name=twin.name)


def facts_of(person: Person) -> Facts:
    """What is recorded of a person, for a form; the numbers stand in the clear, so ask `unmask` or keep them away."""
    plain = {one.name: getattr(person, one.name) for one in fields(Facts) if one.name not in ("phone", "id_number")}
    return Facts(
        **plain,
        phone=person.phone.reveal() if person.phone else "",
        id_number=person.id_number.reveal() if person.id_number else "",
    )


def _place(actor: Actor, person: Person) -> int | None:
    """The committee under which a line about a person is filed: one the actor keeps, otherwise any of the person's."""
    own = rules.committees_of(person)
    kept = own & held_in(actor, rules.CALLERS)
    return min(kept or own, default=None)


def edit_person(actor: Actor, person: Person, facts: Facts) -> Person:
    """Change what is recorded of a person.

    Raises:
        NotAllowed: no keeper of a committee the person belongs to.
        Refusal: as `fill`; the new numbers belong to another person.
    """
    rules.PERSON_KEEP.check(actor, person)
    with line(actor, "people.edit_person", subject=person, committee=_place(actor, person), name=facts.name):
        locked = Person.objects.select_for_update().get(pk=person.pk)
        fill(locked, facts)
        unknown_yet(locked)
        locked.save()
    return locked


def link_account(actor: Actor, person: Person, account: Account) -> Person:
    """Say which login is the person's.

    Raises:
        NotAllowed: no keeper of a committee the person belongs to.
        Refusal: the account is another's, or the person has another one.
    """
    rules.PERSON_KEEP.check(actor, person)
    other = Person.objects.filter(account=account).exclude(pk=person.pk).first()
    if other is not None:
        raise Refusal("people.account_taken", field="account", username=account.username, name=other.name)
    if person.account is not None and person.account != account:
        raise Refusal("people.account_other", field="account", name=person.name, username=person.account.username)
    with line(
        actor, "people.link_account", subject=person, committee=_place(actor, person),
        name=person.name, username=account.username,
    ):  # fmt: skip
        person.account = account
        person.save(update_fields=["account"])
    return person


def unlink_account(actor: Actor, person: Person) -> Person:
    """Take the login away again. Raises `Refusal` where there is none."""
    rules.PERSON_KEEP.check(actor, person)
    if person.account is None:
        raise Refusal("people.account_none", name=person.name)
    with line(
        actor, "people.unlink_account", subject=person, committee=_place(actor, person),
        name=person.name, username=person.account.username,
    ):  # fmt: skip
        person.account = None
        person.save(update_fields=["account"])
    return person


def unmask(actor: Actor, person: Person, field: str) -> str:
    """The whole phone or identity number; that it was looked at, by whom and when, stands in the journal (R12.11).

    Args:
        field: ``phone`` or ``id_number``.

    Raises:
        NotAllowed: neither the person nor one whose post needs the number.
        Refusal: none is recorded.
    """
    (rules.UNMASK_ID if field == "id_number" else rules.UNMASK).check(actor, person)
    value = person.id_number if field == "id_number" else person.phone
    if not value:
        raise Refusal("people.no_number", field=field, name=person.name, label=LABELS[field])
    with line(
        actor, "people.unmask", subject=person, committee=_place(actor, person), name=person.name, label=LABELS[field]
    ):
        plain: str = value.reveal()
    return plain
