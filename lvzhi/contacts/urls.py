"""Addresses of the contact network."""

from __future__ import annotations

from django.urls import path

from lvzhi.contacts.views import contacts, network, pairs, plans

app_name = "contacts"
urlpatterns = [
    path("", network.listing, name="list"),
    path("mine/", pairs.mine, name="mine"),
    path("log/", contacts.listing, name="contacts"),
    path("log/export/<slug:form>/", contacts.export, name="export"),
    path("log/<uuid:uid>/", contacts.one, name="contact"),
    path("log/<uuid:uid>/undo/", contacts.undo, name="undo"),
    path("log/<uuid:uid>/step/<slug:key>/", contacts.step, name="step"),
    path("log/<uuid:uid>/void/", contacts.void, name="void"),
    path("log/<uuid:uid>/restore/", contacts.restore, name="restore"),
    path("kind/<slug:code>/", network.kind, name="kind"),
    path("kind/<slug:code>/picture/", network.picture, name="picture"),
    path("kind/<slug:code>/plan/", plans.plan, name="plan"),
    path("kind/<slug:code>/add/", plans.add, name="pair_add"),
    path("pair/<uuid:uid>/", pairs.one, name="pair"),
    path("pair/<uuid:uid>/log/", pairs.log, name="log"),
    path("pair/<uuid:uid>/more/", pairs.more, name="more"),
    path("pair/<uuid:uid>/end/", plans.end, name="end"),
]
