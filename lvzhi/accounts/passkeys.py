"""Passkeys (WebAuthn): asked for, verified, kept. The device itself checks the person: verification is required."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidSignature
from django.conf import settings
from django.db import transaction
from fido2.server import Fido2Server
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from lvzhi.access import Actor, Refusal
from lvzhi.accounts import browsers, factors, rules, telling
from lvzhi.accounts.models import Account, Factor
from lvzhi.accounts.norms import number
from lvzhi.accounts.vocabulary.factors import ISSUER, FactorKind
from lvzhi.deadlines import clock
from lvzhi.journal.lines import line

Asked = tuple[str, dict[str, Any]]
"""What the browser is given, as JSON, and what the session keeps until the answer."""

_BAD = (ValueError, KeyError, TypeError, AttributeError, InvalidSignature)
_LABEL = 40


def is_offered(host: str) -> bool:
    """Whether passkeys work at this host name: they belong to one, and never to a bare address."""
    return host.rsplit(":", 1)[0] == settings.LVZHI_PASSKEY_HOST


def _lawful(origin: str) -> bool:
    parts = urlsplit(origin)
    if settings.LVZHI_PASSKEY_ORIGINS:
        return origin in settings.LVZHI_PASSKEY_ORIGINS
    return parts.scheme == "http" and parts.hostname == "localhost" and settings.LVZHI_PASSKEY_HOST == "localhost"


def _server() -> Fido2Server:
    entity = PublicKeyCredentialRpEntity(name=ISSUER, id=settings.LVZHI_PASSKEY_HOST)
    return Fido2Server(entity, verify_origin=_lawful)


def _held(account: Account) -> list[Factor]:
    return list(Factor.objects.filter(account=account, kind=FactorKind.PASSKEY))


def _data(factor: Factor) -> AttestedCredentialData:
    return AttestedCredentialData(base64.b64decode(factor.public_key))


def ask_new(account: Account) -> Asked:
    """Ask the browser to make a passkey that the device itself can find again."""
    user = PublicKeyCredentialUserEntity(
        id=account.uid.bytes, name=account.username, display_name=f"{account.name} {account.username}"
    )
    options, state = _server().register_begin(
        user,
        [_data(one) for one in _held(account)],
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return json.dumps(dict(options.public_key)), dict(state)


def add(actor: Actor, account: Account, state: Any, answer: str, label: str) -> list[str]:
    """Keep the passkey that the browser has made.

    Returns:
        Ten recovery codes to be shown once, where the person had none.

    Raises:
        Refusal: accounts.passkey_refused for an answer that does not fit what was asked, _twice, or a bad label.
    """
    rules.OWN.check(actor, account)
    name = clean_label(account, label)
    most = number("accounts.passkeys_most", account.committee_id)
    if len(_held(account)) >= most:
        raise Refusal("accounts.too_many_passkeys", limit=most)
    try:
        made = _server().register_complete(state, json.loads(answer))
        data = made.credential_data
        assert data is not None  # noqa: S101  reason: an answer without a credential is refused like any bad one
    except (*_BAD, AssertionError):
        raise Refusal("accounts.passkey_refused") from None
    credential = websafe_encode(data.credential_id)
    if Factor.objects.filter(credential=credential).exists():
        raise Refusal("accounts.passkey_twice")
    with line(actor, "accounts.passkey_added", subject=account, committee=account.committee_id, label=name):
        Factor(
            account=account, kind=FactorKind.PASSKEY, label=name, credential=credential,
            public_key=base64.b64encode(bytes(data)).decode(), sign_count=made.counter, made_at=clock.now(),
        ).save()  # fmt: skip
        browsers.forget_all(account)
        telling.tell(account, "accounts.told_added", kind=str(FactorKind.PASSKEY.label))
        return factors.first_codes(actor, account)


def clean_label(account: Account, label: str, but: Factor | None = None) -> str:
    """The name of a passkey without outer spaces; raises Refusal for an empty, long or taken one."""
    name = label.strip()
    if not name:
        raise Refusal("accounts.label_missing", field="label")
    if len(name) > _LABEL:
        raise Refusal("accounts.label_long", field="label", limit=_LABEL)
    same = Factor.objects.filter(account=account, label=name)
    if (same.exclude(pk=but.pk) if but else same).exists():
        raise Refusal("accounts.label_taken", field="label")
    return name


def rename(actor: Actor, account: Account, factor: Factor, label: str) -> None:
    """Give a passkey another name. Raises Refusal."""
    rules.OWN.check(actor, account)
    name = clean_label(account, label, factor)
    with line(actor, "accounts.passkey_renamed", subject=account, committee=account.committee_id, label=name):
        factor.label = name
        factor.save()


def ask(account: Account | None) -> Asked:
    """Ask for a passkey: of one account, or of whoever the device knows."""
    held = [_data(one) for one in _held(account)] if account is not None else None
    options, state = _server().authenticate_begin(held, user_verification=UserVerificationRequirement.REQUIRED)
    return json.dumps(dict(options.public_key)), dict(state)


def named(answer: str) -> Factor:
    """The passkey an answer speaks of, not yet verified. Raises Refusal("accounts.passkey_unknown")."""
    try:
        credential = str(json.loads(answer)["id"])
    except _BAD:
        raise Refusal("accounts.passkey_refused") from None
    found = Factor.objects.select_related("account", "account__committee").filter(credential=credential).first()
    if found is None or not found.account.is_active:
        raise Refusal("accounts.passkey_unknown")
    return found


def verify(factor: Factor, state: Any, answer: str) -> None:
    """Hold an answer against what was asked: challenge, origin, host, signature, verification, counter.

    A counter that does not rise tells of a copy and is refused.

    Raises:
        Refusal: accounts.passkey_refused.
    """
    try:
        body: Mapping[str, Any] = json.loads(answer)
        _server().authenticate_complete(state, [_data(factor)], body)
        given = AuthenticationResponse.from_dict(body).response
        handle, count = given.user_handle, given.authenticator_data.counter
    except _BAD:
        raise Refusal("accounts.passkey_refused") from None
    if handle is not None and bytes(handle) != factor.account.uid.bytes:
        raise Refusal("accounts.passkey_refused")
    with transaction.atomic():
        row = Factor.objects.select_for_update().get(pk=factor.pk)
        if (count or row.sign_count) and count <= row.sign_count:
            raise Refusal("accounts.passkey_refused")
        row.sign_count, row.used_at = count, clock.now()
        row.save(update_fields=["sign_count", "used_at"])
