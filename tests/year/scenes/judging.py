"""A quarter of the agency's staff: on paper where somebody has no login, decided by a meeting, told and signed for."""

from __future__ import annotations

from lvzhi.appraisal.models import StaffRound
from lvzhi.norms.actions.values import set_value
from tests.year.district import NEW_YEAR, Cast, District, builder, newest
from tests.year.roles import Code, Year


def quarter(district: District, year: Year, cast: Cast) -> None:
    """The office puts down what the cadre and the leader wrote; the secretary-general enters the meeting."""
    key, ground = "appraisal.by_ballot", "机关只有两人"
    set_value(builder(), district.here, key, value=False, starts=NEW_YEAR, ground=ground)
    with year.on(10, 9, "appraisal: a quarter of the staff"):
        cast.office.does("appraisal:open")
        opened = newest(StaffRound)
        line = opened.lines.get(person=district.cadre.person)
        assert opened.lines.get(person__name="庚小满").state == "exempt"  # came on the first of September
        cast.office.does("appraisal:step", "line", line, "set_leader", answers={"leader": [district.person("chair")]})
        cast.office.does("appraisal:step", "line", line, "account_for", answers={"text": "办会九次，文稿偏长。"})
    with year.on(10, 12):
        cast.office.does("appraisal:step", "line", line, "comment_for", answers={
            "comment": "办会细致。", "suggested": Code("fair"),
        })  # fmt: skip
        cast.office.does("appraisal:step", "round", opened, "attend", answers={"exceptions": "干部宁 病假2"})
        cast.office.does("appraisal:step", "round", opened, "propose")
    with year.on(10, 14, "appraisal: decided"):
        cast.general.does("appraisal:step", "round", opened, "decide", answers={"meeting": "机关党组第九次会议"})
        cast.office.does("appraisal:step", "line", line, "sign_for")
        assert "较好" in cast.office.look("appraisal:line", line).words
