"""Declared parameters of the checklist and of hand-overs."""

from __future__ import annotations

from lvzhi.norms import declare

SURPLUS_DAYS, KEPT_DAYS, PERSONAL = "assurance.surplus_days", "assurance.kept_days", "assurance.personal"
declare(
    SURPLUS_DAYS, "账号多少天没有登录算作多余", kind="int", unit="天", default=180, least=30, most=730, rule="R12.2f",
    editors=("security_admin", "system_admin"),
)  # fmt: skip
declare(
    KEPT_DAYS, "操作日志至少保存", kind="int", unit="天", default=183, least=183, most=7300, rule="R12.3",
    editors=("security_admin", "system_admin"), help="只用于自查；日志不会被系统删除。",
)  # fmt: skip
declare(
    PERSONAL, "移交审计的文件可含完整个人信息", kind="bool", default=False, rule="R12.11",
    editors=("secretary_general",), help="否：身份证号、手机号等一律遮盖，审计员不能自行改动。",
)  # fmt: skip
