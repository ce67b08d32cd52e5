"""Every Chinese word of the room: roles, journal events, refusals, how a session was entered."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class Role(TextChoices):
    """What a dated appointment makes of an account. A role without an appointment in force means nothing."""

    MEMBER = "member", "委员"
    CLERK = "clerk", "提案经办"
    PROPOSAL_HEAD = "proposal_head", "提案委负责人"
    UNIT_OFFICER = "unit_officer", "承办单位联络员"
    UNIT_HEAD = "unit_head", "承办单位负责人"
    SUPERVISOR = "supervisor", "督查室"
    LEADER = "leader", "领导"
    SECRETARY_GENERAL = "secretary_general", "秘书长"
    OFFICE = "office", "办公室工作人员"
    ORGAN_HEAD = "organ_head", "专委会负责人"
    BRANCH_SECRETARY = "branch_secretary", "支部书记"
    AUDITOR = "auditor", "审计员"
    SYSTEM_ADMIN = "system_admin", "系统管理员"
    SECURITY_ADMIN = "security_admin", "安全管理员"
    AUDIT_ADMIN = "audit_admin", "审计管理员"


ROLE_HELP: Final[dict[str, str]] = {
    Role.MEMBER: "提交和附议提案，反馈对办理结果的评价，查看本人履职记录。",
    Role.CLERK: "登记、初审、编号、交办提案，督促办理，维护提案数据。",
    Role.PROPOSAL_HEAD: "审定立案与不予立案，确定重点提案，处理疑难交办。",
    Role.UNIT_OFFICER: "代表承办单位签收、退回、承办提案并起草答复。",
    Role.UNIT_HEAD: "审核并签发本单位的答复。",
    Role.SUPERVISOR: "查看办理进度，发出督办通知，不改动提案内容。",
    Role.LEADER: "领衔督办重点提案，作出批示，查看全局数据。",
    Role.SECRETARY_GENERAL: "统筹机关工作，审签报告，查看本级政协全部业务。",
    Role.OFFICE: "登记会议、活动和日常事务，编写报告。",
    Role.ORGAN_HEAD: "管理本专委会的委员、活动、调研和提案线索。",
    Role.BRANCH_SECRETARY: "登记本支部的组织生活和党员履职情况。",
    Role.AUDITOR: "只读查看业务数据与操作日志，用于审计和巡察。",
    Role.SYSTEM_ADMIN: "管理本级及下级政协的账号与任职，不因此看到业务内容。",
    Role.SECURITY_ADMIN: "管理安全策略与权限核查，不管理账号和日志。",
    Role.AUDIT_ADMIN: "查看登录与操作日志，不管理账号和安全策略。",
}

NO_ROLE: Final = "登录用户"
SYSTEM_ROLE: Final = "系统"
CLI_NAME: Final = "命令行"
CLI_ROLE: Final = "服务器维护人员"
VISITOR_NAME: Final = "未登录者"
VISITOR_ROLE: Final = "未登录"
ROLE_JOINER: Final = "、"
