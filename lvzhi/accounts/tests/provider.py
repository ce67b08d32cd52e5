"""A small OpenID Connect provider on this machine: discovery, keys, code with PKCE, signed tokens. For tests."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

from lvzhi.deadlines import clock

CLIENT, SECRET = "lvzhi", "s3cret"


class Provider:
    """Signs in whoever `person` names; `bend` changes what a token says, `signed_by` with which key."""

    def __init__(self) -> None:
        self.person = "330102-7"
        self.bend: dict[str, Any] = {}
        self.codes: dict[str, dict[str, str]] = {}
        self.asked: list[str] = []
        self.down = False
        self.rotate()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.issuer = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def rotate(self) -> None:
        """A new key in place of the old."""
        self.key = self.signed_by = RSAKey.generate_key(2048, {"kid": secrets.token_hex(4), "use": "sig"})

    def close(self) -> None:
        """Stop."""
        self.server.shutdown()
        self.server.server_close()

    def approve(self, address: str) -> dict[str, str]:
        """What the provider's page does once the person has signed in there: back with a code."""
        asked = {key: values[0] for key, values in parse_qs(urlsplit(address).query).items()}
        assert asked["response_type"] == "code"
        assert asked["client_id"] == CLIENT
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked
        return {"code": code, "state": asked["state"]}

    def discovery(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer, "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token", "jwks_uri": f"{self.issuer}/keys",
            "end_session_endpoint": f"{self.issuer}/end",
        }  # fmt: skip

    def token(self, form: dict[str, str], authorization: str) -> tuple[int, dict[str, Any]]:
        """The answer to a code: a client is known by its secret, and by the verifier whose digest came before."""
        expected = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        asked = self.codes.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if authorization != f"Basic {expected}":
            return 401, {"error": "invalid_client"}
        if asked is None or challenge != asked["code_challenge"] or form["redirect_uri"] != asked["redirect_uri"]:
            return 400, {"error": "invalid_grant"}
        now = int(clock.now().timestamp())
        said = {
            "iss": self.issuer, "aud": CLIENT, "sub": self.person, "iat": now, "exp": now + 300,
            "nonce": asked["nonce"], **self.bend,
        }  # fmt: skip
        said = {key: value for key, value in said.items() if value is not None}
        identity = jwt.encode({"alg": "RS256", "kid": self.signed_by.kid}, said, self.signed_by)
        return 200, {"access_token": "a", "token_type": "Bearer", "id_token": identity}

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:  # noqa: N802  reason: the library's own name
                provider.asked.append(self.path)
                found = {
                    "/.well-known/openid-configuration": provider.discovery,
                    "/keys": lambda: {"keys": [provider.key.as_dict(private=False)]},
                }.get(self.path)
                self._answer(503 if provider.down or found is None else 200, found() if found else {})

            def do_POST(self) -> None:  # noqa: N802  reason: the same
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                form = {key: values[0] for key, values in parse_qs(body).items()}
                self._answer(*provider.token(form, self.headers.get("Authorization", "")))

            def _answer(self, status: int, body: Any) -> None:
                raw = json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(raw)))
                self.end_headers()
                self.wfile.write(raw)

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        return Handler


def query(answer: dict[str, str]) -> str:
    """As it stands in the address."""
    return urlencode(answer)
