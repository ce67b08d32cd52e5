"""A proposal's whole way by the API alone: the same state and the same journal as by clicks; and how it refuses."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from lvzhi.access import Missing
from lvzhi.accounts.models import Account
from lvzhi.accounts.vocabulary import Role
from lvzhi.api import queries
from lvzhi.api.kinds import all_kinds
from lvzhi.api.models import Token
from lvzhi.api.tests.people import Machine, machine
from lvzhi.api.tests.test_tokens import code
from lvzhi.journal.models import Entry
from lvzhi.proposals.models import Proposal
from lvzhi.proposals.tests.people import FORM, TEXT, Town
from lvzhi.proposals.tests.test_pages import step_url

KIND = "proposals.proposal"
ASSIGNMENT = "proposals.assignment"
TICKED = {**FORM, "may_publish": True, "may_merge": True}


def take(who: Machine, kind: str, uid: str, key: str, **answers: Any) -> dict[str, Any]:
    """Read the steps as a program would, then take one."""
    path = f"/records/{kind}/{uid}/steps"
    told = who.get(path).json()
    assert key in [one["key"] for one in told["items"]], told
    done = who.post(f"{path}/{key}", {"version": told["version"], "answers": answers})
    assert done.status_code == 200, done.content.decode()
    found: dict[str, Any] = done.json()
    return found


def choice(who: Machine, uid: str, key: str, field: str, title: str) -> str:
    """What a program sends for a choice it knows by its words."""
    steps = who.get(f"/records/{KIND}/{uid}/steps").json()["items"]
    asked = next(one for one in steps if one["key"] == key)["form"]["properties"][field]
    return str(next(one["const"] for one in asked["oneOf"] if one["title"] == title))


def by_api(town: Town) -> Proposal:
    """Written, handed in, filed, handed over, signed for, answered and rated, by four systems."""
    member, clerk, unit = (machine(one) for one in (town.jia, town.ding, town.wu))
    begun = member.post(f"/records/{KIND}", {"answers": TICKED})
    assert begun.status_code == 201, begun.content.decode()
    uid = begun.json()["id"]
    take(member, KIND, uid, "submit")
    take(clerk, KIND, uid, "file", category="society")
    take(clerk, KIND, uid, "assign", lead=choice(clerk, uid, "assign", "lead", "区民政局"))
    waiting = [one for one in unit.get("/todo").json() if one["kind"] == ASSIGNMENT]
    take(unit, ASSIGNMENT, waiting[0]["id"], "sign")
    own = choice(unit, uid, "answer", "assignment", "区民政局")
    take(unit, KIND, uid, "answer", assignment=own, text="已增设两处食堂。", result_class="A", signer="王局长")
    rated = take(member, KIND, uid, "rate", attitude="satisfied", result="satisfied")
    assert rated["state"]["key"] == "closed"
    return Proposal.objects.get(uid=uid)


def by_clicks(town: Town) -> Proposal:
    """The same by the forms of the pages."""

    def press(who: Account, record: Any, key: str, **answers: Any) -> None:
        done = town.login(who).post(step_url(record, key), answers)
        assert done.status_code == 302, done.content.decode()

    town.login(town.jia).post("/proposals/new/", {**FORM, "title": "关于另一处社区食堂的提案"})
    proposal = Proposal.objects.latest("pk")
    press(town.jia, proposal, "submit")
    press(town.ding, proposal, "file", category="society")
    press(town.ding, proposal, "assign", lead=town.civil.pk)
    press(town.wu, town.lead(proposal), "sign")
    press(town.wu, proposal, "answer", **town.reply(proposal))
    press(town.jia, proposal, "rate", attitude="satisfied", result="satisfied")
    return Proposal.objects.get(pk=proposal.pk)


def told(first: int) -> list[tuple[str, str, str, list[tuple[str, str]]]]:
    """What the journal says since a line: event, who, in which post, and which fields of which kinds changed."""
    return [
        (
            one.event, one.actor_name, one.actor_role,
            sorted((each["kind"], name) for each in one.changes for name in each.get("fields", {})),
        )
        for one in Entry.objects.filter(seq__gt=first, subject_kind__startswith="proposals.").order_by("seq")
    ]  # fmt: skip


def last() -> int:
    return Entry.objects.latest("seq").seq


def test_the_whole_way_ends_alike_and_is_journalled_alike(town: Town) -> None:
    first = last()
    clicked = by_clicks(town)
    wanted, second = told(first), last()
    made = by_api(town)
    assert told(second) == wanted
    assert len(wanted) >= 7
    differs = {"id", "uid", "number", "serial", "title", "state_since", "created_at", "folder_number"}
    values = [
        {one.name: getattr(each, one.attname) for one in each._meta.concrete_fields if one.name not in differs}
        for each in (clicked, made)
    ]
    assert values[0] == values[1]
    assert made.recommendations.count() == clicked.recommendations.count() == len(TEXT["recommendations"])


def test_each_line_of_the_journal_names_the_token(town: Town) -> None:
    first = last()
    by_api(town)
    lines = Entry.objects.filter(seq__gt=first, subject_kind__startswith="proposals.")
    doors = set(lines.values_list("via", flat=True))
    assert len(doors) == 3
    assert all(one.startswith("api ") for one in doors)
    auditor = town.person("auditor", "审计", town.here, Role.AUDITOR)
    page = (
        town.login(auditor)
        .get(reverse("journal:entry", args=[lines.filter(account_id=town.jia.pk).latest("seq").seq]))
        .content.decode()
    )
    assert f"接口 {Token.objects.get(account=town.jia).mark}" in page


def test_the_second_of_two_is_told_who_was_first(town: Town) -> None:
    proposal = town.submitted()
    first, second = machine(town.ding), machine(town.ji)
    path = f"/records/{KIND}/{proposal.uid}/steps/file"
    body = {"version": proposal.version, "answers": {"category": "society"}}
    assert first.post(path, body).status_code == 200
    late = second.post(path, body)
    assert late.status_code == 409
    assert "丁宁" in late.json()["message"]


def test_a_version_is_asked_for_in_the_body_or_the_header(town: Town) -> None:
    proposal, clerk = town.submitted(), machine(town.ding)
    path = f"/records/{KIND}/{proposal.uid}/steps/file"
    answers = {"category": "society"}
    assert code(clerk.post(path, {"answers": answers})) == (422, "api.version_missing")
    mixed = clerk.post(path, {"answers": answers, "version": 1}, **{"If-Match": '"2"'})
    assert code(mixed) == (422, "api.version_differs")
    assert clerk.post(path, {"answers": answers}, **{"If-Match": f'"{proposal.version}"'}).status_code == 200


def test_a_step_is_taken_back_as_on_its_page(town: Town) -> None:
    proposal, clerk = town.filed(), machine(town.ding)
    path = f"/records/{KIND}/{proposal.uid}"
    tag = clerk.get(path).headers["ETag"]
    assert code(clerk.post(f"{path}/steps/file/back", {"ground": ""}, **{"If-Match": tag})) == (422, "api.bad_input")
    assert machine(town.jia).post(f"{path}/steps/file/back", {"ground": "误点", "version": 2}).status_code in {403, 409}
    done = clerk.post(f"{path}/steps/file/back", {"ground": "误点立案"}, **{"If-Match": tag})
    assert (done.status_code, done.json()["state"]["key"]) == (200, "submitted"), done.content.decode()
    assert Proposal.objects.get(pk=proposal.pk).number == ""


def test_a_step_that_takes_the_record_out_of_sight_is_done_all_the_same(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposal, clerk = town.submitted(), machine(town.ding)
    asked = queries.one

    def once(actor: Any, kind: Any, uid: Any) -> Any:
        found = asked(actor, kind, uid)
        if found.state == "filed":
            raise Missing("access.missing")
        return found

    monkeypatch.setattr(queries, "one", once)
    body = {"version": proposal.version, "answers": {"category": "society"}}
    done = clerk.post(f"/records/{KIND}/{proposal.uid}/steps/file", body)
    assert (done.status_code, done.json()["title"], done.json()["fields"]) == (200, "", {})
    assert Proposal.objects.get(pk=proposal.pk).state == "filed"


def test_a_retry_with_its_key_changes_nothing_a_second_time(town: Town) -> None:
    member = machine(town.jia)
    first, again = (member.post(f"/records/{KIND}", {"answers": TICKED}, **{"Idempotency-Key": "a-1"}) for _ in "12")
    other = member.post(f"/records/{KIND}", {"answers": TICKED}, **{"Idempotency-Key": "a-2"})
    assert first.json()["id"] == again.json()["id"] != other.json()["id"]
    uid = first.json()["id"]
    path, body = f"/records/{KIND}/{uid}/steps/submit", {"version": first.json()["version"]}
    one, two = (member.post(path, body, **{"Idempotency-Key": "b"}) for _ in "12")
    assert one.status_code == two.status_code == 200
    assert one.json() == two.json()
    assert Entry.objects.filter(event="proposals.proposal.submit", subject_uid=uid).count() == 1
    assert member.post(path, body).status_code == 409


@pytest.mark.parametrize(
    ("answers", "field", "words"),
    [
        ({"category": "nothing"}, "category", "类别"),
        ({}, "category", "类别"),
        ({"categry": "society"}, "categry", "这一步不问"),
        ({"category": "a\ud800"}, "category", "无法保存"),
    ],
)
def test_bad_answers_name_their_field_and_change_nothing(
    town: Town, answers: dict[str, str], field: str, words: str
) -> None:
    proposal = town.submitted()
    said = machine(town.ding).post(
        f"/records/{KIND}/{proposal.uid}/steps/file", {"version": proposal.version, "answers": answers}
    )
    assert said.status_code == 422
    assert said.json()["field"] == field
    assert words in said.json()["message"]
    assert Proposal.objects.get(pk=proposal.pk).state == "submitted"


def test_steps_of_others_are_refused_and_records_of_others_are_missing(town: Town) -> None:
    proposal = town.submitted()
    path = f"/records/{KIND}/{proposal.uid}"
    body = {"version": proposal.version, "answers": {"category": "society"}}
    assert machine(town.jia).post(f"{path}/steps/file", body).status_code == 403
    for stranger in (town.far_clerk, town.far_officer, town.bing):
        away = machine(stranger)
        for answer in (
            away.get(path),
            away.get(f"{path}/steps"),
            away.get(f"{path}/files"),
            away.post(f"{path}/steps/file", body),
        ):
            assert code(answer) == (404, "access.missing")
    assert code(machine(town.ding).post(f"{path}/steps/nothing", body)) == (404, "workflow.unknown")
    assert code(machine(town.ding).post(f"/records/{KIND}", {"answers": TICKED})) == (403, "proposals.not_member")


def test_a_body_that_is_no_json_and_a_field_that_is_none_are_told(town: Town) -> None:
    member = machine(town.jia)
    raw = member.client.post(f"/api/v1/records/{KIND}", "{", content_type="application/json")
    assert code(raw) == (400, "api.not_json")
    more = member.post(f"/records/{KIND}", {"answers": TICKED, "state": "closed"})
    assert (code(more), more.json()["field"]) == ((422, "api.bad_input"), "body.state")
    assert not Proposal.objects.exists()


def test_whatever_can_be_begun_says_what_it_asks_and_is_begun(town: Town) -> None:
    begins = [one.kind for one in all_kinds() if one.begins]
    assert {KIND, "opinions.concern"} <= set(begins)
    member, clerk = machine(town.jia), machine(town.far_officer)
    for kind in begins:
        asked = member.get(f"/records/{kind}/new")
        assert asked.status_code == 200, kind
        assert "title" in asked.json()["required"]
        assert clerk.get(f"/records/{kind}/new").status_code == 403
        assert code(member.post(f"/records/{kind}", {"answers": {}}))[0] == 422
        away = member.post(f"/records/{kind}", {"committee": str(town.there.uid), "answers": {}})
        assert code(away) == (404, "access.missing")
    category = member.get("/records/opinions.concern/new").json()["properties"]["category"]["oneOf"][1]["const"]
    text = {
        "title": "食堂排队过长",
        "situation": "午间排队半小时。",
        "suggestion": "增开窗口。",
        "category": category,
        "not_secret": True,
    }
    made = member.post("/records/opinions.concern", {"answers": text})
    assert made.status_code == 201, made.content.decode()
    assert made.json()["state"]["key"] == "draft"
    assert code(member.post("/records/activities.activity", {"answers": {}})) == (422, "api.no_begin")
