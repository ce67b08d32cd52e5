"""Invented proposals: matters, places and sentences put together so that no two texts are alike."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

PLACES = (
    "东风路",
    "云锦街道",
    "高新社区",
    "河滨片区",
    "北门老街",
    "新天大道",
    "南站周边",
    "水田镇",
    "百宜镇",
    "下坝镇",
    "羊昌镇",
    "偏坡乡",
    "新堡乡",
    "火石坡",
    "洛湾片区",
    "顺海村",
    "情人谷沿线",
    "龙井村",
    "振新社区",
    "航天社区",
    "乐湾社区",
    "奶牛场片区",
    "头堡河沿岸",
    "温泉新城",
)
MATTERS = {
    "economy": (
        ("中小微企业融资对接", "企业反映手续繁、抵押难、到账慢", "建立银企对接月度例会制度"),
        ("特色茶产业品牌建设", "茶农分散经营、标准不一、销路单一", "统一标准并设立公共加工车间"),
        ("乡村旅游线路整合", "景点各自为政，淡季客流不足", "编制统一线路并共享接驳车辆"),
        ("工业园区配套完善", "职工通勤和住宿不便，招工困难", "建设人才公寓并开通通勤专线"),
        ("冷链物流设施布局", "果蔬采后损耗大，外销半径短", "在集镇布点建设共用冷库"),
        ("农产品进社区直销", "菜农卖难与居民买贵并存", "设立社区直销点并减免摊位费"),
        ("个体工商户纾困", "租金和人工成本持续上涨", "落实减租政策并公布办理清单"),
        ("数字经济人才引育", "本地高校毕业生外流较多", "设立实训基地并给予见习补贴"),
    ),
    "politics": (
        ("行政审批事项办理流程优化", "同一材料多次提交，跑动次数偏多", "推行一次告知和容缺受理"),
        ("村务公开规范化", "公开内容不全，更新不及时", "制定公开目录并定期抽查"),
        ("基层网格员队伍建设", "待遇偏低，人员流动频繁", "明确职责清单并完善激励办法"),
        ("公共法律服务进村居", "群众遇事找法意识不强", "安排律师定期坐班并公布电话"),
        ("政务热线办理质量提升", "部分事项回复笼统、重复来电多", "建立疑难事项会商机制"),
    ),
    "culture": (
        ("基层文化站免费开放", "开放时间与群众作息不合", "实行错时延时开放"),
        ("传统村落保护利用", "老屋失修，年轻人外出", "编制保护名录并引入社会力量"),
        ("非物质文化遗产传承", "传承人年龄偏大，后继乏人", "在中小学开设体验课程"),
        ("全民阅读设施建设", "书屋图书更新慢，利用率低", "建立图书流转和点单配送"),
        ("社区体育场地共享", "学校场地节假日闲置", "制定分时开放和保险办法"),
    ),
    "society": (
        ("老旧小区加装电梯", "老年居民上下楼困难，住户意见难统一", "明确费用分摊参考标准"),
        ("学校周边交通疏导", "上下学时段拥堵，行人过街不安全", "设置限时单行和家长接送区"),
        ("社区养老服务站运营", "设施闲置，服务项目单一", "引入专业机构并购买助餐服务"),
        ("农村饮水安全保障", "枯水期供水不稳，管网老化", "改造管网并建立应急供水点"),
        ("停车泊位挖潜增效", "停车难与泊位闲置并存", "推进机关单位错时共享停车"),
        ("婴幼儿托育服务", "普惠托位少，收费偏高", "支持幼儿园开设托班"),
        ("基层卫生人才留用", "编制少、晋升难，骨干流失", "实行县管乡用和定向培养"),
        ("无障碍设施改造", "盲道被占、坡道缺失", "开展排查并限期整改"),
        ("公交线路优化", "早晚高峰候车时间长", "加密班次并调整站点"),
        ("背街小巷照明", "路灯损坏多，夜间出行不便", "纳入统一管护并公布报修方式"),
        ("农村留守老人关爱", "独居老人缺乏日常照料", "建立巡访制度和应急呼叫"),
        ("物业服务监管", "收费不透明，维修响应慢", "公示服务清单并开展星级评定"),
        ("职业技能培训", "培训内容与岗位需求脱节", "按企业订单组织培训"),
        ("中小学课后服务", "师资不足，课程单一", "引入社会专业力量参与"),
    ),
    "ecology": (
        ("生活垃圾分类收运", "前端分类与后端收运衔接不畅", "配齐分类运输车辆并公示时间"),
        ("河道岸线整治", "部分岸段杂草垃圾堆积", "落实管护责任并设置监督牌"),
        ("农村生活污水治理", "管网入户率低，设施运行不稳", "因地制宜建设小型处理设施"),
        ("餐饮油烟管理", "居民楼下餐饮油烟扰民", "推广高效净化设备并定期检测"),
        ("城市小微绿地建设", "老城区公共绿地不足", "利用边角地建设口袋公园"),
        ("秸秆综合利用", "露天焚烧时有发生", "设立收储点并给予补贴"),
        ("噪声扰民治理", "施工与商业噪声投诉较多", "划定静音时段并公布处理结果"),
    ),
}
VERBS = ("进一步加强", "加快推进", "统筹做好", "着力改善", "持续完善", "稳步推进", "切实做好", "规范")
EVIDENCE = (
    "调研中走访了{n}户居民，多数反映{problem}。",
    "近一年相关诉求{n}件，集中在{place}一带，主要是{problem}。",
    "座谈时{n}名群众代表谈到，{problem}，影响日常生产生活。",
    "实地查看{n}处点位后发现，{problem}，有的已持续两年以上。",
)
CAUSES = (
    "一是部门之间职责衔接不够紧密，信息没有共用；二是投入渠道单一，建后管护缺少固定来源；三是群众参与议事的途径不多。",
    "一是前期规划对人口变化估计不足；二是日常管理力量薄弱，发现问题不够及时；三是缺少统一的标准和考核。",
    "一是政策知晓度不高，符合条件的群众不会办、不敢办；二是基层人手紧，一人多岗；三是效果评价没有跟上。",
    "一是权属关系复杂，协调难度大；二是资金使用分散，难以形成合力；三是宣传引导的方式较为单一。",
)
SECOND_STEPS = (
    "由牵头部门会同属地建立台账，每季度公布一次进展。",
    "先在{place}选取两至三处试点，成熟后再推开。",
    "将所需经费列入年度预算，并接受群众监督。",
    "邀请政协委员、居民代表参与方案讨论和验收。",
    "明确一名具体联系人，公布电话，做到事事有回音。",
)
THIRD_STEPS = (
    "完善管护办法，避免重建轻管。",
    "组织一次专题宣传，让群众知道怎么办、找谁办。",
    "年底前对成效作一次回访，不足之处及时调整。",
    "借鉴周边地区的成熟做法，少走弯路。",
)
REPLY_OPENINGS = (
    "您提出的建议很有针对性，我们专门召开会议研究。",
    "收到提案后，我们与您当面沟通并到现场查看。",
    "感谢您对这项工作的关心，我们逐条作了研究。",
)
REPLY_BODIES = (
    "关于第{number}条建议：已{done}，现正常运行。",
    "关于第{number}条建议：已列入本年度工作计划，由{unit}专人负责，目前{done}。",
    "关于第{number}条建议：已会同属地{done}，并建立定期检查制度。",
)
REPLY_DEEDS = (
    "完成排查并整改到位",
    "印发实施方案",
    "落实专项经费",
    "完成试点并总结推开",
    "与相关单位签订责任书",
    "公布办事指南和联系电话",
)
TALK_MODES = ("visit", "meeting", "onsite", "meeting", "video")
TALKS = (
    "介绍了办理进展和资金安排，提案者补充了两处点位。",
    "实地看了现场，就先后次序交换了意见。",
    "说明了政策口径，提案者希望明确完成时间。",
    "通报了初步方案，提案者原则同意。",
    "就相邻社区的做法作了比较，商定分步推进。",
)
POINTS = (
    "已列入年度工作安排，由专人负责。",
    "已采纳，正在按程序办理。",
    "已与有关单位会商，形成办理意见。",
    "结合现有项目一并推进。",
    "已吸收到工作方案中。",
    "正在摸底，随后公布结果。",
)
OPINIONS = (
    "同意主办单位意见，我单位将配合做好现场协调和后续管护。",
    "我单位已安排专人对接，按职责落实相关经费和人员。",
    "建议主办单位统筹时一并考虑周边点位，我单位全力配合。",
)


@dataclass(frozen=True, slots=True)
class Text:
    """One proposal's text, and what it was made of."""

    title: str
    category: str
    background: str
    analysis: str
    recommendations: tuple[str, ...]
    place: str


def proposal(random: Random, taken: set[str]) -> Text:
    """A text whose title is not in ``taken``, which grows."""
    while True:
        category = random.choices(list(MATTERS), weights=(20, 8, 11, 43, 18))[0]
        matter, problem, remedy = random.choice(MATTERS[category])
        place = random.choice(PLACES)
        title = f"关于{random.choice(VERBS)}{place}{matter}的提案"
        if title not in taken:
            break
    taken.add(title)
    facts = {"n": random.randint(8, 96), "problem": problem, "place": place}
    background = f"{place}近年来发展较快，群众对{matter}期待较高。" + random.choice(EVIDENCE).format(**facts)
    background += "这项工作关系群众切身利益，也是全区高质量发展的重要一环。"
    analysis = f"从了解的情况看，{problem}。原因主要有三个方面：" + random.choice(CAUSES)
    steps = [f"{remedy}，今年内在{place}见到成效。", random.choice(SECOND_STEPS).format(**facts)]
    if random.random() < 0.6:
        steps.append(random.choice(THIRD_STEPS))
    return Text(title, category, background, analysis, tuple(steps), place)


def reply(random: Random, unit: str, count: int) -> str:
    """An answer that speaks to each of ``count`` recommendations."""
    parts = [random.choice(REPLY_OPENINGS)]
    for number in range(1, count + 1):
        body = random.choice(REPLY_BODIES)
        parts.append(body.format(number=number, unit=unit, done=random.choice(REPLY_DEEDS)))
    parts.append("欢迎继续提出宝贵意见。")
    return "\n".join(parts)


FORMS = {
    "standing_consult": "专题议政",
    "chairmen_consult": "主席会议协商",
    "special_consult": "专题协商会",
    "counterpart": "对口协商会",
    "micro": "微协商",
    "special_supervision": "专项监督",
    "inspection": "视察",
    "research": "专题调研",
    "joint_research": "联合调研",
}
FIRM_NAMES = (
    "黔阳",
    "新禾",
    "云岭",
    "恒达",
    "华光",
    "瑞康",
    "金竹",
    "东泰",
    "博远",
    "青禾",
    "鼎新",
    "润泽",
    "宏图",
    "永兴",
    "佳美",
    "远航",
)
FIRM_TRADES = (
    "建材公司",
    "食品公司",
    "电子公司",
    "农业公司",
    "药业公司",
    "包装公司",
    "机械公司",
    "物流公司",
    "服饰公司",
    "文旅公司",
    "茶业公司",
    "家具公司",
)
FIRM_TROUBLES = (
    "流动资金紧张，抵押物不足",
    "技术工人难招",
    "厂区道路限重，物流绕行",
    "用电扩容周期较长",
    "订单减少，库存上升",
    "希望对接本地采购",
    "审批材料重复提交",
    "职工子女入学不便",
)
ADVICE_HEADS = ("建议", "希望", "应当", "可以考虑", "建议尽快", "建议分步")
ADVICE_TAILS = (
    "，由{place}先行一步",
    "，并公布办理时限",
    "，把责任落实到人",
    "，年底前对效果作一次评估",
    "，同步做好宣传解释",
    "，经费列入预算",
    "，先听取居民意见",
    "，与现有项目统筹安排",
)
SOLVED = (
    "当场与责任单位商定办法，{n}日内办结，已回访群众。",
    "由社区牵头、部门配合，已于会后{n}日完成，居民认可。",
    "区级部门到场答复，{n}日内整改到位，已逐户告知。",
    "议定由物业和居民共同出资，{n}日内完成施工并验收。",
)
TAKEN_UP = (
    "已吸收到本单位工作方案，明确专人负责。",
    "已列入年度重点任务，按季度推进。",
    "已会同有关部门研究，形成办理意见。",
    "已安排资金，正在实施。",
    "已修订相关办法，公布后执行。",
)


def advice(random: Random) -> str:
    """A piece of advice in one line."""
    matter, _, remedy = random.choice(MATTERS[random.choice(list(MATTERS))])
    place = random.choice(PLACES)
    tail = random.choice(ADVICE_TAILS).format(place=random.choice(PLACES))
    return f"{random.choice(ADVICE_HEADS)}围绕{matter}，在{place}{remedy}{tail}。"


def problem(random: Random) -> str:
    """A problem raised where people talk with each other."""
    matter, trouble, _ = random.choice(MATTERS[random.choice(list(MATTERS))])
    return f"{random.choice(PLACES)}{matter}：{trouble}，涉及{random.randint(6, 180)}户。"


def solved(random: Random) -> str:
    """How it was solved."""
    return random.choice(SOLVED).format(n=random.randint(3, 20))


def taken_up(random: Random) -> str:
    """What a unit says to a piece of advice."""
    return random.choice(TAKEN_UP)


def firm(number: int) -> str:
    """An invented enterprise; none twice within some two hundred."""
    return FIRM_NAMES[number % len(FIRM_NAMES)] + FIRM_TRADES[number // len(FIRM_NAMES) % len(FIRM_TRADES)]


OFFICES = (
    "办公室",
    "人事处",
    "宣传处",
    "机关党委",
    "提案处",
    "经济处",
    "农业处",
    "科教处",
    "文史处",
    "社法处",
    "民宗处",
    "联络处",
    "研究室",
    "信息中心",
    "服务中心",
    "财务室",
    "会务组",
    "编辑部",
)
ROUTINES = (
    "文件流转",
    "会议组织",
    "调研安排",
    "经费报销",
    "信息报送",
    "学习记录",
    "档案归集",
    "值班交接",
    "委员联络",
    "资产登记",
    "公文校核",
    "活动总结",
)
FLAWS = (
    "不够及时，有的超过规定时限",
    "标准不统一，前后做法不一",
    "责任到人不够，出现问题互相等靠",
    "主动性不足，习惯于照单办理",
    "留痕不完整，事后难以核对",
)
REMEDIES = (
    "修订办理流程并公布时限",
    "建立台账并每周核对",
    "明确责任人和替补人",
    "组织一次业务培训",
    "纳入处务会每月通报",
    "制定统一模板",
)


def flaws(random: Random, count: int) -> list[str]:
    """So many flaws of an agency's work, none twice."""
    every = [f"{office}{routine}{flaw}" for office in OFFICES for routine in ROUTINES for flaw in FLAWS]
    return random.sample(every, count)
