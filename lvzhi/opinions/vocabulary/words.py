"""How things are called in lists, headings and helps."""

from __future__ import annotations

from typing import Final

NAMES: Final = "、"
VOIDED: Final = "误录作废"
NOT_CHOSEN: Final = "（不填）"
CHOOSE: Final = "请选择"
FROM: Final = "opinions.from"
FROM_FORWARD: Final = "提炼自"
FROM_BACKWARD: Final = "已提炼为社情民意信息"
PANEL: Final = {"title": "社情民意信息", "add": "提炼为社情民意信息"}
UNTITLED: Final = "（还没有标题）"
DRAFT_KIND: Final = "社情民意信息"
OFFLINE_TITLE: Final = "（已转线下，内容不在本系统）"
NAMED: Final = "{day}提交的社情民意信息"
NAMED_DRAFT: Final = "未提交的社情民意信息"
CUT: Final = "……"
ERASED: Final = "（内容已清除）"
CITIZEN: Final = "市民"
SUGGESTED: Final = "{day}的微建议"
URGENT: Final = "紧急"
BAR: Final = "｜"
BARRED: Final = r"[|｜\t]"
"""What parts the name from the unit of somebody outside."""
PARTS: Final = {"situation": "情况反映", "analysis": "原因分析", "suggestion": "意见建议"}
SELF: Final = "以个人名义"
HELPS: Final = {
    "suggest": "一条写一件事：在哪里、什么问题、希望怎么办。请不要写身份证号、电话等个人信息。",
    "citizen": "可以不填，不会公开。",
    "citizen_phone": "可以不填；只有工作人员需要核实时使用，加密保存，不会公开。",
    "erase": "内容涉密、侵犯他人隐私或违法的，勾选后内容、称呼和电话都会清除，不能恢复。",
    "taken": "您的建议已采纳，作为社情民意信息反映。感谢您的关心和支持。",
    "title": "一事一报，写明什么地方、什么问题。",
    "situation": "时间、地点、具体情况和数字；来自走访、调研或群众反映的，写明来源。",
    "organ": "由机构集体反映的选机构；以个人名义反映的不选。",
    "people": "与您一起反映的委员，输入姓名或拼音首字母查找；重名的会列出界别和单位。",
    "authors": "由哪几位委员反映，第一位为首要反映人。",
    "outsiders": "不在名册里的人，每行一人：姓名｜单位和职务。",
    "urgent": "突发事件、苗头性问题等需要马上报送的。",
    "hidden": "转有关单位办理时不显示您的姓名，也不写入转办文书。",
    "follows": "对以前反映过的事有新情况时选原来的一篇。",
    "uploads": "照片、表格、调研材料等；保存后还可以再加。",
    "not_secret": "本系统是非涉密系统，严禁处理涉密信息。涉密情况请通过保密渠道报送。",
    "main": "待筛选、待编辑、待核稿或待编发的另一篇；本篇的反映人会列为它的联名反映人。",
    "offline": "内容、编辑稿、附件和草稿都会清除，不能恢复，只留下标记。理由中不要写涉密内容。",
    "edited": "原稿另外保留，反映人和编辑都能对照。",
    "sound": "事实清楚、数字有据、表述准确，没有政治性、政策性问题。",
}
LABELS: Final = {
    "publish_yes": "同意公开",
    "publish_no": "不同意公开",
    "authors": "反映人（委员）",
    "organ": "反映机构",
}
NONE: Final = {
    "suggestions": "还没有公众微建议。",
    "mine": "您还没有反映过社情民意信息。",
    "screening": "没有等待处理的信息。",
    "all": "没有符合条件的信息。",
}
TABS: Final = {
    "mine": "我的信息",
    "screening": "待处理",
    "arrivals": "下级来件",
    "issues": "各期和专报",
    "sent": "报送情况",
    "all": "全部信息",
    "suggestions": "微建议",
}
ONLY: Final = {"urgent": "紧急", "overdue": "已超期", "voided": "误录作废"}
EXPORT: Final = {
    "title": "社情民意信息",
    "filters": "筛选条件：{filters}",
    "asof": "截至{moment}，共{count}条",
    "pair": "{label}：{value}",
    "joiner": "；",
    "none": "无",
    "name": "社情民意信息-{day}",
}
COMPARED: Final = {"title": "标题", "text": "正文"}
BATCHES: Final = {"select": "成批采用", "keep": "成批留存"}
BATCH_HINTS: Final = {
    "select": "勾选的每一篇分别采用编辑，各记一条记录、各发一次消息。",
    "keep": "勾选的每一篇以同一理由留存，各记一条记录、各发一次消息。",
}
