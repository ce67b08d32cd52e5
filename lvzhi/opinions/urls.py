"""Addresses of opinions."""

from __future__ import annotations

from django.urls import path

from lvzhi.opinions.views import batch, detail, entry, levels, lists, similar, suggestions, turning

app_name = "opinions"
urlpatterns = [
    path("", lists.home, name="home"),
    path("mine/", lists.mine, name="mine"),
    path("screening/", lists.screening, name="screening"),
    path("screening/batch/<slug:key>/", batch.batch, name="batch"),
    path("all/", lists.listing, name="all"),
    path("all/export/<slug:form>/", lists.export, name="export"),
    path("near/", similar.near_text, name="near_text"),
    path("concern/<uuid:uid>/near/", similar.near, name="near"),
    path("write/", entry.write, name="write"),
    path("issues/", turning.issues, name="issues"),
    path("issues/new/", turning.compose, name="compose"),
    path("issues/<uuid:uid>/", turning.issue, name="issue"),
    path("issues/<uuid:uid>/document/", turning.document, name="document"),
    path("issues/<uuid:uid>/put/", turning.put_in, name="put_in"),
    path("issues/<uuid:uid>/out/<uuid:item>/", turning.take_out, name="take_out"),
    path("issues/<uuid:uid>/order/", turning.arrange, name="arrange"),
    path("arrivals/", levels.arrivals, name="arrivals"),
    path("sent/", levels.sent, name="sent"),
    path("turns/<uuid:uid>/forget/", levels.forget, name="forget"),
    path("turns/<uuid:uid>/apart/", levels.apart, name="apart"),
    path("concern/<uuid:uid>/", detail.concern, name="concern"),
    path("concern/<uuid:uid>/compare/", detail.compare, name="compare"),
    path("concern/<uuid:uid>/edit/", entry.edit, name="edit"),
    path("suggest/<str:code>/", suggestions.suggest, name="suggest"),
    path("suggest/<str:code>/shown/", suggestions.shown, name="shown"),
    path("suggest/<str:code>/ticket/", suggestions.ticket, name="ticket"),
    path("suggestions/", suggestions.listing, name="suggestions"),
    path("suggestion/<uuid:uid>/", suggestions.suggestion, name="suggestion"),
    path("suggestion/<uuid:uid>/phone/", suggestions.phone, name="suggestion_phone"),
    path("<slug:kind>/<uuid:uid>/step/<slug:key>/", detail.step, name="step"),
    path("<slug:kind>/<uuid:uid>/void/", detail.void, name="void"),
    path("<slug:kind>/<uuid:uid>/restore/", detail.restore, name="restore"),
]
