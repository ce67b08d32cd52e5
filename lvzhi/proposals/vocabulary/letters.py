"""The wording of letters: paragraphs with places to fill, in the order of the page."""

from __future__ import annotations

from lvzhi.proposals.vocabulary.entry import LetterKind

TITLES = {
    LetterKind.FILED: "提案立案通知",
    LetterKind.NOT_FILED: "提案不予立案通知",
    LetterKind.MERGED: "提案并案通知",
    LetterKind.ASSIGNED: "关于交办{number}提案的函",
}
PARAGRAPHS: dict[LetterKind, tuple[str, ...]] = {
    LetterKind.FILED: (
        "您（贵单位）提出的《{title}》（收件号{serial}），经审查已予立案，案号为{number}，归入{category}类。",
        "提案将交有关单位办理。办理进展和答复可在履职工作平台查看；收到答复后，请按时评价。",
        "感谢您对政协工作的支持。",
    ),
    LetterKind.NOT_FILED: (
        "您（贵单位）提出的《{title}》（收件号{serial}），经审查不予立案。",
        "依据：{grounds}。",
        "说明：{explanation}",
        "去向：{route}。",
        "如有不明之处，请与我们联系。",
    ),
    LetterKind.MERGED: (
        "您（贵单位）提出的《{title}》（{number}）与{lead}《{lead_title}》内容相近，经研究并案办理，以{lead}为主件。",
        "并案后，您的提案保留原案号和提案者，承办单位仍将单独答复您。",
    ),
    LetterKind.ASSIGNED: (
        "现将{session}{number}《{title}》（提案者：{proposer}）交你单位{role}。",
        "请于{return_due}前签收；不属于你单位职责的，请在此日期前书面说明理由并提出建议的承办单位，不得自行转办。",
        "请于{answer_due}前书面答复提案者，同时抄送我们。办理中请与提案者沟通。",
    ),
}
MERGED_INTO_THIS = "并案办理的提案：{numbers}，请逐件答复。"
ATTACHED = "提案原文"
HEADING = "{place}、{name}"
PLACES = "一二三"
RECOMMENDATION = "{number}．{text}"
FILE_NAME = "{letter}-{called}-{addressee}.docx"
NO_SESSION = ""
