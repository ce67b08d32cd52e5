"""Labels, refusals, journal sentences, who may."""

from __future__ import annotations

from typing import Final

MAY_SEE: Final = "本级政协的委员和工作人员"
MAY_KEEP: Final = "本级政协的办公室工作人员、秘书长"
MAY_READ: Final = "本级政协的办公室工作人员、秘书长、审计员"
MAY_CALL: Final = "本级政协的办公室工作人员、秘书长、提案经办"
ONESELF: Final = "本人"

LABELS: Final[dict[str, str]] = {
    "name": "姓名",
    "phone": "手机号",
    "id_number": "身份证号",
    "born": "出生日期",
    "employer": "工作单位",
    "job": "职务",
    "ethnicity": "民族",
    "native_place": "籍贯",
    "employer_address": "单位地址",
    "home_address": "家庭住址",
    "duty": "分工",
    "number": "委员编号",
    "note": "备注",
    "title": "职务",
    "joined_by": "任职依据",
    "left_by": "离任依据",
    "decided_by": "任职依据",
    "ground": "理由",
}

REFUSALS: Final[dict[str, str]] = {
    "people.blank": "“{label}”不能为空，请填写。",
    "people.too_long": "“{label}”超过{limit}个字，请缩短。",
    "people.bad_phone": "“{given}”不是有效的电话号码，请填11位手机号或带区号的座机号。",
    "people.bad_id": "身份证号“{given}”无效，请逐位核对18位号码。",
    "people.id_birth": "身份证号中的出生日期是{inside}，与填写的{given}不一致，请核对。",
    "people.too_young": "出生日期{born}有误：任职时不满{least}周岁，请核对。",
    "people.born_later": "出生日期{born}晚于今天，请核对。",
    "people.id_known": "这个身份证号已登记在“{name}”名下，请选用已有人员，不要重复录入。",
    "people.person_known": "已有姓名和手机号都相同的“{name}”，请选用已有人员；若确为两人，请核对手机号。",
    "people.dates": "结束日期{ends}早于开始日期{starts}，请核对。",
    "people.outside_term": "任职日期{starts}不在第{term}届任期（{term_starts}至{term_ends}）之内，请核对日期或届次。",
    "people.term_elsewhere": "所选届次不属于“{committee}”，请重新选择。",
    "people.tenure_twice": "“{name}”在{starts}至{ends}已是本级政协委员，不能重复任职，请核对。",
    "people.number_taken": "委员编号“{number}”已由“{name}”使用，请换一个编号。",
    "people.outside_tenure": "“{name}”的委员任期为{starts}至{ends}，所填日期不在任期之内，请核对。",
    "people.organ_elsewhere": "“{organ}”不属于“{committee}”，请重新选择。",
    "people.organ_not_yet": "“{organ}”于{starts}设立，不能从更早的日期加入，请核对。",
    "people.organ_over": "“{organ}”已于{ends}撤销，不能从{day}起加入，请选择现设机构。",
    "people.organ_ends_first": "“{organ}”于{ends}撤销，结束日期不能更晚，请核对。",
    "people.membership_twice": "“{name}”在{starts}至{ends}已在“{organ}”，请核对是否重复。",
    "people.one_at_a_time": "“{name}”同一时间只能有一个{kind}，现为“{organ}”（{starts}至{ends}），请先结束。",
    "people.same_organ": "“{name}”已在“{organ}”，无需调整。",
    "people.part_same": "“{name}”在“{organ}”的身份和分工与所填相同，无需调整。",
    "people.part_unknown": "身份“{given}”无法识别，请从列表中选择。",
    "people.already_over": "这一任职已于{ends}结束，请核对。",
    "people.later_than_end": "“{name}”有自{starts}起的任职（{what}），晚于离任日期，请先作废该项或核对离任日期。",
    "people.left_unknown": "请选择离任方式。",
    "people.post_twice": "“{name}”在{starts}至{ends}已任{post}，请核对是否重复。",
    "people.post_unknown": "政协职务“{given}”无法识别，请从列表中选择。",
    "people.rank_unknown": "职级“{given}”无法识别，请从列表中选择。",
    "people.staff_twice": "“{name}”在{starts}至{ends}已是机关干部，请核对是否重复。",
    "people.not_agency": "“{organ}”不是机关工作部门，请重新选择。",
    "people.party_twice": "“{name}”在这段时间内已登记为{party}，请核对是否重复。",
    "people.account_taken": "登录账号“{username}”已关联“{name}”，一个账号只能关联一人。",
    "people.account_other": "“{name}”已关联登录账号“{username}”，请先解除关联。",
    "people.account_none": "“{name}”没有关联登录账号，无需解除。",
    "people.logins_none": "{committee}在任委员都已有登录账号，没有需要开通的。",
    "people.posts_none": "{committee}有账号的在任委员都已登记“委员”职务，没有需要登记的。",
    "people.account_unknown": "本级政协没有登录名为“{username}”的账号，请核对，或请系统管理员先建立账号。",
    "people.ground_missing": "请填写作废理由。",
    "people.voided_before": "这条记录已于{at}作废，请刷新页面。",
    "people.not_voided": "这条记录没有作废，无需恢复。",
    "people.not_over": "这一任职没有结束，无需恢复。",
    "people.no_number": "“{name}”没有登记{label}。",
    "people.choice_unknown": "“{given}”不在可选范围内，请重新选择。",
    "people.no_committee": "您在任何一级政协都没有查看委员名册的职务，请联系系统管理员。",
    "people.roster_refused": "名册有{count}处错误，没有导入任何内容，请按提示修改后重新上传。",
    "people.roster_no_term": "{committee}在{day}没有登记届期，请先登记届次再导入名册。",
    "people.file_missing": "请选择要导入的名册文件。",
}

PASSING: Final[dict[str, str]] = {
    "members": "成员",
    "agency": "机关干部",
    "seat": "{name}（{part}）",
    "staff": "{name}{title}",
    "void": "机构合并、拆分，由承接机构登记",
}
LOGIN_STEM: Final = "weiyuan"
EVENTS: Final[dict[str, str]] = {
    "people.add": "新增委员“{name}”，自{starts}起",
    "people.edit_person": "修改“{name}”的个人信息",
    "people.edit_member": "修改委员“{name}”的任职信息",
    "people.join": "“{name}”自{starts}起加入“{organ}”（{part}）",
    "people.leave": "“{name}”自{ends}起不再属于“{organ}”",
    "people.transfer": "“{name}”自{starts}起由“{old}”调整到“{new}”",
    "people.repost": "“{name}”自{starts}起在“{organ}”任{part}",
    "people.end_tenure": "“{name}”委员任职于{ends}结束（{how}）",
    "people.post": "“{name}”自{starts}起任{post}",
    "people.end_post": "“{name}”不再担任{post}，至{ends}止",
    "people.staff": "“{name}”自{starts}起任机关干部",
    "people.end_staff": "“{name}”的机关任职于{ends}结束",
    "people.affiliate": "登记“{name}”的政治面貌",
    "people.end_affiliation": "结束“{name}”的一项政治面貌",
    "people.link_account": "“{name}”关联登录账号“{username}”",
    "people.unlink_account": "解除“{name}”与登录账号“{username}”的关联",
    "people.unmask": "查看“{name}”的完整{label}",
    "people.void": "作废误录：“{name}”的{what}",
    "people.restore": "恢复误作废的“{name}”的{what}",
    "people.reopen": "恢复“{name}”已结束的{what}",
    "people.import": "从“{file}”导入名册：新增委员{members}名，新登记人员{persons}名，新设机构{organs}个",
    "people.template": "下载名册模板",
}
