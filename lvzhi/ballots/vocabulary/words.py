"""Labels of fields, and what pages say."""

from __future__ import annotations

FIELDS = {
    "title": "测评名称",
    "kind": "测评种类",
    "held_on": "测评日期",
    "organ": "组织的机构",
    "entitled": "应到人数",
    "items": "测评对象",
    "questions": "测评内容",
    "tellers": "监票人",
    "note": "说明",
    "source": "加入哪些人",
    "person": "逐个挑选",
    "group": "票类",
    "present": "实到人数",
    "back": "收回张数",
    "invalid": "其中废票",
    "first_code": "第一名监票人的监票码",
    "second_code": "第二名监票人的监票码",
    "ground": "作废的理由",
    "voter": "投票人",
    "what": "办理",
}
HELPS = {
    "items": "每行一个，如一个部门、一名干部。",
    "questions": "每行一项。换测评种类后，留空即用该种类的内容。",
    "entitled": "到会比例以此为分母。不填的，按投票人名单的人数计。",
    "tellers": "两名以上；系统、安全、审计管理员不能担任。开箱时要两名监票人的码，多一名监票人可防有人丢码。",
    "note": "投票人在票上能看到，如测评的依据和注意事项。",
    "group": "需要分类统计时填，如“A票”；各类都不少于最少张数时才分类公布。",
    "present": "按签到填；票数不能多于实到人数。",
    "first_code": "由本人输入，不要念出来。",
    "back": "从投票箱里取出的纸质票总数。",
    "invalid": "无法辨认、填涂多个等次等。",
}
SOURCES = {
    "members": "全体在任委员",
    "staff": "全体机关干部",
    "picked": "只加下面挑选的委员",
    "organ": "{name}的成员",
}
DONE = {
    "saved": "已保存",
    "begun": "已保存，请加入投票人",
    "added": "已加入{count}人",
    "cleared": "已清空投票人名单",
    "cast": "票已投入票箱",
    "already": "您已经投过票了",
    "closed": "现在不能在网上投票",
    "paper": "{name}已领纸质票",
    "take_back": "{name}的纸质票已退回",
    "step": "“{step}”已办理",
}
WORDS = {
    "list": "无记名测评",
    "blank": "未选",
    "abstained": "弃权",
    "joiner": "、",
    "grade": "等次",
    "empty": "还没有测评",
    "empty_hint": "有需要您参加的测评时，会在工作台和消息里提醒。",
    "electorate": "投票人名单",
    "voted": "已投票",
    "cell": "{item}：{question}",
    "paper_give": "领取纸质票",
    "paper_back": "退回纸质票（未使用）",
    "issued": "发出{issued}张",
}
