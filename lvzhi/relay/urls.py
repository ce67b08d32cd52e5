"""Addresses of the room."""

from __future__ import annotations

from django.urls import path

from lvzhi.relay.views import home, keys, packages, peers, sheets

app_name = "relay"
urlpatterns = [
    path("", home.home, name="home"),
    path("refused/", home.refused, name="refused"),
    path("keys/", keys.keys, name="keys"),
    path("keys/new/", keys.new, name="key_new"),
    path("keys/<uuid:uid>/card/", keys.card, name="card"),
    path("keys/<uuid:uid>/end/", keys.end, name="key_end"),
    path("peers/new/", peers.new, name="peer_new"),
    path("peers/<uuid:uid>/", peers.peer, name="peer"),
    path("peers/<uuid:uid>/edit/", peers.edit, name="peer_edit"),
    path("peers/<uuid:uid>/key/", peers.key_new, name="peer_key_new"),
    path("peer-keys/<uuid:uid>/compare/", peers.compare, name="compare"),
    path("peer-keys/<uuid:uid>/end/", peers.key_end, name="peer_key_end"),
    path("peers/<uuid:uid>/pack/", packages.pack, name="pack"),
    path("packages/<uuid:uid>/", packages.package, name="package"),
    path("peers/<uuid:uid>/send-figures/", sheets.send_figures, name="send_figures"),
    path("peers/<uuid:uid>/send-roster/", sheets.send_roster, name="send_roster"),
    path("figures/", sheets.figures, name="figures"),
    path("figures/<uuid:uid>/", sheets.figure, name="figure"),
    path("rosters/", sheets.rosters, name="rosters"),
    path("rosters/<uuid:uid>/", sheets.roster, name="roster"),
    path("rosters/<uuid:uid>/file/", sheets.roster_file, name="roster_file"),
    path("take/", packages.take, name="take"),
    path("take/<str:token>/", packages.confirm, name="confirm"),
]
