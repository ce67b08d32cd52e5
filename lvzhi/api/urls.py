"""Addresses of the room: pages for people, and what a token opens."""

from __future__ import annotations

from django.urls import include, path

from lvzhi.api.views import tokens, v1
from lvzhi.api.views.door import opened

app_name = "api"
urlpatterns = [
    path("tokens/", tokens.mine, name="tokens"),
    path("tokens/guarded/", tokens.guarded, name="guarded"),
    path("tokens/<uuid:uid>/revoke", tokens.revoke, name="revoke"),
    path("reference/", tokens.reference, name="reference"),
    path("v1/openapi.json", opened(v1.document), name="openapi"),
    path("v1/", include((v1.patterns(), "v1"))),
]
