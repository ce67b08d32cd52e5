"""Every Chinese word of the room: roles, journal events, refusals, how a session was entered."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class Role(TextChoices):
    """What a dated appointment makes of an account. Rooms below write the code."""

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
    REPORTER = "reporter", "特邀信息员"
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
    Role.REPORTER: "反映社情民意信息，查看本人所反映信息的去向；任命到机构的，是该党派或机构的信息联络员。",
    Role.AUDITOR: "只读查看业务数据与操作日志，用于审计和巡察。",
    Role.SYSTEM_ADMIN: "建立和停用本级及下级政协的账号，设定系统参数；有安全管理员的不管任职。不因此看到业务内容。",
    Role.SECURITY_ADMIN: "任命和免去职务，解除锁定，重置密码和第二步验证，设定安全参数；不建账号，不看日志。",
    Role.AUDIT_ADMIN: "查看登录与操作日志，不管理账号、任职和安全参数。",
}

ROLES_FOR_UNIT: Final = frozenset({Role.UNIT_OFFICER, Role.UNIT_HEAD})
ROLES_OUTSIDE: Final = ROLES_FOR_UNIT | {Role.REPORTER}
"""Held by people who work neither in nor for a committee: they see what concerns themselves."""
ROLES_FOR_ORGAN: Final = frozenset({Role.ORGAN_HEAD})
KEEPERS: Final = (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)
"""The three administrators; one account never holds two of these posts on one day (R12.2 g)."""
ROLES_NOT_DELEGATED: Final = frozenset({*KEEPERS, Role.AUDITOR})

NO_ROLE: Final = "登录用户"
SYSTEM_ROLE: Final = "系统"
CLI_NAME: Final = "命令行"
CLI_ROLE: Final = "服务器维护人员"
VISITOR_NAME: Final = "未登录者"
VISITOR_ROLE: Final = "未登录"
ROLE_JOINER: Final = "、"
NO_END: Final = "今后"
UNKNOWN_DEVICE: Final = "未知设备"
DEVICES: Final[tuple[tuple[str, str], ...]] = (  # a mark in the browser's own description, in order of trust
    ("MicroMessenger", "微信"),
    ("HarmonyOS", "鸿蒙设备"),
    ("iPhone", "苹果手机"),
    ("iPad", "苹果平板"),
    ("Android", "安卓设备"),
    ("Windows", "Windows 电脑"),
    ("Macintosh", "苹果电脑"),
    ("Linux", "Linux 电脑"),
)

PASSING: Final[dict[str, str]] = {"name": "系统角色", "item": "{name}（{role}）"}
EVENTS: Final[dict[str, str]] = {
    "accounts.login": "登录系统",
    "accounts.login_failed": "登录失败，登录名“{username}”",
    "accounts.lock": "连续登录失败{failures}次，登录名“{username}”锁定{minutes}分钟",
    "accounts.logout": "退出登录",
    "accounts.idle_out": "超过{minutes}分钟未操作，自动退出",
    "accounts.disabled_out": "账号已停用，登录被结束",
    "accounts.end_session": "结束在其他设备上的登录",
    "accounts.change_password": "修改本人密码",
    "accounts.large_type": "切换大字版",
    "accounts.create": "建立账号{username}",
    "accounts.edit": "修改账号{username}",
    "accounts.disable": "停用账号{username}",
    "accounts.enable": "恢复账号{username}",
    "accounts.reset_password": "重置账号{username}的密码",
    "accounts.unlock": "解除登录名“{username}”的锁定",
    "accounts.appoint": "任命为{role}，自{starts}起",
    "accounts.end_appointment": "结束{role}任职，至{ends}止",
    "accounts.delegate": "委托{taker}代为办理，{starts}至{ends}",
    "accounts.end_delegation": "结束对{taker}的委托",
    "accounts.act_for": "开始以{giver}的名义办理",
    "accounts.act_as_self": "恢复以本人名义办理",
}

SENTENCES: Final[dict[str, str]] = {
    "accounts.wrong": "登录名或密码不正确，请核对后重新输入。连续{limit}次不正确将锁定{minutes}分钟。",
    "accounts.locked": "登录名或密码多次不正确，已暂停登录，请在{minutes}分钟后再试，或联系系统管理员。",
    "accounts.username_short": "登录名至少{limit}个字符，请补全。",
    "accounts.username_shape": "登录名“{username}”只能用汉字、字母、数字和 . @ - _，最多{limit}个字符，请改写。",
    "accounts.username_taken": "登录名“{username}”已被使用，请换一个。",
    "accounts.name_missing": "请填写姓名。",
    "accounts.name_long": "姓名最多{limit}个字，请缩短。",
    "accounts.committee_missing": "请选择账号所属的政协组织。",
    "accounts.role_unknown": "没有“{role}”这个角色，请从列表中选择。",
    "accounts.date_missing": "请填写任职开始日期。",
    "accounts.ends_before_starts": "结束日期{ends}早于开始日期{starts}，请核对。",
    "accounts.appointment_twice": "{name}在{starts}至{ends}已任同一职务，请先结束原任职或改填日期。",
    "accounts.appointment_over": "这一任职已于{ends}结束，不能改到更晚；如需续任，请新增任职。",
    "accounts.organ_elsewhere": "机构“{organ}”不属于{committee}，请重新选择。",
    "accounts.unit_elsewhere": "单位“{unit}”不在{committee}的名录中，请重新选择。",
    "accounts.unit_missing": "承办单位的联络员和负责人须指明单位，请选择单位。",
    "accounts.organ_missing": "这一角色须指明机构，请选择机构。",
    "accounts.no_account": "没有找到这个账号，或您无权管理。",
    "accounts.no_appointment": "没有找到这项任职，或您无权管理。",
    "accounts.posts_elsewhere": "这个账号还在{committee}任职，请由该政协的系统管理员办理。",
    "accounts.not_yourself": "不能停用自己的账号，请由另一位管理员办理。",
    "accounts.old_password_wrong": "原密码不正确，请重新输入。",
    "accounts.passwords_differ": "两次输入的新密码不一致，请重新输入。",
    "accounts.password_short": "密码至少{limit}个字符，请加长。",
    "accounts.password_plain": "密码须含大写字母、小写字母、数字、符号中的至少{classes}种，请调整。",
    "accounts.password_like_name": "密码不能包含登录名或姓名，请换一个。",
    "accounts.password_used": "不能使用最近{count}次用过的密码，请换一个。",
    "accounts.password_stale": "密码已使用满{days}天，请设置新密码后继续使用。",
    "accounts.delegate_self": "不能委托给自己，请选择他人。",
    "accounts.delegate_roles": "只能委托自己当前担任的职务，请重新选择。",
    "accounts.delegate_admin": "管理员职务不能委托，请由上级另行任命。",
    "accounts.delegate_taker": "没有找到可委托的登录名“{username}”，请核对。",
    "accounts.delegate_long": "一次委托最长{days}天，请缩短。",
    "accounts.no_delegation": "没有找到这项委托，或它今天不在有效期内。",
    "accounts.no_session": "没有找到这次登录，可能已经退出。",
}

RULES_OF_SECRETS: Final = (
    "至少{length}个字符；含大写字母、小写字母、数字、符号中的{classes}种；不含登录名或姓名；"
    "不与最近{history}次用过的密码相同。"
)

LABELS: Final[dict[str, str]] = {
    "username": "登录名",
    "password": "密码",
    "name": "姓名",
    "committee": "所属政协",
    "search": "姓名或登录名",
    "state": "状态",
    "role": "角色",
    "place": "任职政协",
    "organ": "机构",
    "unit": "单位",
    "starts": "开始日期",
    "ends": "结束日期",
    "ground": "依据",
    "old": "原密码",
    "new": "新密码",
    "again": "再输入一次新密码",
    "taker": "受托人的登录名",
    "roles": "委托的职务",
    "last_day": "最后一天",
}
HELPS: Final[dict[str, str]] = {
    "username": "可用汉字、字母、数字和 . @ - _，不分大小写。",
    "ends": "不填表示没有期限。",
    "organ": "专委会负责人须选择；其他角色可不选。",
    "unit": "承办单位联络员和负责人须选择。",
    "ground": "任命文件或会议，例如文号。",
    "last_day": "这一天仍然有效。",
    "taker": "请向受托人询问其登录名。",
}
STATES: Final = (("", "全部"), ("active", "启用"), ("disabled", "停用"))
ALL: Final = "全部"
NONE_CHOSEN: Final = "不选"
DONE: Final[dict[str, str]] = {
    "logged_out": "您已退出登录。",
    "password": "密码已修改。",
    "session_ended": "已结束那次登录。",
    "others_ended": "已结束其他设备上的登录。",
    "acting": "现在以{giver}的名义办理。",
    "self": "现在以本人名义办理。",
    "edited": "已保存。",
    "disabled": "账号已停用，正在使用的登录将立即结束。",
    "enabled": "账号已恢复使用。",
    "unlocked": "已解除锁定。",
    "appointed": "任职已登记。",
    "ended": "任职的结束日期已登记。",
    "delegated": "委托已登记。",
    "undelegated": "委托已结束。",
}
COLUMNS: Final[dict[str, str]] = {
    "name": "姓名",
    "username": "登录名",
    "committee": "所属政协",
    "posts": "现任职务",
    "state": "状态",
}
TITLE: Final = "账号"
NOBODY_FOUND: Final = "没有符合条件的账号"
ACTIVE: Final = "启用"
DISABLED: Final = "停用"
