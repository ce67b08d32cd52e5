"""Words of proposals of earlier years: columns of a sheet, findings, what the pages say."""

from __future__ import annotations

from django.db import models


class PastOutcome(models.TextChoices):
    """How a proposal of an earlier year ended (R1.36, R1.49)."""

    CLOSED = "closed", "办结"
    NOT_FILED = "not_filed", "不予立案"
    WITHDRAWN = "withdrawn", "撤案"


class PastVerdict(models.TextChoices):
    """What became of a promise of an earlier year (R1.101)."""

    OPEN = "open", "履行中"
    KEPT = "kept", "已兑现"
    BROKEN = "broken", "未兑现"


# key: (heading, other headings accepted, example)
HEADINGS: dict[str, tuple[str, tuple[str, ...], str]] = {
    "number": ("案号", ("提案号", "提案编号", "编号"), "第0012号"),
    "serial": ("收件号", ("收件编号", "登记号"), ""),
    "title": ("案由", ("标题", "题目", "提案题目", "提案标题", "提案名称"), "关于完善社区养老助餐服务的提案"),
    "session": ("会次", ("届次", "届次会次", "会议", "所属会议"), "十届三次会议"),
    "proposer": ("提案者", ("第一提案人", "提案人", "提出者", "领衔人"), "王文"),
    "kind": ("提案者类型", ("提案类型", "委员或集体"), "委员提案"),
    "cosigners": ("联名人", ("联名委员", "附议人", "联名提案人"), "李明、赵方"),
    "category": ("类别", ("提案类别", "分类"), "社会建设"),
    "text": ("正文", ("提案正文", "提案内容", "全文"), ""),
    "background": ("背景情况", ("背景", "基本情况"), "辖区老年人较多，就餐不便。"),
    "analysis": ("问题分析", ("存在问题", "主要问题"), "助餐点少，补助标准多年没有调整。"),
    "recommendations": ("具体建议", ("建议", "意见建议", "对策建议"), "增设助餐点。"),
    "survey": ("调研过程", ("调研情况",), ""),
    "received_on": ("收件日期", ("提交日期", "提案日期", "收到日期"), "2023-01-10"),
    "examined_on": ("审查日期", (), ""),
    "filed_on": ("立案日期", (), "2023-01-20"),
    "outcome": ("办理状态", ("状态", "处理结果", "审查结果"), "办结"),
    "grounds": ("不予立案依据", ("不立案依据", "不予立案理由"), ""),
    "route": ("不予立案去向", ("去向",), ""),
    "assigned_on": ("交办日期", ("转办日期",), "2023-02-10"),
    "answer_due_on": ("办理期限", ("答复期限",), "2023-05-10"),
    "lead_unit": ("主办单位", ("承办单位", "主办"), "区民政局"),
    "co_units": ("会办单位", ("协办单位", "会办"), "区财政局"),
    "answered_on": ("答复日期", ("办复日期", "回复日期"), "2023-04-28"),
    "result_class": ("办理结果", ("结果类别", "答复类别", "办理结果类别", "类型"), "B"),
    "document": ("答复文号", ("文号",), ""),
    "signer": ("签发人", (), ""),
    "reply": ("答复内容", ("答复", "答复摘要", "办理答复", "办理情况"), "已选定两处场地，计划年内开放。"),
    "attitude": ("办理态度评价", ("态度评价",), "满意"),
    "result": ("办理结果评价", ("满意度", "结果评价", "委员评价"), "基本满意"),
    "rated_on": ("评价日期", ("反馈日期",), "2023-05-08"),
    "closed_on": ("办结日期", ("撤案日期",), ""),
    "promise_1": ("承诺事项", ("承诺事项1",), "年内建成两处助餐点"),
    "due_1": ("兑现日期", ("兑现日期1", "承诺期限"), "2023-12-31"),
    "verdict_1": ("兑现情况", ("兑现情况1",), "已兑现"),
    "checked_1": ("核查日期", ("核查日期1", "回头看日期"), "2024-01-15"),
    "promise_2": ("承诺事项2", (), ""),
    "due_2": ("兑现日期2", (), ""),
    "verdict_2": ("兑现情况2", (), ""),
    "checked_2": ("核查日期2", (), ""),
    "promise_3": ("承诺事项3", (), ""),
    "due_3": ("兑现日期3", (), ""),
    "verdict_3": ("兑现情况3", (), ""),
    "checked_3": ("核查日期3", (), ""),
    "file": ("文件", ("文件名", "原文文件"), ""),
}
PROMISE_PLACES = (1, 2, 3)
# The order in which the days of one proposal follow each other.
DAYS_IN_ORDER = (
    "received_on", "examined_on", "filed_on", "assigned_on", "answered_on", "rated_on", "closed_on",
)  # fmt: skip
SESSION_TEXT = r"第?([一二三四五六七八九十百零〇\d]+)届(?:.*?第?([一二三四五六七八九十百零〇\d]+)次)?"
CLASS_TAIL = r"类.*|[（(].*"
FACT_LINE = r"^(.{1,12}?)\s*[：:]\s*(.*)$"
BODY_KEYS = ("title", "background", "analysis", "recommendations", "survey")

FINDINGS = {
    "unreadable": "{sentence}",
    "cell": "{problem}",
    "missing": "未填写，此列为必填。",
    "too_long": "有{length}字，超过{limit}字，请精简。",
    "term_unknown": "没有登记{day}所在的届次，请先在“政协组织”中登记届次，或更正日期。",
    "session_unknown": "没有登记“{given}”，请先在“政协组织”中登记届次和会次，或更正会次。",
    "session_text": "“{given}”看不出是第几届第几次会议，请按“十届三次会议”填写。",
    "session_current": "“{session}”是本次会议，它的提案请在系统中提交和办理，不能作为历史导入。",
    "day_future": "{day}晚于今天，历史提案的日期应在今天以前，请核对。",
    "day_order": "{day}早于{other}{before}，请核对两个日期。",
    "filed_taken": "未填写，按收件日期{day}记。",
    "assigned_taken": "未填写，按立案日期{day}记。",
    "due_taken": "未填写，按当时的办理期限参数推算为{day}。",
    "number_missing": "未填写，立案的提案须有案号。",
    "number_taken": "{session}{number}已是《{title}》的案号，请核对。",
    "number_twice": "与{first}的案号相同，请核对。",
    "serial_taken": "收件号{serial}已有提案使用，请核对，或删去由系统另编。",
    "serial_twice": "与{first}的收件号相同，请核对。",
    "known": "{number}《{title}》已在系统中，不再导入。",
    "choice_unknown": "“{given}”不在可选范围内，可填：{choices}。",
    "kind_unknown": "“{given}”不是提案者类型，可填：{choices}。",
    "member_unknown": "委员名册中没有“{name}”，只记姓名。",
    "member_several": "委员名册中有{count}位“{name}”，分不清是哪一位，只记姓名。",
    "organ_unknown": "没有名为“{name}”的机构，只记名称。",
    "cosigner_unknown": "委员名册中没有“{name}”或有几位同名，没有记为联名人。",
    "unit_unknown": "没有名为“{name}”的承办单位。{close}请先在承办单位名录中登记，或更正名称。",
    "unit_twice": "“{name}”既是主办又是会办，或写了两次，请只留一处。",
    "unit_heir": "{name}已于{ends}撤并，尚未兑现的承诺改由{heir}承担。",
    "lead_missing": "有答复，但没有填写主办单位。",
    "answered_missing": "有答复，但没有填写答复日期。",
    "class_missing": "有答复，但没有填写办理结果。",
    "class_unknown": "“{given}”不是{year}年使用的办理结果类别，可填：{choices}。",
    "category_unknown": "“{given}”不是{year}年使用的提案类别，可填：{choices}。",
    "category_missing": "未填写，立案的提案须有类别。",
    "ground_unknown": "“{given}”不在不予立案依据表中，可填：{choices}。",
    "ground_missing": "没有填写不予立案的依据，请尽可能补上。",
    "route_unknown": "“{given}”不是不予立案的去向，可填：{choices}。",
    "not_filed_reply": "不予立案的提案不应有主办单位、答复或承诺，请核对办理状态。",
    "no_reply": "没有答复；回看和比对时只有提案文字。",
    "no_text": "没有正文，也没有具体建议；比对相近文字时只能用案由。",
    "grade_unknown": "“{given}”不是评价等级，可填：{choices}。",
    "grade_half": "态度和结果的评价须同时填写。",
    "rated_missing": "有评价，但没有填写评价日期。",
    "promise_reply": "有承诺，但没有答复，请补上主办单位、答复日期和办理结果。",
    "promise_due": "有承诺，但没有填写兑现日期。",
    "promise_text": "有兑现日期或兑现情况，但没有写承诺事项。",
    "promise_checked": "已核查的承诺须填写核查日期。",
    "promise_order": "兑现日期{due}应晚于答复日期{answered}。",
    "file_missing": "压缩包（文件夹）中没有名为“{given}”的文件，请核对文件名。",
    "file_twice": "与{first}用了同一个文件“{given}”，请核对。",
    "file_unnamed": "目录表中没有这个文件的一行，只从文件本身读取。",
}
WHERE_ROW = "第{row}行"
WHERE_ROW_OF = "《{file}》第{row}行"
WHERE_FILE = "《{file}》"
WHERE_COLUMN = "“{column}”"
CLOSE_TO = "是否应为“{close}”？"
SOURCE_ROW = "{file} {where}"
DAY_NAMES = {key: HEADINGS[key][0] for key in DAYS_IN_ORDER}
PAST_MARK = "历史导入"
TEMPLATE_TITLE = "历史提案"
TEMPLATE_FILE = "历史提案模板.xlsx"
PAST_SEQUENCE = "past"

PAST_REFUSALS = {
    "proposals.past_nothing": "文件“{name}”中没有提案：压缩包或文件夹里应有 .docx 或 .txt 文件，或一份 Excel 表。",
    "proposals.past_registers": "“{name}”中有{count}份表格，分不清哪一份是目录。请只留一份。",
    "proposals.past_many": "“{name}”中有{count}件，一次最多导入{limit}件，请分几次导入。",
    "proposals.past_bad_rows": "有{bad}行不能导入，没有写入任何提案。请改好后重新上传，或选择只导入没有问题的行。",
    "proposals.past_no_rows": "没有可以导入的行，没有写入任何提案。",
}
PAST_EVENTS = {
    "proposals.past": "从“{file}”历史导入提案{count}件，另有{bad}行有误未导入",
}
PAST_SENTENCES = {"bring_in": "历史导入{number}，{day}时已为“{state}”"}
PAST_ASSIGN_SENTENCES = {"bring_in": "历史导入：{unit}{role}"}
PAST_SIGN_SENTENCES = {"bring_in": "历史导入：{member}联名"}
PAST_PROMISE_SENTENCES = {"bring_in": "历史导入：{unit}承诺于{until}前兑现，{state}"}
PAST_WORDS = {
    "title": "历史提案导入",
    "reading": "正在读取",
    "judging": "正在检查",
    "writing": "正在写入",
    "unit": "件",
    "error": "不能导入",
    "warning": "提醒",
    "none": "没有发现问题",
    "empty": "还没有导入历史提案",
}
