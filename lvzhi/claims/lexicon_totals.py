"""Language tables for contradictions: what a text tells once, which counts a rate is made of, what makes parts a whole."""

# ruff: noqa: E501, SIM905  (tables of words: long lines and split strings keep them readable)

from __future__ import annotations

import re
from typing import Final

MORE: Final[frozenset[str]] = frozenset({"余", "多", "有余", "几", "+", "出头", "来"})
AT_LEAST: Final[frozenset[str]] = frozenset(
    "以上 超过 超过了 突破 突破了 超 逾 多于 高于 大于 超出 不下 不止 之多 过 强".split()
)
NEARLY: Final[frozenset[str]] = frozenset("近 将近 接近 不到 不足 以下 以内 弱".split())
# Things told once a period, and what was done with them.
ONCE: Final[tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]] = (
    (
        re.compile(r"(?:大会|委员|集体|平时|会议)?提案|(?:代表)?议案|代表建议|(?:代表)?意见建议提案"),
        ("不予立案", "不立案", "立案", "收到", "征集", "提交", "办复", "办结", "并案"),
    ),
    (re.compile(r"重点提案|重点督办提案"), ("确定", "遴选", "督办", "列为")),
    (re.compile(r"常委会会议|常委会议|主席会议|党组会议|党组会|主席会|常委会|全体会议"), ("召开", "举行")),
    (re.compile(r"社情民意信息|社情民意"), ("收到", "征集", "编报", "报送", "上报")),
)
ALIKE: Final[dict[str, str]] = {"征集": "收到", "提交": "收到", "办结": "办复", "不立案": "不予立案", "举行": "召开", "上报": "报送", "遴选": "确定", "列为": "确定"}  # fmt: skip
STANDING: Final = re.compile(r"(?:县|市|区|省|州|政协)*(?:委员|常委|界别|专门委员会|专委会|党员委员|政协委员)")
HAS: Final = re.compile(r"现有|共有|设有|下设|本届|实有")
RATE: Final = re.compile(r"率$|满意度$")
# Words that narrow nothing: organs, adverbs, the review.
FILLERS: Final = re.compile(
    r"共计|总共|累计|一共|全年|今年|本年度|年内|经审查|经审核|审查|确定|先后|其中|本届|现有|共有|设有|下设|实有|截至目前|一年来|"
    r"(?:全国|[省市区县州]|自治区)?政协(?:委员|常委会|提案委员会|提案委|党组|及其)?|各参加单位|各民主党派|(?:各|有关)?人民团体|工商联|各?专门委员会|广大|委员|各界(?:别)?|界别|提案者|我们|常委会|"
    r"共|已|均|总|达到|达|为|是|有|和|及|与|在|自|以来|期间|，|。|、|：|（|）|“|”"
)
SESSION: Final = re.compile(
    r"(?:自)?(?:[\u4e00-\u9fff]{0,8}?政协|全会|大会)?第?[一二三四五六七八九十]{0,3}届[\u4e00-\u9fff]{0,6}?[一二三四五六七八九十]{1,3}次(?:全体)?(?:会议|全会)(?:期间|以来|闭幕后|后)?"
)
THIS_YEAR: Final[frozenset[str]] = frozenset({"全年", "今年", "今年以来", "本年度", "年内", "一年来"})
# What says that parts are all, and what says that they are some.
ALL: Final = re.compile(r"分别|包括|由[^，。]{0,12}(?:组成|构成)|分为")
SOME: Final = re.compile(r"其中|含|另|等(?!级|次)|主要|尤其|仅")
FIELD: Final = re.compile(r"(?:类|方面|领域)(?:的)?(?:提案|建议|议案|信息|意见)?$")
OPPOSITES: Final[tuple[tuple[str, str], ...]] = (
    ("委员提案", "集体提案"), ("委员个人提案", "集体提案"), ("中共党员", "非中共党员"), ("党员委员", "非党员委员"),
    ("中共委员", "党外委员"), ("男委员", "女委员"), ("会议提案", "平时提案"), ("大会提案", "平时提案"), ("主办件", "协办件"), ("主办件", "会办件"),
)  # fmt: skip
# A rate, the acts that its numerator may be, the acts that its denominator may be.
RATES: Final[tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]] = (
    ("立案率", ("立案",), ("收到", "征集", "提交", "提出", "共收到", "征集到")),
    ("办复率", ("办复", "答复", "办结"), ("立案", "交办", "承办", "应办")),
    ("办结率", ("办结", "办复"), ("立案", "交办", "承办", "受理", "应办")),
    ("采纳率", ("采纳", "被采纳"), ("提出", "形成")),
    ("采用率", ("采用", "被采用"), ("报送", "上报", "编报")),
    ("整改率", ("整改", "整改完成", "完成"), ("发现", "查找", "查摆")),
    ("完成率", ("完成",), ("安排", "部署", "确定", "计划")),
    ("出席率", ("实到", "出席"), ("应到", "应出席")),
)  # fmt: skip
MEET_AGAIN: Final = ("人", "名", "位", "家", "户")  # of whom one may be counted in several rows of a table
SAME: Final = re.compile(r"^(?:提案|议案|建议|代表建议|意见建议|信息|会议|问题|委员|社情民意信息)?$")
OF_WHOLE: Final = re.compile(r"占(立案|收到|办复|承办|提交|办理)")
SHARE: Final = re.compile(r"[，、（]?(?:均|约|各)?占(?!比的)")
