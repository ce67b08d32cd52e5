"""An example for each of the eight point tables (R7.T1–R7.T8), computed by hand, to the decimal.

Each holds a rule set to it, wherever that comes from: packaged as an example, or entered through the pages.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from lvzhi.evaluation.reckoning import Account, Fact, Rules, grade_all, judge
from lvzhi.evaluation.tests.making import ME, fact, me, part


def account(rules: Rules, *facts: Fact, **who: Any) -> Account:
    """What ME comes to."""
    return judge(rules, me(**who), facts)


def grade(rules: Rules, *facts: Fact) -> str:
    """The name of the grade that ME comes to."""
    graded = grade_all(rules, [account(rules, *facts)])[ME].grade
    return graded.name if graded else ""


def tongcheng(rules: Rules) -> None:
    """Plenary 50; a standing member's leave −2 → 48. Own proposal 10 + 15; third of three co-signers of a filed one:
    (10 + 15) / 2 / 2 = 6.25, of 31.25 only 25. Three activities 6, a written speech 5: of 11 only 10. Opinion 15."""
    facts = (
        part("plenary"), part("standing", "leave", 2),
        fact("proposals.submitted", 1), fact("proposals.filed", 1),
        fact("proposals.submitted", 2, place=3, of=3), fact("proposals.filed", 2, place=3, of=3),
        *(part("research", key=10 + n, family="research") for n in range(3)),
        fact("activities.plenary_given", 5, form="written"),
        fact("opinions.submitted", 1), fact("opinions.adopted", 1, level="county"),
    )  # fmt: skip
    found = account(rules, *facts, standing=True)
    assert dict(found.blocks) == {1: Decimal(48), 2: Decimal(25), 3: Decimal(10), 4: Decimal(15), 5: Decimal(0)}
    assert found.total == Decimal(98)
    assert account(rules, *facts).total == Decimal(100)  # a member who is no standing member loses nothing
    said = " ".join(line.said for line in found.lines)
    assert "3人联名，其余2人平分10分的一半，计2.5分" in said
    assert "“提案”合计31.25分，上限25分，超出的6.25分不计" in said
    assert "2025年3月5日，会议和活动“activities.part之2”：扣2分（4. 常委会会议请假）" in said
    assert grade(rules, *facts) == "合格"


def anqing(rules: Rules) -> None:
    """50 − 10 for the plenary − 5 for each of two other meetings = 30: a plenary is no other meeting as well."""
    found = account(
        rules, part("plenary", "absent"), part("standing", "absent", 2), part("special_committee", "absent", 3)
    )
    assert found.total == Decimal(30)
    assert account(rules, *(part("plenary", "absent", n) for n in range(6))).total == Decimal(0)
    assert grade(rules, part("plenary", "absent")) == "不称职"  # 40 of 100: proposals and the rest are to be filled in


def jinan(rules: Rules) -> None:
    """70 − 10 on leave; three filed proposals, the first not counted: 10; key 5; excellent 10; six times welfare of
    which five count: 10. 60 + 35 = 95."""
    facts = [
        part("plenary", "leave"), *(fact("proposals.filed", n, place=1, of=2) for n in range(3)),
        fact("proposals.filed", 9, place=2, of=2), fact("proposals.key", 1), fact("proposals.excellent", 1),
        *(part("welfare", key=20 + n, family="service") for n in range(6)),
    ]  # fmt: skip
    assert account(rules, *facts).total == Decimal(95)
    assert grade(rules, *facts) == "不称职"  # no plenary, no proposal handed in, no inspection: the three ones
    whole = [
        part("plenary"),
        *facts[1:],
        fact("proposals.submitted", 1),
        part("inspection", key=40, family="inspection"),
    ]
    assert account(rules, *whole).total == Decimal(105)
    assert grade(rules, *whole) == "优秀"


def guangshui(rules: Rules) -> None:
    """Joint filed proposal as a later one 15, an opinion 20, a household 20: 55. Attendance 10 − 1 − 1.5 − 3 = 4.5.
    Notebook 5. National and county honours 14, of which 10. Together 74.5."""
    sitting = "activities.sitting"
    found = account(
        rules, fact("proposals.filed", 1, place=2, of=4), fact("opinions.submitted", 1), fact("manual.5", 1),
        fact(sitting, 1, what="plenary", result="late"), fact(sitting, 2, what="plenary", result="absent"),
        fact(sitting, 3, what="standing", result="absent"), fact("manual.12", 2),
        fact("honours.honour", 1, level="national"), fact("honours.honour", 2, level="county"),
    )  # fmt: skip
    assert dict(found.blocks) == {1: Decimal(55), 2: Decimal("4.5"), 3: Decimal(5), 4: Decimal(10)}
    assert found.total == Decimal("74.5")


def hefei_county(rules: Rules) -> None:
    """35; three activities 22.5; filed alone 15 (not the joint one, which is a further one: 5); adopted opinion 10, a
    further one adopted 3, one not adopted 1; excellent as first 8; used by the city 6. Together 105.5."""
    found = account(
        rules, part("plenary"), *(part("visit", key=10 + n, family="visit") for n in range(3)),
        fact("proposals.filed", 1, place=2, of=3, same="p1"), fact("proposals.filed", 2, same="p2"),
        *(fact("opinions.adopted", n, same=f"o{n}", level="city" if n == 1 else "county") for n in (1, 2)),
        *(fact("opinions.submitted", n, same=f"o{n}") for n in (1, 2, 3)),
        fact("proposals.excellent", 2, same="p2", of=2), fact("proposals.excellent", 1, place=2, of=3, same="p1"),
    )  # fmt: skip
    assert found.total == Decimal("105.5")
    assert found.block(8) == Decimal(4)


def yanbian(rules: Rules) -> None:
    """Submitted 10 once; two filed 20, the co-signed one nothing; key 10; sent up 10. Opinions 5 once; two adopted 20,
    of which one by the province +10; one adopted that a proposal was turned into nothing. 85."""
    found = account(
        rules, *(fact("proposals.submitted", n) for n in range(3)), fact("proposals.filed", 1),
        fact("proposals.filed", 2, of=5), fact("proposals.filed", 3, place=2, of=2), fact("proposals.key", 1),
        fact("manual.4", 1), fact("opinions.submitted", 1), fact("opinions.submitted", 2),
        fact("opinions.adopted", 1, level="province", same="o1"), fact("opinions.adopted", 2, level="city", same="o2"),
        fact("opinions.commented", 3, level="province", same="o1"),
        fact("opinions.adopted", 4, level="city", same="proposals.submitted:1"),
    )  # fmt: skip
    assert found.total == Decimal(85)
    said = " ".join(line.said for line in found.lines)
    assert "联名只计第一人，不计分" in said
    assert "“opinions.adopted之4”：同一内容已有“提交提案”，不重复计分" in said


def minhang(rules: Rules) -> None:
    """Five half days 25; a training 10, not again 5; two other activities 10; the own filed proposal 15, not the joint
    one; key as participant 3; excellent as writer 10. 73."""
    found = account(
        rules, fact("activities.halves", 1, what="plenary", amount=Decimal(3)),
        fact("activities.halves", 2, what="plenary", amount=Decimal(2)), part("plenary"),
        part("training", key=5, family="study"), part("visit", key=6, family="visit"), part("standing", key=7),
        fact("proposals.filed", 1, place=2, of=3), fact("proposals.filed", 2), fact("proposals.key", 1, place=2, of=3),
        fact("proposals.excellent", 2, of=2), fact("proposals.submitted", 2),
    )  # fmt: skip
    assert found.total == Decimal(73)
    assert [need.met for need in found.needs] == [True, True, True, False]
    assert "“提交社情民意信息”：应不少于1，实有0，未达到" in found.needs[3].said
    assert "每半天5分×3半天＝计15分" in " ".join(line.said for line in found.lines)


def xuanwei(rules: Rules) -> None:
    """Plenary 2, two other meetings 2, a speech handed in 2 and given 2, study 1, research, inspection, appraisal 2,
    a hearing nothing. 15."""
    found = account(
        rules, part("plenary"), part("standing", key=2), part("special_committee", key=3),
        fact("activities.plenary_speech", 1), fact("activities.plenary_given", 1, form="oral"),
        part("training", key=4, family="study"), part("research", key=5, family="research"),
        part("inspection", key=6, family="inspection"), part("appraisal", key=7, family="supervision"),
        part("hearing", key=8, family="supervision"), part("standing", "absent", 9),
    )  # fmt: skip
    assert found.total == Decimal(15)
    assert found.needs[0].met
    assert not account(rules, part("plenary", "absent")).needs[0].met


WORKED: dict[str, Callable[[Rules], None]] = {
    "tongcheng": tongcheng, "anqing": anqing, "jinan": jinan, "guangshui": guangshui, "hefei-county": hefei_county,
    "yanbian": yanbian, "minhang": minhang, "xuanwei": xuanwei,
}  # fmt: skip
