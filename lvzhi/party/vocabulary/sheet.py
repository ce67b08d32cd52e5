"""Words of the sheet by which branches and their members come in."""

from __future__ import annotations

from typing import Final

from lvzhi.party.vocabulary.states import BodyKind, Form, Post

# key, label, other headings accepted, kind, required, example
COLUMNS: Final = (
    ("body", "党组织名称", ("党支部", "党支部名称", "支部名称", "所在支部"), "text", True, "经济委员会党支部"),
    ("kind", "类型", ("党组织类型",), "text", False, "党支部"),
    ("form", "设立方式", ("支部性质",), "text", False, "固定"),
    ("organ", "所在机构", ("所在专委会", "专委会"), "text", False, "经济委员会"),
    ("above", "上级党组织", ("隶属党组织",), "text", False, ""),
    ("founded", "设立日期", ("成立日期", "成立时间"), "date", False, "2022-01-10"),
    ("person", "姓名", ("党员姓名",), "text", False, "张三"),
    ("work", "单位及职务", ("工作单位及职务", "工作单位"), "text", False, ""),
    ("post", "党内职务", ("支部职务", "职务"), "text", False, "书记"),
    ("starts", "列入日期", ("编入日期", "任职日期"), "date", False, "2022-01-10"),
)
KINDS: Final = {str(one.label): one.value for one in BodyKind} | {
    "总支": BodyKind.GENERAL.value, "支部": BodyKind.BRANCH.value, "": BodyKind.BRANCH.value,
}  # fmt: skip
FORMS: Final = {str(one.label): one.value for one in Form} | {"": Form.FIXED.value}
POSTS: Final = {str(one.label): one.value for one in Post} | {
    "": Post.MEMBER.value, "支部委员": Post.BOARD.value, "委员": Post.BOARD.value, "组织委员": Post.BOARD.value,
    "宣传委员": Post.BOARD.value, "纪检委员": Post.BOARD.value, "支部书记": Post.SECRETARY.value,
    "支部副书记": Post.DEPUTY.value, "普通党员": Post.MEMBER.value, "党组成员": Post.BOARD.value,
}  # fmt: skip
ROW: Final = "第{row}行：{sentence}"
LEADERLESS: Final = "“{name}”没有书记，导入后请列入书记。"
KEPT_OUT, NOTE = "不能导入", "提醒"
TEMPLATE_TITLE: Final = "党组织名册"
TEMPLATE_FILE: Final = "党组织名册导入模板.xlsx"
