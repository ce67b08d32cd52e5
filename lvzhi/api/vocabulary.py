"""Words of the API."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class Scope(TextChoices):
    """What a token may be used for."""

    READ = "read", "只读"
    WRITE = "write", "读和办理"


API_NAME: Final = "履职台接口"
ABOUT: Final = (
    "以令牌持有人的身份读取和办理：能看到、能办理的与本人登录后一样，不会更多。请求头写 Authorization: Bearer 令牌。"
    "出错时返回 code、message、field，message 可以直接给人看。"
)
REFUSALS = {
    "api.no_token": "请求没有带接口令牌，请在请求头 Authorization 中写 Bearer 和令牌。",
    "api.bad_token": "接口令牌无效，请核对是否复制完整，或在“我的账号”中重新生成。",
    "api.expired": "接口令牌{mark}已于{day}到期，请在“我的账号”中重新生成。",
    "api.revoked": "接口令牌{mark}已停用，请在“我的账号”中重新生成。",
    "api.password_since": "令牌{mark}生成后账号密码已修改，令牌随之失效，请重新生成。",
    "api.account_closed": "令牌{mark}的账号已停用，请与系统管理员联系。",
    "api.must_enrol": "令牌持有人的职务须启用第二步验证，而账号还没有启用，请登录后先启用。",
    "api.must_change": "令牌持有人须先登录修改初始密码。",
    "api.out_of_scope": "接口令牌{mark}是只读的，不能办理。请使用“读和办理”的令牌。",
    "api.out_of_room": "接口令牌{mark}只能用于：{rooms}，不能用于{room}。",
    "api.too_often": "接口令牌{mark}请求过于频繁，请在{seconds}秒后再试。",
    "api.no_kind": "没有“{kind}”这一类记录，请查看 /api/v1/kinds 。",
    "api.no_method": "这个接口地址不接受 {method} 请求。",
    "api.no_address": "没有这个接口地址，请查看 /api/v1/openapi.json 。",
    "api.bad_input": "请求中的{where}不符合要求：{problem}。",
    "api.not_json": "请求内容不是 JSON，请检查格式和 Content-Type。",
    "api.too_big": "请求内容过大，请分次提交。",
    "api.bad_cursor": "游标 {name} 无法识别，请原样使用上一次返回的值，或从头读取。",
    "api.bad_text": "{where}中有无法保存的字符，请删除后重试。",
    "api.version_missing": "请在 version 或请求头 If-Match 中写明读到的版本号，以免覆盖他人的修改。",
    "api.version_differs": "version 和请求头 If-Match 写的版本号不一致，请只写一处。",
    "api.no_begin": "{name}不能通过接口新建，请在网页上办理。",
    "api.unknown_answers": "这一步不问：{names}。请查看这一步的 form。",
    "api.no_state": "{name}没有状态“{state}”，可用的有：{known}。",
    "api.no_steps": "{name}没有办理步骤，只能读取。",
    "api.bad_period": "{problem}",
    "api.no_committee": "账号没有所属政协，请在 committee 中写明。",
    "api.token_days": "有效期最长{most}天，最短1天。",
    "api.tokens_most": "有效的令牌已有{most}个，请先停用不再使用的。",
    "api.keeper": "系统管理员、安全管理员和审计管理员的账号不能生成接口令牌。",
    "api.on_behalf": "代为办理时不能生成接口令牌，请先恢复本人名义。",
    "api.wrong_password": "密码不正确，请重新输入。",
    "api.name_missing": "请写明令牌给哪个系统用。",
    "api.no_token_of": "没有找到这个令牌，或您无权查看。",
}
EVENTS = {
    "api.token_made": "生成接口令牌{mark}（{name}）：{scope}，{rooms}，有效至{day}",
    "api.token_revoked": "停用接口令牌{mark}（{name}）",
    "api.rows_read": "通过接口读取指标“{figure}”的明细，第{page}页，{scope}，{period}",
    "api.file_read": "通过接口下载附件",
    "api.too_often": "接口令牌{mark}请求过于频繁",
}
LABELS = {
    "name": "给哪个系统用", "scope": "权限范围", "rooms": "只用于这些模块", "days": "有效天数",
    "password": "本人登录密码",
}  # fmt: skip
HELPS = {
    "name": "例如：政务数据共享平台、机关办公系统。",
    "rooms": "不选则用于您能使用的全部模块。",
    "days": "到期自动失效，最长{most}天。",
    "password": "确认是您本人在操作。",
}
COLUMNS = {
    "name": "用途（编号）", "scope": "权限范围", "ends": "有效至", "used": "最近使用", "state": "状态",
    "holder": "持有人", "kind": "类别", "key": "编码", "does": "接口能做", "fields": "字段",
}  # fmt: skip
DOES = {"reads": "读取", "steps": "读取、办理", "begins": "读取、办理、新建"}
STATES = {"open": "有效", "expired": "已到期", "revoked": "已停用", "outdated": "密码已改，失效"}
NEVER_USED = "没有用过"
ALL_ROOMS = "全部模块"
NONE = "还没有接口令牌"
NONE_HINT = "其他系统要以您的身份读取或办理时，在这里生成一个。"
NONE_GUARDED = "所辖账号还没有接口令牌"
DONE = {"revoked": "令牌{mark}已停用"}
TITLES = {"tokens": "接口令牌", "guarded": "所辖账号的接口令牌", "reference": "接口说明", "account": "我的账号"}
HOLDER = "持有人本人"
GUARDIAN = "安全管理员（所辖账号）"
JOINER = "、"
DOT = " · "
MARK_VIA = "api {mark}"
NAMED = "{name}（{mark}）"
WRONG: Final = {
    "missing": "必须填写", "extra_forbidden": "没有这一项", "uuid": "应为记录的标识（UUID）", "int": "应为整数",
    "greater_than_equal": "不得小于{ge}", "less_than_equal": "不得大于{le}",
    "string_too_long": "不得超过{max_length}个字符", "string_too_short": "不得少于{min_length}个字符",
    "string_pattern_mismatch": "格式不对", "literal_error": "只能是{expected}",
    "enum": "只能是{expected}", "day": "应为日期，如 2026-03-02", "truth": "应为 true 或 false", "dict": "应为对象",
    "model_": "应为对象", "list": "应为数组", "string": "应为文字",
}  # fmt: skip
WRONG_OTHER: Final = "格式不对"
BODY: Final = "请求内容"
