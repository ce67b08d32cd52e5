"""A device with passkeys, as a browser would speak for it: for tests of what the server takes and refuses."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


@dataclass
class Device:
    """One passkey; `flags`, `origin` and `host` may be bent by a test."""

    origin: str = "http://localhost:8000"
    host: str = "localhost"
    flags: int = PRESENT | VERIFIED
    count: int = 0
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    credential: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    handle: str = ""

    def _client(self, kind: str, challenge: str, /, **changed: Any) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin, **changed}).encode()

    def make(self, options: dict[str, Any], **changed: Any) -> str:
        """The answer to being asked for a new passkey."""
        self.handle = options["user"]["id"]
        data = AttestedCredentialData.create(
            Aaguid.NONE, self.credential, ES256.from_cryptography_key(self.key.public_key())
        )
        authenticator = AuthenticatorData.create(
            sha256(self.host.encode()).digest(), self.flags | ATTESTED, self.count, bytes(data)
        )
        attestation = AttestationObject.create("none", authenticator, {})
        response = {
            "attestationObject": websafe_encode(bytes(attestation)),
            "clientDataJSON": websafe_encode(self._client("webauthn.create", options["challenge"], **changed)),
        }
        return self._answer(response)

    def use(self, options: dict[str, Any], **changed: Any) -> str:
        """The answer to being asked for a passkey."""
        self.count += 1
        authenticator = AuthenticatorData.create(sha256(self.host.encode()).digest(), self.flags, self.count)
        client = self._client("webauthn.get", options["challenge"], **changed)
        signature = self.key.sign(bytes(authenticator) + sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        response = {
            "authenticatorData": websafe_encode(bytes(authenticator)),
            "clientDataJSON": websafe_encode(client),
            "signature": websafe_encode(signature),
            "userHandle": self.handle,
        }
        return self._answer(response)

    def _answer(self, response: dict[str, Any]) -> str:
        name = websafe_encode(self.credential)
        return json.dumps({
            "id": name, "rawId": name, "type": "public-key", "clientExtensionResults": {}, "response": response,
        })  # fmt: skip


def altered(answer: str, part: str) -> str:
    """The answer with one bit of a part of its response turned."""
    body = json.loads(answer)
    raw = bytearray(websafe_decode(body["response"][part]))
    raw[-1] ^= 1
    body["response"][part] = websafe_encode(bytes(raw))
    return json.dumps(body)
