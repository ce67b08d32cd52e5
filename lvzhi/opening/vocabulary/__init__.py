"""Words of the first morning."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices


class Step(TextChoices):
    """What the first run asks next."""

    COMMITTEE = "committee", "政协组织"
    TERM = "term", "届次和全会"
    ORGANS = "organs", "机构"
    KEEPERS = "keepers", "三员和机关人员"
    DONE = "done", "完成"


class Said(TextChoices):
    """What no data can show, so somebody says it."""

    NORMS = "norms", "已核对本级参数"
    SETTLED = "settled", "开张完成"


OPENER: Final = "开张向导"
OPENER_ROLE: Final = "持开张码的人"
SERVER: Final = "服务器"

LABELS: Final[dict[str, str]] = {
    "code": "开张码",
    "name": "政协名称",
    "short_name": "简称",
    "place_code": "代码",
    "level": "层级",
    "upper_name": "上级政协名称",
    "upper_code": "上级政协代码",
    "number": "第几届",
    "starts": "本届开始日期",
    "ends": "本届届满日期",
    "session_number": "最近一次全会是第几次",
    "opens": "开幕日期",
    "closes": "闭幕日期",
    "special_committee": "专门委员会",
    "sector": "界别",
    "agency": "机关工作部门",
    "liaison_group": "委员联络组（活动组）",
    "also": "领导机构",
    "person": "姓名",
    "username": "登录名",
    "what": "是什么",
    "file": "文件",
    "make_organs": "名册中没有的界别、专委会、联络组自动新设",
}
HELP: Final[dict[str, str]] = {
    "code": "服务器启动时印在终端里，也可以在服务器上运行 lvzhi init --show-code 查看。",
    "name": "全称，例如“某某区政协”。",
    "short_name": "页面上常用的叫法，可不填。",
    "place_code": "字母或数字，建议用行政区划代码，例如 522301。",
    "upper_name": "先登记一个名字，便于今后上下联动；可不填。",
    "upper_code": "填了上级名称的须填。",
    "number": "只填数字，例如 11。",
    "ends": "尚未届满的不填。",
    "session_number": "正在筹备全会的填这一次，已开过的填最近一次。",
    "closes": "提案征集期按参数由开、闭幕日期推算，以后可在“届次机构”中修改。",
    "lines": "一行一个，按本级实际增删改名。",
    "liaison_group": "一行一个，没有的不填。名册里出现的，导入时也可以自动新设。",
    "username": "登录时用，字母、数字或汉字。",
    "file": "Excel 或 CSV，表头常见的叫法都认得；历史提案也可以是装着 Word 文件的 zip。",
    "staff": "可以先不填，以后由系统管理员开账号、安全管理员登记职务。同一人兼几职的，姓名和登录名照填。",
}
STAFF_HELP: Final = "导入名册、登记会议由办公室工作人员办理，接收和审查提案由提案经办、提案委负责人办理。"
WORDS: Final[dict[str, str]] = {
    "checklist": "开张清单",
    "past": "往年数据",
    "handed_over": "已交后台写入，完成后会发消息通知您。",
    "confirmed": "已确认：{what}。",
    "opened": "{committee}已经开张。",
    "more": "等{count}人",
    "nobody": "还没有人",
    "who": "由{role}办理：{names}",
    "and": "、",
}
REFUSALS: Final[dict[str, str]] = {
    "opening.code_wrong": "开张码不对，请在服务器上运行 lvzhi init --show-code 查看后照填（不分大小写，短横线可省）。",
    "opening.over": "这里已经开张，不能再次进行。增减人员和机构请登录后办理。",
    "opening.moved": "这一步刚才已经由别的页面完成，请刷新后接着做。",
    "opening.database_used": "这个数据库里已经有{committee}，首次开张只能用于空库。",
    "opening.level_unknown": "层级“{level}”无法识别，请从省级、市级、县级中选择。",
    "opening.upper_code": "填写了上级政协名称，请一并填写它的代码。",
    "opening.upper_name": "填写了上级政协代码，请一并填写它的名称。",
    "opening.no_upper": "省级政协不填上级政协，请删去。",
    "opening.organs_none": "请至少保留一个专门委员会和一个界别，名册要按它们归类。",
    "opening.organ_twice": "“{label}”第{second}行的“{name}”与第{first}行重复，请删去一行。",
    "opening.organ_long": "“{label}”第{row}行超过{limit}个字，请缩短。",
    "opening.person_missing": "请填写{role}的姓名和登录名。",
    "opening.person_half": "{role}只填了姓名或登录名中的一项，请补齐或都删去。",
    "opening.keepers_same": "{first}和{second}须由不同的人担任，现在{what}相同，请改正。",
    "opening.login_two": "登录名“{username}”填给了“{first}”和“{second}”两个人，一人一号，请改正。",
    "opening.login_keeper": "{name}已是{keeper}，不宜兼任{role}，请另填一人。",
    "opening.bad_file": "{sentence}",
    "opening.not_brought": "{sentence}{first}",
    "opening.not_confirmable": "没有这一项可以确认，请刷新页面。",
    "opening.not_settled": "清单还差{count}项必办事项，办完后再点“开张完成”。",
}
EVENTS: Final[dict[str, str]] = {
    "opening.entered": "凭开张码进入首次开张",
    "opening.refused": "开张码填写错误",
    "opening.begun": "首次开张：建立“{name}”",
    "opening.stepped": "首次开张：完成“{step}”",
    "opening.confirmed": "开张清单：{what}",
}
CARRIED: Final[dict[str, str]] = {
    "people": "委员名册",
    "units": "承办单位",
    "proposals": "历史提案",
    "ledger": "问题台账",
    "projects": "项目",
    "party": "党组织和党员",
}
WITHOUT_IMPORT: Final = (
    "社情民意信息、文书、制度、文史资料、荣誉、联系走访、协商与调研过程、机关干部、承办单位联络员账号、履职考核结果。"
)
BRINGING: Final = "导入文件"
CHECK_TITLE: Final = "检查{what}：{file}"
WRITE_TITLE: Final = "写入{what}：{file}"
BROUGHT: Final = "{what}“{file}”：共{rows}行，可导入{ready}，错误{errors}处，提醒{warnings}处。"
NOT_WRITTEN: Final = "没有写入任何数据，请按提示改好后重新检查。"
READY_TO_WRITE: Final = "以上是检查结果，还没有写入；回到“往年数据”点“写入”。"
FINDINGS_FILE: Final = "{what}检查结果（错误{errors}处、提醒{warnings}处）.csv"
TOO_LARGE: Final = "{name} 超过{limit}MB，请拆成几个文件。"
WHAT_SAME: Final[dict[str, str]] = {"username": "登录名", "name": "姓名"}
MAY_LOOK: Final = "本级政协的系统、安全、审计管理员和机关工作人员"
MAY_CONFIRM: Final = "本级政协的办公室工作人员、秘书长、系统管理员"

# key: title, what is missing (or how it stands when done), whether the first proposal needs it, words of the link
LINES: Final[dict[str, tuple[str, str, str]]] = {
    "session": (
        "届次和全会",
        "{term}，{session}，提案征集{window}",
        "没有登记今日所在的届次或全会，提案不知归入哪一次。",
    ),
    "organs": ("机构", "专门委员会{special}个、界别{sectors}个、机关部门{agency}个", "还没有{lacking}。"),
    "keepers": ("三员分立", "系统、安全、审计管理员由三人担任，都已改过初始密码", "{lacking}"),
    "staff": (
        "谁来收案和审查",
        "办公室、提案经办、提案委负责人都已任命",
        "还没有{lacking}。系统管理员开账号，安全管理员登记职务。",
    ),
    "norms": (
        "本级参数",
        "已于{day}由{name}核对",
        "提案字数、附议、时限等按通行做法预置，与本级规则不同的请改，然后点“已核对”。",
    ),
    "roster": ("委员名册", "在任委员{members}名", "名册还是空的。下载模板，填好后上传，先预览再导入。"),
    "committees": (
        "委员归入专委会",
        "在任委员都已归入专委会",
        "{count}名委员没有归入任何专委会。补填名册的“专委会”列，或在委员页面加入。",
    ),
    "logins": ("委员账号", "在任委员都能登录", "{without}名委员没有账号，{waiting}名有账号而没有登记“委员”职务。"),
    "units": ("承办单位", "承办单位{count}个", "名录还是空的，立案后无处交办。下载模板，填好后上传。"),
    "officers": (
        "承办单位联络员",
        "{count}个单位都有联络员账号",
        "{without}个单位没有联络员账号，不能在线签收和答复。",
    ),
    "second": (
        "第二步验证",
        "要求使用：{roles}",
        "没有要求任何职务使用第二步验证。建议至少要求三员使用（参数“必须启用第二步验证的职务”）。",
    ),
    "backup": (
        "备份",
        "{day}做过备份（{name}）",
        "还没有做过备份。在服务器上运行 lvzhi backup，再用 lvzhi restore --check 演练一次。",
    ),
    "proposal": ("第一件提案", "已有{count}件提案提交", "还没有委员提交提案。"),
    "filed": ("第一件立案", "已有{count}件提案立案", "还没有提案立案。"),
}
NEEDED: Final = frozenset({"session", "organs", "keepers", "staff", "norms", "roster", "logins"})
LACKING: Final[dict[str, str]] = {
    "special_committee": "专门委员会",
    "sector": "界别",
    "agency": "机关工作部门",
}
EMPTY: Final[dict[str, str]] = {
    "committees": "名册导入后再看。",
    "logins": "名册导入后再开通。",
    "officers": "承办单位导入后再开通。",
}
LACKS_POST: Final = "还没有{lacking}。"
LACKS_CHANGE: Final = "{names}还没有改掉初始密码，请本人登录修改。"
LINKS: Final[dict[str, str]] = {
    "session": "去登记",
    "organs": "去设立",
    "keepers": "去任命",
    "staff": "去办理",
    "norms": "去核对",
    "roster": "导入名册",
    "committees": "看名册",
    "logins": "开通账号",
    "units": "导入单位",
    "officers": "看单位",
    "second": "去设定",
    "backup": "怎样备份",
    "proposal": "去写提案",
    "filed": "去审查",
}
WINDOW: Final = "{begins}至{until}"
