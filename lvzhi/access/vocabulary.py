"""Words of the rights algebra."""

from __future__ import annotations

REFUSALS = {
    "access.not_allowed": "此操作须由{who}办理，您当前的职务没有这项权限。",
    "access.missing": "没有找到这条记录，或您无权查看。",
}
DAY = "{0.year}年{0.month}月{0.day}日"
MOMENT = "{0.year}年{0.month}月{0.day}日 {0:%H:%M}"
