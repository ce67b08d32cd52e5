"""Why a number was set aside, and what a text says against itself, in one Chinese sentence each."""

from __future__ import annotations

from typing import Final

REASONS: Final[dict[str, str]] = {
    "date": "这是日期、时刻或年份，不是数字陈述。",
    "period": "这是所指的时间范围，不是数字陈述。",
    "ordinal": "这是序数、届次、名次或编号，不是数量。",
    "code": "这是文号、代号、电话或编码，不是数量。",
    "title": "这个数字在书名号内，属于文件或书刊名称。",
    "quoted_name": "这个数字在引号内，属于口号、品牌或项目名称。",
    "slogan": "这是固定提法或概括语，不是数字陈述。",
    "enumeration": "这是列举“几个方面”一类的概括，不是工作数量。",
    "article": "“一”在这里相当于冠词，不是数量。",
    "plan": "这是计划、目标或打算，不是已完成的工作。",
    "norm": "这是要求、标准或期限，不是已完成的工作。",
    "practice": "这是每年、每季等例行做法，不是本期数量。",
    "age": "这是年龄，不是工作数量。",
    "vague": "这是没有确切起数的约数（如数十、多次），无法核对。",
    "masked": "数字被遮盖，无法核对。",
    "other_work": "这是经济社会总体数据，不是本组织的工作。",
    "no_unit": "数字后面没有量词，也看不出计的是什么。",
    "table": "这是表格里的数字，从表头和行名看不出计的是什么、以什么为单位。",
    "furniture": "这一行是网页的栏目、广告、页脚或推荐列表，不是正文。",
}


def sentence(code: str) -> str:
    """The Chinese sentence for a reason code.

    Raises:
        KeyError: the code is not one of REASONS.
    """
    return REASONS[code]


CONTRADICTIONS: Final[dict[str, str]] = {
    "restated": "同一件事写了两个数：“{subject}”前后不一致（{arithmetic}）。",
    "parts": "各部分之和与总数不符：“{subject}”（{arithmetic}）。",
    "over": "部分大于总数：“{subject}”（{arithmetic}）。",
    "rate": "比例与文中的数对不上：“{subject}”（{arithmetic}）。",
}


def contradiction(kind: str, *, subject: str, arithmetic: str) -> str:
    """The Chinese sentence for a contradiction.

    Raises:
        KeyError: the kind is not one of CONTRADICTIONS.
    """
    return CONTRADICTIONS[kind].format(subject=subject, arithmetic=arithmetic)
