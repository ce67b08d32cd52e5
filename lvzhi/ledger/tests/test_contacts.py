"""A problem told at a contact: entered from its page with the words that stand there, shown on it, counted once."""

from __future__ import annotations

import pytest
from django.urls import reverse

from lvzhi.accounts.tests.house import builder
from lvzhi.contacts import actions as contacts
from lvzhi.contacts.models import Contact
from lvzhi.contacts.queries import Far
from lvzhi.contacts.vocabulary.states import Target
from lvzhi.ledger.models import Problem
from lvzhi.ledger.tests.desk import TODAY, Desk
from lvzhi.people import actions as people


@pytest.fixture
def contact(desk: Desk) -> Contact:
    near, far = (desk.members[one.pk] for one in (desk.jia, desk.yi))
    for member, post in ((near, "chairman"), (far, "standing")):
        people.appoint(builder(), member.person, desk.here, post, starts=TODAY)
    far_end = Far(far, Target.PERSON)
    pair = contacts.pair(desk.actor(desk.wen), desk.here, "chairmen_standing", near, far_end, TODAY)
    return contacts.log(desk.actor(desk.jia), pair, "visit", more={"problem": "技术工人难招"})


def test_a_problem_of_a_contact_goes_to_the_ledger(desk: Desk, contact: Contact) -> None:
    client = desk.login(desk.wen)
    page = reverse("contacts:contact", args=[contact.uid])
    url = f"{reverse('ledger:new_problems')}?contact={contact.uid}"
    assert url in client.get(page).content.decode()
    form = client.get(url).content.decode()
    assert ("技术工人难招" in form, 'name="source"' in form, 'name="day"' in form) == (True, False, False)
    answer = client.post(url, {"text": "技术工人难招", "once": "c"})
    assert answer["Location"] == page
    problem = Problem.objects.get()
    assert (problem.contact, problem.source, problem.found_on) == (contact, "contact", TODAY)
    assert "技术工人难招" in client.get(page).content.decode()
    entry = client.get(reverse("ledger:problem", args=[problem.uid])).content.decode()
    assert f'href="{page}"' in entry
    assert "联系委员" in client.get(reverse("ledger:problems"), {"contact": str(contact.uid)}).content.decode()


def test_a_contact_of_elsewhere_takes_no_problem(desk: Desk, contact: Contact) -> None:
    url = f"{reverse('ledger:new_problems')}?contact={contact.uid}"
    assert desk.login(desk.far_office).get(url).status_code == 404
