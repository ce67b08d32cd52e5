"""Numbers for the operator: requests by route and status, how long they took, jobs that wait. Nothing about persons.

Off unless LVZHI_METRICS names who may ask. Processes of one server add up through files of `prometheus_client`.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from lvzhi.accounts.holding import is_never_held
from lvzhi.config.opened import opened

FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_FORWARDED")
STEPS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)  # seconds


def folder() -> Path:
    """Where the processes of this machine keep their counts."""
    return Path(os.environ["PROMETHEUS_MULTIPROC_DIR"])


def begin() -> None:
    """Forget the counts of the server before; called once, before its processes start."""
    if settings.LVZHI_METRICS:
        shutil.rmtree(folder(), ignore_errors=True)
        folder().mkdir(mode=0o700, parents=True)


class Measuring:
    """Counts what it lets through; not there where nobody may ask."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.LVZHI_METRICS:
            raise MiddlewareNotUsed
        from prometheus_client import Counter, Histogram

        folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        self.get_response = get_response
        self.requests = Counter("lvzhi_requests", "Requests answered", ["route", "method", "status"])
        self.seconds = Histogram("lvzhi_request_seconds", "Seconds until the answer began", ["route"], buckets=STEPS)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        answer = self.get_response(request)
        took = time.perf_counter() - began
        match = getattr(request, "resolver_match", None)
        if match is None or not is_never_held(request):  # nothing is counted of a page that is kept nowhere
            route = match.view_name if match is not None else ""
            self.requests.labels(route, request.method or "", answer.status_code).inc()
            self.seconds.labels(route).observe(took)
        return answer


class Waiting:
    """Jobs of the whole installation, asked of the database at each scrape."""

    def collect(self) -> Iterator[Any]:
        """As `prometheus_client` asks."""
        from prometheus_client.core import GaugeMetricFamily

        from lvzhi.jobs import queries

        yield GaugeMetricFamily("lvzhi_jobs_waiting", "Jobs without a worker", value=queries.waiting())
        yield GaugeMetricFamily("lvzhi_jobs_running", "Jobs in a worker's hand", value=len(queries.held()))


def allowed(address: str) -> bool:
    """Whether somebody at that address may ask."""
    try:
        return any(ip_address(address) in network for network in settings.LVZHI_METRICS)
    except ValueError:
        return False


@opened
@never_cache
@require_GET
def metrics(request: HttpRequest) -> HttpResponse:
    """All numbers in Prometheus' own format; not there for anybody else."""
    through = any(name in request.META for name in FORWARDED)  # then the address is the proxy's, not the one who asks
    if through or not allowed(request.META.get("REMOTE_ADDR", "")):
        raise Http404
    from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
    from prometheus_client.multiprocess import MultiProcessCollector

    registry = CollectorRegistry()
    MultiProcessCollector(registry, path=str(folder()))  # type: ignore[no-untyped-call]  # reason: the library has no annotation here
    registry.register(Waiting())
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)
