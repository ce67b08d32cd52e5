"""The default rows of the code table of kinds, and the words in which its extra values are written."""

from __future__ import annotations

from typing import Final

from lvzhi.activities.vocabulary.states import Family

SET: Final = "activities.kinds"
SET_NAME: Final = "会议与活动种类"
SET_HELP: Final = "本级会议和活动的种类；自某日起增减或改名，不影响以前的记录。每个种类归入一个固定类型。"
EXTRA_LABELS: Final = (
    ("family", "类型（会议、协商、监督、视察、调研、考察、学习培训、走访、联谊、服务、宣讲、值班接待）"),
    ("approver", "请假审批人（主席、秘书长、机构负责人、办公室）"),
    ("plan", "须列入年度计划（是、否）"),
    ("stand_in", "可由他人代会（是、否）"),
    ("quorum", "开会所需出席比例，如2/3；不限则不填"),
    ("uninvited", "未在名单上的人到场（列席、谢绝）"),
    ("audience", "可查看的人（本级、参加人）"),
    ("duty", "缺席计入（全会、常委会；其他不填）"),
    ("words", "公文中的其他叫法，用顿号分开"),
)
CHAIRMAN, SECRETARY, ORGAN, OFFICE = "主席", "秘书长", "机构负责人", "办公室"
YES, NO = "是", "否"
ADMIT, DECLINE = "列席", "谢绝"
ALL_HERE, ONLY_INVITED = "本级", "参加人"
PAUSE: Final = "、"

Row = tuple[str, str, Family, str, dict[str, str], str]  # code, name, family, rule, further values, other words
_BIG: Final = {"approver": CHAIRMAN, "quorum": "2/3"}
_PLAN: Final = {"approver": SECRETARY, "plan": YES}
_FREE: Final = {"approver": ORGAN, "stand_in": YES}
F = Family


def _by(approver: str) -> dict[str, str]:
    return {"approver": approver}


KINDS: Final[tuple[Row, ...]] = (
    ("plenary", "全体会议", F.MEETING, "R0.2", {**_BIG, "duty": "全会"}, "全会、政协全会、全体委员会议"),
    ("standing", "常务委员会会议", F.MEETING, "R6.5", {**_BIG, "duty": "常委会"}, "常委会会议、常委会议、常委会"),
    ("chairmen", "主席会议", F.MEETING, "R6.5", _BIG, "主席会"),
    ("party_group", "党组会议", F.MEETING, "R6.5", {"approver": CHAIRMAN, "audience": ONLY_INVITED}, "党组会"),
    ("secretaries", "秘书长会议", F.MEETING, "R6.5", _by(SECRETARY), ""),
    ("special_committee", "专门委员会会议", F.MEETING, "R6.5", _by(ORGAN), "专委会会议、委员会会议"),
    ("sector_meeting", "界别会议", F.MEETING, "R0.4", _by(ORGAN), "界别工作会议、界别活动"),
    ("leaders_talk", "党政领导与委员座谈会", F.MEETING, "R6.17", _by(SECRETARY), "座谈会"),
    ("friday", "周五例会", F.MEETING, "R6.13", _by(OFFICE), "例会"),
    ("staff_meeting", "机关干部职工会议", F.MEETING, "R6.13", _by(OFFICE), "职工会、职工大会、机关会议"),
    ("working", "工作会议", F.MEETING, "R6.13", _by(OFFICE), "工作推进会、部署会、动员会"),
    ("plenary_consult", "全体会议协商", F.CONSULTATION, "R3.4", {**_PLAN, "approver": CHAIRMAN}, ""),
    ("standing_consult", "专题议政性常委会会议", F.CONSULTATION, "R3.4", {**_PLAN, **_BIG, "duty": "常委会"},
     "专题议政性常委会议、专题议政常委会、专题议政常委会议、常委会会议协商、常委会议协商、常委会会议、常委会议"),
    ("chairmen_consult", "主席会议协商", F.CONSULTATION, "R3.4", {**_PLAN, **_BIG}, "主席会议"),
    ("special_consult", "专题协商会", F.CONSULTATION, "R3.4", _PLAN,
     "专题协商、专题协商会议、专题协商座谈会、专题协商议政会、专题议政会"),
    ("counterpart", "对口协商", F.CONSULTATION, "R3.4", {**_PLAN, "approver": ORGAN}, "对口协商会"),
    ("sector_consult", "界别协商", F.CONSULTATION, "R3.4", {**_PLAN, "approver": ORGAN}, "界别协商会"),
    ("proposal_consult", "提案办理协商", F.CONSULTATION, "R3.4", _by(ORGAN), "提案办理协商会"),
    ("biweekly", "双周协商座谈会", F.CONSULTATION, "R3.4", _PLAN, ""),
    ("online", "网络议政", F.CONSULTATION, "R3.9", _by(ORGAN), "网络协商、网络议政会"),
    ("remote", "远程协商", F.CONSULTATION, "R3.4", _PLAN, "远程协商会"),
    ("invited_talk", "约请面谈", F.CONSULTATION, "R3.4", _by(SECRETARY), "面谈"),
    ("written", "书面协商", F.CONSULTATION, "R3.4", _by(ORGAN), ""),
    ("micro", "微协商", F.CONSULTATION, "R3.4", _FREE, "微协商活动"),
    ("courtyard", "院坝协商", F.CONSULTATION, "R3.8", _FREE,
     "院坝协商会、基层协商议事会、基层协商、协商议事会、协商议事活动、居民议事会、院坝协商活动、协商议事"),
    ("community", "社区协商", F.CONSULTATION, "R3.8", _FREE,
     "社区协商会、基层协商议事会、基层协商、协商议事会、协商议事活动、居民议事会、社区协商活动、协商议事"),
    ("park", "园区协商", F.CONSULTATION, "R3.8", _FREE, "园区协商会"),
    ("special_supervision", "专项监督", F.SUPERVISION, "R4.2", _PLAN, "专项民主监督"),
    ("meeting_supervision", "会议监督", F.SUPERVISION, "R4.2", _by(ORGAN), ""),
    ("inspection_supervision", "视察监督", F.SUPERVISION, "R4.2", _PLAN, "监督性视察、视察督办"),
    ("appraisal", "民主评议", F.SUPERVISION, "R4.7", _PLAN, "民主评议活动、民主评议会、民主评议部门工作、民主评议部门"),
    ("joined_check", "参加部门检查", F.SUPERVISION, "R4.2", _by(ORGAN), "监督检查、督促检查"),
    ("hearing", "旁听（听证）", F.SUPERVISION, "R4.2", _by(ORGAN), "庭审旁听、旁听庭审、委员旁听庭审、公开听证、听证"),
    ("inspection", "委员视察", F.INSPECTION, "R5.1", _PLAN, "视察、视察活动、专题视察"),
    ("research", "专题调研", F.RESEARCH, "R5.3", _PLAN, "调研、调查研究、课题调研、专项调查"),
    ("joint_research", "联合调研", F.RESEARCH, "R5.3", _PLAN, "联动调研、市区联合调研"),
    ("study_tour", "学习考察", F.STUDY_TOUR, "R5.1", _by(SECRETARY),
     "考察、外出考察、考察学习、外出考察学习、外出学习考察"),
    ("centre_group", "理论学习中心组学习", F.STUDY, "R6.2", _by(CHAIRMAN),
     "中心组学习、党组理论学习中心组学习、中心组集体学习"),
    ("reading_class", "读书班", F.STUDY, "R6.2", _by(SECRETARY), "集中学习研讨"),
    ("study_class", "理论学习班", F.STUDY, "R6.2", _by(SECRETARY), "学习班、集中学习"),
    ("self_study", "集中自学", F.STUDY, "R6.2", _by(OFFICE), "集中封闭自学、封闭自学、自学"),
    ("coaching", "专题辅导", F.STUDY, "R6.2", _by(OFFICE),
     "视频专题辅导、视频辅导、辅导讲座、专题讲座、委员讲堂、政协讲堂、委员大讲堂、专题辅导报告"),
    ("discussion", "研讨交流", F.STUDY, "R6.2", _by(OFFICE), "交流研讨、学习研讨、专题研讨"),
    ("symposium", "研习研讨", F.STUDY, "R6.2", _by(OFFICE), "研习研讨会、研习会"),
    ("study_meeting", "学习会", F.STUDY, "R6.2", _by(OFFICE), "集体学习、例会学习、学习组学习、小组学习"),
    ("book_club", "书香政协读书活动", F.STUDY, "R6.2", _by(ORGAN), "读书活动、委员读书、读书会"),
    ("training", "委员培训", F.STUDY, "R6.8", _by(SECRETARY), "培训、专题培训、履职培训、履职能力提升培训"),
    ("party_lesson", "专题党课", F.STUDY, "R10.3", _by(OFFICE), "党课、讲党课、主题党课"),
    ("enterprise_visit", "走访企业", F.VISIT, "R5.6", _FREE, "企业走访、走访委员企业、委员企业走访、企业大走访"),
    ("party_visit", "走访党派团体", F.VISIT, "R5.6", _FREE, "走访民主党派、走访工商联、走访人民团体"),
    ("member_visit", "走访委员", F.VISIT, "R6.18", _FREE, "看望委员、走访看望委员"),
    ("household_visit", "走访群众", F.VISIT, "R5.6", _FREE, "入户走访、走访慰问"),
    ("sister_exchange", "兄弟政协交流", F.FELLOWSHIP, "R5.6", _by(SECRETARY), "交流学习、学习交流、互访"),
    ("friendship", "联谊活动", F.FELLOWSHIP, "R5.6", _by(ORGAN), "联谊"),
    ("public_service", "服务群众活动", F.SERVICE, "R5.6", _FREE, "志愿服务、惠民活动、公益活动、服务活动"),
    ("stationing", "下沉一线", F.SERVICE, "R5.6", _FREE, "下沉、下沉小区、下沉社区"),
    ("donation", "捐赠活动", F.SERVICE, "R5.6", _FREE, "捐款捐物、爱心捐赠"),
    ("lecture", "宣讲", F.LECTURE, "R6.2", _FREE, "宣讲活动、宣讲宣传、理论宣讲"),
    ("reception", "委员接待日", F.RECEPTION, "R6.19", _FREE, "接待群众、值班接待、委员值班"),
)  # fmt: skip
