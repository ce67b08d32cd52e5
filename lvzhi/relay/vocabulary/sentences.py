"""Refusals and journal sentences."""

from __future__ import annotations

from typing import Final

# What the reader of the file refuses: codes of `packet`, documented for other vendors.
PACKAGE_REFUSALS: Final[dict[str, str]] = {
    "relay.missing_file": "没有找到文件“{name}”，请核对路径后再试。",
    "relay.empty": "文件是空的，请从对方重新拷贝这个包。",
    "relay.too_large": "“{name}”有{size}字节，超过上限{limit}字节，"
    "没有读取。请对方分成几个包，或由系统管理员调高参数。",
    "relay.not_package": "这不是交换包文件，请选择对方导出的 .lvpkg 文件。",
    "relay.truncated": "文件不完整或已损坏，可能拷贝中断，请从对方重新拷贝这个包。",
    "relay.too_many": "包内有{count}个文件，超过上限{limit}个，没有打开。请对方分成几个包。",
    "relay.zip_bomb": "包内文件声称展开后有{size}字节，与包的大小不相称，疑为压缩炸弹，没有展开。请对方核对来源。",
    "relay.bad_name": "包内文件名“{name}”不合规定（只能是清单、签名、records/ 和 files/ 下的规定名称），"
    "拒收。请对方按格式重新导出。",
    "relay.double_name": "包内有两个名为“{name}”的文件，拒收。请对方重新导出。",
    "relay.not_plain": "包内“{name}”是链接或目录，不是普通文件，拒收。请对方重新导出。",
    "relay.encrypted": "包内“{name}”加了密码，不能打开。交换包以签名防篡改，请对方不加密码重新导出。",
    "relay.compressed": "包内“{name}”是压缩存放的，格式规定不压缩。请对方按格式重新导出。",
    "relay.unexpected": "包内“{name}”不在清单中，拒收。请对方重新导出。",
    "relay.lacks": "清单列有“{name}”而包内没有，拒收。请对方重新导出。",
    "relay.altered": "包的内容与原样不符（{name}），可能在传递中被改动或损坏，拒收。请从对方重新拷贝这个包。",
    "relay.digest": "包内“{name}”与清单的摘要不符，拒收。请从对方重新拷贝这个包。",
    "relay.json": "包内“{file}”不是规范写法的 JSON，拒收。请对方按格式重新导出。",
    "relay.manifest": "清单的“{where}”不合格式，拒收。请对方按格式重新导出。",
    "relay.record": "包内记录“{file}”不合格式，拒收。请对方按格式重新导出。",
    "relay.algorithm": "清单使用的算法“{given}”本系统不认识（认识：{known}），请与对方约定算法。",
    "relay.newer": "这个包用的是第{version}版格式，本系统只认识到第{known}版，请升级本系统后再收。",
    "relay.unknown_signer": "“{sender}”（{id}）不是已登记并核对过公钥的对方，拒收。"
    "公钥指纹{key}。请先登记对方、上传其公钥并电话核对指纹。",
    "relay.signature": "签名与“{sender}”的公钥不符，包可能被改动或冒用，拒收。请向对方核实。",
    "relay.wrong_receiver": "这个包是发给“{receiver}”（{id}）的，不是发给本方的，拒收。请退还对方。",
}
# What the books refuse.
BOOK_REFUSALS: Final[dict[str, str]] = {
    "relay.other_content": "{peer}的第{number}号包以前已收到，而内容与这一个不同，"
    "拒收。请对方核对是否重编了号或用了旧备份。",
    "relay.chain": "{peer}的第{number}号包接的不是本方收到的第{before}号包，拒收。请对方核对是否重编了号或用了旧备份。",
    "relay.version_below": "{peer}第{number}号包里的{kind}“{title}”是第{given}版，本方已有第{held}版，整个包没有收。"
    "请对方核对是否用了旧备份。",
    "relay.version_twice": "{peer}第{number}号包里的{kind}“{title}”第{given}版与已收到的同一版内容不同，"
    "整个包没有收。请对方核对。",
    "relay.kind_unknown": "{peer}第{number}号包里有本系统不认识的种类“{kind}”，"
    "整个包没有收。请升级本系统，或与对方约定种类。",
    "relay.kind_not_allowed": "没有约定从{peer}接收“{kind}”，整个包没有收。"
    "需要接收的，请在对方的页面勾选后再收这个包。",
    "relay.peer_over": "{peer}在{day}不在约定的交换期限内，拒收。需要继续交换的，请修改对方的起止日期。",
    "relay.no_committee": "没有指明由哪个政协接收，请写明 --committee。",
}
REFUSALS: Final[dict[str, str]] = {
    **PACKAGE_REFUSALS,
    **BOOK_REFUSALS,
    "relay.unknown": "没有找到这条交换记录，或您无权查看。",
    "relay.peer_unknown": "没有名称或代码为“{name}”的交换对方，请核对，或先登记对方。",
    "relay.peer_ambiguous": "有几个交换对方叫“{name}”，请改用代码，或写明 --committee。",
    "relay.code_taken": "代码“{given}”已登记给{name}，请换一个。",
    "relay.code_own": "“{given}”是本方自己的代码，请填对方的代码。",
    "relay.unit_taken": "{unit}已登记为交换对方“{name}”，不必再登记。",
    "relay.unit_elsewhere": "{unit}不在{committee}的单位名录中，请重新选择。",
    "relay.both_kinds": "对方只能是一个政协组织或者一个承办单位，请只选一项。",
    "relay.account_unfit": "{account}现在不是{unit}的联络员，不能代对方办理。请先任命，或另选账号。",
    "relay.account_no_unit": "只有承办单位作对方时才需要代为办理的账号，请留空。",
    "relay.dates": "停用日期{ends}早于启用日期{starts}，请核对。",
    "relay.key_bad": "这不是{algorithm}的公钥，请核对后重新粘贴或上传。",
    "relay.card_bad": "文件“{name}”不是公钥名片，请上传对方在“本方密钥”页导出的文件。",
    "relay.card_other": "这张公钥名片是{name}（{id}）的，不是{peer}（{given}）的，请核对。",
    "relay.key_known": "{peer}的这个公钥已经登记过，不必再登记。",
    "relay.key_compared": "这个公钥已于{day}由{who}核对。",
    "relay.not_compared": "请先与对方电话核对指纹，确认一致后再勾选。",
    "relay.no_key": "{committee}还没有可用的{algorithm}密钥，请先在“本方密钥”生成。",
    "relay.key_over": "这把密钥已于{day}停用。",
    "relay.nothing_to_send": "没有要发给{peer}的内容，不必做包。",
    "relay.posts_too_large": "“{title}”连同附件有{size}字节，一个包装不下（上限{limit}字节）。"
    "请减少附件，或由系统管理员调高参数。",
    "relay.payload_bad": "“{title}”的内容不能写入交换包（含有控制字符或过大的数），请更正后再发。",
    "relay.version_sent": "“{title}”的第{version}版已经发过，请以更高的版本发送。",
    "relay.file_gone": "{package}的文件在数据目录中找不到或已损坏，请从备份恢复 relay 目录。",
    "relay.attachment_gone": "“{title}”的附件在数据目录中找不到，请从备份恢复。",
    "relay.peer_closed": "{peer}已停用，不能再向其发送。",
    "relay.unfit": "{kind}的“{where}”不合格式，没有办理。请对方按格式更正后再发。",
    "relay.figure_rows": "“{name}”的数值是{value}，而明细有{rows}行，两者不符，没有收。请对方核对后再发。",
    "relay.no_account": "{peer}没有指定代为办理的账号，不能办理。请在对方的页面选定本单位联络员。",
    "relay.not_a_unit": "{peer}不是承办单位，不能发来“{kind}”。",
    "relay.not_theirs": "{peer}发来的“{kind}”不属于它，没有办理。请核对对方对应的政协组织是否选对。",
    "relay.no_assignment": "没有找到交给{unit}的这件提案，可能已改办或撤销。",
    "relay.act_unknown": "不认识办理事项“{act}”，可用：{known}。",
    "relay.no_attachments": "办理结果暂不接收附件，请写入答复内容，附件另行报送。",
    "relay.no_figures": "没有选择要发的数据。",
}
EVENTS: Final[dict[str, str]] = {
    "relay.key": "生成{algorithm}密钥，指纹{fingerprint}，自{starts}起用",
    "relay.key_end": "停用密钥{fingerprint}，至{ends}止",
    "relay.card": "导出公钥名片，指纹{fingerprint}",
    "relay.peer": "登记交换对方{name}",
    "relay.peer_edit": "修改交换对方{name}",
    "relay.peer_key": "登记{name}的公钥，指纹{fingerprint}",
    "relay.peer_key_compared": "与{name}核对公钥指纹一致",
    "relay.peer_key_end": "停用{name}的公钥，至{ends}止",
    "relay.post": "放入发给{peer}的待发事项：{kind}",
    "relay.pack": "做成发给{peer}的第{number}号包，{records}条记录",
    "relay.given_out": "取走发给{peer}的第{number}号包",
    "relay.take": "收下{peer}的第{number}号包，{records}条记录，{refused}条不能办理",
    "relay.park": "{peer}的第{number}号包先到，暂存待补第{missing}号",
    "relay.refuse": "拒收“{sender}”的包{name}：{code}",
    "relay.figures": "向{peer}报送{period}的{count}项数据",
    "relay.roster": "向{peer}报送委员名册，{count}人",
    "relay.roster_taken": "取走{peer}报来的名册，{count}人",
    "relay.record": "收到{peer}的{kind}（第{version}版）",
}
