"""Rosters of invented people as Excel files: valid phones and identity numbers, nobody twice in a run."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

HEAD = ("姓名", "手机号", "界别", "专委会", "单位及职务", "性别", "出生日期", "身份证号")
SECTORS = ("经济界", "教育界", "农业界", "医药卫生界", "科技界")
PANELS = ("提案委员会", "经济委员会", "社会法制委员会")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
FAMILY = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英华玉萍红建国志海云飞"


def write(path: Path, people: int, run: int) -> None:
    """A sheet of so many people; another ``run`` gives other people."""
    import xlsxwriter

    chance = random.Random(run)
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEAD)
        for number in range(people):
            sheet.write_row(number + 1, 0, _row(chance, run * people + number))


def _row(chance: random.Random, number: int) -> tuple[str, ...]:
    born = dt.date(1955, 1, 1) + dt.timedelta(days=number * 7 % 16_000)
    # The place counts the runs, so that no two of a run and no two runs share a number.
    body = f"{110000 + number // 900:06d}{born:%Y%m%d}{number % 900 + 100:03d}"
    check = "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True)) % 11]
    name = chance.choice(FAMILY) + "".join(chance.choices(GIVEN, k=2))
    gender = "男" if int(body[16]) % 2 else "女"
    work = f"县第{chance.randrange(200):03d}单位 科长"
    sector, panel = chance.choice(SECTORS), chance.choice(PANELS)
    return (name, f"139{number:08d}", sector, panel, work, gender, born.isoformat(), body + check)
