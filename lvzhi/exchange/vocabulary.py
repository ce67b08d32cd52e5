"""Every Chinese word of the room: why a file or a cell is refused, the names of fonts, the fixed words of a letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

# --- files -------------------------------------------------------------------------------------------------------

KINDS: dict[str, str] = {
    "docx": "Word文档",
    "xlsx": "Excel工作簿",
    "ods": "ODS表格",
    "pptx": "PPT演示文稿",
    "zip": "压缩包",
    "broken_zip": "损坏的压缩格式文件",
    "archive": "压缩包或程序数据",
    "ole": "旧版Office文件",
    "pdf": "PDF文件",
    "rtf": "RTF文件",
    "image": "图片",
    "media": "音视频或字体文件",
    "program": "可执行程序",
    "html": "网页",
    "text": "文本文件",
}


def megabytes(size: int) -> str:
    """A size as people say it: 50 MB, 1.5 MB, under a tenth in KB."""
    value = size / (1024 * 1024)
    if value < 0.1:
        return f"{max(1, round(size / 1024))} KB"
    return f"{value:.1f}".removesuffix(".0") + " MB"


def _names(names: Sequence[str]) -> str:
    return "、".join(f"“{each}”" for each in names)


FILES: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "missing_file": lambda facts: "不存在或无法读取，请核对文件位置和权限。",
    "empty": lambda facts: "是空文件，没有可读的内容，请重新选择文件。",
    "too_large": lambda facts: (
        f"大小为{megabytes(facts['size'])}，超过上限{megabytes(facts['limit'])}，请拆分或压缩图片后重新上传。"
    ),
    "wrong_encoding": lambda facts: "的文字编码无法识别，请在记事本或WPS中另存为UTF-8编码后重新上传。",
    "not_text": lambda facts: "不是文本文件（含有二进制内容），请提供txt、html或docx文件。",
    "truncated": lambda facts: "已损坏或不完整，无法打开，请重新导出或重新传输后再上传。",
    "zip_bomb": lambda facts: (
        f"解压后异常庞大（{megabytes(facts['packed'])}解压为{megabytes(facts['unpacked'])}），"
        "为保护系统已拒绝，请另存为一份新文件后重新上传。"
    ),
    "macro": lambda facts: "带有宏，为安全起见不予接收，请另存为不含宏的docx或xlsx后重新上传。",
    "encrypted": lambda facts: "设有打开密码或已加密，请取消密码后重新上传。",
    "old_word": lambda facts: "是旧版Word、WPS等格式，请另存为docx后重新上传。",
    "scanned_pdf": lambda facts: "是扫描件或图片型PDF，其中没有文字，请提供可复制文字的文件或Word原件。",
    "pdf_reader_missing": lambda facts: (
        "是PDF文件，本机未安装PDF读取工具，请改为上传Word原件，或由管理员安装poppler-utils。"
    ),
    "wrong_kind": lambda facts: f"实际内容是{KINDS[facts['found']]}，不是所需的文件，请核对后重新选择。",
    "no_rows": lambda facts: "只有表头，没有数据行，请填写后重新上传。",
    "no_header": lambda facts: f"中找不到表头，应有的列为{_names(facts['expected'])}，请按模板填写。",
    "missing_columns": lambda facts: (
        f"缺少必需的列{_names(facts['missing'])}（第{facts['row']}行被识别为表头），请按模板补齐列名。"
    ),
    "too_many_rows": lambda facts: (
        f"的行数或列数过多（到第{facts['rows']}行，上限{facts['limit']}行），请删除多余的空白区域或分批导入。"
    ),
    "bad_csv": lambda facts: f"第{facts['row']}行附近的引号或分隔符有误，请用Excel另存为xlsx后重新上传。",
    "fonts_missing": lambda facts: f"未生成：本机缺少公文字体{_names(facts['fonts'])}，请安装字体或改用普通方式生成。",
    "no_office": lambda facts: "无法转换为PDF：本机未安装LibreOffice，请由管理员安装，或下载Word文件自行转换。",
    "convert_failed": lambda facts: "转换为PDF失败，请下载Word文件自行转换。",
}


def file_problem(code: str, facts: Mapping[str, Any]) -> str:
    """Which file, what is wrong, what to do."""
    name = str(facts.get("name") or "")
    return (f"文件“{name}”" if name else "文件") + FILES[code](facts)


# --- cells -------------------------------------------------------------------------------------------------------

CELLS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "required": lambda facts: "未填写，此列为必填。",
    "not_integer": lambda facts: f"“{facts['value']}”不是整数，请只填数字。",
    "not_number": lambda facts: f"“{facts['value']}”不是数字，请只填数字。",
    "not_a_date": lambda facts: f"“{facts['value']}”不是日期，请按“2026年9月3日”或“2026-09-03”填写。",
    "no_such_month": lambda facts: f"“{facts['value']}”的月份不存在，请核对日期。",
    "no_such_day": lambda facts: (
        f"“{facts['value']}”不存在：{facts['year']}年{facts['month']}月只有{facts['last']}天，请核对日期。"
    ),
    "not_a_choice": lambda facts: (
        f"“{facts['value']}”不在可选范围内，"
        + (f"是否应为“{facts['close']}”？" if facts["close"] else "")
        + f"可填：{'、'.join(facts['choices'])}。"
    ),
    "bad_phone": lambda facts: f"“{facts['value']}”不是有效的电话号码，请填11位手机号或带区号的座机号。",
    "bad_id_number": lambda facts: f"“{facts['value']}”不是有效的18位身份证号，请核对位数和出生日期。",
    "bad_id_checksum": lambda facts: f"“{facts['value']}”的校验位不符，请逐位核对身份证号。",
    "id_as_number": lambda facts: "的身份证号被存成了数字，末尾几位已丢失，请把该列设为文本格式后重新填写。",
    "formula_error": lambda facts: f"是公式错误“{facts['value']}”，请改填实际内容。",
    "duplicate_row": lambda facts: f"与第{facts['first']}行完全相同，请确认是否重复。",
    "duplicate_value": lambda facts: f"“{facts['value']}”与第{facts['first']}行重复，请核对。",
    "duplicate_column": lambda facts: f"出现了不止一次，只读取第{facts['used']}列，请删除多余的列。",
    "unknown_column": lambda facts: "不是可导入的列，已忽略。",
}


def cell_problem(code: str, row: int, column: str, facts: Mapping[str, Any]) -> str:
    """Which row and column, what is wrong, what to do."""
    where = f"第{row}行" + (f"“{column}”列" if column else "")
    return where + CELLS[code](facts)


TRUE_WORDS = frozenset({"是", "有", "对", "√", "true", "yes", "1", "y"})
YES, NO = "是", "否"
LIST_SEPARATOR = "、"
LIST_SEPARATORS = re.compile(r"[、，,;；\n]+")
REQUIRED_MARKS = re.compile(r"[*＊\s]|[(（](?:必填|选填|可选|必选|单选|多选)[)）]")
FULL_DATE = re.compile(
    r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*[日号]?"
    r"(?:[T\s]*\d{1,2}[:时].*)?|(?P<year8>\d{4})(?P<month8>\d{2})(?P<day8>\d{2})"
)
REQUIRED_STAR = "*"
CUT_MARK = "……（超出表格单元格上限，已截断）"
DATA_SHEET = "数据"
NOTES_SHEET = "填写说明"
CHOICES_SHEET = "选项"
NOTE_HEADS = ("列名", "是否必填", "填写要求", "示例")
NOTE_REQUIRED = {True: "必填", False: "选填"}
KIND_NOTES: dict[str, str] = {
    "text": "文字",
    "int": "整数",
    "decimal": "数字",
    "date": "日期，如2026-09-03",
    "choice": "从下拉列表中选择",
    "bool": "填“是”或“否”",
    "phone": "11位手机号，或带区号的座机号",
    "id_number": "18位身份证号（单元格为文本格式）",
    "list": "可填多项，用顿号分隔",
}
EXAMPLE_NOTE = "第二行为示例，导入时不改动的示例行会自动跳过；带*的列必填。"
VALIDATION_TITLE = "请从列表中选择"
VALIDATION_TEXT = "此列只能填写下拉列表中的内容。"

# --- characters by which an encoding is told ---------------------------------------------------------------------

# The commonest characters of written Chinese and of office papers, both scripts: a right decoding is full of them.
COMMON_CHARACTERS = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度"
    "家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心"
    "反你明看原又利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头"
    "基资边流路级少图山统接知较将组见计别手角期根论运农指几九区强放决西被干做必战先回则任取据处南给色光门即保治北造百规热领七海口东导器压志世金增争"
    "济阶术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车真务具万每目至达走积示议声报斗完类八名确才科张信马节话米整空元况今集传土"
    "许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布容儿际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往历市克何除消构府称"
    "准精值号率族维划选标写存候毛快效院查江型王按格养置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁姓性别民族出生籍贯职务单位电话手机"
    "备注序号邮箱地址身份证协提案委员常住会议履职协商监督视察调研反映情况建议意见李王张刘陈杨黄赵吴周徐孙朱"
    "這個為國時來們對會發動過說產種後學經進著裡電機實體當點從業應開還樣與關線內數問無軍變條結見題黨員總麼資邊級圖統農幾區強處給門導壓爭濟階術極聯"
    "認權證轉單風場車務萬積議聲報類確張馬節話況傳許廣記觀織裝書辦習響約勞團歷構稱準號維劃選標寫養層狀廠識適屬滿縣參紅細聽該鐵職協調視察監督"
)
PUNCTUATION = frozenset("，。、；：？！“”‘’（）《》〔〕—…\u3000")
MOJIBAKE_HINT = frozenset(
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿"
)

# --- official documents (R12.13) ---------------------------------------------------------------------------------

BODY_FONT = "仿宋_GB2312"
TITLE_FONT = "方正小标宋简体"
HEADING_FONT = "黑体"
SUBHEADING_FONT = "楷体_GB2312"
PAGE_NUMBER_FONT = "宋体"
DECLARED_FONTS = (TITLE_FONT, BODY_FONT, SUBHEADING_FONT, HEADING_FONT, PAGE_NUMBER_FONT)
# Names under which the same face is installed elsewhere; the first one is also declared as the replacement.
FONT_ALIASES: dict[str, tuple[str, ...]] = {
    TITLE_FONT: ("方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "小标宋体"),
    BODY_FONT: ("仿宋", "FangSong_GB2312", "FangSong", "方正仿宋_GBK"),
    SUBHEADING_FONT: ("楷体", "KaiTi_GB2312", "KaiTi", "方正楷体_GBK"),
    HEADING_FONT: ("SimHei", "方正黑体_GBK"),
    PAGE_NUMBER_FONT: ("SimSun", "方正书宋_GBK"),
}
# Free faces of a like build, for a PDF made where the faces themselves are missing.
_SONG = ("Noto Serif CJK SC", "Source Han Serif SC", "AR PL SungtiL GB")
_HEI = ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei")
STAND_INS: dict[str, tuple[str, ...]] = {
    TITLE_FONT: _SONG,
    BODY_FONT: _SONG,
    SUBHEADING_FONT: ("AR PL KaitiM GB", "AR PL UKai CN", *_SONG),
    HEADING_FONT: _HEI,
    PAGE_NUMBER_FONT: _SONG,
}
COLON = "："
ATTACHMENT_LABEL = "附件"
COPY_TO_LABEL = "抄送："
SIGNER_LABEL = "签发人："
FULL_STOP = "。"
COPY_SEPARATOR = "，"
WIDE_SPACE = "\u3000"
ISSUED_SUFFIX = "印发"
DASH = "—"


def written_date(year: int, month: int, day: int) -> str:
    """Arabic numerals, full year, no leading zeros (R12.13)."""
    return f"{year}年{month}月{day}日"
