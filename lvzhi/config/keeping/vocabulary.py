"""Words of backing up and restoring."""

from __future__ import annotations

STOPS = {
    "exists": "{name} 已经存在，没有覆盖。换一个文件名，或加 --overwrite。",
    "no_folder": "目录 {name} 不存在或不能写入，请检查路径。",
    "space": "{folder} 所在磁盘剩余 {free} MB，至少需要 {needed} MB。请清理后再来，或换一个地方。",
    "disk": "{name} 读写失败：{problem}",
    "no_tool": "找不到 {tool}。PostgreSQL 的备份和恢复要用它，请安装 PostgreSQL 客户端工具，或把它所在目录加入 PATH。",
    "tool": "{tool} 没有做完：{problem}",
    "behind": "数据库还没有升级到本版本（缺 {count} 步）。请先运行 lvzhi upgrade（它先另存一份再升级），或用原来的版本备份。",
    "looking": "统计数据时出错：{problem}",
    "passphrase_file": "读不到口令文件 {name}。",
    "passphrase_short": "口令至少 {least} 个字符。",
    "no_file": "找不到备份文件 {name}，请检查路径。",
    "foreign": "{name} 不是履职台的备份文件。",
    "truncated": "{name} 不完整（可能没有传完或磁盘写满），没有恢复任何内容。请换一份备份。",
    "altered": "{name} 里的 {member} 与清单不符，文件被改动或损坏，没有恢复任何内容。请换一份备份。",
    "strange_member": "{name} 里有不该有的内容（{member}），没有恢复任何内容。",
    "unsealed": "{name} 的清单被改动，没有恢复任何内容。请换一份备份。",
    "other_keys": "{name} 是用密钥 {theirs} 做的，本机的密钥是 {own}。请把原来的 secret.keys 放进数据目录，或用 --passphrase-file。",
    "keys_needed": "这份备份没有带密钥，本机也没有。请先把另存的 secret.keys 放进数据目录（或设环境变量 LVZHI_SECRET_KEYS）。",
    "keys_locked": "这份备份带有加密的密钥，本机没有密钥。请用 --passphrase-file 给出做备份时的口令。",
    "keys_none": "这份备份没有带密钥，不用给口令。",
    "passphrase": "口令不对，或密钥部分被改动。",
    "keys_environment": "环境变量 LVZHI_SECRET_KEYS 与备份里的密钥不同。请去掉它或改成备份里的密钥，再来恢复。",
    "newer": "{name} 由更新的版本 {theirs} 做成，本机是 {own}。请先升级本系统再恢复。",
    "newer_tables": "{name} 含有本机版本不认识的数据表（{step}）。请先升级本系统再恢复。",
    "other_database": "{name} 里是 {theirs} 数据库，本机用的是 {own}。请按备份的种类设置 DATABASE_URL。",
    "not_empty": "数据库里已有数据，没有恢复。确要以备份替换，请加 --replace，替换前会在旁边另存一份。",
    "in_use": "系统还在运行，没有恢复。请先停止服务和定时任务。",
    "in_use_upgrade": "系统还在运行，没有升级。请先停止服务、后台作业和定时任务，再运行一次。",
    "copy_bad": "升级前的备份读回来不对（{problem}），没有升级，数据没有改动。请检查磁盘后再来。",
    "no_copy": "{name} 里没有升级前的备份，没有改动任何数据。请写 before-upgrade- 开头的目录。",
    "no_ground": "请用 --ground 写明为什么恢复（记入操作日志），例如 --ground 磁盘损坏，自昨日备份恢复。",
    "other_unfinished": "上次用另一份备份（{name}）恢复没有做完。请先用那一份再运行一次。",
    "no_ground_import": "请用 --ground 写明为什么导入（记入操作日志），例如 --ground 由旧服务器迁入。",
    "not_empty_import": "数据库里已有数据，没有导入。整套数据只能导入空的系统。",
    "foreign_export": "{name} 不是履职台导出的目录。",
    "other_version": "{name} 由版本 {theirs} 导出，数据表与本机版本不同，没有导入。请用同一版本导入，再升级。",
    "no_scratch": "不能在数据库服务器上建临时库：{problem}。演练需要 CREATEDB 权限。",
}
UPGRADE_CURRENT = "数据库已是本版本，不用升级。"
UPGRADE_DONE = "升级完成：{count} 步。升级前的数据库另存在 {folder}，已读回核对。"
UPGRADE_WAY = "要退回：停止服务，运行 lvzhi upgrade --back {folder}，再换回原来的版本启动（升级后录入的内容会另存，不在退回的库里）。"
UPGRADE_LOST = "表 {table}：升级前 {then} 行，升级后 {now} 行。"
UPGRADE_FAILED = "升级没有成功（{problem}），数据库已放回升级前的样子，请用原来的版本启动；升级前的备份仍在 {folder}。"
UPGRADE_STUCK = "升级没有成功（{problem}），也没能自动放回（{second}）。不要启动服务：排除原因后运行 lvzhi upgrade --back {folder}。"
UPGRADE_BACK = "已放回 {made_at} 升级前的数据库，升级后的另存在 {aside}。请换回原来的版本再启动。"
UPGRADE_FIRST = "数据库比程序旧（缺 {count} 步），没有启动。请先运行 lvzhi upgrade：它先备份，再升级，不成就放回。"
REHEARSAL_SERVED = (
    "试运行在 http://127.0.0.1:{port}/ ，数据全是虚构的，与正式数据互不相干；不要了就运行 lvzhi rehearse --throw-away。"
)
REHEARSAL_GONE = "试运行的数据已整个删除，正式数据没有动过。"
REHEARSAL_NONE = "没有试运行的数据，不用删除。"
REHEARSAL_RUNS = "试运行正开着，请先在它的窗口按 Ctrl+C 停止。"
REHEARSAL_INSIDE = "这里就是试运行的数据目录，请把 LVZHI_DATA 换成正式的数据目录再运行。"
REHEARSAL_FOREIGN = "{folder} 不是试运行建的目录，没有改动。请移走它再来。"
EXPORTED = "已导出到 {name}：{tables} 张表 {rows} 行，附件和交换包 {files} 个，另有全部指标的数值和清单。"
EXPORT_NOTE_NAME = "说明.txt"
LISTED = "、"
EXPORT_NOTE = """履职台全部数据的导出。

tables/表名.jsonl   每行一条记录（JSON），列名见 tables.json，那里有每列的中文名、类型、指向哪张表、是否加密
files/  relay/      附件和交换包原件，文件名是内容的 SHA-256；附件的原名在 tables/files_attachment.jsonl
figures.json        每个政协本年、上年的全部指标，依次为：值、分子、分母、下限、上限
manifest.json       导出时间、各表行数、每个文件的大小和 SHA-256；manifest.seal 是用系统密钥对它的封签
keys.sealed         用口令加密的密钥（给了口令才有）。加密的列没有密钥读不出

装回：在空的系统上运行 lvzhi import all 本目录 --ground 理由。SQLite 和 PostgreSQL 之间可以互换。
"""
IMPORT_EQUAL = (
    "已从 {name} 导入：{tables} 张表 {rows} 行、附件和交换包 {files} 个、{figures} 个指标与导出时一致，"
    "日志 {seq} 条接续完好。"
)
IMPORT_DIFFERS = "已从 {name} 导入，但有 {count} 处与导出时不符："
PHASES = {
    "database": "导出数据库",
    "figures": "统计各政协数据",
    "files": "写入附件",
    "check": "核对并解开",
    "load": "装入数据库",
    "migrate": "升级数据表",
    "journal": "校验日志",
    "safe": "另存原有数据",
}
PROGRESS = "{name} {done}/{total}"
WRITTEN = "已写出 {name}：{size} MB，{tables} 张表 {rows} 行，附件和交换包 {files} 个，日志到第 {seq} 条。"
KEYS_IN = "密钥已用口令加密放入。口令请与备份分开保管，忘记了就打不开。"
KEYS_OUT = "密钥没有放入：请另存数据目录里的 secret.keys（或环境变量 LVZHI_SECRET_KEYS），没有它这份备份打不开。"
MISSING = "记录里有、磁盘上没有或已损坏的文件 {count} 个，备份里也没有：{names}"
MORE = " 等"
RESTORED = (
    "已从 {name}（{made_at} 备份）恢复：{tables} 张表 {rows} 行，与清单一致；附件和交换包 {files} 个；日志校验无误。"
)
RESTORED_WITH = "已从 {name}（{made_at} 备份）恢复，但有下列问题："
SAFE_COPY = "原有数据另存在 {folder}，确认无误后可以删除。"
UNFINISHED = "恢复没有做完：排除原因后用同一个文件再运行一次，做完以前不要启动服务。"
HALF_RESTORED = "上次恢复没有做完（数据目录里有 restoring.json），没有启动。请先用同一份备份再运行一次 lvzhi restore。"
CARRIED_ON = "上次恢复没有做完，现在接着做完。"
COUNT_DIFFERS = "表 {table}：清单 {then} 行，恢复后 {now} 行"
FIGURE_DIFFERS = "{committee} {year} 年 {key}：备份时 {then}，恢复后 {now}"
NAMED_MISSING = "记录里有、备份里没有的文件：{name}"
HEAD_DIFFERS = "日志末尾：清单第 {then} 条，恢复后第 {now} 条"
DRILL_EQUAL = (
    "演练通过：{name}（{made_at} 备份）能恢复。{tables} 张表 {rows} 行、{figures} 个数据（{committees} 个政协、{years} 年）"
    "与备份时一致，附件和交换包 {files} 个完好，日志 {seq} 条校验无误。用时 {seconds} 秒。"
)
DRILL_DIFFERS = "演练没有通过：{name}（{made_at} 备份）恢复后有 {count} 处不符："
