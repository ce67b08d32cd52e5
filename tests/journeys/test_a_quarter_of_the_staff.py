"""A quarter of an agency: written on the phone, commented on, voted, decided, told to each alone (R8.3, R8.4)."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from lvzhi.exchange.letters import read_docx_text
from tests.demo_site import Server
from tests.journeys import steps

Visitor = Callable[..., Any]
OPEN = """
from lvzhi.appraisal.models import StaffLine, StaffRound
made = StaffRound.objects.get(state="open", committee__code="GZ-TR-BJ")
waits = StaffLine.objects.filter(round=made, state="waiting", leader__account__isnull=False).order_by("id").last()
print(made.uid, waits.uid, waits.person.account.username, waits.leader.account.username, waits.called)
"""
# the others write on paper and are commented on by whoever leads them
REST = """
from lvzhi.accounts.actors import actor_for
from lvzhi.accounts.models import Account
from lvzhi.appraisal.models import StaffLine
from lvzhi.workflow.engine import take
office = actor_for(Account.objects.get(username="gztrbj-bg"))
for line in StaffLine.objects.filter(round__uid="{round}"):
    if line.state == "waiting":
        line = take(line, "account_for", office, {{"text": "书面述评。"}})
    if line.state == "written":
        said = {{"comment": "较好。", "suggested": "fair"}}
        own = line.leader.account
        take(line, "comment", actor_for(own), said) if own else take(
            line, "comment_for", office, said | {{"said_on": line.written_on}})
"""
VOTED = """
from lvzhi.accounts.actors import actor_for
from lvzhi.accounts.models import Account
from lvzhi.appraisal.models import StaffRound
from lvzhi.ballots import actions
from lvzhi.ballots.models import Ballot, Voter
from lvzhi.ballots.queries import lines
from lvzhi.workflow.engine import take
ballot = StaffRound.objects.get(uid="{round}").ballot
tellers = [actor_for(one.account) for one in ballot.tellers.all()]
codes = [actions.take_code(one, ballot) for one in tellers]
ballot = take(ballot, "open", actor_for(Account.objects.get(username="gztrbj-bg")))
marks = [name for name, _, _ in lines(ballot).marks()]
voters = Voter.objects.filter(ballot=ballot).select_related("ballot__committee", "person__account")
for voter in voters:
    take(voter, "cast", actor_for(voter.person.account), dict.fromkeys(marks, "2"))
count = {{"present": len(voters), "first_code": codes[0], "second_code": codes[1]}}
ballot = take(Ballot.objects.get(pk=ballot.pk), "count", tellers[0], count)
take(ballot, "announce", actor_for(Account.objects.get(username="gztrbj-bg")))
"""


def test_from_the_phone_to_the_signed_result(site: Server, visitor: Visitor) -> None:
    uid, line, writer, leads, name = site.installation.python(OPEN).split()
    address, own = f"/appraisal/{uid}/", f"/appraisal/line/{line}/"
    cadre = visitor(writer, phone=True)
    cadre.goto("/appraisal/mine/")
    cadre.goto(own)
    steps.press(cadre, "填写个人述评")
    steps.answer(cadre, text="本季度走访企业六户，办文二十件。学习不够系统。")
    steps.press(cadre, "填写个人述评")
    assert steps.state_of(cadre) == "待点评"
    assert (steps.sideways(cadre), steps.violations(cadre)) == (0, [])

    leader = visitor(leads, phone=True)
    leader.goto("/appraisal/mine/")
    leader.locator("#commenting").get_by_role("link", name=name).click()
    steps.press(leader, "点评")
    steps.answer(leader, comment="肯干，材料质量有提高。")
    leader.locator("main form").get_by_text("好", exact=True).click()
    steps.press(leader, "点评")
    assert steps.state_of(leader) == "待审定"
    assert (steps.sideways(leader), steps.violations(leader)) == (0, [])

    site.installation.python(REST.format(round=uid))
    office = visitor("gztrbj-bg")
    office.goto(address)
    steps.press(office, "拟定等次")
    steps.press(office, "拟定等次")
    expect(office.locator("main")).to_contain_text("还没有组织投票")
    office.goto(address)
    steps.press(office, "组织民主测评")
    _tellers(office, site)
    office.wait_for_url(f"**{address}")
    site.installation.python(VOTED.format(round=uid))
    office.goto(address)
    steps.press(office, "录入季度考勤")
    steps.answer(office, exceptions=f"{name} 事假1")
    steps.press(office, "录入季度考勤")
    expect(office.locator("#lines")).to_contain_text("事假1天")
    assert (steps.sideways(office), steps.violations(office)) == (0, [])

    steps.press(office, "拟定等次")
    for group in office.locator("main form fieldset").all():
        group.get_by_text("好", exact=True).click()
    steps.press(office, "拟定等次")
    expect(office.locator("main")).to_contain_text("超过比例")
    for place, group in enumerate(office.locator("main form fieldset").all()):
        group.get_by_text("好" if place < 2 else "较好", exact=True).click()
    steps.press(office, "拟定等次")
    assert steps.state_of(office) == "待审定"
    cadre.goto(own)
    expect(cadre.locator("main")).to_contain_text("结果还没有审定")
    assert "建议等次" not in cadre.locator("main").inner_text()

    chief = visitor("gztrbj-ms")
    chief.goto(address)
    steps.press(chief, "组织审定")
    steps.answer(chief, meeting="区政协党组第12次会议")
    steps.press(chief, "组织审定")
    assert steps.state_of(chief) == "已审定待归档"
    cadre.goto(own)
    expect(cadre.locator("main")).to_contain_text("考核结果")
    with cadre.expect_download() as taken:
        cadre.get_by_role("link", name="登记表").click()
    text = str(read_docx_text(io.BytesIO(taken.value.path().read_bytes()), "登记表.docx"))
    assert all(words in text for words in ("平时考核登记表", name, "区政协党组第12次会议"))
    steps.press(cadre, "签收")
    steps.press(cadre, "签收")
    assert steps.state_of(cadre) == "本人已签收"
    other = visitor("gztrbj-g2")
    assert other.goto(own).status == (200 if writer == "gztrbj-g2" else 404)


def _tellers(page: Any, site: Server) -> None:
    """Two tellers picked by their names."""
    names = site.installation.python(
        "from lvzhi.accounts.models import Account\n"
        'print(*Account.objects.filter(username__in=["gztrbj-ms", "gztrbj-zr"]).values_list("name", flat=True))'
    ).split()
    for name in names:
        steps.pick(page, "tellers", name)
    steps.press(page, "组织民主测评")
