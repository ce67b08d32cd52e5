"""A bounded HTTP client on loopback: raw sockets, one connection a request, so that it costs little beside a server."""

from __future__ import annotations

import selectors
import socket
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

HOST = "127.0.0.1"
PATIENCE = 30.0  # seconds for one answer
CHUNK = 1 << 18


class BadAnswerError(Exception):
    """An answer that a measurement must not count."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, header lines, body, and the time from connecting to the last byte and to the first, in milliseconds."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes
    ms: float
    first: float = 0.0

    def header(self, name: str) -> str:
        """The first value of a header, or ""."""
        return next((value for key, value in self.headers if key == name), "")


@dataclass
class Burst:
    """What a number of clients met: times in milliseconds, and requests a second."""

    times: list[float] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def rate(self) -> float:
        """Requests a second."""
        return len(self.times) / self.seconds if self.seconds else 0.0

    def at(self, share: float) -> float:
        """The time that this share of the requests stayed under."""
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def get(path: str, cookies: dict[str, str] | None = None) -> bytes:
    """A GET as it goes over the wire."""
    return _request("GET", path, cookies or {}, b"")


def post(path: str, cookies: dict[str, str], fields: dict[str, object]) -> bytes:
    """A form as a browser sends it, with the token that the cookie holds."""
    body = urlencode({"csrfmiddlewaretoken": cookies.get("csrftoken", ""), **fields}, doseq=True).encode()
    return _request("POST", path, cookies, body)


def _request(method: str, path: str, cookies: dict[str, str], body: bytes) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", f"Host: {HOST}", "Connection: close", "Accept: text/html"]
    if cookies:
        lines.append("Cookie: " + "; ".join(f"{key}={value}" for key, value in cookies.items()))
    if method == "POST":
        lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def ask(port: int, payload: bytes, want: int | None = None, patience: float = PATIENCE) -> Answer:
    """One request, alone; ``patience`` in seconds.

    Raises:
        BadAnswerError: another status than wanted.
    """
    began = time.perf_counter()
    with socket.create_connection((HOST, port), timeout=patience) as wire:
        wire.sendall(payload)
        parts = [wire.recv(CHUNK)]
        first = (time.perf_counter() - began) * 1000
        while part := wire.recv(CHUNK):
            parts.append(part)
    ms = (time.perf_counter() - began) * 1000
    head, _, body = b"".join(parts).partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    status = int(lines[0].split()[1])
    pairs = [(key.lower(), value.strip()) for key, _, value in (line.partition(":") for line in lines[1:])]
    if want is not None and status != want:
        raise BadAnswerError(f"{payload[:80]!r} was answered with {status} instead of {want}")
    return Answer(status, pairs, body, ms, first)


def one_by_one(port: int, payloads: Sequence[bytes], most: int, seconds: float) -> Burst:
    """One client: at most so many requests, for at most so long."""
    burst = Burst()
    began = time.perf_counter()
    for number in range(most):
        burst.times.append(ask(port, payloads[number % len(payloads)], 200).ms)
        if time.perf_counter() - began >= seconds:
            break
    burst.seconds = time.perf_counter() - began
    return burst


class _Wire:
    """One of several requests under way."""

    __slots__ = ("began", "first", "socket")

    def __init__(self, port: int) -> None:
        self.began = time.perf_counter()
        self.first = b""
        self.socket = socket.socket()
        self.socket.setblocking(False)  # noqa: FBT003  # reason: the socket's own order of arguments
        self.socket.connect_ex((HOST, port))


def together(port: int, payloads: Sequence[bytes], clients: int, most: int, seconds: float) -> Burst:
    """So many clients at once, each asking again as soon as it is answered; nothing is left under way at the end.

    Raises:
        BadAnswerError: an answer that is no 200, or none in time.
    """
    burst, sent = Burst(), 0
    began = time.perf_counter()
    with selectors.DefaultSelector() as watch:
        open_ones = 0
        while True:
            now = time.perf_counter()
            while open_ones < clients and sent < most and now - began < seconds:
                wire = _Wire(port)
                watch.register(wire.socket, selectors.EVENT_WRITE, wire)
                open_ones, sent = open_ones + 1, sent + 1
            if not open_ones:
                break
            if now - began > seconds + PATIENCE:
                raise BadAnswerError(f"port {port} did not answer within {PATIENCE:.0f} s")
            for key, _ in watch.select(timeout=1.0):
                wire = key.data
                if key.events == selectors.EVENT_WRITE:
                    wire.socket.sendall(payloads[sent % len(payloads)])
                    watch.modify(wire.socket, selectors.EVENT_READ, wire)
                elif _read(wire):
                    watch.unregister(wire.socket)
                    wire.socket.close()
                    burst.times.append((time.perf_counter() - wire.began) * 1000)
                    open_ones -= 1
    burst.seconds = time.perf_counter() - began
    return burst


def _read(wire: _Wire) -> bool:
    """Whether the answer is complete."""
    part = wire.socket.recv(CHUNK)
    if part and not wire.first:
        wire.first = part[:12]
        if wire.first[9:12] != b"200":
            raise BadAnswerError(f"answered with {wire.first!r}")
    if not part and not wire.first:
        raise BadAnswerError("closed without an answer")
    return not part


def log_in(port: int, path: str, username: str, password: str) -> dict[str, str]:
    """The cookies of a login through the site's own page."""
    cookies = _cookies(ask(port, get(path), 200))
    fields: dict[str, object] = {"username": username, "password": password, "next": "/bench/hello/"}
    answer = ask(port, post(path, cookies, fields), 302)
    return cookies | _cookies(answer)


def _cookies(answer: Answer) -> dict[str, str]:
    given = (value.split(";")[0].partition("=") for key, value in answer.headers if key == "set-cookie")
    return {key.strip(): value for key, _, value in given}
