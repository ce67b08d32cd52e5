"""Addresses of proposals."""

from __future__ import annotations

from django.urls import path

from lvzhi.proposals.views import (
    batch,
    board,
    detail,
    entering,
    handling,
    keys,
    letters,
    lists,
    past,
    picking,
    publishing,
    similar,
    steps,
    voiding,
    writing,
)

app_name = "proposals"
urlpatterns = [
    path("", lists.library, name="list"),
    path("export.<str:form>", lists.export, name="export"),
    path("mine/", lists.mine, name="mine"),
    path("unit/", lists.unit_desk, name="unit"),
    path("key/", keys.key, name="key"),
    path("key/selection/", keys.selection, name="selection"),
    path("new/", writing.write, name="write"),
    path("new/file/", entering.bring_in, name="bring_in"),
    path("new/similar/", similar.near_text, name="near_text"),
    path("enter/", entering.enter, name="enter"),
    path("batch/<str:key>/", batch.batch, name="batch"),
    path("board/", board.board, name="board"),
    path("board/hand-over/", board.hand_over, name="hand_over"),
    path("pick/member/", picking.member, name="pick_member"),
    path("step/<str:kind>/<uuid:uid>/<str:key>/", steps.step, name="step"),
    path("back/<str:kind>/<uuid:uid>/<str:key>/", steps.back, name="back"),
    path("returns/", handling.returns, name="returns"),
    path("past/", past.upload, name="past"),
    path("past/template.xlsx", past.template, name="past_template"),
    path("past/<str:token>/", past.preview, name="past_preview"),
    path("past/<str:token>/findings.csv", past.findings, name="past_findings"),
    path("public/", publishing.published, name="published"),
    path("public/<uuid:uid>/", publishing.publication, name="publication"),
    path("<uuid:uid>/handling/", handling.file, name="handling"),
    path("<uuid:uid>/ratings/", handling.ratings, name="ratings"),
    path("<uuid:uid>/", detail.detail, name="detail"),
    path("<uuid:uid>/edit/", writing.edit, name="edit"),
    path("<uuid:uid>/wording/", entering.wording, name="wording"),
    path("<uuid:uid>/similar/", similar.near, name="near"),
    path("<uuid:uid>/changes/", entering.changes, name="changes"),
    path("<uuid:uid>/paper/", letters.paper, name="paper"),
    path("<uuid:uid>/letter/<str:kind>/", letters.letter, name="letter"),
    path("<uuid:uid>/void/", voiding.void, name="void"),
    path("<uuid:uid>/restore/", voiding.restore, name="restore"),
]
