"""Sentences on enterprises and projects, service, problems, the contact network, history and publicity."""

from __future__ import annotations

from lvzhi.reports.sections.patterns import Chapter, Part, said

ENTERPRISES = Chapter(
    "enterprises",
    "服务企业和项目",
    (
        (
            said(
                "T9",
                Part("走访企业{activities.places?place=enterprise}家次", quiet=True),
                Part("协调解决问题{ledger.problems_solved?family=visit}个", quiet=True),
                Part("联系包抓重点项目{projects.cared}个", "；", quiet=True),
                Part("赴现场督促指导项目建设{projects.visits}次", quiet=True),
                Part("争取资金{projects.funds}元", "；", quiet=True),
                Part("惠及群众{projects.beneficiaries}人", quiet=True),
                opening="{span}",
                loose=True,
            ),
            said(
                "J1",
                Part("参与、推动项目{projects.projects}个", quiet=True),
                Part("其中招商引资项目{projects.invested}个", quiet=True),
                Part("成功申报项目{projects.applied}个", quiet=True),
                Part("办结为民实事项目{projects.deeds}件", quiet=True),
                loose=True,
            ),
            said(
                "J2",
                Part("委员提交招商线索{projects.leads}条", quiet=True),
                Part("签约项目{projects.signed}个", quiet=True),
                Part("签约金额{projects.signed_amount}元", quiet=True),
                Part("引进资金{projects.arrived}元", quiet=True),
                loose=True,
            ),
        ),
    ),
)
SERVICE = Chapter(
    "service",
    "服务群众",
    (
        (
            said(
                "F1",
                Part("开展服务活动{activities.events?family=service}次", quiet=True),
                Part("惠及群众{activities.beneficiaries}人次", quiet=True),
                Part("捐款捐物{activities.given}元", "；", quiet=True),
                opening="{span}",
                loose=True,
            ),
            said("F2", Part("到村（社区）报到的委员{activities.reported}名", quiet=True)),
        ),
    ),
)
LEDGER = Chapter(
    "ledger",
    "问题整改",
    (
        (
            said(
                "G1",
                Part("登记问题{ledger.problems}个", quiet=True),
                Part("制定整改措施{ledger.measures}条", quiet=True),
                Part("解决销号{ledger.problems_solved}个", quiet=True),
                Part("需要长期坚持{ledger.problems_long_term}个", "；", quiet=True),
                opening="{span}",
                loose=True,
            ),
            said("G2", Part("{until}，尚未销号{ledger.problems_open}个", quiet=True)),
        ),
    ),
)
CONTACTS = Chapter(
    "contacts",
    "联系委员",
    (
        (
            said(
                "C1",
                Part("{until}，建立联系对子{contacts.pairs}对", quiet=True),
                Part("{span}开展联系{contacts.contacts}次", quiet=True),
                Part("联系到委员{contacts.people_reached}名", quiet=True),
                Part("联系覆盖率{contacts.coverage}", quiet=True),
            ),
        ),
    ),
)
FELLOWSHIP = Chapter(
    "fellowship",
    "团结联谊",
    (
        (
            said(
                "C2",
                Part("开展联谊活动{activities.events?family=fellowship}次", quiet=True),
                Part("赴外地学习考察{activities.events?family=study_tour}次", quiet=True),
                Part("走访党派团体{activities.events?kind=party_visit}次", quiet=True),
                Part("走访委员{activities.events?kind=member_visit}次", "、", quiet=True),
                opening="{span}",
                loose=True,
            ),
        ),
    ),
)
HISTORY = Chapter(
    "history",
    "文史宣传",
    (
        (
            said(
                "T10",
                Part("编印文史资料{publications.issues}期", quiet=True),
                Part("收录稿件{publications.articles}篇", quiet=True),
                Part("{publications.characters}字", "、", quiet=True),
                opening="{span}",
                loose=True,
            ),
            said("T10A", Part("收到文史稿件{publications.manuscripts}篇", quiet=True)),
            said(
                "W1",
                Part("各级媒体和本级网站、公众号发布宣传报道{publications.items}条", quiet=True),
                Part("其中国家级媒体{publications.items?level=national}条", quiet=True, apart=True),
                Part("省级媒体{publications.items?level=province}条", "、", quiet=True, apart=True),
            ),
        ),
    ),
)
