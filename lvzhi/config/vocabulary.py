"""Words of the command line and of a faulty environment."""

from __future__ import annotations

CAPACITY = (
    "{committees}个政协、{members}名委员，同一时段提交提案的约{handing_in:.0f}人：\n"
    "  处理器 {cores} 核（含数据库 1 核），网页进程 {web} 个，分在 {nodes} 台（每台 4 核），后台作业进程 {work} 个\n"
    "  内存 {memory} GB（不含数据库缓存），{years} 年约 {rows:.0f} 行，数据库 {database:.0f} GB，附件 {files:.0f} GB（另留一倍作备份）"
)
CAPACITY_SMALL = "一台机器、SQLite 就够：lvzhi serve。"
CAPACITY_SPREAD = "用 PostgreSQL；超过一台网页服务器时附件目录须共用，见 docs/for-operators/7-topology.md。"
BAD_FLAG = "环境变量 {name}={raw!r} 看不懂：只能取 1 或 0。"
BAD_CHOICE = "环境变量 {name}={raw!r} 看不懂：只能取 {allowed}。"
BAD_NUMBER = "环境变量 {name}={raw!r} 看不懂：须为整数。"
BAD_PAIR = "环境变量 {name} 中的 {raw!r} 看不懂：须写成 名称=值，几项之间用逗号分隔。"
BAD_NETWORK = "环境变量 {name}={raw!r} 看不懂：须为 IP 地址或网段，用逗号分隔，例如 127.0.0.1,10.1.0.0/16。"
UNAVAILABLE = "系统暂时忙不过来或正在恢复，刚才的操作没有完成。请稍等片刻，刷新本页后重试。"
FAILED = "这不是您的操作造成的。刚才的操作没有完成，系统已经记录了这次问题。"
NO_FILE = "找不到文件 {name}，请检查路径。"
NO_DATABASE = "数据库里还没有数据表。请先运行 lvzhi demo（演示数据）或 lvzhi init（正式使用）。"
NOT_WRITABLE = "无法写入 {name}：{problem}"
IMPORT_KINDS = "导入种类“{kind}”没有，可选：{kinds}。"
IMPORT_DONE = {
    "people": "共{rows}行，新增{made}人，发现{errors}处错误、{warnings}处提醒。",
    "units": "共{rows}行，新增{made}个单位，发现{errors}处错误、{warnings}处提醒。",
    "proposals": "共{rows}件，可导入{made}件，发现{errors}处错误、{warnings}处提醒。",
    "": "共{rows}行，可导入{made}项，{errors}行有错误、{warnings}行已在册。",
    "ledger": "共{rows}行，可导入{made}个问题，{errors}行有错误、{warnings}行已在台账中。",
}
IMPORT_PHASES = {"reading": "正在读取", "judging": "正在检查", "writing": "正在写入"}
IMPORT_DRY = "（试运行，没有写入任何数据）"
IMPORT_REFUSED = "有错误，未写入任何数据。请按上面各行修改后重新导入。"
JOURNAL_SOUND = "日志完整：共{count}条，逐条校验无误。"
ANCHOR_SOUND = "日志经过{day}打印的校验码（第{seq}条），此前各条自那天起没有改动过。"
MARK = "{committee} {name}（{username}）{at} 导出，非涉密系统"
MARK_IN_NAME = "（{name}{day}）"
REPORT_WRITTEN = "已写出 {name}"
PROGRESS = "\r{name} {done}/{total}"
SERVING = "履职台已启动：{address}  （按 Ctrl+C 停止）"
BUILT = "演示数据已就绪（{seconds:.0f}秒）。"
ALREADY = "演示数据已存在，直接使用。重新生成请先删除数据目录或更换 DATABASE_URL。"
LOGINS = "可以这样登录（密码均为 {password}）："
LOGIN_LINE = "  {username:<14}{name}  {what}"
INIT_DONE = "已建立{committee}、{term}，系统管理员登录名 {username}，初始密码 {password}（首次登录须修改）。"
INIT_LOGIN = "{name}：登录名 {username}，初始密码 {password}（首次登录须修改）。"
INIT_ALONE = "还没有安全管理员和审计管理员，须由另外两人担任：登录后看“开张清单”，或在服务器上用 lvzhi keeper 任命。"
INIT_CODE = "开张码：{code}（在浏览器打开本系统，填写后即可开张；开张后作废）"
INIT_BEGUN = "{committee}的首次开张已进行到“{step}”，请在浏览器里接着做（lvzhi init --show-code 查看开张码）。"
INIT_ALREADY = "这个数据库里已经有{committee}，init 只能用于空库。"
LEVELS = {"province": "省级", "city": "市级", "county": "县级"}
DUTY_LINE = "{name}：{count}项"
CLAIM_LINE = "{start:>7}  {value}{unit}  {subject}  {action}  「{text}」"
CHECK_LINE = "{verdict:<8}{figure:<32}{claimed:>10} / {recorded:<10}「{text}」{reason}"
FIGURE_LINE = "{key:<34}{value:>12}{unit:<4}{rate:<14}{name}"
KEEPER_UNKNOWN = "第二项须为 {known} 之一。"
KEEPER_PLACE = "{name}没有所属政协，请用 --committee 指明。"
KEEPER_APPOINTED = "已任命{name}（{username}）为{committee}{role}。"
KEEPER_RESET = "{name}（{username}）的第二步验证已取消，初始密码 {password}（首次登录须修改）。"
KEYS_ADDED = "新密钥 {key} 已放在最前面；旧密钥留在后面，查找和日志校验仍要用它。"
KEYS_FROM_ENVIRONMENT = (
    "密钥来自 LVZHI_SECRET_KEYS：请先在最前面加一行新密钥并重启，再运行 lvzhi keys rotate --same-key。"
)
KEYS_PROGRESS = "{place}：{done}/{total}"
KEYS_DONE = "已用密钥 {key} 重新加密{count}个，日志已记。"
KEYS_LINE = "{head:<20}{count}个"
KEYS_BAD = "{place} 第{pk}行打不开：{problem}"
KEYS_OLD = "还有{count}个没有换成最新的密钥，请运行 lvzhi keys rotate --same-key。"
KEYS_SOUND = "全部{count}个加密字段都能打开。"
SIGN_ON = "统一身份认证"
HELP = {
    "": "履职台：政协委员会的履职工作平台。",
    "demo": "生成演示数据（若还没有）并启动服务",
    "serve": "启动服务：网页进程，旁边带后台作业进程",
    "host": "监听地址（默认只限本机）",
    "workers": "网页进程个数",
    "jobs": "旁边的后台作业进程个数，0 是不带（另用 lvzhi work 运行时）",
    "work": "运行一个后台作业进程，可在几台机器上各运行几个",
    "with": "启动它的进程号：那个进程不在了就退出",
    "until-empty": "没有等待的作业时退出",
    "init": "空库首次使用：建立委员会、届次、机构和管理员（也可以在浏览器里做）",
    "init-session": "最近一次全会是第几次",
    "init-opens": "全会开幕日期",
    "init-closes": "全会闭幕日期",
    "init-security-username": "安全管理员登录名",
    "init-security-person": "安全管理员姓名",
    "init-audit-username": "审计管理员登录名",
    "init-audit-person": "审计管理员姓名",
    "init-office-username": "办公室工作人员登录名",
    "init-office-person": "办公室工作人员姓名",
    "init-organs": "sample 按层级的常见设置建立机构，none 以后再建",
    "init-code": "只显示开张码：浏览器首次开张时要填",
    "figures": "全部指标的数值",
    "rows": "一个指标背后的明细",
    "report": "写出年度报告（GB/T 9704 版式，附数据依据）",
    "claims": "找出一篇文字里的数字陈述",
    "check": "把一篇文字里的数字与记录逐一核对",
    "import": "导入 Excel 或 CSV",
    "relay": "与另装系统的政协、承办单位交换文件包：pack 做包，take 收包，key 生成密钥",
    "relay-what": "pack 做下一个包；take 收包；key 生成密钥并写出公钥名片",
    "relay-named": "pack 写对方的代码或名称；take 写一个或几个文件",
    "relay-output": "写到哪个目录（默认当前目录）",
    "relay-again": "连同对方还没有回执的包一并再写出一次，内容不变",
    "relay-algorithm": "ed25519-sha256（默认）或 sm2-sm3",
    "keeper": "在服务器上任命系统、安全、审计管理员，或重置其密码和第二步验证（记入操作日志）",
    "keeper-username": "登录名",
    "keeper-what": "system_admin、security_admin、audit_admin，或 reset",
    "keeper-ground": "依据（记入操作日志）",
    "rehearse": "试运行：在数据目录旁的一套虚构数据里练习，用完整个删除，不碰正式数据",
    "rehearse-empty": "从空库开始，练习首次开张（不加则填满演示数据）",
    "rehearse-build-only": "只生成数据，不启动",
    "rehearse-throw-away": "整个删除试运行的数据",
    "upgrade": "升级数据库：先备份并读回核对，再升级和检查，不成就放回",
    "upgrade-back": "退回：放回升级前的备份所在目录（before-upgrade-…）",
    "keys": "加密密钥：rotate 加入新密钥并把加密字段分批换成它（可中断，再运行一次就接着做）；verify 逐个打开核对",
    "keys-what": "rotate 或 verify",
    "same-key": "不加新密钥，只把还没换的换成最前面的密钥和当前算法",
    "search": "检索库：rebuild 把全部检索文本重建一遍（系统照常运行）",
    "search-what": "rebuild：重建",
    "search-force": "上次重建中断、没有别的重建在进行时，重新开始",
    "tick": "办理到期事项：联名期满、到期提醒（由定时任务调用，重复运行不重复办理）",
    "verify-journal": "校验操作日志",
    "anchor": "打印件上的校验码，可写几次：核对日志是否仍经过那一条",
    "backup": "把数据库、附件、交换包和日志末尾写成一个备份文件（系统照常运行）",
    "restore": "从备份文件恢复；加 --check 只作演练",
    "export": "以公开格式导出全部数据（每张表一个 JSON 行文件、附件原件、全部指标、清单）",
    "export-folder": "新目录",
    "import-ground": "all：为什么导入（记入操作日志）",
    "capacity": "按政协个数和委员人数推算需要多大的机器",
    "committees": "政协个数",
    "members": "委员总人数",
    "together": "大会提交时段重合的政协个数（默认十分之一）",
    "backup-file": "备份文件",
    "passphrase-file": "口令所在的文本文件（第一行），用它加密或解开密钥",
    "overwrite": "覆盖同名文件",
    "restore-check": "演练：恢复到临时位置，与备份时的行数和全部数据核对，然后删除",
    "replace": "替换已有数据，替换前在旁边另存一份",
    "ground": "为什么恢复（记入操作日志）",
    "committee": "委员会名称、简称或代码",
    "period": "2022、2022-01-01..2022-12-31、since-plenary 或 term",
    "below": "连同所属各级",
    "organ": "只算某一机构",
    "key": "只要这些指标",
    "json": "以 JSON 输出",
    "jsonl": "每行一个 JSON",
    "csv": "以 CSV 输出",
    "file": "文件：txt、html、docx；UTF-8、UTF-16、GBK",
    "output": "输出的 .docx 文件",
    "table": "附表的代码，可写几次，写 none 不附；不写时附提案分类、会议与活动、出席情况三张",
    "dry": "试运行，不写入",
    "build-only": "只生成数据，不启动服务",
    "port": "端口",
    "kind": "种类：people（委员名册）、units（承办单位）、proposals（历史提案）、ledger（问题台账）、projects（项目）、party（党组织）；all 是整套导出的目录，装入空的系统",
    "good-rows": "历史提案中有错误时，只写入没有错误的行",
    "make-organs": "名册中出现的界别、专委会不存在时一并建立",
    "name": "委员会名称",
    "code": "委员会代码",
    "level": "层级：province、city、county",
    "number": "第几届",
    "starts": "本届开始日期（2022-01-20）",
    "username": "管理员登录名",
    "person": "管理员姓名",
}
RELAY_ONE_PEER = "请写明对方的代码或名称，一次一个。"
RELAY_NO_FILES = "请写明要收的文件。"
RELAY_NO_COMMITTEE = "系统里有多个政协（或还没有），请用 --committee 指明。"
RELAY_ALGORITHM = "没有“{given}”这种算法，可用：{known}。"
RELAY_WRITTEN = "已写出{name}"
RELAY_FILE = "{name}：{sentence}"
RELAY_FINGERPRINT = "指纹：{fingerprint}"
IMPORT_WHERE = "系统里有多个政协（或还没有），请用 --committee 指明导入到哪一个。"
INIT_MISSING = "缺少或看不懂：{options}。请补充后重新运行，或在终端里逐项回答。"
ASK = {
    "name": "委员会名称（例如 某某区政协）",
    "code": "代码（字母、数字，例如 QX01）",
    "level": "层级（province、city 或 county）",
    "number": "第几届（数字）",
    "starts": "本届开始日期（例如 2022-01-20）",
    "username": "系统管理员登录名",
    "person": "系统管理员姓名",
    "session": "最近一次全会是第几次（数字，可不填）",
    "opens": "全会开幕日期（没有填次数的不填）",
    "closes": "全会闭幕日期（没有填次数的不填）",
    "security_username": "安全管理员登录名（须是另一个人，可以以后再任命）",
    "security_person": "安全管理员姓名",
    "audit_username": "审计管理员登录名（须是第三个人，可以以后再任命）",
    "audit_person": "审计管理员姓名",
    "office_username": "办公室工作人员登录名（可以以后再任命）",
    "office_person": "办公室工作人员姓名",
}
SEARCH_DONE = "检索库已重建：{count}条，{seconds}秒"
SEARCH_PROGRESS = "\r检索库 {done}/{total}"
