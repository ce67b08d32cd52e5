"""How things are called in lists, headings and helps."""

from __future__ import annotations

from typing import Final

NAMES: Final = "、"
VOIDED: Final = "误录作废"
CHOOSE: Final = "请选择"
NOT_CHOSEN: Final = "（不填）"
NONE: Final = {
    "calls": "还没有征集",
    "clues": "没有符合条件的线索",
    "manuscripts": "没有符合条件的稿件",
    "mine": "您还没有文史稿件",
    "my_clues": "您还没有提供过线索",
    "issues": "还没有编过文史资料",
    "items": "没有符合条件的宣传报道",
}
ONLY: Final = {"loose": "还没有编入", "unauthorised": "没有授权书", "unpaid": "已刊印未付稿酬", "voided": "误录作废"}
ITEM_ONLY: Final = {"own": "本级自办发布", "others": "其他媒体", "voided": "误录作废"}
TABS: Final = {
    "mine": "我的文史", "calls": "征集", "clues": "线索", "manuscripts": "稿件", "issues": "各期", "items": "宣传报道",
}  # fmt: skip
EXPORT: Final = {
    "manuscripts": "文史稿件",
    "clues": "文史线索",
    "issues": "文史资料各期",
    "items": "宣传报道",
    "filters": "筛选条件：{filters}",
    "asof": "截至{moment}，共{count}条",
    "pair": "{label}：{value}",
    "joiner": "；",
    "none": "无",
    "name": "{title}-{day}",
}
ISSUE_NAME: Final = "《{series}》{number}"
CHARS: Final = "{chars}字"
DECLARED: Final = "{chars}字（其中申报{declared}字）"
HELPS: Final = {
    "span": "例如：1950年至1978年。",
    "knows": "姓名、单位，怎样找到。",
    "suggested": "谁写合适；没有想法的写“无”。",
    "phone": "只有编辑人员可以查看，页面上只显示末四位。",
    "clue_text": "什么事、什么时候、在哪里、有哪些人参加，有没有照片、实物。",
    "file": "Word（.docx）或文本文件，会读入正文；图片在保存后作为附件上传。",
    "text": "亲历、亲见、亲闻的人和事。写到一半会自动保存，可以分几次写。",
    "witness": "自己经历的选“亲历”，在场看到的选“亲见”，听当事人讲的选“亲闻”。",
    "facts": "核对了哪些人名、地名、时间、数字，依据是什么。",
    "edited": "原稿另外保留，作者和编辑都能对照；不改动的直接提交。",
    "declared": "只登记了目录、没有正文的篇目，按版权页写合计字数；全部有正文的留空，由系统统计。",
    "proof": "版权页的照片或扫描件。",
    "internal": "内部资料准印证号或书号；没有的写内部编号。",
    "lines": "已经印好、只登记目录的，每行一篇：题目｜作者。题目和作者之间用竖线或制表符分开。",
    "fee": "以元为单位的准确数字，如 300。",
    "authorisation": "作者签名的授权书照片或扫描件，也可以以后在附件中上传。",
    "new_outlet": "列表里没有的媒体，在这里填名称，并选类型和层级，以后就能直接选。",
    "url": "报道页面的完整网址，以 http:// 或 https:// 开头。",
    "upload": "报纸照片、截图等；有网址的可以不传。",
    "organ": "由哪个机构撰稿或牵头。",
    "political": "没有政治性、政策性问题，涉及重要人物和事件的表述符合规定。",
    "secrecy": "不含国家秘密、工作秘密和不宜公开的个人信息。",
    "order": "数字小的在前。",
}
ORGAN: Final = "机构"
LABELS: Final = {
    "drop": "从目录删去“{title}”",
    "order": "“{title}”的顺序",
    "column": "“{title}”的栏目",
    "proof": "申报字数依据",
    "authorisation": "作者授权书",
    "report": "报道原件",
}
LETTER: Final = {
    "contents": "目录",
    "line": "{title}（{author}）",
    "note": "内部编号：{internal}　主编：{editor}　字数：{chars}",
    "bare": "（本篇只登记目录，系统中没有正文。）",
    "by": "{author}",
    "file": "{name}.docx",
    "nobody": "未填",
}
PANEL: Final = {"title": "宣传报道", "add": "登记报道", "empty": "还没有登记报道。"}
COVERS: Final = "publications.covers"
COVERS_FORWARD: Final = "报道了"
COVERS_BACKWARD: Final = "有宣传报道"
DRAFT_KIND: Final = "文史稿件"
UNTITLED: Final = "（还没有题目）"
STAFF_NAME: Final = "登记单位的编辑人员"
PLACED: Final = "拟编入{issue}"
PRINTED_IN: Final = "刊印在{issue}"
