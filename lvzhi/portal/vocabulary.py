"""Words of the public site: parts, fields with what they mean, figures, sentences."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices

from lvzhi.proposals.vocabulary import PromiseState, State


class Part(TextChoices):
    """What stands on a site."""

    PROPOSALS = "proposals", "提案"
    RULES = "rules", "制度"
    REPORTS = "reports", "报告"
    MEMBERS = "members", "委员"


class Stage(TextChoices):
    """How far a proposal is, in plain words."""

    HANDLING = "handling", "办理中"
    ANSWERED = "answered", "已答复待评价"
    CLOSED = "closed", "已办结"


class Following(TextChoices):
    """How far an address is on its way to following."""

    ASKED = "asked", "等待发出确认邮件"
    SENT = "sent", "等待确认"
    CONFIRMED = "confirmed", "已关注"


PARTS: Final[dict[str, str]] = dict(Part.choices)
PART_LEADS: Final = {
    Part.PROPOSALS: "经提案者同意、提案委员会审定公开的提案、答复和承诺。",
    Part.RULES: "现行有效、已经公开的制度，每一版都有固定地址。",
    Part.REPORTS: "已经签发并公开的报告，文中每个数据附签发时的数值和口径。",
    Part.MEMBERS: "现任委员的姓名、界别和所在专门委员会。",
}
EMPTY: Final = {
    Part.PROPOSALS: "还没有公开的提案。", Part.RULES: "还没有公开的制度。", Part.REPORTS: "还没有公开的报告。",
    Part.MEMBERS: "还没有委员。",
}  # fmt: skip
STAGE_OF: Final = {
    State.FILED: Stage.HANDLING, State.ASSIGNED: Stage.HANDLING, State.HANDLING: Stage.HANDLING,
    State.REHANDLING: Stage.HANDLING, State.ANSWERED: Stage.ANSWERED, State.CLOSED: Stage.CLOSED,
}  # fmt: skip
STAGE_MEANS: Final = {
    Stage.HANDLING: "已经立案，正在由承办单位办理，或正在重新办理。",
    Stage.ANSWERED: "承办单位已书面答复，等待提案者评价。",
    Stage.CLOSED: "答复经提案者评价，全部程序已经走完。",
}
PROMISE_WORDS: Final = {
    PromiseState.OPEN: "正在履行", PromiseState.KEPT: "已兑现", PromiseState.BROKEN: "没有兑现",
    PromiseState.RESCHEDULED: "已改期，正在履行",
}  # fmt: skip
PROMISE_TONES: Final = {
    PromiseState.OPEN: "info",
    PromiseState.KEPT: "good",
    PromiseState.BROKEN: "bad",
    PromiseState.RESCHEDULED: "warn",
}
STAGE_TONES: Final = {Stage.HANDLING: "info", Stage.ANSWERED: "warn", Stage.CLOSED: "good"}
BY_MEMBER, WITHHELD, FULL, SUMMARY = "委员提案", "〔略〕", "全文", "摘要"
REPLY_MARK: Final = "的答复（"
YES, NO = "是", "否"
COUNT: Final = {
    Part.PROPOSALS: "{count}件",
    Part.RULES: "{count}项",
    Part.REPORTS: "{count}份",
    Part.MEMBERS: "{count}名",
}
STEPS: Final = {
    "filed": "经审查立案", "assigned": "交办", "assigned_to": "交{units}办理", "answered": "书面答复",
    "closed": "办结", "published": "以{form}公开",
}  # fmt: skip
NUMBERED: Final = "（第{number}版）"
SPEAKS_FOR: Final = "{name}政协公开"

# Every field that leaves, with what it means; the order is that of the open data.
FIELDS: Final[dict[str, dict[str, tuple[str, str]]]] = {
    Part.PROPOSALS: {
        "number": ("案号", "立案时给的编号，一届一次会议之内不重复。"),
        "title": ("案由", "公开文本的标题。"),
        "session": ("会次", "提案所属的全体会议；闭会期间提出的为空。"),
        "track": ("大会或平时", "在全体会议征集期内提出的为大会提案，其余为平时提案。"),
        "category": ("类别", "立案时按本级类别表划分的类别。"),
        "proposer": ("提案者", "集体提案为单位名称；个人提案为第一提案人姓名，本级不公开姓名的写“委员提案”。"),
        "collective": ("集体提案", "是否由党派、团体、界别、专门委员会等集体提出。"),
        "key": ("重点提案", "是否确定为重点提案。"),
        "unit": ("主办单位", "负责答复的承办单位。"),
        "stage": ("进展", "办理中、已答复待评价、已办结之一。"),
        "result": ("办理结果", "承办单位答复时注明的结果类别；答复没有公开的为空。"),
        "filed_on": ("立案日期", "审查立案的日期。"),
        "answered_on": ("答复日期", "最近一轮答复全部完成的日期；答复没有公开的为空。"),
        "closed_on": ("办结日期", "办结的日期。"),
        "form": ("公开方式", "全文或摘要，由提案委员会审定。"),
        "published_on": ("公开日期", "现在这一文本公开的日期。"),
    },
    Part.RULES: {
        "title": ("制度名称", "这一版的名称。"),
        "kind": ("种类", "条例、办法、规则等。"),
        "number": ("第几版", "从第一次印发起的版次。"),
        "document_no": ("文号", "印发文号。"),
        "issued_on": ("印发日期", "这一版印发的日期。"),
        "starts_on": ("施行日期", "这一版开始施行的日期。"),
        "published_on": ("公开日期", "这一版公开的日期。"),
    },
    Part.REPORTS: {
        "title": ("标题", "报告标题。"),
        "kind": ("种类", "常委会工作报告、工作综述等。"),
        "document_no": ("文号", "归档时登记的文号。"),
        "signed_on": ("签发日期", "文字和数据固定的日期。"),
        "published_on": ("公开日期", "报告公开的日期。"),
    },
    Part.MEMBERS: {
        "name": ("姓名", "委员姓名。"),
        "sector": ("界别", "委员所在的界别。"),
        "organs": ("专门委员会", "委员所在的专门委员会。"),
        "office": ("政协职务", "主席、副主席、秘书长、常务委员等；没有的为空。"),
        "published": ("公开提案", "以本人为第一提案人、现仍公开的提案件数；本级不公开提案者姓名的为空。"),
    },
}  # fmt: skip
ADDRESS: Final = ("网址", "固定地址，内容撤回后打开会说明已撤回。")
FIGURES: Final[dict[str, tuple[str, str]]] = {
    "proposals": ("公开提案", "现以全文或摘要公开的提案，同一件只计一次；已撤回的不计。"),
    "answered": ("已答复待评价", "公开提案中，承办单位已书面答复、等待提案者评价的。"),
    "closed": ("已办结", "公开提案中，经提案者评价、程序走完的。"),
    "rules": ("现行制度", "今天有效、且现行一版已经公开的制度。"),
    "reports": ("公开报告", "已经签发并公开的报告；已撤回的不计。"),
    "members": ("现任委员", "今天在任的委员。"),
}
UNITS: Final = {
    "proposals": "件", "answered": "件", "closed": "件", "rules": "项", "reports": "份", "members": "名",
}  # fmt: skip
LICENCES: Final[dict[str, tuple[str, str]]] = {
    "cc-by-4.0": ("知识共享 署名 4.0 国际（CC BY 4.0）", "https://creativecommons.org/licenses/by/4.0/deed.zh-hans"),
    "cc0-1.0": ("知识共享 公共领域（CC0 1.0）", "https://creativecommons.org/publicdomain/zero/1.0/deed.zh-hans"),
}
REFUSALS: Final[dict[str, str]] = {
    "portal.unknown_committee": "这里没有公开网站：没有这个政协组织，或它还没有开放公开网站。请从公开网站目录进入。",
    "portal.no_part": "“{committee}”没有公开“{part}”栏目，请从首页选择其他栏目。",
    "portal.unknown": "没有找到这一页，请检查网址，或从首页查找。",
    "portal.gone": "已撤回公开：这里原来公开的内容已经撤回，不再提供。",
    "portal.too_often": "请求过于频繁，请在{seconds}秒后再试。",
    "portal.mail_address": "“{text}”不是邮箱地址，请写成 name@example.com 这样。",
    "portal.no_following": "“{committee}”没有开放邮件关注，可以用阅读器订阅。",
    "portal.follow_link": "这个确认链接已经用过、过期或不完整。要关注请回到提案页重新登记。",
    "portal.follow_end_link": "退订链接不完整，请完整复制邮件里的链接再打开。",
}
EVENTS: Final[dict[str, str]] = {
    "portal.too_often": "在公开网站请求过于频繁，暂停",
    "portal.follow_asked": "有人登记用邮件关注公开的提案",
    "portal.follow_confirmed": "确认用邮件关注公开的提案",
    "portal.follow_ended": "退订关注邮件，邮箱已删除",
    "portal.follow_over": "未确认、内容已撤回或已停办的邮件关注{count}个，邮箱已删除",
    "portal.follow_told": "给关注提案的邮箱发信：确认邮件{asked}封，变化邮件{told}封",
}
FEED_TITLE: Final = "{committee}公开：{part}"
ALL: Final = "最新公开"
FEED_LINE: Final = {
    Part.PROPOSALS: "{proposer}提出，{unit}主办，{stage}。", Part.RULES: "{kind}，{starts_on}起施行。",
    Part.REPORTS: "{kind}，{signed_on}签发。",
}  # fmt: skip
FEED_TITLES: Final = {
    Part.PROPOSALS: "提案：{title}",
    Part.RULES: "制度：{title}（第{number}版）",
    Part.REPORTS: "报告：{title}",
}
JOB: Final = "给关注提案的邮箱发信"
DUTY: Final = "关注提案的邮件"
JOB_SAID: Final = "确认邮件{asked}封，变化邮件{told}封，删除邮箱{ended}个，没有发出{failed}封"
_ASKED: Final = (
    "您好。\n\n有人用这个邮箱登记，关注{committee}公开的提案《{title}》。\n"
    "是您登记的，请在{hours}小时内打开下面的链接并点“确认关注”：\n{link}\n\n"
    "不是您登记的，不用理会；不确认就不再来信，邮箱到期删除。\n"
)
_NEWS: Final = (
    "您好。\n\n您关注的{committee}公开提案有变化：\n\n{lines}\n\n"
    "以上都是网站上已经公开的内容。退订后，您的邮箱随即删除。\n"
)
CONFIRM: Final = ("请确认：关注政协提案公开", _ASKED)
DIGEST: Final = ("您关注的政协提案有新的公开内容（{count}件）", _NEWS)
CHANGED: Final = "{number} {title}\n现在的进展：{stage}{result}\n查看：{page}\n退订这一件：{leave}"
RESULT: Final = "，办理结果：{result}"
