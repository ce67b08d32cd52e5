"""The product's addresses, and one that asks for long work in the background."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.views.decorators.http import require_POST

from lvzhi.accounts.actors import actor_of, committee_of
from lvzhi.config.urls import handler500 as handler500  # reason: named again so that Django finds it here
from lvzhi.config.urls import urlpatterns as product
from lvzhi.jobs import actions


@require_POST
def ask(request: HttpRequest) -> JsonResponse:
    """A job of the kind `chaos.work`; the same key is the same job while it is open."""
    key, place = request.POST["key"], committee_of(request)
    assert place is not None
    job = actions.ask(actor_of(request), "chaos.work", {"key": key}, committee=place, title=key, key=key)
    return JsonResponse({"uid": str(job.uid)})


urlpatterns = [path("bench/chaos/ask/", ask), *product]
