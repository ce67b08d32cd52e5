"""Forms of the room: fields and their words only; rules stand in the actions."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.db.models import Q, QuerySet

from lvzhi.access import Actor, Refusal, Refusals
from lvzhi.accounts.queries import guarded_committees, managed_committees, seen_committees
from lvzhi.accounts.vocabulary import ALL, HELPS, LABELS, NONE_CHOSEN, ROLES_NOT_DELEGATED, STATES, Role
from lvzhi.accounts.vocabulary import factors as words
from lvzhi.accounts.vocabulary import resets as reset_words
from lvzhi.accounts.vocabulary import sso as sign_on
from lvzhi.committee.models import Committee, Organ
from lvzhi.deadlines import clock
from lvzhi.directory.models import Unit
from lvzhi.ui.forms import Checks, Day, UiForm


def show(form: forms.Form, refusal: Refusal) -> None:
    """Put a refusal beside the field it names, or over the form."""
    for part in refusal.parts if isinstance(refusal, Refusals) else (refusal,):
        form.add_error(part.field if part.field in form.fields else None, part.sentence)


def _text(name: str, **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=LABELS[name], help_text=HELPS.get(name, ""), **kwargs)


def _secret(name: str, autocomplete: str, **kwargs: Any) -> forms.CharField:
    widget = forms.PasswordInput({"autocomplete": autocomplete})
    return forms.CharField(label=LABELS[name], widget=widget, strip=False, max_length=200, **kwargs)


def _day(name: str, **kwargs: Any) -> forms.DateField:
    return forms.DateField(label=LABELS[name], help_text=HELPS.get(name, ""), widget=Day(), **kwargs)


class LoginForm(UiForm):
    """Name and password."""

    username = forms.CharField(
        label=LABELS["username"],
        max_length=150,
        widget=forms.TextInput({"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = _secret("password", "current-password")


class PasswordForm(UiForm):
    """Change of one's own password."""

    old = _secret("old", "current-password")
    new = _secret("new", "new-password")
    again = _secret("again", "new-password")


def _code(name: str = "code", **kwargs: Any) -> forms.CharField:
    widget = forms.TextInput({
        "autocomplete": "one-time-code", "inputmode": "numeric", "class": "lz-code", "autocapitalize": "none",
        "spellcheck": "false", **kwargs,
    })  # fmt: skip
    return forms.CharField(label=words.LABELS[name], widget=widget, max_length=40)


class CodeForm(UiForm):
    """The code of the second step; whether the browser be remembered, where the norm allows some days."""

    code = _code(autofocus=True)
    browser = forms.BooleanField(required=False)

    def __init__(self, days: int, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if days:
            self.fields["browser"].label = words.LABELS["browser"].format(days=days)
        else:
            del self.fields["browser"]


class RecoveryForm(UiForm):
    """A recovery code in place of the code."""

    recovery = forms.CharField(
        label=words.LABELS["recovery"],
        help_text=words.HELPS["recovery"],
        max_length=40,
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )


class EnrolForm(UiForm):
    """The code that shows that the picture was read."""

    code = _code()


class PasskeyForm(UiForm):
    """A passkey just made: what the browser answered, and how the person calls it."""

    label = forms.CharField(label=words.LABELS["label"], help_text=words.HELPS["label"], max_length=80)
    answer = forms.CharField(widget=forms.HiddenInput(), max_length=20_000)


class ProofForm(UiForm):
    """That it is the person: password, and a code or a recovery code."""

    password = forms.CharField(
        label=words.LABELS["password"], widget=forms.PasswordInput({"autocomplete": "current-password"}), strip=False,
        max_length=200,
    )  # fmt: skip
    code = forms.CharField(
        label=words.LABELS["proof"], max_length=40,
        widget=forms.TextInput({"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}),
    )  # fmt: skip

    def __init__(self, about: str, data: Any = None) -> None:
        super().__init__(data, auto_id=f"id_{about}_%s")  # the page shows several


class GroundForm(UiForm):
    """Why somebody's second step is reset."""

    ground = forms.CharField(label=words.LABELS["ground"], help_text=words.HELPS["ground"], max_length=200)


class ResetForm(UiForm):
    """Whose password is to be reset, and why."""

    who = forms.CharField(label=reset_words.LABELS["who"], max_length=40)
    ground = forms.CharField(label=reset_words.LABELS["ground"], help_text=reset_words.HELPS["ground"], max_length=200)


class BindForm(UiForm):
    """Which person of the government sign-on an account belongs to."""

    subject = forms.CharField(
        label=sign_on.LABELS["subject"], help_text=sign_on.HELPS["subject"], required=False, max_length=400,
        widget=forms.TextInput({"autocomplete": "off"}),
    )  # fmt: skip


class SearchForm(UiForm):
    """The filter over the list of accounts."""

    q = forms.CharField(label=LABELS["search"], required=False, max_length=60)
    state = forms.ChoiceField(label=LABELS["state"], choices=STATES, required=False)
    committee = forms.ModelChoiceField(Committee.objects.none(), label=LABELS["committee"], required=False)

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["committee"], seen_committees(actor), ALL)


class AccountForm(UiForm):
    """A new account."""

    username = _text("username", max_length=64)
    name = _text("name", max_length=80)
    committee = forms.ModelChoiceField(Committee.objects.none(), label=LABELS["committee"])

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["committee"], managed_committees(actor))


class EditForm(AccountForm):
    """Name and home committee of an account; the login name stays."""

    username = None  # type: ignore[assignment]  # Django's way to leave a field of the base out


class AppointForm(UiForm):
    """A new appointment in one committee, whose organs and units it offers."""

    role = forms.ChoiceField(label=LABELS["role"], choices=Role.choices)
    committee = forms.ModelChoiceField(Committee.objects.none(), label=LABELS["place"], widget=forms.HiddenInput())
    organ = forms.ModelChoiceField(
        Organ.objects.none(), label=LABELS["organ"], required=False, help_text=HELPS["organ"]
    )
    unit = forms.ModelChoiceField(Unit.objects.none(), label=LABELS["unit"], required=False, help_text=HELPS["unit"])
    starts = _day("starts", initial=clock.today)
    ends = _day("ends", required=False)
    ground = _text("ground", required=False, max_length=200)

    def __init__(self, actor: Actor, place: Committee | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place = place
        standing = Q(ends=None) | Q(ends__gte=clock.today())
        here = Q(committee=place) if place is not None else Q(pk__in=())
        _offer(self.fields["committee"], guarded_committees(actor))
        _offer(self.fields["organ"], Organ.objects.filter(standing, here), NONE_CHOSEN)
        _offer(self.fields["unit"], Unit.objects.filter(standing, here), NONE_CHOSEN)
        if place is not None:
            self.fields["committee"].initial = place.pk


class EndForm(UiForm):
    """The last day of an appointment."""

    ends = forms.DateField(label=LABELS["last_day"], help_text=HELPS["last_day"], widget=Day(), initial=clock.today)


class DelegateForm(UiForm):
    """Let somebody act for oneself."""

    taker = _text("taker", max_length=64)
    roles = forms.MultipleChoiceField(label=LABELS["roles"], widget=Checks())
    starts = _day("starts", initial=clock.today)
    ends = _day("ends")

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = cast("forms.MultipleChoiceField", self.fields["roles"])
        roles.choices = [
            (code, label) for code, label in Role.choices if code not in ROLES_NOT_DELEGATED and actor.has(code)
        ]


def _offer(plain: forms.Field, rows: QuerySet[Any], empty: str | None = None) -> None:
    field = cast("forms.ModelChoiceField[Any]", plain)
    field.queryset = rows
    if empty is not None:
        field.empty_label = empty
