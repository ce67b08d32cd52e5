"""Addresses of the room."""

from __future__ import annotations

from django.urls import path

from lvzhi.reports.views import book, checking, comparing, giving, outlining, sections, sensing, yearly

app_name = "reports"
urlpatterns = [
    path("", yearly.year, name="year"),
    path("document.docx", yearly.docx, name="docx"),
    path("check/", checking.check, name="check"),
    path("check/means/", sensing.listing, name="senses"),
    path("check/means/new/", sensing.begin, name="begin_sense"),
    path("check/means/<uuid:uid>/", sensing.detail, name="sense"),
    path("check/means/<uuid:uid>/back/", sensing.void, name="void_sense"),
    path("check/means/<uuid:uid>/restore/", sensing.restore, name="restore_sense"),
    path("written/", book.listing, name="list"),
    path("written/new/", book.begin, name="begin"),
    path("written/<uuid:uid>/", book.detail, name="detail"),
    path("written/<uuid:uid>/edit/", book.describe, name="describe"),
    path("written/<uuid:uid>/add/", book.add, name="add"),
    path("written/<uuid:uid>/update/", book.update, name="update"),
    path("written/<uuid:uid>/changes/", comparing.changes, name="changes"),
    path("written/<uuid:uid>/sources/", comparing.without_source, name="sources"),
    path("written/<uuid:uid>/out/", giving.out, name="out"),
    path("written/<uuid:uid>/tables/", outlining.tables, name="tables"),
    path("written/<uuid:uid>/keep/", outlining.keep, name="keep"),
    path("outline/<uuid:uid>/drop/", outlining.drop, name="outline_drop"),
    path("written/<uuid:uid>/word/", giving.word, name="word"),
    path("written/<uuid:uid>/pdf/", giving.pdf, name="pdf"),
    path("written/<uuid:uid>/pdf/<str:key>/", giving.pdf_file, name="pdf_file"),
    path("written/<uuid:uid>/paper/", giving.paper, name="paper"),
    path("written/<uuid:uid>/bring/", giving.bring, name="bring"),
    path("written/<uuid:uid>/void/", book.void, name="void"),
    path("written/<uuid:uid>/restore/", book.restore, name="restore"),
    path("section/<uuid:uid>/", sections.section, name="section"),
    path("section/<uuid:uid>/replace/", sections.replace, name="replace"),
    path("section/<uuid:uid>/history/", sections.history, name="history"),
    path("section/<uuid:uid>/remark/", sections.remark, name="remark"),
    path("section/<uuid:uid>/do/<slug:what>/", sections.do, name="do"),
    path("step/<slug:kind>/<uuid:uid>/<slug:key>/", book.step, name="step"),
]
