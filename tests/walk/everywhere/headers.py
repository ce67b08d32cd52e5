"""What every answer must bear so that a browser runs nothing but our own files and opens no file in our name."""

from __future__ import annotations

import re
from typing import Any

INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)[^>]*>|<style\b|<[a-z][^>]*\s(?:style|on[a-z]+)\s*=|javascript:", re.IGNORECASE
)
HTML = "text/html"
HELP = re.compile(r'<a href="/help/for-[a-z]+/[a-z0-9-]+/">(?:(?!</a>).)*本页帮助')
UNSAFE = ("unsafe-inline", "unsafe-eval", "*", "http:", "https:")


def lacking(answer: Any, said: str) -> list[str]:
    """What is missing or too much."""
    held = answer.headers
    found = []
    policy = held.get("Content-Security-Policy", "")
    if not policy or any(word in policy.split() or f"'{word}'" in policy for word in UNSAFE):
        found.append(f"policy {policy!r}")
    if held.get("X-Content-Type-Options") != "nosniff":
        found.append("nosniff")
    if "same-origin" not in held.get("Referrer-Policy", ""):
        found.append("referrer")
    if held.get("Content-Type", "").startswith(HTML):
        found += [f"inline {one[0][:80]}" for one in INLINE.finditer(said)][:2]
        if 'class="lz-main"' in said and HELP.search(said) is None:
            found.append("no help")
        if "Traceback (most recent call last)" in said:
            found.append("traceback")
        if held.get("X-Frame-Options") != "DENY":
            found.append("frame")
    return found + [f"cookie {name}" for name, one in answer.cookies.items() if _open(name, one)]


def _open(name: str, cookie: Any) -> bool:
    """Whether a cookie travels to others, or a script may read the session's."""
    return cookie["samesite"] not in {"Lax", "Strict"} or (name == "sessionid" and not cookie["httponly"])
