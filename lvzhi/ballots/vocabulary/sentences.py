"""What people are told: refusals, journal sentences, messages."""

from __future__ import annotations

REFUSALS = {
    "ballots.not_draft": "本次测评为“{state}”，名单、内容和监票人都已封存，不能再改。",
    "ballots.not_open": "本次测评为“{state}”，现在不能投票。",
    "ballots.no_items": "请至少写一个测评对象，每行一个。",
    "ballots.no_questions": "请至少写一项测评内容，每行一项。",
    "ballots.too_many_cells": "测评对象{items}个、内容{questions}项，一张票上共{cells}格，"
    "超过{limit}格，请分成几次测评。",
    "ballots.double_line": "“{line}”写了两次，请去掉一个。",
    "ballots.few_grades": "“{kind}”没有可选的等次，请先在参数的“测评等次”中补充。",
    "ballots.too_few_tellers": "监票人只有{count}名，至少要{least}名，请补充。",
    "ballots.teller_keeps_server": "{name}是系统、安全或审计管理员，能接触数据库，不能担任监票人，请换一人。",
    "ballots.no_voters": "投票人名单是空的，请先加入投票人。",
    "ballots.too_few_voters": "投票人只有{count}人，少于{least}人：结果会暴露个人的选择，不能这样测评，请扩大范围。",
    "ballots.nobody_found": "没有找到可以加入的人，请换一个来源。",
    "ballots.code_not_taken": "监票人{names}还没有领取监票码，请各自登录领取后再启动投票。",
    "ballots.entitled_small": "应到人数{entitled}人，少于投票人{count}人，请改正应到人数或名单。",
    "ballots.in_person": "投票须本人进行，不能代为投票。请先切换回本人身份。",
    "ballots.unanswered": "“{item}”的“{question}”没有选，请补上再交。",
    "ballots.unknown_grade": "所选等次不在本次测评中，请重新选择。",
    "ballots.present_large": "实到人数{present}人，多于应到人数{entitled}人，请改正。",
    "ballots.above_attendance": "已投票和已领纸质票的共{voted}人，多于实到人数{present}人。"
    "请核对签到，改正实到人数；核对不清的，宣布作废。",
    "ballots.paper_missing": "发出纸质票{issued}张，还没有录入计票数，请先录入。",
    "ballots.paper_none": "没有发出纸质票，不用录入计票数。",
    "ballots.paper_excess": "收回{back}张，多于发出的{issued}张。请重新清点。",
    "ballots.paper_invalid": "废票{invalid}张，多于收回的{back}张，请重新清点。",
    "ballots.paper_sum": "“{item}”的“{question}”各等次合计{sum}张，多于有效的{valid}张，请重新清点。",
    "ballots.code_wrong": "这个监票码不是本次测评监票人的，请核对后重新输入。",
    "ballots.code_twice": "两个监票码是同一名监票人的，须由两名监票人各输各的。",
    "ballots.urn_gone": "票箱的钥匙已不在，票箱无法打开（可能是从备份恢复了数据）。请宣布作废，重新测评。",
    "ballots.not_shown": "结果还没有公布，或本次测评作废，没有可看的结果。",
    "ballots.ground_needed": "请写明作废的理由。",
}
EVENTS = {
    "ballots.edited": "修改测评",
    "ballots.voters_cleared": "清空投票人名单",
    "ballots.code_taken": "领取监票码",
}
MESSAGES = {
    "ballots.open": "请参加“{title}”的无记名测评",
    "ballots.announced": "“{title}”的测评结果已公布",
    "ballots.teller": "您是“{title}”的监票人，请在投票开始前领取监票码",
}
TASKS = ("ballots.open", "ballots.teller")
