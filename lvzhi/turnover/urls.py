"""Addresses of changes of term."""

from __future__ import annotations

from django.urls import path

from lvzhi.turnover.views import ends, persons, running, wizard

app_name = "turnover"
urlpatterns = [
    path("", wizard.listing, name="list"),
    path("new/", wizard.new, name="new"),
    path("persons/<uuid:uid>/", persons.entrant, name="entrant"),
    path("persons/<uuid:uid>/mark/<slug:mark>/", persons.mark, name="mark"),
    path("<uuid:uid>/", wizard.change, name="change"),
    path("<uuid:uid>/term/", wizard.term, name="term"),
    path("<uuid:uid>/organs/", wizard.organs, name="organs"),
    path("<uuid:uid>/organs/new/", wizard.organ_new, name="organ_new"),
    path("<uuid:uid>/organs/<uuid:row>/drop/", wizard.organ_drop, name="organ_drop"),
    path("<uuid:uid>/persons/", persons.entrants, name="entrants"),
    path("<uuid:uid>/persons/roster/", persons.roster, name="roster"),
    path("<uuid:uid>/persons/template/", persons.template, name="template"),
    path("<uuid:uid>/persons/take-over/", persons.take_over, name="take_over"),
    path("<uuid:uid>/items/", ends.items, name="items"),
    path("<uuid:uid>/items/settled/", ends.settled, name="settled"),
    path("<uuid:uid>/items/<str:kind>/", ends.kind, name="kind"),
    path("<uuid:uid>/items/<str:kind>/<uuid:record>/", ends.item, name="item"),
    path("<uuid:uid>/rehearse/", running.rehearse, name="rehearse"),
    path("<uuid:uid>/carry-out/", running.carry_out, name="carry_out"),
    path("<uuid:uid>/report/", running.report, name="report"),
    path("<uuid:uid>/report/file/", running.report_file, name="report_file"),
    path("<uuid:uid>/archive/", running.archive, name="archive"),
    path("<uuid:uid>/step/<slug:key>/", wizard.step, name="step"),
]
