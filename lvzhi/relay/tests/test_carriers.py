"""Kinds of record end to end: proposals to a unit's own system and back, figures with rows, lists of members."""

from __future__ import annotations

import io
import re
import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from python_calamine import CalamineWorkbook

from lvzhi.access import Refusal
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.files import actions as attachments
from lvzhi.journal.models import Entry
from lvzhi.ledger.tests.desk import TODAY
from lvzhi.metrics import compute, periods, registry
from lvzhi.people.models import Person
from lvzhi.people.roster import import_roster
from lvzhi.proposals.models import Assignment, Proposal, Reply
from lvzhi.relay import actions, packet
from lvzhi.relay.carriers import figures, rosters
from lvzhi.relay.models import Held, Post, ReceivedFigure, ReceivedRoster
from lvzhi.relay.packet import Package, SentRecord
from lvzhi.relay.tests.hall import LIMITS, Hall
from lvzhi.relay.tests.test_pages import text_of

YEAR = periods.year(2026)


def opened(hall: Hall, peer: Any) -> Package:
    """The next package, as the other side reads it."""
    made = actions.pack(hall.actor(hall.wen), peer)
    data = actions.give_out(hall.actor(hall.wen), made)
    return packet.read(data, LIMITS, known=lambda manifest: hall.own.public, receivers={peer.code})


class Bureau:
    """The office system of 区民政局, written by somebody else: it knows packages only."""

    def __init__(self, hall: Hall) -> None:
        self.hall, self.number, self.digest = hall, 0, ""

    def says(self, assignment: Any, act: str, **more: Any) -> Held:
        """Send what the unit did; what became of it here."""
        self.number += 1
        uid = str(uuid.uuid4())
        payload = {"assignment": str(assignment), "act": act} | more
        data, self.digest = self.hall.sent(
            self.hall.bureau, self.number, SentRecord("handling", uid, 1, payload), previous=self.digest
        )
        actions.take(self.hall.actor(self.hall.wen), data, committee=self.hall.here)
        return Held.objects.get(record_uid=uid)


def test_a_proposal_goes_to_the_units_own_system_and_its_answer_comes_back(hall: Hall) -> None:
    proposal = hall.filed()
    upload = SimpleUploadedFile("照片说明.txt", "食堂现状".encode())
    attachments.attach(hall.actor(hall.ding), "proposals.proposal", proposal.uid, upload)
    assigned = hall.take(proposal, "assign", hall.ding, lead=hall.civil.pk, co=[hall.housing.pk])
    assignment = hall.lead(assigned)
    (record,) = opened(hall, hall.bureau).records
    told = record.payload
    assert record.entry.uid == str(assignment.uid)
    assert told["proposal"]["title"] == proposal.title
    assert [one["text"] for one in told["proposal"]["recommendations"]] == [
        "在老旧小区增设社区食堂。",
        "调整就餐补助标准。",
    ]
    assert (told["state"], told["role"], told["others"]) == ("pending", "lead", [{"role": "co", "unit": "区住建局"}])
    assert [(one.name, one.data.decode()) for one in record.files] == [("照片说明.txt", "食堂现状")]
    bureau = Bureau(hall)
    assert bureau.says(assignment.uid, "sign").done
    fresh = Assignment.objects.get(pk=assignment.pk)
    assert fresh.state == "signed"
    line = Entry.objects.filter(event="proposals.assignment.sign").latest("seq")
    assert (line.actor_name, line.via, line.address) == ("戊安", "relay", "区民政局办公系统")
    answer = {"text": "已增设两处食堂。", "result_class": "A", "signer": "王局长", "points": [
        {"number": 1, "text": "已增设。", "class": "A"}, {"number": 2, "text": "已调整。", "class": "A"}]}  # fmt: skip
    hall.take(Assignment.objects.get(proposal=proposal, role="co"), "sign", hall.geng)
    refused = bureau.says(assignment.uid, "reply", **answer)  # the co-unit has not given its opinion
    assert (refused.done, "区住建局" in refused.reason) == (False, True)
    assert not Reply.objects.exists()
    hall.take(Assignment.objects.get(proposal=proposal, role="co"), "opinion", hall.geng, opinion="同意。")
    assert bureau.says(assignment.uid, "reply", **answer).done
    assert Proposal.objects.get(pk=proposal.pk).state == "answered"
    assert [point.text for point in Reply.objects.get().points.order_by("id")] == ["已增设。", "已调整。"]
    records = opened(hall, hall.bureau).records  # of one record one version goes with each package
    states = [one.payload["state"] for one in records if one.entry.kind == "proposal"]
    while Post.objects.filter(peer=hall.bureau, package=None).exists():
        states += [one.payload["state"] for one in opened(hall, hall.bureau).records if one.entry.kind == "proposal"]
    assert states[-1] == "done"
    receipts = Post.objects.filter(peer=hall.bureau, kind="receipt")
    assert receipts.exists()


def test_nothing_a_unit_may_not_see_goes_out(hall: Hall) -> None:
    proposal = hall.answered(hall.submitted())
    hall.take(proposal, "rate", hall.jia, attitude="satisfied", result="satisfied")
    sent = []
    while Post.objects.filter(peer=hall.bureau, package=None).exists():
        sent += opened(hall, hall.bureau).records
    words = str([one.payload for one in sent])
    assert "satisfied" not in words
    assert [one.payload["proposal"]["state"] for one in sent][-1] == "closed"
    assert not Post.objects.filter(peer=hall.city).exists()


@pytest.mark.parametrize(
    ("act", "more", "said"),
    [
        ("eat", {}, "不认识办理事项“eat”"),
        ("ask_return", {}, "“ground”不合格式"),
        ("reply", {"text": "x", "points": [{"number": "1"}]}, "“points”不合格式"),
        ("reply", {"text": "x", "result_class": "Z", "signer": "王"}, ""),
        ("opinion", {"opinion": "同意"}, ""),
    ],
)
def test_what_a_unit_cannot_do_is_refused_and_undone(hall: Hall, act: str, more: dict[str, Any], said: str) -> None:
    assignment = hall.lead(hall.assigned())
    before = (Assignment.objects.get(pk=assignment.pk).version, Reply.objects.count())
    held = Bureau(hall).says(assignment.uid, act, **more)
    assert not held.done
    assert said in held.reason
    assert held.reason
    assert (Assignment.objects.get(pk=assignment.pk).version, Reply.objects.count()) == before


def test_a_hand_over_of_another_unit_is_not_the_bureaus(hall: Hall) -> None:
    proposal = hall.take(hall.filed(), "assign", hall.ding, lead=hall.housing.pk, co=[])
    other = Assignment.objects.get(proposal=proposal)
    assert "没有找到交给区民政局的这件提案" in Bureau(hall).says(other.uid, "sign").reason
    assert (
        "“assignment”不合格式" in Held.objects.get(record_uid=Bureau.says(_again(hall), "x", "sign").record_uid).reason
    )
    assert not Post.objects.filter(kind="proposal").exists()


def _again(hall: Hall) -> Bureau:
    bureau = Bureau(hall)
    bureau.number, bureau.digest = 1, str(Held.objects.get().package.digest)
    return bureau


def test_figures_go_with_the_rows_that_the_sender_sees(hall: Hall) -> None:
    hall.assigned()
    hall.draft()
    keys = [figure.key for figure in registry.figures() if figure.room == "proposals"]
    with pytest.raises(Refusal, match="没有选择"):
        figures.post_figures(hall.actor(hall.wen), hall.city, YEAR, [])
    count = figures.post_figures(hall.actor(hall.wen), hall.city, YEAR, keys)
    assert count == len(keys)
    book = compute.book(registry.figures(), Scope(hall.here), YEAR)
    records = opened(hall, hall.city).records
    assert len(records) == count
    for record in records:
        told = record.payload
        assert told["value"] == ("" if book[told["key"]].value is None else str(compute.plain(book[told["key"]].value)))
        assert told["definition"] == registry.figure(told["key"]).fingerprint
        if told["shape"] == "count":
            assert told["value"] == str(len(told["lists"][0]["rows"])), told["key"]
    figures.post_figures(hall.actor(hall.wen), hall.city, YEAR, keys[:1])
    assert opened(hall, hall.city).records[0].entry.version == 2


def figure(**changed: Any) -> dict[str, Any]:
    given = {"committee": "贵阳市政协", "key": "proposals.received", "name": "收到提案", "unit": "件", "shape": "count",
             "meaning": "当期收到的提案", "definition": "0123", "period": {"text": "2026年"}, "value": "2",
             "numerator": "", "denominator": "", "as_of": "2026-03-02T08:00:00+08:00",
             "lists": [{"side": "", "name": "收到提案", "columns": ["案号", "案由"],
                        "rows": [["1", "甲"], ["2", "乙"]]}]}  # fmt: skip
    return given | changed


def test_figures_that_came_are_shown_with_their_rows_and_counted_nowhere(hall: Hall) -> None:
    before = {key: one.value for key, one in compute.book(registry.figures(), Scope(hall.here), YEAR).items()}
    uid = str(uuid.uuid4())
    data, digest = hall.sent(hall.city, 1, SentRecord("figure", uid, 1, figure()))
    actions.take(hall.actor(hall.wen), data, committee=hall.here)
    client = hall.login(hall.si)
    assert "2件" in text_of(client.get(reverse("relay:figures")))
    row = ReceivedFigure.objects.get()
    page = text_of(client.get(reverse("relay:figure", args=[row.uid])))
    assert re.search(r"收到提案（2行）.*案由.*甲.*乙", page)
    lists = [{"side": "", "name": "收到提案", "columns": ["案号"], "rows": [[str(n)] for n in range(120)]}]
    data, _ = hall.sent(hall.city, 2, SentRecord("figure", uid, 2, figure(value="120", lists=lists)), previous=digest)
    actions.take(hall.actor(hall.wen), data, committee=hall.here)
    assert ReceivedFigure.objects.get().count == 120
    last = text_of(client.get(reverse("relay:figure", args=[row.uid]), {"page0": "99"}))
    assert "119" in last
    assert " 99 " not in last
    assert "共 120 条" in last
    after = {key: one.value for key, one in compute.book(registry.figures(), Scope(hall.here), YEAR).items()}
    assert after == before
    assert hall.login(hall.far_office).get(reverse("relay:figure", args=[row.uid])).status_code == 404


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"value": "3"}, "数值是3，而明细有2行"),
        ({"name": ["a"]}, "“name”不合格式"),
        ({"period": "2026"}, "“period”不合格式"),
        ({"lists": [{"columns": ["a"], "rows": [["1", "2"]]}]}, "“rows”不合格式"),
        ({"lists": [{"columns": [], "rows": []}]}, "“columns”不合格式"),
        ({"lists": "x"}, "“lists”不合格式"),
        ({"value": {"a": 1}}, "“value”不合格式"),
    ],
)
def test_a_figure_of_no_shape_is_refused(hall: Hall, changed: dict[str, Any], said: str) -> None:
    data, _ = hall.sent(hall.city, 1, SentRecord("figure", str(uuid.uuid4()), 1, figure(**changed)))
    actions.take(hall.actor(hall.wen), data, committee=hall.here)
    assert said in Held.objects.get().reason
    assert not ReceivedFigure.objects.exists()


def test_a_roster_travels_without_secrets_and_comes_out_as_a_sheet_the_import_reads(hall: Hall) -> None:
    hall.member(hall.person("twin", "甲文", hall.here, "member"), phone="13800001234")
    assert rosters.post_roster(hall.actor(hall.wen), hall.city) == 4
    (record,) = opened(hall, hall.city).records
    rows = record.payload["rows"]
    assert sorted(row[0] for row in rows) == ["丙成", "乙明", "甲文", "甲文"]  # two of one name stay two
    assert "138****1234" in str(rows)
    assert "13800001234" not in str(record.payload)
    data, _ = hall.sent(hall.city, 1, SentRecord("roster", str(uuid.uuid4()), 1, record.payload))
    actions.take(hall.actor(hall.wen), data, committee=hall.here)
    persons = Person.objects.count()
    found = ReceivedRoster.objects.get()
    client = hall.login(hall.si)
    assert "截至2026年3月2日" in text_of(client.get(reverse("relay:roster", args=[found.uid])))
    assert "海州" not in text_of(client.get(reverse("relay:rosters"))).split("收到的名册")[-1].split("4")[0]
    answer = client.post(reverse("relay:roster_file", args=[found.uid]))
    book = b"".join(answer.streaming_content)
    assert "138" not in str(CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_index(0).to_python())
    office = hall.actor(hall.far_office)
    with clock.at(TODAY):
        result = import_roster(office, hall.there, book, "名册.xlsx", dry_run=True, make_organs=True)
    assert result.rows == 4
    assert Person.objects.count() == persons


def test_sending_by_clicks(hall: Hall) -> None:
    client, peer = hall.login(hall.wen), hall.city
    page = reverse("relay:send_figures", args=[peer.uid])
    assert "没有选择要发的数据" in text_of(client.post(page, {"year": "2026"}))
    assert client.post(page, {"year": "2026", "rooms": ["proposals"]}).status_code == 302
    assert client.post(reverse("relay:send_roster", args=[peer.uid])).status_code == 302
    kinds = set(Post.objects.filter(peer=peer).values_list("kind", flat=True))
    assert kinds == {"figure", "roster"}
    for account in (hall.si, hall.jia, hall.far_office):
        assert hall.login(account).post(reverse("relay:send_roster", args=[peer.uid])).status_code in (403, 404)
