"""What people are told: refusals, journal sentences, messages."""

from __future__ import annotations

REFUSALS = {
    "appraisal.unknown": "没有找到这次考核，或您无权查看。",
    "appraisal.twice": "{title}已经发起，请在原有的考核里办理。",
    "appraisal.early": "{title}还没有开始：{day}起才能发起。",
    "appraisal.account_by_past": "述评截止日期{day}早于今天，请改为今天以后的日期。",
    "appraisal.nobody": "{committee}在{start}至{end}没有机关干部，请先在机关干部名册中登记。",
    "appraisal.text_needed": "请写个人述评的内容。",
    "appraisal.comment_needed": "请写点评意见。",
    "appraisal.leader_self": "{name}不能点评自己，请另选一位点评领导。",
    "appraisal.leader_missing": "还没有为{name}确定点评领导，请先由办公室确定。",
    "appraisal.grade_unknown": "{name}的等次不在等次表中，请重新选择。",
    "appraisal.days_more": "{name}的事假、病假、旷工合计{away}天，多于应出勤{due}天，请核对。",
    "appraisal.name_unknown": "第{row}行的“{name}”不在本次考核名单中，请核对姓名。",
    "appraisal.name_twice": "第{row}行的“{name}”已经写过，每人写一行。",
    "appraisal.line_unread": "第{row}行“{text}”读不懂，请写成“张三 事假1 病假2.5 旷工0 迟到1”的样子。",
    "appraisal.sheet_row": "考勤表第{row}行：{problem}",
    "appraisal.ballot_missing": "本期要民主测评，还没有组织投票，请先组织。",
    "appraisal.ballot_running": "“{title}”为“{state}”，请在计票并公布结果后再拟定等次。",
    "appraisal.ballot_nobody": "参加测评的干部都不定等次，没有可以测评的人。",
    "appraisal.account_lacking": "{names}还没有个人述评，请催交或代录；不参加的，作“不定等次”。",
    "appraisal.comment_lacking": "{names}还没有领导点评，请催办；不参加的，作“不定等次”。",
    "appraisal.attendance_lacking": "{names}还没有季度考勤，请先录入。",
    "appraisal.quarter_missing": "{name}缺{quarters}平时考核的等次。请先审定该季度，或按到岗时间核对；"
    "没有参加的，作“不定等次”。",
    "appraisal.grade_missing": "{name}还没有拟定等次，请选择；不参加的，作“不定等次”。",
    "appraisal.grade_note": "{names}拟定为须写明理由的等次，请在说明中写明理由。",
    "appraisal.quota": "拟定“{grade}”{count}名，超过比例：参加考核{base}名，按{share}%计{exact}名，"
    "{rounding}，最多{most}名。",
    "appraisal.quota_appeal": "改为“{grade}”后共{count}名，超过最多{most}名（参加考核{base}名的{share}%，{rounding}）。"
    "请在申诉答复中另定等次。",
    "appraisal.year_quarters": "{name}全年平时考核“{grade}”{count}次，少于{least}次，不能评为“{wanted}”。",
    "appraisal.year_low": "{name}平时考核有“{grade}”，不能评为“{wanted}”。",
    "appraisal.away_long": "{name}全年病假、事假共{days}天，超过{most}天，按规定不定等次，请先作“不定等次”。",
    "appraisal.weights_sum": "考核权重合计{sum}%，应为100%，请在参数中改正（{names}）。",
    "appraisal.met_ahead": "会议日期{day}在今天之后，请改正。",
    "appraisal.met_before": "会议日期{day}早于考核期结束的{end}，请改正。",
    "appraisal.window_over": "申请复核的期限到{day}，已经过了。",
    "appraisal.appeal_once": "本期已经复核答复过一次，不再重复受理；可按规定向上一级提出申诉。",
    "appraisal.appeal_text": "请写明对哪一项有意见和理由。",
    "appraisal.answer_text": "请写明复核意见。",
    "appraisal.appeals_open": "{names}的复核还没有答复，答复后再归档。",
    "appraisal.window_open": "{names}还没有签收，申请复核的期限到{day}，期满后再归档。",
}
EVENTS = {
    "appraisal.opened": "发起{title}，名单{count}人",
    "appraisal.form_taken": "下载{title}登记表",
    "appraisal.ledger_taken": "导出{year}年机关干部考核台账，{count}人",
}
ROUND_SENTENCES = {
    "begin": "发起考核",
    "ballot": "组织民主测评，名单{count}人",
    "attend": "录入季度考勤，{count}人",
    "attend_sheet": "按表格录入季度考勤，{count}人",
    "propose": "拟定等次，{count}人",
    "send_back": "退回重新拟定等次：{ground}",
    "decide": "{meeting}（{day}）审定等次",
    "archive": "考核归档",
}
LINE_SENTENCES = {
    "begin": "列入考核名单{count}人",
    "account": "提交个人述评",
    "account_for": "代录个人述评",
    "amend": "修改个人述评",
    "comment": "领导点评",
    "comment_for": "代录领导点评",
    "recomment": "修改点评",
    "set_leader": "确定点评领导",
    "exempt": "作不定等次：{reason}",
    "include": "恢复参加考核",
    "tell": "反馈考核结果",
    "sign": "本人签收考核结果",
    "sign_for": "登记本人已在纸质登记表上签字",
    "appeal": "申请复核",
    "answer": "答复复核申请：{result}",
}
MESSAGES = {
    "appraisal.asked": "请在{day}前填写{title}的个人述评",
    "appraisal.comment": "请点评{name}的{title}个人述评",
    "appraisal.told": "{title}的结果已经审定，请查看并签收",
    "appraisal.exempt": "您在{title}中不定等次：{reason}",
    "appraisal.answered": "{title}的复核申请已经答复，请查看",
}
