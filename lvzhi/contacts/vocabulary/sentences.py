"""Refusals, journal sentences and messages of the contact network."""

from __future__ import annotations

from typing import Final

REFUSALS: Final[dict[str, str]] = {
    "contacts.unknown": "没有找到这条联系记录，或您无权查看。",
    "contacts.scheme_unknown": "没有这一类联系，请核对“规则参数”中的联系制度。",
    "contacts.scheme_closed": "“{scheme}”在{day}不再实行，请核对“规则参数”中的联系制度。",
    "contacts.scheme_unclear": "“{scheme}”的“由谁联系、联系谁”写法不能识别，请在“规则参数”中改正。",
    "contacts.nobody": "请选择联系人。",
    "contacts.no_far": "请选择联系对象。",
    "contacts.oneself": "{name}不能联系自己，请另选联系对象。",
    "contacts.twice": "{name}在{starts}已开始联系{far}，不必重复登记。",
    "contacts.tenure": "{name}在{day}不是本届在任委员，请核对日期或另选委员。",
    "contacts.not_near": "{name}在{day}不符合“{scheme}”的联系人条件（{side}），请核对职务、身份或日期。",
    "contacts.not_far": "{far}在{day}不属于“{scheme}”的联系对象（{side}），请核对。",
    "contacts.too_many": "{name}在“{scheme}”中已联系{count}个，每人最多{most}个，请另选联系人。",
    "contacts.record_gone": "没有找到要联系的项目，或您无权查看，请从项目页面进入。",
    "contacts.pair_dates": "{near}联系{far}自{starts}开始，结束日期{ends}不能在此之前。",
    "contacts.pair_ended": "{near}联系{far}已于{ends}结束。",
    "contacts.outside_pair": "{near}联系{far}自{starts}至{ends}，{day}不在其中，请核对日期。",
    "contacts.ahead": "日期{day}在今天之后，请核对。",
    "contacts.mode": "请选择联系方式。",
    "contacts.follow_early": "跟进日期{follow}早于联系日期{day}，请核对。",
    "contacts.undo_late": "这次联系登记已超过{hours}小时，不能撤销；登记有误的，请办公室作误录作废。",
    "contacts.nothing_chosen": "请至少勾选一对。",
    "contacts.plan_stale": "方案中的“{near}联系{far}”已经变化，请重新生成方案后再保存。",
    "contacts.not_plannable": "“{scheme}”的联系对象不能自动分配，请从对方的页面逐个登记。",
}
EVENTS: Final[dict[str, str]] = {
    "contacts.paired": "建立联系：{near}联系{far}，自{starts}起",
    "contacts.planned": "按方案建立“{scheme}”联系对子{count}对",
    "contacts.unpaired": "结束联系：{near}联系{far}，至{ends}（{why}）",
    "contacts.passed": "联系对象由{far}变为{heir}",
    "contacts.exported": "导出联系记录{count}条",
}
STEPS: Final[dict[str, str]] = {
    "begin": "登记联系：{mode}，{day}",
    "add": "补充联系情况",
    "follow": "跟进完成，{day}",
}
MESSAGES: Final[dict[str, str]] = {
    "contacts.problem": "{near}联系{far}时反映了问题，请查看并登入问题台账。",
    "contacts.paired": "您已确定为{far}的联系人（{scheme}），请在“我的联系”登记每次联系。",
    "contacts.planned": "您有{count}个新的联系对象（{scheme}），请在“我的联系”查看。",
}
DONE: Final[dict[str, str]] = {
    "logged": "已登记：{day}{mode}联系{far}。",
    "logged_more": "可以补充情况，也可以不填。",
    "undone": "已撤销刚才的登记。",
    "paired": "已建立联系：{near}联系{far}。",
    "planned": "已按方案建立联系对子{count}对。",
    "ended": "已结束。此前的联系记录保留。",
}
UNDO_GROUND: Final = "本人撤销刚才的登记"
ENDING: Final = "离任、职务变动、单位撤并的，结束联系对子"
