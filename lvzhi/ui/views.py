"""The type size switch, and a gallery that shows every component with invented content (development and tests only)."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from . import samples

SIZE_COOKIE = "lz_size"
SIZES = ("normal", "large")
PLAIN = ("400", "403", "403_csrf", "404", "409", "413", "429", "500")


@login_not_required
@require_POST
def size(request: HttpRequest) -> HttpResponse:
    """Sets the type size (R12.23) for a year and goes back to ``next``, which must be an address of this site."""
    wanted = request.POST.get("size", "")
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = "/"
    response = HttpResponseRedirect(back)
    if wanted in SIZES:
        year = 365 * 24 * 3600
        response.set_cookie(SIZE_COOKIE, wanted, max_age=year, samesite="Lax", secure=request.is_secure())
    return response


@login_not_required
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component on one page."""
    form = samples.SampleForm(request.POST, request.FILES) if request.method == "POST" else samples.SampleForm()
    if request.method == "POST" and form.is_valid():
        messages.success(request, samples.SAVED)
    return render(request, "ui/gallery.html", {**samples.context(request.GET), "form": form})


@login_not_required
def gallery_people(request: HttpRequest) -> HttpResponse:
    """Matches for the gallery's picker."""
    typed = request.GET.get("people__typed", "").strip()
    return render(request, "ui/picker_options.html", {"options": samples.search(typed) if typed else []})


@login_not_required
@require_POST
def gallery_autosave(request: HttpRequest) -> HttpResponse:
    """Takes a draft and forgets it."""
    return JsonResponse({})


@login_not_required
def gallery_plain(request: HttpRequest, name: str) -> HttpResponse:
    """One of the error pages."""
    if name not in PLAIN:
        raise Http404
    return render(request, f"{name}.html", {"demo_data": True})
