"""Default rows of the code tables: grades with their points, what a vote is worth, weights, exclusions (R8.1–R8.7)."""

from __future__ import annotations

from typing import Final

QUARTER_GRADES: Final = "appraisal.quarter_grades"
QUARTER_GRADES_NAME: Final = "平时考核等次"
YEAR_GRADES: Final = "appraisal.year_grades"
YEAR_GRADES_NAME: Final = "年度考核等次"
VOTE_POINTS: Final = "appraisal.vote_points"
VOTE_POINTS_NAME: Final = "民主测评各等次折分"
WEIGHTS: Final = "appraisal.weights"
WEIGHTS_NAME: Final = "德能勤绩廉各项权重"
EXCLUSIONS: Final = "appraisal.exclusions"
EXCLUSIONS_NAME: Final = "不定等次的情形"
POINTS_LABEL: Final = "折分"
LIMITED_LABEL: Final = "受比例限制"
LOW_LABEL: Final = "须写明理由"
MARKED_LABEL: Final = "对应平时考核等次"
WEIGHT_LABEL: Final = "权重（%）"
EXCLUDED_LABEL: Final = "自动列入"
# code, name, rule, points, limited, low
QUARTER_ROWS: Final = (
    ("good", "好", "R8.3", "95", "1", ""),
    ("fair", "较好", "R8.3", "85", "", ""),
    ("plain", "一般", "R8.3", "70", "", "1"),
    ("poor", "较差", "R8.3", "50", "", "1"),
)
YEAR_ROWS: Final = (
    ("excellent", "优秀", "R8.1", "95", "1", ""),
    ("competent", "称职", "R8.1", "85", "", ""),
    ("basic", "基本称职", "R8.1", "70", "", "1"),
    ("unfit", "不称职", "R8.1", "50", "", "1"),
)
# the grade's code in the ballot, name, rule, points
VOTE_ROWS: Final = (
    ("cadre_excellent", "优秀", "R8.7", "95"),
    ("cadre_good", "称职", "R8.7", "85"),
    ("cadre_fair", "基本称职", "R8.7", "70"),
    ("cadre_bad", "不称职", "R8.7", "50"),
)
# code, what the ballot asks, rule, weight: most on results (R8.1)
WEIGHTS_ROWS: Final = (
    ("virtue", "德", "R8.1", "20"),
    ("ability", "能", "R8.1", "15"),
    ("diligence", "勤", "R8.1", "15"),
    ("merit", "绩", "R8.1", "35"),
    ("honesty", "廉", "R8.1", "15"),
)
# code, name, rule, whether the product puts it by itself
EXCLUSION_ROWS: Final = (
    ("probation", "试用期内", "R8.2", ""),
    ("punished", "受处分，按规定不定等次", "R8.7", ""),
    ("sick", "病假、事假超过规定时间", "R8.7", ""),
    ("seconded", "挂职、借调，由所在单位考核", "R8.7", ""),
    ("joined", "到岗时间不足", "R8.7", "1"),
)
ROUNDINGS: Final = (("down", "舍去小数"), ("half_up", "四舍五入"), ("up", "进一"))
