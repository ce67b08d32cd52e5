"""Addresses of the room."""

from __future__ import annotations

from django.urls import path, register_converter

from lvzhi.accounts.views import door, factors, manage, own, passkeys, resets, second, sso


class DoConverter:
    """What may be done with an account by one button."""

    regex = "disable|enable|unlock|expel"

    def to_python(self, value: str) -> str:
        """As it stands."""
        return value

    to_url = to_python


class ResetConverter(DoConverter):
    """What may be done with a reset that was asked for."""

    regex = "approve|decline|withdraw"


register_converter(DoConverter, "account_do")
register_converter(ResetConverter, "account_reset")
app_name = "accounts"
urlpatterns = [
    path("login", door.LoginView.as_view(), name="login"),
    path("second", second.SecondView.as_view(), name="second"),
    path("passkey/ask", passkeys.ask, name="passkey_ask"),
    path("passkey/answer", passkeys.answer, name="passkey_answer"),
    path("sign-on", sso.begin, name="sso"),
    path("sign-on/back", sso.back, name="sso_back"),
    path("logout", door.logout, name="logout"),
    path("password", door.PasswordView.as_view(), name="password"),
    path("held", door.held, name="held"),
    path("held/drop", door.drop_held, name="drop_held"),
    path("me", own.me, name="me"),
    path("me/large-type", own.large_type, name="large_type"),
    path("me/sessions/end", own.end_session, name="end_session"),
    path("me/factors", factors.mine, name="factors"),
    path("me/factors/totp", factors.TotpView.as_view(), name="totp"),
    path("me/factors/passkey", passkeys.NewView.as_view(), name="passkey_new"),
    path("me/factors/<uuid:uid>/rename", passkeys.rename, name="passkey_rename"),
    path("me/factors/codes", factors.renew_codes, name="renew_codes"),
    path("me/factors/browsers", factors.forget_browsers, name="forget_browsers"),
    path("me/factors/<uuid:uid>/remove", factors.remove, name="remove_factor"),
    path("me/act", own.act, name="act"),
    path("me/delegate", own.delegate, name="delegate"),
    path("me/delegate/<uuid:uid>/end", own.end_delegation, name="end_delegation"),
    path("manage", manage.accounts, name="accounts"),
    path("keepers", manage.keepers_page, name="keepers"),
    path("resets", resets.resets, name="resets"),
    path("resets/<uuid:uid>/<account_reset:what>", resets.decide, name="decide_reset"),
    path("manage/new", manage.create, name="create"),
    path("manage/<uuid:uid>", manage.account, name="account"),
    path("manage/<uuid:uid>/edit", manage.edit, name="edit"),
    path("manage/<uuid:uid>/factors", manage.reset_factors, name="reset_factors"),
    path("manage/<uuid:uid>/binding", sso.bind, name="bind"),
    path("manage/<uuid:uid>/appoint", manage.appoint, name="appoint"),
    path("manage/<uuid:uid>/<account_do:what>", manage.do, name="do"),
    path("manage/appointments/<uuid:uid>/end", manage.end_appointment, name="end_appointment"),
]
