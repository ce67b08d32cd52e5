"""What the reader does with whole pages: scrapes in every state, context, and texts nobody wrote."""

# ruff: noqa: E501, SIM905  (sentences and word lists stay in one line)

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC
from pypinyin import Style, lazy_pinyin

from lvzhi.claims import Claim, Reading, read

PAGE = """清河县政协2023年工作综述

一、凝心聚力谋发展

今年以来，县政协围绕“两个先行区”建设，开展专题视察8次，提出意见建议126条，其中41条被县委、县政府采纳。

二、用心用情办提案

县政协十一届二次会议以来，共收到提案203件，立案187件，立案率92.1%；提案办复率、满意率均达100%。在26件重点提案中，县级领导领衔督办9件。组织委员走访企业近百家，筹集善款40多万元，惠及群众3万余人。
"""
VALUES = ["8", "126", "41", "203", "187", "92.1", "100", "100", "26", "9", "100", "400000", "30000"]


def values(text: str) -> list[str]:
    return [str(c.value) for c in read(text).claims]


def pinyin(text: str, left: str, right: str, style: Style = Style.TONE) -> str:
    """Pinyin after every third Han character."""
    out = []
    for i, c in enumerate(text):
        out.append(c)
        if i % 3 == 0 and "\u4e00" <= c <= "\u9fff":
            out.append(left + lazy_pinyin(c, style=style)[0] + right)
    return "".join(out)


def wrapped(text: str, width: int, newline: str) -> str:
    lines = []
    for line in text.split("\n"):
        lines += [line[i : i + width] for i in range(0, max(1, len(line)), width)]
    return newline.join(lines)


def wide(text: str) -> str:
    return text.translate({ord(str(i)): 0xFF10 + i for i in range(10)} | {ord("%"): "％", ord("."): "．"})


def page(text: str) -> str:
    body = "".join(f"<p>&nbsp;&nbsp;{line}</p>\n" for line in text.split("\n"))
    return (
        "<html><head><style>.a{width:100px}</style><script>var n=12;if(n<5){s='收到提案99件'}</script></head>"
        f"<body><!-- 收到提案88件 --><div>首页 | 要闻 | 图片</div>{body}</body></html>"
    )


SCRAPES = {
    "as written": lambda t: t,
    "pinyin in brackets": lambda t: pinyin(t, "(", ")"),
    "pinyin in wide brackets": lambda t: pinyin(t, "（", "）"),
    "pinyin with spaces": lambda t: pinyin(t, "( ", " )"),
    "pinyin without tones": lambda t: pinyin(t, "(", ")", Style.NORMAL),
    "pinyin with tone numbers": lambda t: pinyin(t, "(", ")", Style.TONE3),
    "pinyin without brackets": lambda t: pinyin(t, "", ""),
    "pinyin in heavy brackets": lambda t: pinyin(t, "【", "】"),
    "pinyin in capitals": lambda t: pinyin(t, "(", ")").replace("xié", "XIÉ"),
    "zhuyin": lambda t: pinyin(t, "(", ")", Style.BOPOMOFO),
    "ruby": lambda t: pinyin(t, "<rp>(</rp><rt>", "</rt><rp>)</rp>"),
    "pinyin before the character": lambda t: re.sub("政协", "(zhèng)政(xié)协", t),
    "soft hyphens": lambda t: t.replace("提", "提\u00ad").replace("0", "\u00ad0"),
    "entities": lambda t: t.replace("件", "&#x4EF6;").replace("%", "&#37;").replace("“", "&ldquo;"),
    "digits in spans": lambda t: re.sub(r"(\d+)", r"<span lang='EN-US'>\1</span>", t),
    "numbers cut by lines": lambda t: t.replace("126", "12\n6").replace("92.1", "92.\n1"),
    "pager and counter": lambda t: t + "\n共3页 1 2 3 下一页 尾页\n您是第1234567位访客 今日访问1200人次\n",
    "hard line breaks": lambda t: wrapped(t, 30, "\n"),
    "hard line breaks, CRLF": lambda t: wrapped(t, 34, "\r\n"),
    "hard line breaks, blank lines": lambda t: wrapped(t, 28, "\n\n"),
    "wide digits": wide,
    "spaces around numbers": lambda t: re.sub(r"(\d+)", r" \1 ", t),
    "ASCII punctuation": lambda t: t.translate(str.maketrans("，；", ",;")),
    "doubled commas": lambda t: t.replace("，", ",,"),
    "invisible characters": lambda t: t.replace("提", "提\u200b").replace("件", "\ufeff件"),
    "markup": page,
    "spam and lists": lambda t: (
        "高清免费在线观看,国产精品一区二区,彩票注册送88元\n"
        + t
        + "\n责任编辑：某某 浏览次数：2031次\n热门推荐\n外省政协提交提案300件\n2022-01-01\n某地走访企业50家...\n2022-01-03\n"
        + "版权所有 某县政协办公室 电话：010-12345678 备案号：某ICP备12345678号"
    ),
}


@pytest.mark.parametrize("how", SCRAPES)
def test_a_scrape_in_any_state_reads_the_same(how: str) -> None:
    text = SCRAPES[how](PAGE)
    reading = read(text)
    assert [str(c.value) for c in reading.claims] == VALUES
    assert all(c.text == text[c.start : c.end] for c in reading.claims)
    assert {c.subject for c in reading.claims} >= {"提案办复率", "提案满意率", "重点提案", "专题视察"}


def test_traditional_script_is_read_in_simplified() -> None:
    text = "市政協組織委員視察9次，提出意見建議七十餘條，辦復率達100%。"
    claims = read(text).claims
    assert [(c.value, c.unit, c.subject) for c in claims] == [
        (Decimal(9), "次", "委员视察"),
        (Decimal(70), "条", "意见建议"),
        (Decimal(100), "%", "办复率"),
    ]
    assert claims[1].text == "提出意見建議七十餘條"


def test_damaged_pinyin_is_no_text() -> None:
    assert values("推動(dòng)新?lián)?dāng)新作為(wéi)，收到提案(àn)12件(jiàn)。") == ["12"]


def test_period_body_and_heading_govern_a_claim() -> None:
    reading = read(PAGE)
    by_value = {str(c.value): c for c in reading.claims}
    assert reading.title == "清河县政协2023年工作综述"
    assert reading.year == 2023
    assert by_value["126"].period == "今年以来"
    assert by_value["203"].period == "县政协十一届二次会议以来"
    assert by_value["187"].period == "县政协十一届二次会议以来"
    assert by_value["8"].heading == "一、凝心聚力谋发展"
    assert by_value["8"].body is not None
    assert by_value["8"].body.endswith("县政协")
    assert by_value["400000"].hedge == "多"


def test_year_comes_from_the_title_or_the_caller() -> None:
    assert read("某县政协2021年工作总结\n收到提案30件。").claims[0].period == "2021年"
    assert read("收到提案30件。", year=2020).claims[0].period == "2020年"
    assert read("收到提案30件。").claims[0].period is None


def parts(claims: tuple[Claim, ...]) -> dict[str, list[str]]:
    starts = {c.number_start: str(c.value) for c in claims}
    return {str(c.value): [starts[s] for s in c.total_of] for c in claims if c.total_of}


def test_brackets_and_among_them_split_a_total() -> None:
    assert parts(read("立案提案180件（委员提案150件、集体提案30件），提出建议60条。").claims) == {"180": ["150", "30"]}
    assert parts(read("提出建议60条，其中20条被采纳。").claims) == {"60": ["20"]}


def test_a_change_knows_both_its_ends() -> None:
    first, second = read("办结率由76%升至88%。").claims
    assert first.change is not None
    assert second.change is not None
    assert (first.change.kind, first.change.other) == ("from", Decimal(88))
    assert (second.change.kind, second.change.other) == ("to", Decimal(76))
    (by,) = read("信息采用量同比增长12%。").claims
    assert by.change is not None
    assert by.change.kind == "by"


def test_scope_words_are_kept() -> None:
    (claim,) = read("全省各级政协组织和政协委员推动落地项目超过90个。").claims
    assert claim.scope_words == ("全省各级政协组织",)


def test_a_section_of_plans_holds_no_claim() -> None:
    text = "某市政协工作报告\n2023年工作回顾\n召开主席会议12次。\n2024年工作安排\n召开主席会议15次，走访企业200家。"
    reading = read(text)
    assert [str(c.value) for c in reading.claims] == ["12"]
    assert Counter(a.why for a in reading.set_aside)["plan"] == 2


def test_json_line_has_the_stable_fields() -> None:
    (claim,) = read("某县政协2021年工作总结\n满意率达98.5%。").claims
    assert claim.as_json() == {
        "start": 14,
        "text": "满意率达98.5%",
        "value": 98.5,
        "qualifier": "exact",
        "unit": "%",
        "subject": "满意率",
        "action": None,
        "period": "2021年",
    }
    assert isinstance(read("收到提案30件。").claims[0].as_json()["value"], int)


@pytest.mark.parametrize(
    "text", ["", "   \n\t\n", "无数字的一段话。", "<html><body></body></html>", "\ufeff", "1", "第"]
)
def test_a_text_without_claims_is_an_empty_reading(text: str) -> None:
    assert read(text).claims == ()


WORDS = st.sampled_from(
    [
        "收到",
        "提案",
        "件",
        "立案",
        "办复率",
        "满意率",
        "均为",
        "100%",
        "近",
        "约",
        "超过",
        "余",
        "多",
        "万",
        "亿",
        "元",
        "百",
        "千",
        "十",
        "三",
        "两",
        "半",
        "成",
        "第",
        "届",
        "次会议",
        "2023年",
        "5月",
        "（",
        "）",
        "《",
        "》",
        "“",
        "”",
        "，",
        "。",
        "、",
        "；",
        "其中",
        "占",
        "由",
        "升至",
        "每名",
        "至少",
        "将",
        "力争",
        "人次",
        "家次",
        "%",
        ".",
        "1",
        "23",
        "4567",
        "1,234",
        "分之",
        "点",
        "\n",
        "\t",
        "|",
        "<td>",
        "</td>",
        "单位：件",
        "合计",
        "<",
        ">",
        "<p>",
        "&nbsp;",
        "(",
        ")",
        "qū",
        "区(qū)",
        "政协",
        "以来",
        "期间",
        "等",
        "的",
        "\u200b",
    ]
)


def check(text: str, reading: Reading) -> None:
    assert list(reading.claims) == sorted(reading.claims, key=lambda c: c.start)
    for claim in reading.claims:
        assert claim.text == text[claim.start : claim.end]
        assert claim.text
        assert claim.start <= claim.number_start < claim.end
        assert claim.value.is_finite()
        assert claim.value >= 0
        assert claim.subject
        assert isinstance(claim.as_json()["value"], int | float)
    for aside in reading.set_aside:
        assert aside.reason
        assert 0 <= aside.start < len(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=40).map("".join))
def test_any_run_of_official_words_keeps_the_promises(text: str) -> None:
    check(text, read(text))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_keeps_the_promises(text: str) -> None:
    check(text, read(text))


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 10**9), st.sampled_from(["件", "名", "万元", "人次", "场次", "%"]))
def test_a_number_put_into_a_sentence_comes_out_again(number: int, unit: str) -> None:
    (claim,) = read(f"全年共完成有关工作事项{number}{unit}。").claims
    assert claim.value == number * (10_000 if unit == "万元" else 1)
    assert claim.unit == unit.removeprefix("万")


TO_TRADITIONAL = OpenCC("s2t")


def traditional(text: str) -> str:
    return str(TO_TRADITIONAL.convert(text))


SENTENCE = st.builds(
    "{}{}{}{}{}".format,
    st.sampled_from(["全年收到提案", "走访企业", "召开主席会议", "发放宣传资料", "募集善款", "提案办复率达"]),
    st.sampled_from(["", "近", "超过", "约"]),
    st.one_of(st.integers(2, 99_999).map(str), st.sampled_from(["三十", "一百二十", "两千五百"])),
    st.sampled_from(["", "余", "多"]),
    st.sampled_from(["件", "家次", "次", "份", "万元", "场（次）", "名"]),
)
STATES = {
    "wide": wide,
    "traditional": traditional,
    "pinyin": lambda t: pinyin(t, "(", ")"),
    "wide pinyin": lambda t: pinyin(t, "（", "）"),
    "zero width": lambda t: "\u200b".join(t),
    "traditional, wide, pinyin": lambda t: pinyin(traditional(wide(t)), "(", ")"),
}


@pytest.mark.parametrize("how", STATES)
@settings(max_examples=40, deadline=None)
@given(sentences=st.lists(SENTENCE, min_size=1, max_size=4))
def test_the_state_of_a_text_changes_no_value(how: str, sentences: list[str]) -> None:
    text = "，".join(sentences) + "。"
    changed = STATES[how](text)
    plain, other = read(text), read(changed)
    assert [(c.value, c.unit, c.qualifier) for c in other.claims] == [
        (c.value, c.unit, c.qualifier) for c in plain.claims
    ]
    check(changed, other)
