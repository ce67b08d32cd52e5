"""Headings, labels, and what pages and commands say."""

from __future__ import annotations

from typing import Final

EXTENSION: Final = ".lvpkg"
CARD_EXTENSION: Final = ".lvkey"
PACKAGE_NAME: Final = "{peer} 第{number}号包"
FILE_NAME: Final = "{sender}-{receiver}-{number:06d}.lvpkg"
CARD_FILE: Final = "{code}-{fingerprint}.lvkey"
RECEIPT: Final = "receipt"
RECEIPT_NAME: Final = "回执"
RECEIPT_TITLE: Final = "收到第{number}号以前的包"
CONCERN: Final = "opinions.concern"
CONCERN_NAME: Final = "社情民意信息"
TURN: Final = "opinions.turn"
TURN_NAME: Final = "社情民意信息去向"
TURN_TITLE: Final = "{body}（{day}）"
FIGURE: Final = "figure"
FIGURE_NAME: Final = "数据及明细"
FIGURE_TITLE: Final = "{name}（{period}）"
ROSTER: Final = "roster"
ROSTER_NAME: Final = "委员名册"
ROSTER_TITLE: Final = "截至{day}的委员名册"
ROSTER_FILE: Final = "{peer}委员名册（截至{day}）.xlsx"
PROPOSAL: Final = "proposal"
PROPOSAL_NAME: Final = "交办的提案"
PROPOSAL_TITLE: Final = "{number}《{title}》"
BACK: Final = "handling"
BACK_NAME: Final = "提案办理"
BACK_TITLES: Final[dict[str, str]] = {
    "sign": "签收提案",
    "ask_return": "申请退回提案",
    "opinion": "提交会办意见",
    "reply": "答复提案",
}
JOINER: Final = "、"
TOOK: Final[dict[str, str]] = {
    "taken": "已收下{peer}的第{number}号包，{records}条记录。",
    "taken_some": "已收下{peer}的第{number}号包，{records}条记录，"
    "其中{refused}条不能办理，理由已记入并随回执告知对方。",
    "parked": "{peer}的第{number}号包先到，已暂存；第{missing}号补到后自动收下。",
    "already": "{peer}的第{number}号包以前已经收过，没有改动任何内容。",
    "already_parked": "{peer}的第{number}号包已在暂存，等第{missing}号补到。",
    "followed": "随后自动收下了暂存的第{numbers}号。",
    "stopped": "暂存的第{number}号不能收下：{reason}",
    "figures": "已把{count}项数据放入待发事项，做包后送出。",
    "roster": "已把{count}人的名册放入待发事项，做包后送出。",
    "packed": "已做成{package}：{name}",
    "nothing": "没有要发给{peer}的内容。",
    "written": "已写出{name}",
}
DUTIES: Final[dict[str, str]] = {"resume": "收下补齐的暂存包", "sweep": "清除无主的交换文件"}
HELPS: Final[dict[str, str]] = {
    "code": "对方在交换包里用来称呼自己的代码，见其公钥名片。政协用其组织代码。",
    "elsewhere": "对方就是本系统登记的某个政协、而它另装有系统的，选它。",
    "unit": "对方是承办单位自己的办公系统的，选这个单位：交给它的提案自动放入待发事项。",
    "account": "对方发来的签收、答复，以这个账号的联络员身份办理，记在它的名下。",
    "kinds": "没有勾选的种类，发来也不收。",
    "key_starts": "不填即从今天起。",
    "ends": "这一天仍可用，第二天起不再使用。以后制作的包须用新密钥签名。",
    "card": "对方在“本方密钥”页导出的 .lvkey 文件。",
    "card_missing": "请上传对方的公钥名片，或粘贴公钥。",
    "rooms": "按板块选，板块内的数据连同明细一并报送；明细照您在“数据与口径”里看到的样子，看不到的行只报“有一条”。",
    "file": "选择后先显示包里有什么，确认后才收下。",
}
FIELDS: Final[dict[str, str]] = {
    "peer": "对方",
    "key": "公钥",
    "waiting": "待发",
    "unanswered": "未回执",
    "since": "最早未回执",
    "parked": "暂存待补",
    "turned": "对方拒收",
    "undone": "不能办理",
    "number": "包号",
    "made": "制作时间",
    "records": "记录数",
    "size": "大小",
    "answer": "回执",
    "answered": "回执日期",
    "reason": "说明",
    "sender": "发送方",
    "file": "文件",
    "came": "收到时间",
    "fate": "处理",
    "title": "标题",
    "kind": "种类",
    "version": "版本",
    "put": "放入时间",
    "files": "附件",
    "figure": "数据",
    "period": "时段",
    "value": "数值",
    "unit": "单位",
    "count": "明细行数",
    "as_of": "截至",
    "people": "人数",
}
WORDS: Final[dict[str, str]] = {
    "title": "上下联动",
    "more": "{shown}等",
    "number": "第{number}号",
    "answered": "{day}回执",
    "parked_missing": "第{parked}号，缺第{missing}号",
    "compared": "已核对",
    "not_compared": "待核对指纹",
    "no_key": "没有公钥",
    "none_sent": "还没有给对方做过包。",
    "none_came": "还没有收到过对方的包。",
    "none_refused": "没有拒收过文件。",
    "none_waiting": "没有待发事项。",
    "untitled": "（没有标题）",
    "key_new": "生成密钥",
    "key_end": "停用密钥",
    "peer_new": "登记对方",
    "peer_edit": "修改对方",
    "peer_key_new": "登记对方的公钥",
    "compare": "核对指纹",
    "take": "收包",
    "refused": "拒收记录",
    "keys": "本方密钥",
    "figures": "收到的数据",
    "rosters": "收到的名册",
    "send_figures": "报送数据",
    "none_figures": "还没有收到过数据。",
    "none_rosters": "还没有收到过名册。",
    "none_rows": "没有明细。",
    "part": "分子",
    "whole": "分母",
    "year": "{year}年",
}
DONE: Final[dict[str, str]] = {
    "saved": "已保存。",
    "key": "已生成密钥。请导出公钥名片交给对方，并电话核对指纹。",
    "peer": "已登记。请再登记对方的公钥。",
    "peer_key": "已登记公钥。请与对方电话核对指纹，核对后才能收对方的包。",
    "compared": "已记下核对结果，可以收对方的包了。",
    "figures": "已把{count}项数据放入待发事项，做包后送出。",
    "roster": "已把{count}人的名册放入待发事项，做包后送出。",
    "packed": "已做成{package}，请在“发出的包”中下载。",
}
