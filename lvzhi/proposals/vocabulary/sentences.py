"""What people are told: refusals, journal sentences, messages."""

from __future__ import annotations

REFUSALS = {
    "proposals.text_changed": "您打开页面后，《{title}》的文字已在别处改过。请刷新后核对再保存，"
    "您填写的内容没有覆盖已有内容。",
    "proposals.title_missing": "请填写案由。",
    "proposals.title_long": "案由{length}字，超过{limit}字，请精简后再提交。",
    "proposals.text_long": "正文共{length}字，超过{limit}字，请精简，或把超出部分作为附件并说明理由。",
    "proposals.no_recommendation": "请至少写一条具体建议。",
    "proposals.not_editable": "提案现为“{state}”，不能修改文字；如需修改，请联系提案委员会退回。",
    "proposals.not_member": "您在{committee}没有在任的委员身份，不能提交提案。",
    "proposals.cosigner_left": "{name}已不是本届在任委员，不能邀请联名。",
    "proposals.cosigner_self": "第一提案人不能再作联名人。",
    "proposals.cosigner_double": "{name}已在联名名单中。",
    "proposals.cosigners_many": "联名委员最多{limit}人，已有{count}人。",
    "proposals.unit_closed": "{unit}已于{ends}撤销或并入其他单位，请选择现有承办单位。",
    "proposals.unit_double": "{unit}重复选择，每个单位只能承担一种角色。",
    "proposals.lead_missing": "请选择主办单位，或全部选为分办单位。",
    "proposals.route_missing": "请选择不予立案后的去向。",
    "proposals.ground_missing": "请至少选择一项不予立案的依据。",
    "proposals.class_unknown": "“{letter}”不是{year}年使用的办理结果类别，请从列表中选择。",
    "proposals.not_signatory": "只有本提案的提案人和已附议的联名人可以评价。",
    "proposals.rated_already": "您已于{when}评价过本次答复。",
    "proposals.reason_missing": "评价为“不满意”时请写明理由。",
    "proposals.window_over": "退回申请的期限为{due}，现已超过。如仍有异议，请与提案委员会联系。",
    "proposals.co_opinion_missing": "会办单位{units}尚未提交会办意见，主办单位暂不能答复。",
    "proposals.no_session": "{committee}没有登记{day}所在的届次，请联系提案委员会先登记届次和全会。",
    "proposals.number_format": "编号格式“{format}”写错了，请在参数中改正。",
    "proposals.rounds_over": "已重新办理{rounds}次，达到上限，请由提案委员会说明后办结。",
    "proposals.unknown": "没有找到这件提案，或您无权查看。",
    "proposals.not_key": "本提案还不是重点提案。",
}
DONE = {
    "saved": "已保存。",
    "invited": "邀请已发出，对方确认后计入联名。",
    "submitted": "提案已提交，收件号{serial}。",
}
BEGIN = "起草提案"
SENTENCES = {
    "begin": BEGIN,
    "invite": "邀请{count}名委员联名，请于{until}前确认",
    "submit": "提交提案，收件号{serial}，{track}",
    "send_back": "退回修改",
    "file": "立案，{number}，{category}类",
    "refuse": "不予立案：{grounds}；{route}",
    "withdraw": "撤回",
    "assign": "交办{number}：{units}",
    "handling": "承办单位已全部签收，{number}进入办理",
    "reassign": "{number}改由{units}承办",
    "answer": "答复{number}，结果{result_class}类，第{round}轮",
    "rate": "{who}评价第{round}轮答复",
    "close_unrated": "逾期未评价，按未评办结",
    "mark_key": "确定{number}为重点提案，{leader}领衔督办",
    "unmark_key": "取消{number}的重点提案",
}
SIGN_SENTENCES = {
    "begin": "邀请{member}联名",
    "sign": "{member}附议",
    "decline": "{member}婉拒附议",
    "expire": "{member}未按期确认附议",
    "recall": "撤回对{member}的联名邀请",
}
ASSIGN_SENTENCES = {
    "begin": "交{unit}{role}",
    "sign": "{unit}签收",
    "ask_return": "{unit}申请退回",
    "keep": "不同意{unit}退回",
    "replace": "同意{unit}退回，改办",
    "opinion": "{unit}提交会办意见",
    "revise_opinion": "{unit}修改会办意见",
    "finish": "{unit}办复",
}
EVENTS = {
    "proposals.written": "修改提案文字",
    "proposals.exported": "导出提案清单{count}件",
}
MESSAGES = {
    "proposals.invited": "{who}邀请您联名提出《{title}》，请确认是否附议。",
    "proposals.signed": "{who}已附议您的提案《{title}》。",
    "proposals.declined": "{who}婉拒附议您的提案《{title}》。",
    "proposals.submitted": "收到新提案《{title}》（{who}），请审查。",
    "proposals.sent_back": "您的提案《{title}》退回修改：{opinion}",
    "proposals.filed": "提案《{title}》已立案，案号{number}。",
    "proposals.refused": "提案《{title}》未予立案：{grounds}；{route}。",
    "proposals.assigned": "{number}《{title}》已交{unit}{role}，请签收。",
    "proposals.return_asked": "{unit}申请退回{number}《{title}》，请处理。",
    "proposals.return_kept": "{number}《{title}》仍由{unit}承办：{opinion}",
    "proposals.handling": "提案《{title}》已由{units}签收，开始办理。",
    "proposals.answered": "提案《{title}》已答复，请评价。",
    "proposals.dissatisfied": "{number}《{title}》提案人对答复不满意，请重新办理：{reason}",
    "proposals.closed": "提案《{title}》已办结。",
    "proposals.key": "{number}《{title}》确定为重点提案，由{leader}领衔督办。",
}
