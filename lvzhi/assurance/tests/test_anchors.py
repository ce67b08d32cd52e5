"""A printed anchor tells a journal written anew from the one that was; nothing inside the machine could."""

from __future__ import annotations

import pytest

from lvzhi.access import Refusal
from lvzhi.appraisal.tests.yard import TODAY
from lvzhi.assurance import actions, queries
from lvzhi.assurance.tasks import anchor_today
from lvzhi.assurance.tests.hall import Hall
from lvzhi.journal import anchors, chain
from lvzhi.journal.models import Entry, Head
from lvzhi.journal.verify import verify
from lvzhi.workflow.duties import duties


def rewrite() -> None:
    """Change a line and reckon everything after it anew, with the installation's own keys."""
    last = ""
    for entry in Entry.objects.order_by("seq"):
        if entry.seq == 2:
            entry.actor_name = "别人"
        entry.prev_hash = last
        last = entry.hash = chain.entry_hash(entry)
        entry.mac = chain.entry_mac(last)
        entry.save()
    Head.objects.update(hash=last)
    chain._last.clear()


def test_a_chain_written_anew_passes_every_check_but_the_paper(hall: Hall) -> None:
    row, new = actions.make_anchor(hall.actor(hall.shen))
    assert new
    _, paper = queries.anchor_of(row.day)
    typed = anchors.read(paper.written.lower().replace(" ", ""))
    assert anchors.leads_through(typed) is None
    chained = {"altered", "forged", "missing", "inserted", "head_differs", "head_hash"}
    rewrite()
    assert {one.code for one in verify(outside=False, models=[])} & chained == set()
    finding = anchors.leads_through(typed)
    assert finding is not None
    assert finding.code == "anchor_differs"
    assert f"第{row.seq}条" in finding.sentence


def test_a_cut_tail_is_told(hall: Hall) -> None:
    row, _ = actions.make_anchor(hall.actor(hall.shen))
    typed = anchors.read(queries.anchor_of(row.day)[1].written)
    Entry.objects.filter(seq=row.seq).delete()
    finding = anchors.leads_through(typed)
    assert finding is not None
    assert finding.code == "anchor_cut"


def test_one_a_day_made_by_the_timer_or_by_hand(hall: Hall) -> None:
    assert "assurance.anchors" in {one.key for one in duties()}
    before = Entry.objects.count()
    assert anchor_today(hall.actor(hall.shen)) == 1
    assert anchor_today(hall.actor(hall.shen)) == 0
    assert Entry.objects.count() == before + 1
    row = queries.last_anchor()
    assert row is not None
    assert (row.seq, row.count) == (before, before)
    keeper = hall.login(hall.keeper)
    answer = keeper.post("/assurance/anchors/make/")
    assert answer.url == f"/assurance/anchors/{TODAY.isoformat()}/"
    page = keeper.get(answer.url).content.decode()
    assert queries.anchor_of(TODAY)[1].written in page
    assert row.hash in page
    assert "保管人（签字）" in page


def test_the_page_holds_what_was_typed_against_the_chain(hall: Hall) -> None:
    row, _ = actions.make_anchor(hall.actor(hall.shen))
    written = queries.anchor_of(row.day)[1].written
    auditor = hall.login(hall.shen)
    assert "没有改动" in auditor.post("/assurance/anchors/", {"anchor": written}).content.decode()
    wrong = written[:-1] + ("0" if written[-1] != "0" else "1")
    assert "被整段改写" in auditor.post("/assurance/anchors/", {"anchor": wrong}).content.decode()
    assert "校验码看不懂" in auditor.post("/assurance/anchors/", {"anchor": "1234"}).content.decode()


@pytest.mark.parametrize("text", ["", "20260408-1", "20260408-1-12ab", "20261399-1-" + "a" * 24, "x-1-" + "a" * 24])
def test_what_is_no_anchor_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        anchors.read(text)
    assert refused.value.code == "journal.anchor_unreadable"


def test_who_keeps_them(hall: Hall) -> None:
    actions.make_anchor(hall.actor(hall.shen))
    address = f"/assurance/anchors/{TODAY.isoformat()}/"
    for who, status in ((hall.shen, 200), (hall.keeper, 200), (hall.bai, 403), (hall.mi, 403)):
        client = hall.login(who)
        assert {client.get(one).status_code for one in ("/assurance/anchors/", address)} == {status}, who
    assert hall.login(hall.shen).get("/assurance/anchors/2026-02-31/").status_code == 404
    assert hall.login(hall.shen).get("/assurance/anchors/2020-01-01/").status_code == 404
