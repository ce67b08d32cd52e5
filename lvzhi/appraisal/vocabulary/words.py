"""Labels, titles, what pages, figures and forms say."""

from __future__ import annotations

QUARTER_TITLE = "{year}年第{quarter}季度机关干部平时考核"
YEAR_TITLE = "{year}年机关干部年度考核"
LINE_TITLE = "{name}：{title}"
BALLOT_KIND = "staff"
BALLOT_TITLE = "{title}民主测评"
OVERALL = "总体评价"
TOLD = "{name}（{work}）"
NAMES = "、"
READS = "办公室、秘书长、领导、审计员"
UNGRADED = "未定"
NOT_CHOSEN = "未选"
VOIDED = "误录作废"
DEPARTED = "第{number}季度"
NO_ROUND = "还没有发起过机关干部考核。"
NO_LINE = "没有机关干部参加过考核。"
KEPT_AS = {"up": "改变等次", "keep": "维持原等次"}
COLUMNS = {
    "title": "考核", "period": "考核期", "state": "状态", "count": "名单", "written": "已述评", "commented": "已点评",
    "name": "姓名", "department": "部门", "post": "职务", "leader": "点评领导", "account": "述评", "comment": "点评",
    "attendance": "考勤", "votes": "测评折分", "score": "综合得分", "suggested": "建议{grade}", "grade": "等次",
    "told": "反馈日期", "year": "年度", "met_on": "审定日期",
}  # fmt: skip
PARTS = {"account": "述评", "leader": "点评", "vote": "测评", "attendance": "考勤", "everyday": "平时"}
SUM = {
    "part": "{name}{points}×{weight}%",
    "joiner": "＋",
    "whole": "{parts}＝{sum}分",
    "year": "平时{everyday}×{share}%＋年度{own}×{rest}%＝{sum}分。年度部分：{parts}",
    "account": "按期提交的计100分，逾期或代录的计{late}分",
    "leave": "事假{count}天",
    "sick": "病假{count}天",
    "absent": "旷工{count}天",
    "late": "迟到早退{count}次",
    "comma": "，",
    "full": "全勤",
}
VOTE = "{grade}{votes}票"
HELPS = {
    "account": "从德、能、勤、绩、廉五个方面写本期的主要工作、成效和不足，几百字即可。非涉密系统，请勿写入涉密内容。",
    "exceptions": "全勤的不用写。每行一人，例如：张三 事假1 病假2.5 旷工0 迟到1。",
    "file": "Excel 或 CSV，列：姓名、事假、病假、旷工、迟到早退；没有列出的按全勤计。",
    "approval": "经公务员主管部门同意提高比例的，填批准文号；没有的不填。",
    "note": "一般、较差（基本称职、不称职）的写明理由。",
    "by_ballot": "名单上的干部既是测评对象，也是投票人；一张票格数过多时，只测总体评价。",
    "tellers": "两名以上；系统、安全、审计管理员不能担任。保存后由监票人各自领取监票码。",
    "meeting": "例如：区政协党组第12次会议。",
    "leader": "本人的主管领导；不能是本人。",
    "said_on": "领导在纸质登记表上点评的日期。",
}
HINT = {
    "suggested": "领导建议{grade}", "votes": "测评{points}分（{words}）",
}  # fmt: skip
WORDS = {
    "list": "机关考核",
    "mine": "我的考核",
    "ledger": "机关考核台账",
    "open": "发起考核",
    "year_option": "年度考核",
    "quarter_option": "第{number}季度平时考核",
    "file_name": "{title}登记表（{name}）",
    "ledger_file": "{year}年机关干部考核台账",
    "kept": "维持原等次",
    "changed": "改为“{grade}”",
    "exceptions": "例外",
}
DONE = {"opened": "已发起，名单{count}人", "empty": "名单是空的"}
SHEET = {
    "name": "姓名", "leave": "事假", "sick": "病假", "absent": "旷工", "late": "迟到早退",
}  # fmt: skip
BLANKS = r"[\s，,、：:；;天次]+"
"""What may stand between a name and the days away."""
LEDGER = {
    "title": "机关干部考核台账",
    "head": "{year}年，截至{moment}，{count}人。按部门和姓名排列，不作排名。",
}
FORM = {
    "quarter": "公务员（机关干部）平时考核登记表",
    "year": "公务员（机关干部）年度考核登记表",
    "period": "考核期：{start}至{end}",
    "name": "姓名", "department": "部门", "post": "职务", "item": "项目", "content": "内容",
    "text": "个人述评", "comment": "领导点评", "by": "{text}\n点评人：{name}　{day}",
    "votes": "民主测评", "attendance": "考勤", "due": "应出勤{due}天，{away}",
    "quarters": "平时考核", "quarter_line": "第{number}季度：{grade}",
    "score": "综合得分", "grade": "考核等次", "decided": "{grade}\n{meeting}　{day}审定",
    "exempt": "不定等次：{reason}", "signed": "本人意见", "sign": "本人已于{day}签收",
    "unsigned": "本人签字：　　　　年　月　日",
    "appeal": "复核", "appeal_line": "申请：{text}\n答复：{answer}（{day}）", "none": "无", "not_yet": "尚未审定",
}  # fmt: skip
FIGURES = {
    "appraisal.quarterly": (
        "平时考核机关干部", "人次",
        "考核期在时段内结束、已经审定的平时考核中，参加并定了等次的机关干部人次；不定等次的不计。",
    ),
    "appraisal.yearly": (
        "年度考核机关干部", "名", "考核年度在时段内、已经审定的年度考核中，参加并定了等次的机关干部；不定等次的不计。",
    ),
    "appraisal.exempted": (
        "考核不定等次", "人次", "考核期在时段内结束、已经审定的考核中，按规定不定等次的机关干部人次。",
    ),
}  # fmt: skip
