"""What is held about oneself: a page, a whole copy, and that no room's records about persons were forgotten."""

from __future__ import annotations

import io
from typing import Any

from django.apps import apps
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from lvzhi.accounts.models import Account
from lvzhi.dossier.kinds import KINDS
from lvzhi.dossier.tests.hall import Hall
from lvzhi.journal.models import Entry
from lvzhi.people import actions as people
from lvzhi.people.models import Member, Person
from lvzhi.proposals.tests.people import builder
from lvzhi.proposals.tests.test_pages import page

SHEETS = {
    "accounts.Appointment", "accounts.Delegation", "accounts.LoginSession", "drafts.Draft", "notices_inbox.Message",
    "people.Person", "people.Affiliation", "people.Member", "people.Membership", "people.Post", "people.Staff",
    "dossier.Amendment", "tenure.Change", "tenure.Case",
}  # fmt: skip
ELSEWHERE = {
    "accounts.Factor": "one's own second step has its page; its secret is nobody's to read",
    "accounts.RecoverySheet": "only slow hashes of recovery codes are held; how many are left stands on the same page",
    "accounts.SignOnBinding": "which person of the government sign-on an account is; the administrator alone sees it",
    "accounts.KnownBrowser": "browsers that are not asked again stand on the same page",
    "accounts.ResetRequest": "who asked for a reset and who approved; the person was told of it",
    "notices_inbox.Way": "where one is told besides the inbox stands on one's own page; an address is read by nobody",
    "wishes.Wish": "what one said about the product stands with its answer on a page of one's own",
    "jobs.Job": "one's own jobs have a page; what they made goes after some days",
    "relay.Peer": "whose login signs and answers for a unit's own system",
    "activities.Participant": "lines of attendance, leave and absence",
    "joint.Mate": "a place in the team of several committees stands on the topic's page, read by the whole team",
    "joint.Piece": "who has a piece of it to do stands on the topic's page",
    "activities.CommunityPost": "lines of reporting to a community",
    "ledger.Author": "lines of advice",
    "proposals.Rating": "sealed until its round closes; one's own stand on the proposal's page",
    "proposals.Consent": "stands on the page of the proposal one signed",
    "proposals.Leading": "the work of a leader's office, not a member's",
    "ledger.Problem": "who answers for it stands on the problem's page; what was found is a line",
    "plans.Opinion": "stands with its answer on the plan's page",
    "papers.Paper": "documents of the committee, whoever drafted them",
    "activities.SupervisionGroup": "stands on the group's page",
    "activities.Device": "a phone lent its keeper to note who comes; it says nothing of a member",
    "activities.PlenarySpeech": "lines of speeches handed in and given",
    "activities.SessionSeat": "a place in a temporary Party organ stands on the page of its plenary",
    "api.Token": "one's own stand on their page; only the digest of a secret is held",
    "activities.Feed": "only the digest of a key is held",
    "party.Seat": "the branch of a member is a line; other seats stand on that organisation's page",
    "party.Appraised": "a member's own account and result stand on the member's own page of the appraisal alone",
    "party.ContactPoint": "a leader's branch and the visits there stand on the contact point's page",
    "party.Duty": "lists of Party duties stand on the page of the list, read by the person",
    "party.Presence": "who came to a branch's meeting stands with that meeting",
    "contacts.Pair": "each contact is a line; whom one keeps in touch with stands on its own page",
    "regulations.Regulation": "rules of the house, whoever began them",
    "regulations.Version": "texts of rules, whoever drafted them",
    "regulations.Opinion": "stands with its answer on the page of the draft it was asked for",
    "regulations.Matter": "matters of the committee, whoever put them down",
    "tenure.Effect": "what a change did to the roster stands there and on the change's page",
    "projects.Charge": "the work of a leader's office, not a member's",
    "projects.Lead": "one's own leads have a page; what was taken over is a line of projects introduced",
    "publications.Clue": "what one offered and was asked to write stands on one's own page of history materials",
    "reports.Report": "reports of the committee, whoever began them",
    "reports.Section": "parts of a report, whoever drafts them",
    "reports.Revision": "versions of a report's part; who saved them stands beside them there",
    "reports.Remark": "what was said of a draft stands with its answer on the report's page",
    "reports.Sense": "who said what words of the committee's texts mean stands on the page of that correction",
    "reports.Copy": "that a report's document was taken, and by whom",
    "reports.OwnOutline": "that a report's outline was kept, and by whom",
    "reports.Reading": "on what occasion figures of a report were read",
    "opinions.Concern": "who wrote an item down and who edited it; it is its authors'",
    "ballots.Voter": "that a ballot was handed in stands on its page; of the slip itself nothing is held",
    "ballots.Teller": "keys of a count, destroyed with it",
    "turnover.Entrant": "the plan of a change of term; what became of it are tenures and posts, which the copy holds",
    "notices_inbox.Notice": "a notice of the office, whoever wrote it",
    "appraisal.StaffLine": "one's own account, comment and result stand on one's own page of the appraisal alone",
    "evaluation.Result": "one's own result stands with its lines on one's own page of evaluations, and nobody else's",
    "evaluation.Proven": "what was entered with a document stands on the page of the result",
    "board.Own": "which figures and charts one chose for the own screen stands there",
}


def taken(client: Client) -> dict[str, list[str]]:
    """The copy by sheet: rows as text."""
    answer = client.post(reverse("dossier:copy"))
    assert answer.status_code == 200
    book = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(answer)))
    return {
        name: [" ".join(str(cell) for cell in row) for row in book.get_sheet_by_name(name).to_python()]
        for name in book.sheet_names
    }


def phoned(hall: Hall) -> Member:
    """甲 with a telephone number that the office once looked at."""
    member = hall.member_of("jia")
    facts = people.Facts(name="甲文", phone="13912345678", employer="区医院")
    people.edit_person(builder(), member.person, facts)
    member.person.refresh_from_db()
    people.unmask(hall.actor(hall.wen), member.person, "phone")
    return member


def test_the_copy_holds_all_of_it_and_nothing_of_others(hall: Hall) -> None:
    phoned(hall)
    proposal = hall.cosigned_in()
    hall.held()
    sheets = taken(hall.login(hall.jia))
    whole = "\n".join(row for rows in sheets.values() for row in rows)
    assert "手机号 13912345678" in "\n".join(sheets["个人信息"])
    assert any(proposal.title in row for row in sheets["履职档案"])
    assert any("龙泉社区院坝协商会" in row for row in sheets["履职档案"])
    assert any("经济委员会" in row for row in sheets["所在机构"])
    assert any("文书" in row and "手机号" in row for row in sheets["谁查看和修改过"])
    assert "丙成" not in whole
    assert hall.jia.password not in whole
    assert Entry.objects.filter(event="dossier.own_taken", account_id=hall.jia.pk).count() == 1


def test_the_page_shows_numbers_masked(hall: Hall) -> None:
    phoned(hall)
    shown = page(hall.login(hall.jia), "dossier:own")
    assert "139****5678" in shown
    assert "13912345678" not in shown
    assert "下载全部副本" in shown


def test_a_login_without_a_person_is_told_so(hall: Hall) -> None:
    client = hall.login(hall.ding)
    for answer in (client.get(reverse("dossier:own")), client.post(reverse("dossier:copy"))):
        assert answer.status_code == 404
        assert "没有关联到名册上的人员" in answer.content.decode()


def test_no_record_about_persons_was_forgotten() -> None:
    """A room that comes later decides here whether its records stand in the copy, in a kind of line, or where else."""
    owners: set[Any] = {Person, Member, Account}
    lines = {one.metric.rows.__module__.split(".")[1] for one in KINDS}
    known = {"proposals.Proposal", "proposals.CoSignature", "activities.Giving", "activities.StudyPlan",
             "activities.Supervisor", "activities.Speech", "party.Deed", "projects.Part",
             "publications.Manuscript", "honours.Honour", "tenure.Nominee", "opinions.Author"}  # fmt: skip
    found = {
        model._meta.label
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.is_relation and field.related_model in owners
    }
    assert {"proposals", "activities", "ledger"} <= lines
    assert found - SHEETS - known - set(ELSEWHERE) == set()
    assert (SHEETS | known | set(ELSEWHERE)) - found == set()
