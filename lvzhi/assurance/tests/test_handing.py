"""The file for an auditor: all of it readable without the product, nothing of it changeable unseen."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import zipfile
from hashlib import sha256

from lvzhi.appraisal.tests.yard import TODAY
from lvzhi.assurance.archive import read_back
from lvzhi.assurance.models import HandOver
from lvzhi.assurance.norms import PERSONAL
from lvzhi.assurance.tests.hall import Hall
from lvzhi.committee.scope import Scope
from lvzhi.deadlines import clock
from lvzhi.journal.models import Entry
from lvzhi.metrics import compute, registry
from lvzhi.metrics.periods import parse_period

SPAN = {"starts": "2026-01-01", "ends": TODAY.isoformat(), "purpose": "内部审计"}


def taken(hall: Hall) -> bytes:
    answer = hall.login(hall.shen).post("/assurance/hand-over/", SPAN)
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    return b"".join(answer.streaming_content)


def members(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def rows(body: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))


def test_it_holds_journal_records_figures_with_rows_and_a_page(hall: Hall) -> None:
    before = list(Entry.objects.filter(committee_id=hall.here.pk).order_by("seq").values_list("seq", "hash"))
    found = members(taken(hall))
    told = [json.loads(line) for line in found["journal.jsonl"].decode().splitlines()]
    first = clock.as_moment(dt.date(2026, 1, 1)).isoformat()
    assert [(one["seq"], one["hash"]) for one in told] == [
        pair for pair in before if Entry.objects.get(seq=pair[0]).at.isoformat() >= first
    ]
    assert told
    assert "appraisal.staffround" in "".join(found)
    assert len(rows(found["records/appraisal.staffline.csv"])) == 1 + 6
    period = parse_period(f"{SPAN['starts']}..{SPAN['ends']}", hall.here)
    values = {one.figure.key: one for one in compute.book(registry.figures(), Scope(hall.here), period).values()}
    listed = rows(found["figures.csv"])[1:]
    assert {line[0] for line in listed} == {key for key, one in values.items() if one.value}
    for key, _, value, *_ in listed:
        if values[key].figure.shape == "count":
            assert len(rows(found[f"figures/{key}.csv"])) == 1 + int(value), key
    page = found["index.html"].decode()
    assert "src=" not in page
    assert "http" not in page.replace("http-equiv", "")
    assert all(name in page for name in found if name.endswith(".csv"))


def test_it_is_noted_and_read_back(hall: Hall) -> None:
    file = taken(hall)
    row = HandOver.objects.get()
    manifest = members(file)["manifest.json"]
    assert (row.digest, row.size, row.who) == (sha256(manifest).hexdigest(), len(file), hall.shen.name)
    entry = Entry.objects.latest("seq")
    assert (entry.event, entry.facts["digest"]) == ("assurance.handed_over", row.digest)
    found = read_back(io.BytesIO(file))
    assert found.findings == []
    assert found.count == len(members(file)) - 2
    assert found.manifest["purpose"] == "内部审计"
    answer = hall.login(hall.shen).post("/assurance/hand-over/check/", {"file": io.BytesIO(file)}, follow=True)
    assert "文件完整" in answer.content.decode()


def changed(file: bytes, **new: bytes | None) -> bytes:
    """The same with members replaced, left out (None) or added."""
    kept = members(file) | {name.replace("__", "."): body for name, body in new.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, body in kept.items():
            if body is not None:
                package.writestr(name, body)
    return out.getvalue()


def test_whatever_is_changed_in_it_is_told(hall: Hall) -> None:
    file = taken(hall)
    for new, says in (
        ({"journal__jsonl": b"{}"}, "journal.jsonl 与清单不符"),
        ({"attachments__csv": None}, "缺少 attachments.csv"),
        ({"more__csv": b"x"}, "多出清单里没有的 more.csv"),
        (
            {"manifest__json": members(file)["manifest.json"].replace("内部审计".encode(), "外部审计".encode())},
            "封印不是",
        ),
        ({"seal__txt": b"0\nk:0"}, "封印不是"),
    ):
        assert says in " ".join(read_back(io.BytesIO(changed(file, **new))).findings)
    assert read_back(io.BytesIO(b"PK nothing")).findings == ["这不是审计移交文件，或文件已损坏。"]


def test_personal_values_are_covered_unless_another_has_granted_it(hall: Hall) -> None:
    from lvzhi.appraisal.models import StaffLine
    from lvzhi.workflow.registry import workflows

    private = {name for one in workflows() for name in one.model.journal_private if one.model is StaffLine}
    line = StaffLine.objects.first()
    assert line is not None
    assert isinstance(private, set)
    covered = members(taken(hall))
    assert json.loads(covered["manifest.json"])["personal"] is False
    hall.norm(PERSONAL, value=True)
    whole = members(taken(hall))
    assert json.loads(whole["manifest.json"])["personal"] is True
    assert HandOver.objects.order_by("-pk").values_list("number", "personal").first() == (2, True)


def test_the_auditor_alone_and_of_his_committee(hall: Hall) -> None:
    for who, status in ((hall.bai, 403), (hall.mi, 403), (hall.keeper, 403), (hall.accounts["jia"], 403)):
        client = hall.login(who)
        assert client.get("/assurance/hand-over/").status_code == status, who
        assert client.post("/assurance/hand-over/", SPAN).status_code == status, who
    far = hall.login(hall.far_auditor).post("/assurance/hand-over/", SPAN)
    body = members(b"".join(far.streaming_content))
    assert hall.here.name not in "".join(part.decode("utf-8", "replace") for part in body.values())


def test_days_the_wrong_way_round_are_refused(hall: Hall) -> None:
    answer = hall.login(hall.shen).post("/assurance/hand-over/", SPAN | {"ends": "2025-01-01"})
    assert "不能早于" in answer.content.decode()
    assert not HandOver.objects.exists()
