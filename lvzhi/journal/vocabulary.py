"""The words of the journal."""

from __future__ import annotations

EVENTS = {
    "journal.private_erased": "清除日志中的个人信息：{count}条，依据：{ground}",
    "journal.resealed": "重新封存记录{count}条，依据：{ground}",
    "journal.upgraded": "升级到版本{version}，数据表{steps}步",
    "journal.restored": "确认自备份恢复（链外存根曾记到第{seq}条），依据：{ground}",
    "journal.resealed_keys": "加密字段换用密钥{key}（{cipher}）：重新加密{count}个",
    "journal.key_added": "加入新的加密密钥{key}",
    "journal.private_read": "查阅日志第{seq}条中的个人信息",
}

WHAT = {"created": "新建", "changed": "修改", "deleted": "删除"}

REFUSALS = {
    "journal.no_such_entry": "日志中没有第{seq}条，请核对序号。",
    "journal.ground_missing": "《依据》不能为空，请写明清除个人信息的依据。",
    "journal.values_gone": "这一步改动前的内容已从日志中清除，无法恢复，请另行更正。",
    "journal.anchor_unreadable": "校验码看不懂：应为八位日期、序号和至少{digits}位摘要，中间用短横线隔开。",
}

FINDINGS = {
    "altered": "日志第{seq}条的内容与其摘要不符：这一条被改动过。",
    "forged": "日志第{seq}条不是本系统写下的：内容被改动后重算了摘要，或整条是外加的。",
    "missing": "日志缺第{seq}条：这一条被删除。",
    "inserted": "日志第{seq}条接不上前一条：这一条是插入的，或其前一条被换过。",
    "head_missing": "日志链首不见了：数据库中没有链首记录，而日志或链外存根仍在。",
    "head_differs": "日志链首记到第{seq}条，而日志最后一条是第{last}条：日志尾部被截去或被追加。",
    "head_hash": "日志链首的摘要与第{seq}条不符：最后一条被换过。",
    "tail_cut": "链外存根记到第{seq}条，而日志只到第{last}条：日志尾部被截去。",
    "witness_hash": "链外存根中第{seq}条的摘要与日志不符：自第{seq}条或更早起日志被整段改写。",
    "witness_missing": "链外存根文件不见了，日志尾部是否被截去无从核对（现到第{seq}条）。",
    "witness_damaged": "链外存根文件读不出，请核对数据文件夹中的 {file}。",
    "private_altered": "日志第{seq}条所附个人信息与其摘要不符：被改动过。",
    "private_missing": "日志第{seq}条所附个人信息不见了，而日志中没有清除它的记录。",
    "private_stray": "日志第{seq}条下有来历不明的个人信息附件。",
    "key_missing": "密钥{key}不在，无法核对第{seq}条起用它封存的内容。",
    "anchor_cut": "{day}打印的校验码记到第{seq}条，而日志没有这一条：日志尾部被截去，或校验码抄错。",
    "anchor_differs": "第{seq}条的摘要与{day}打印的校验码不符：自第{seq}条或更早起日志被整段改写，或校验码抄错。",
    "record_changed": "{label}（{uid}）绕过日志被改动：与日志第{seq}条封存的内容不符。",
    "record_removed": "{label}（{uid}）绕过日志被删除：日志第{seq}条之后没有删除记录。",
    "record_unknown": "{label}（{uid}）从未记入日志：是绕过日志加进来的。",
    "record_unreadable": "{label}（{uid}）中的加密内容打不开：被改动过或密钥已更换。",
    "record_revived": "{label}（{uid}）在日志第{seq}条已删除，现又出现。",
}

PASSED = "日志完好：{entries}条，封存记录{records}条，逐条核对无误。"
FAILED = "日志有{count}处不符："
MORE = "……另有{count}处，未逐一列出。"
HIDDEN = "（个人信息，另行加密保存）"
YES_NO = {True: "是", False: "否"}
EMPTY = "（空）"
VIA = {
    "web": "网页",
    "cli": "命令行",
    "command": "命令行",
    "system": "系统自动",
    "generator": "演示数据生成",
    "api": "接口",
    "job": "后台作业",
}
BULK = "批量新建{count}条{label}"
POST = "（{role}）"
BEHALF = "，代{name}"
ALL = "全部"

FILTERS = {"who": "操作人", "event": "事项", "since": "自", "until": "至", "title": "对象名称"}
COLUMNS = {
    "seq": "序号",
    "at": "时间",
    "who": "操作人",
    "what": "事项",
    "subject": "对象",
    "address": "来源",
    "hash": "摘要",
}
LOG = "操作日志"
LINE = "第{seq}条"
READERS = "审计员或审计管理员"
LOG_EMPTY = "没有符合条件的日志"
