"""What a password must be."""

from __future__ import annotations

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from lvzhi.access import Refusal
from lvzhi.accounts import actions, passwords
from lvzhi.accounts.models import Account
from lvzhi.accounts.tests.house import PASSWORD, House, login


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("Ab1-short", "accounts.password_short"),
        ("onlylowercase", "accounts.password_plain"),
        ("lower1234567", "accounts.password_plain"),
        ("Chen.Hua-2026", "accounts.password_like_name"),
        ("陈华Mima-2026", "accounts.password_like_name"),
        (PASSWORD, "accounts.password_used"),
    ],
)
def test_bad_passwords_are_refused_with_their_reason(house: House, password: str, code: str) -> None:
    with pytest.raises(Refusal) as refusal:
        passwords.check(password, house.member)
    assert refusal.value.code == code
    with pytest.raises(ValidationError, match=refusal.value.sentence):
        validate_password(password, house.member)


def test_three_of_four_kinds_are_enough(house: House) -> None:
    passwords.check("abcdef-12345", house.member)
    passwords.check("Abcdefg12345", house.member)


def test_the_last_three_passwords_may_not_come_back(house: House) -> None:
    actor = house.actor(house.member)
    former = PASSWORD
    for new in ("Diyige-0001", "Dierge-0002"):
        actions.change_password(actor, house.member, former, new, new)
        former = new
    for used in (PASSWORD, "Diyige-0001", "Dierge-0002"):
        with pytest.raises(Refusal) as refusal:
            actions.change_password(actor, house.member, former, used, used)
        assert refusal.value.code == "accounts.password_used"
    actions.change_password(actor, house.member, former, "Disange-0003", "Disange-0003")
    actions.change_password(actor, house.member, "Disange-0003", PASSWORD, PASSWORD)


def test_a_wrong_old_or_a_mistyped_new_password_changes_nothing(house: House) -> None:
    browser = login(house.member)
    for data, field in (
        ({"old": "no", "new": "Xinmima-7788", "again": "Xinmima-7788"}, "old"),
        ({"old": PASSWORD, "new": "Xinmima-7788", "again": "Xinmima-7789"}, "again"),
        ({"old": PASSWORD, "new": "short", "again": "short"}, "new"),
    ):
        answer = browser.post("/accounts/password", data)
        assert answer.status_code == 422
        assert list(answer.context["form"].errors) == [field]
    assert Account.objects.get(pk=house.member.pk).check_password(PASSWORD)


def test_initial_passwords_pass_the_rules(house: House) -> None:
    made = {passwords.initial() for _ in range(200)}
    assert len(made) == 200
    for password in made:
        passwords.check(password)


@given(st.text(max_size=30))
def test_kinds_of_signs_are_between_none_and_four(text: str) -> None:
    kinds = passwords.classes(text)
    assert 0 <= kinds <= 4
    assert (kinds == 0) == (text == "")
