"""Words of the self-check and of the burden meter."""

from __future__ import annotations

from lvzhi.norms.bans import Ban

DOCUMENT = "国办函〔2026〕12号"
BANS = {
    Ban.REPEAT: "不得就同一事项重复填报",
    Ban.POINTS: "不得打卡签到、积分排名、在线时长统计（安全、应急需要的除外）",
    Ban.FORCE: "不得强制安装、以安装率使用率考核、强制登录",
    Ban.GROUNDS: "不得以点赞、学习时长等作为考核依据，不得要求拍照留痕、轨迹留痕",
    Ban.COMMERCE: "不得用于商业用途",
}
READERS = "办公室、秘书长、领导、系统管理员、审计员"
KEPT, BROKEN = "符合", "不符合"
NO_SETTING = "不由参数决定"
SETTING = "{name}：{value}"
CHECKS = {
    "easing.asked_again": "办理表单不再问记录里已有的内容",
    "easing.from_records": "年度数据由记录直接算出，不另外填报",
    "easing.ranking": "考核结果不排名",
    "easing.points_for_use": "考核规则不能计使用系统的次数",
    "easing.no_use_rate": "没有安装率、使用率的数据",
    "easing.presence": "到会登记只核对谁到了会，不打卡",
    "easing.no_use_counted": "没有统计登录、在线时长和使用率的数据",
    "easing.no_rank_kept": "没有保存在线时长的记录",
    "easing.on_paper": "不用本系统的人，可以由工作人员代办",
    "easing.open_pages": "公开内容不用登录",
    "easing.no_tracks": "没有位置、轨迹的字段",
    "easing.no_photos": "没有必须上传照片的办理表单",
    "easing.no_likes": "没有点赞、学习时长的字段",
    "easing.no_outside": "页面不加载任何外部内容",
}
RULES = {
    "easing.asked_again": "同一事项重复填报",
    "easing.from_records": "多头填报",
    "easing.ranking": "积分排名",
    "easing.points_for_use": "以使用系统计分",
    "easing.no_use_rate": "以安装率使用率考核",
    "easing.presence": "打卡签到",
    "easing.no_use_counted": "在线时长、使用率统计",
    "easing.no_rank_kept": "在线时长统计",
    "easing.on_paper": "强制使用",
    "easing.open_pages": "强制登录",
    "easing.no_tracks": "轨迹留痕",
    "easing.no_photos": "拍照留痕",
    "easing.no_likes": "点赞、学习时长作为考核依据",
    "easing.no_outside": "商业用途",
}
SAID = {
    "asked_again": "查了{steps}个办理表单的{fields}个栏目，要求重填的{count}个",
    "from_records": "{count}项数据都由记录算出，每一项都能打开记录",
    "ranking_off": "关闭，考核结果按姓名排列",
    "ranking_on": "已开启，考核结果按得分排名",
    "presence": "到会的依据有：{kinds}；按位置、照片的{count}种",
    "kinds": "考核规则能计的有{kinds}类记录，取自{figures}项数据，没有一项取自登录、会话、消息和草稿",
    "kinds_use": "考核规则能计的有{count}项取自登录、会话、消息或草稿",
    "no_use": "查了{count}项数据，没有一项取自登录、会话、消息和草稿",
    "use": "有{count}项数据取自登录、会话、消息或草稿",
    "fields": "查了{models}类记录的{fields}个字段，没有这样的字段",
    "fields_found": "查了{models}类记录的{fields}个字段，有{count}个",
    "on_paper": "{count}个办理步骤可以由工作人员代办",
    "open_pages": "{count}个页面不用登录就能打开",
    "photos": "查了{steps}个办理表单，必须上传图片的{count}个",
    "outside": "页面只加载本站内容（内容安全策略：{policy}）",
    "outside_open": "页面可以加载外部内容（内容安全策略：{policy}）",
}
# why a control that bears the name of a field asks for something new each time
MEANT = {
    ("activities.opinion", "again", "until"): "要的是新的反馈日期",
    ("tenure.selection", "prolong", "until"): "要的是新的截止日期",
    ("proposals.assignment", "replace", "unit"): "要的是另一个单位",
}
ENTRY = "新建"
STEP_FIELD = "{workflow}：{step}"
ROLE_FIRST = "一个账号有几项职务的，按排在前面的一项计"
METER = {
    "fields": "填写栏目", "required": "其中必填", "again": "重复填写", "steps": "办理次数", "messages": "收到消息",
    "reminders": "到期提醒",
}  # fmt: skip
MEANING = {
    "fields": "每次新建和办理的表单所列的栏目数相加；按名单逐人列出的栏目、不经流程的页面不计",
    "required": "其中必须填写的",
    "again": "先前的步骤已经写进记录、又必须填写的，见“办理表单”；写明是要新内容的不计",
    "steps": "操作日志中由账号办理的条数，不含查看和随之自动产生的",
    "messages": "发到账号的消息，同一条合并多次的按次数计，不含到期提醒",
    "reminders": "期限将到和已过时发出的提醒",
}
COLUMNS = {
    "role": "职务", "trend": "填写栏目近{months}个月", "what": "事项", "times": "次数", "each": "每次栏目",
    "sum": "合计", "asks": "所在", "field": "栏目", "reason": "说明", "month": "月份",
}  # fmt: skip
MONTH = "{year}年{month}月"
TREND = "{name}，近{months}个月：{values}"
JOINER = "、"
NONE = "这个月没有办理记录。"
NO_ROWS = "没有。"
OTHERS = "在本级没有职务的账号"
AGAIN = "记录里已有，又要求填写"
OWN_WORDS = "{name}，{month}，{role}"
REFUSALS = {"easing.unknown": "没有这一项，请从减负自查页面进入。"}
