"""Addresses of ballots."""

from __future__ import annotations

from django.urls import path

from lvzhi.ballots.views import lists, picking, preparing, showing, steps, voting

app_name = "ballots"
urlpatterns = [
    path("", lists.ballots, name="list"),
    path("pick/", picking.pick, name="pick"),
    path("new/", preparing.new, name="new"),
    path("<uuid:uid>/", showing.detail, name="detail"),
    path("<uuid:uid>/edit/", preparing.edit, name="edit"),
    path("<uuid:uid>/voters/", preparing.voters, name="voters"),
    path("<uuid:uid>/voters/clear/", preparing.clear, name="clear"),
    path("<uuid:uid>/code/", preparing.code, name="code"),
    path("<uuid:uid>/turnout/", showing.turnout, name="turnout"),
    path("<uuid:uid>/sheet/", showing.sheet, name="sheet"),
    path("<uuid:uid>/vote/", voting.vote, name="vote"),
    path("<uuid:uid>/hand/", steps.hand, name="hand"),
    path("<uuid:uid>/count/", steps.count, name="count"),
    path("<uuid:uid>/step/<slug:key>/", steps.step, name="step"),
]
