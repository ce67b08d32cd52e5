"""Words of the limits and of the longest session."""

from __future__ import annotations

from typing import Final

EVENTS: Final[dict[str, str]] = {
    "accounts.too_often": "{what}过于频繁，暂停",
    "accounts.session_over": "登录已满最长时间，自动退出",
}
SENTENCES: Final[dict[str, str]] = {"accounts.too_often": "{what}过于频繁，请在{seconds}秒后再试。"}
WHAT: Final[dict[str, str]] = {
    "sign_in": "登录",
    "second": "验证",
    "proof": "验证",
    "export": "导出",
    "search": "搜索",
    "upload": "上传",
}
