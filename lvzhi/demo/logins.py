"""Who can log in as whom in the demonstration data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lvzhi.accounts.demo_logins import DemoLogin
from lvzhi.accounts.models import Account
from lvzhi.demo.presence import is_built

PASSWORD = "Demo-lvzhi-1"  # noqa: S105  reason: printed on the login page of the demonstration, protects nothing


@dataclass(frozen=True, slots=True)
class Login:
    """One way in.

    Args:
        what: what to try as this person.
        place: the committee.
    """

    username: str
    name: str
    role: str
    what: str
    place: str


WAYS = (
    ("weiyuan", "member", "委员：写提案、邀请联名、评价答复；支部书记：组织生活、核实办实事"),
    ("fuyi", "member", "联名委员：确认或婉拒附议"),
    ("jingban", "clerk", "提案经办：审查、立案、交办、误录作废"),
    ("zhuren", "proposal_head", "提案委主任：确定重点提案、设定规则参数"),
    ("chengban", "unit_officer", "承办单位联络员：签收、申请退回、答复"),
    ("lingdao", "leader", "领导：领衔督办的重点提案"),
    ("bangong", "office", "办公室：会议与活动、出席登记、问题台账、意见建议、文书"),
    ("mishuzhang", "secretary_general", "秘书长：数字、年度报告、核对、审批请假"),
    ("shenji", "audit_admin", "审计管理员（三员之一）、审计员：操作日志"),
    ("shiban", "office", "市政协办公室：牵头联合课题，签收下级报送的社情民意信息、编发、再往上报"),
    ("shengban", "office", "省政协办公室：采用社情民意信息、登记批示、转办"),
    ("gztrbj-bg", "office", "碧江区政协办公室：机关干部平时考核"),
    ("guanli", "system_admin", "系统管理员（三员之一）：账号、下级政协、系统参数"),
    ("anquan", "security_admin", "安全管理员（三员之一）：任职、解除锁定、重置密码和第二步验证、安全参数"),
)


def logins() -> list[Login]:
    """The ways in that stand in this database, in the order in which one would try them."""
    rows = Account.objects.filter(username__in=[way[0] for way in WAYS]).select_related("committee")
    known = {row.username: row for row in rows}
    return [
        Login(username, known[username].name, role, what, str(known[username].committee))
        for username, role, what in WAYS
        if username in known
    ]


def offered() -> Iterable[DemoLogin]:
    """The same for the login page; nothing where no demonstration data were built."""
    if not is_built():
        return []
    return [DemoLogin(one.username, PASSWORD, one.name, one.what, one.place) for one in logins()]
