"""Addresses of activities."""

from __future__ import annotations

from django.urls import path

from lvzhi.activities.views import (
    attendance,
    calendar,
    detail,
    editing,
    feeds,
    guests,
    leave,
    lists,
    quick,
    service,
    steps,
)
from lvzhi.activities.views.supervision import exchanges, opinions, supervisors

app_name = "activities"
urlpatterns = [
    path("", lists.library, name="list"),
    path("calendar/", calendar.month, name="calendar"),
    path("mine/", lists.mine, name="mine"),
    path("board/", lists.board, name="board"),
    path("absences/", lists.absent, name="absences"),
    path("quick/", quick.choose, name="quick"),
    path("quick/<slug:sort>/", quick.entry, name="quick_entry"),
    path("new/", editing.new, name="new"),
    path("pick/", guests.pick, name="pick"),
    path("step/<str:kind>/<uuid:uid>/<str:key>/", steps.step, name="step"),
    path("guests/<uuid:uid>/drop/", guests.drop, name="drop"),
    path("guests/<uuid:uid>/stand-in/", guests.stand_in, name="stand_in"),
    path("guests/<uuid:uid>/leave/", leave.ask, name="ask_leave"),
    path("lines/<uuid:uid>/correct/", attendance.correct, name="correct"),
    path("feed/", feeds.mine, name="feed_mine"),
    path("feed/make/", feeds.make, name="feed_make"),
    path("feed/end/", feeds.end, name="feed_end"),
    path("feed/<slug:key>.ics", feeds.feed, name="feed"),
    path("notes/<slug:which>/", service.notes, name="notes"),
    path("notes/<slug:which>/add/", service.add, name="note_add"),
    path("notes/<slug:which>/<uuid:uid>/void/", service.void, name="note_void"),
    path("reports/<uuid:uid>/end/", service.end, name="report_end"),
    path("supervision/", supervisors.supervision, name="supervision"),
    path("supervision/propose/", supervisors.propose, name="propose"),
    path("supervision/supervisors/<uuid:uid>/", supervisors.supervisor, name="supervisor"),
    path("supervision/supervisors/<uuid:uid>/letter/", supervisors.letter, name="appointment"),
    path("supervision/groups/new/", supervisors.group, name="new_group"),
    path("supervision/groups/<uuid:uid>/", supervisors.group, name="group"),
    path("supervision/opinions/", opinions.opinions, name="opinions"),
    path("supervision/opinions/<uuid:uid>/", opinions.opinion, name="opinion"),
    path("supervision/exchanges/", exchanges.exchanges, name="exchanges"),
    path("supervision/exchanges/new/", exchanges.new_exchange, name="new_exchange"),
    path("supervision/exchanges/<uuid:uid>/", exchanges.exchange, name="exchange"),
    path("supervision/step/<str:kind>/<uuid:uid>/<str:key>/", exchanges.step, name="supervision_step"),
    path("<uuid:uid>/", detail.detail, name="detail"),
    path("<uuid:uid>/opinion/", opinions.new_opinion, name="new_opinion"),
    path("<uuid:uid>/ballot/", opinions.appraise, name="appraise"),
    path("<uuid:uid>/edit/", editing.edit, name="edit"),
    path("<uuid:uid>/programme/", editing.programme, name="programme"),
    path("<uuid:uid>/places/", editing.places, name="places"),
    path("<uuid:uid>/guests/", guests.guests, name="guests"),
    path("<uuid:uid>/told/", guests.told, name="told"),
    path("<uuid:uid>/attendance/", attendance.sheet, name="attendance"),
    path("<uuid:uid>/void/", steps.void, name="void"),
    path("<uuid:uid>/restore/", steps.restore, name="restore"),
]
