"""Honours: two lectures of a provincial agency, those of a district's year, and claims of today."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from PIL import Image, ImageDraw

from lvzhi.accounts.models import Account
from lvzhi.deadlines import clock
from lvzhi.demo.offices import EVENING, Desk
from lvzhi.demo.people import Cast, moment
from lvzhi.demo.supervision import Scene
from lvzhi.honours import actions
from lvzhi.honours.models import Honour
from lvzhi.workflow.engine import take

# 贵州: texts of Party lectures of the agency that were rated
LECTURES = ("在学思践悟中锤炼过硬作风", "以党的创新理论统揽政协履职")
RATED = date(2023, 9, 14)
# 乌当: title, grade, level, by whom, day, document
OF_YEAR = (
    ("person", "履职优秀委员", "", "county", "乌当区政协", date(2022, 12, 20), "乌协发〔2022〕31号"),
    ("person", "优秀政协工作者", "", "city", "贵阳市政协", date(2022, 11, 8), "筑协办〔2022〕47号"),
    ("person", "道德模范提名奖", "", "county", "乌当区文明委", date(2022, 9, 27), "乌文明委〔2022〕9号"),
    ("organ", "先进专门委员会", "", "city", "贵阳市政协", date(2022, 12, 15), "筑协办〔2022〕52号"),
    ("work", "优秀调研报告", "二等奖", "city", "贵阳市政协", date(2022, 10, 12), "筑协办〔2022〕44号"),
    ("work", "好新闻奖", "三等奖", "city", "贵阳市记者协会", date(2022, 11, 30), "筑记协〔2022〕15号"),
)  # fmt: skip
WORKS = ("关于农村“五治”的调研报告", "一条小路的三次协商")
KINDS = ("report", "news")


@transaction.atomic
def honoured(casts: Mapping[str, Cast], ways: Mapping[str, Account], today: date, desks: Mapping[str, Desk]) -> None:
    """All of them."""
    if "GZ" in desks:
        _lectures(desks["GZ"])
    for code, cast in casts.items():
        if cast.place.current:
            _of_year(desks[code])
            _now(Scene(cast, dict(ways), today))


def _enter(desk: Desk, day: date, data: dict[str, Any]) -> Honour:
    """Entered by the office, confirmed by the secretary-general a few days later."""
    with clock.at(moment(day, EVENING)):
        made = actions.enter(desk.actor(day), desk.cast.committee, data)
    later = day + timedelta(days=3)
    with clock.at(moment(later, EVENING)):
        return take(made, "confirm", desk.actor(later, desk.cast.secretary))


def _lectures(desk: Desk) -> None:
    for place, name in enumerate(LECTURES):
        _enter(desk, RATED + timedelta(days=4), {
            "bearer": "work", "work": f"《{name}》专题党课讲稿", "work_kind": "lecture", "organ": desk.agency,
            "work_on": date(2023, 6, 28) + timedelta(days=9 * place), "title": "优秀党课", "level": "province",
            "given_by": "省直机关工委", "given_on": RATED, "number": "黔直工通〔2023〕36号", "name": desk.cast.staff[place].name,
        })  # fmt: skip


def _of_year(desk: Desk) -> None:
    works = 0
    for place, (bearer, title, grade, level, by, day, number) in enumerate(OF_YEAR):
        data: dict[str, Any] = {
            "bearer": bearer, "title": title, "grade": grade, "level": level, "given_by": by, "given_on": day,
            "number": number,
        }  # fmt: skip
        if bearer == "organ":
            data["organ"] = desk.cast.organs[0]
        else:
            data["person"] = [desk.cast.members[11 + 3 * place]]
        if bearer == "work":
            data |= {"work": WORKS[works], "work_kind": KINDS[works], "work_on": day - timedelta(days=60)}
            works += 1
        _enter(desk, day + timedelta(days=2), data)


def _now(scene: Scene) -> None:
    """A claim that waits for the office, one sent back, one confirmed."""
    committee = scene.cast.committee
    claims = (
        ("优秀志愿者", "county", "区民政局", 26), ("科普先进个人", "city", "市科协", 15), ("最美社区工作者", "county", "区委宣传部", 9),
    )  # fmt: skip
    made = []
    for title, level, by, ago in claims:
        data = {
            "bearer": "person",
            "title": title,
            "level": level,
            "given_by": by,
            "given_on": scene.day(ago + 4),
            "uploads": [SimpleUploadedFile("证书.png", _certificate(), content_type="image/png")],
        }

        def claim(actor: Any, data: dict[str, Any] = data) -> Honour:
            return actions.claim(actor, committee, data)

        made.append(scene.on(ago, "weiyuan", claim))
    scene.step(20, "bangong", made[0], "confirm")
    scene.step(12, "bangong", made[1], "send_back", ground="照片看不清编号，请重新上传。")


def _certificate() -> bytes:
    """A drawn page that stands for a photo of a certificate."""
    sheet = Image.new("RGB", (594, 420), "ivory")
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((18, 18, 575, 401), outline="darkred", width=8)
    for row in range(4):
        draw.line((120, 130 + 50 * row, 470, 130 + 50 * row), fill="black", width=3)
    out = io.BytesIO()
    sheet.save(out, "PNG")
    return out.getvalue()
