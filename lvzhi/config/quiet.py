"""Keeps requests to secret pages out of the logs: a line with a moment beside a vote is half of what undoes it."""

from __future__ import annotations

import logging

from django.http import HttpRequest


class QuietPages(logging.Filter):
    """Drops lines about requests to views marked `never_held`, whether they carry the request or only its address."""

    def filter(self, record: logging.LogRecord) -> bool:
        from lvzhi.accounts.holding import is_never_held  # settings are read before rooms can be

        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest):
            return not is_never_held(request)
        return not any(self._secret(word) for word in record.getMessage().split() if word.startswith("/"))

    @staticmethod
    def _secret(address: str) -> bool:
        from lvzhi.accounts.holding import is_never_held

        request = HttpRequest()
        request.path_info = address.partition("?")[0].rstrip(":,;.\"'")
        return is_never_held(request)
