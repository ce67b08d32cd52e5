"""Words of the checklist, of anchors and of hand-overs."""

from __future__ import annotations

from lvzhi.norms.protection import Item, Verdict

DOCUMENT = "GB/T 22239—2019 第三级"
READERS = "办公室、秘书长、领导、系统管理员、安全管理员、审计管理员、审计员"
KEEPERS = "审计员或审计管理员"
AUDITORS = "审计员"
VERDICTS = {Verdict.GOOD: "符合", Verdict.BAD: "不符合", Verdict.FACT: "数据", Verdict.DUTY: "安装单位职责"}
TONES = {Verdict.GOOD: "good", Verdict.BAD: "bad", Verdict.FACT: "neutral", Verdict.DUTY: "info"}
NO_SETTING = "不由参数决定"
SETTING = "{name}：{value}"
ITEMS: dict[Item, tuple[str, str]] = {
    Item.IDENTITY: ("8.1.4.1 a", "对登录的用户进行身份标识和鉴别，身份标识唯一，口令有复杂度要求并定期更换"),
    Item.FAILURES: ("8.1.4.1 b", "登录失败处理：限制次数、锁定、结束会话、超时自动退出"),
    Item.REMOTE: ("8.1.4.1 c", "远程管理时防止鉴别信息在网络传输中被窃听"),
    Item.FACTORS: ("8.1.4.1 d", "两种或两种以上组合的鉴别技术，其中至少一种使用密码技术"),
    Item.ACCOUNTS: ("8.1.4.2 a、b", "为登录的用户分配账号和权限，重命名或删除默认账号，修改默认口令"),
    Item.SURPLUS: ("8.1.4.2 c", "及时删除或停用多余、过期的账号，避免共享账号"),
    Item.SEPARATION: ("8.1.4.2 d", "授予管理用户所需的最小权限，实现管理用户的权限分离"),
    Item.ROWS: ("8.1.4.2 e、f、g", "授权主体配置访问规则，粒度达到用户级和记录级，重要主体和客体有安全标记"),
    Item.AUDIT: ("8.1.4.3 a、b", "审计覆盖每个用户和重要事件，记录含日期时间、用户、事件类型、是否成功等"),
    Item.RECORDS: ("8.1.4.3 c、d", "审计记录受保护，定期备份，不能被删除、修改、覆盖，审计进程不能被中断"),
    Item.LEAST: ("8.1.4.4 a、b、c", "最小安装，关闭不需要的服务、共享和高危端口，限制管理终端地址"),
    Item.INPUT: ("8.1.4.4 d、e，8.1.4.5", "检验输入内容，发现并修补漏洞，防恶意代码"),
    Item.DATA: ("8.1.4.7 至 8.1.4.11", "传输和存储的完整性、保密性，剩余信息清除，只采集必需的个人信息"),
    Item.BACKUP: ("8.1.4.9", "本地备份与恢复，重要数据异地实时备份，处理系统热冗余"),
    Item.LAW: ("网络安全法第二十一条", "安全制度和负责人，防病毒防攻击，日志至少保存六个月，数据分类、备份和加密"),
    Item.PORTAL: ("登录入口", "首次登录改口令，错误提示不透露账号是否存在，停用立即失效，按编号和归属取记录"),
    Item.CRYPTOGRAPHY: ("GB/T 39786—2021", "物理、网络、设备、应用四个层面使用合规的密码"),
    Item.PROVIDER: ("密码实现", "算法由配置指定，口令加盐慢散列，身份证号、手机号逐字段加密并可检索"),
    Item.SENSITIVE: ("个人信息保护法第二十八条", "敏感个人信息有特定目的、充分必要性和严格保护"),
    Item.TERRITORY: ("个人信息保护法第三十六条", "国家机关处理的个人信息在境内存储"),
    Item.RIGHTS: ("个人信息保护法第四十四至四十七条、第五十五条", "查阅、复制、更正、删除的权利，影响评估"),
    Item.PRIVACY: ("个人信息日常处理", "默认遮盖显示，查看完整号码和导出均有记录，导出文件带水印"),
    Item.SECRECY: ("保密要求", "涉密内容不得进入非涉密系统，发现后转线下并清除内容"),
    Item.DOMESTIC: ("信创环境", "国产操作系统、处理器、数据库、浏览器、办公软件，离线可用"),
}
GROUPS = (
    ("安全计算环境（R12.2）", (
        Item.IDENTITY, Item.FAILURES, Item.REMOTE, Item.FACTORS, Item.ACCOUNTS, Item.SURPLUS, Item.SEPARATION,
        Item.ROWS, Item.AUDIT, Item.RECORDS, Item.LEAST, Item.INPUT, Item.DATA, Item.BACKUP,
    )),
    ("法律、密码和个人信息（R12.3—R12.12）", (
        Item.LAW, Item.PORTAL, Item.CRYPTOGRAPHY, Item.PROVIDER, Item.SENSITIVE, Item.TERRITORY, Item.RIGHTS,
        Item.PRIVACY, Item.SECRECY,
    )),
    ("信创（R12.20—R12.22）", (Item.DOMESTIC,)),
)  # fmt: skip
COLUMNS = {
    "item": "条款", "asked": "要求", "name": "检查什么", "setting": "设置和现在的值", "said": "当场算出的依据",
    "guide": "说明", "verdict": "结论", "day": "日期", "seq": "最后一条", "count": "比上一次增加",
    "written": "校验码",
    "number": "编号", "period": "期间", "purpose": "用途", "lines": "日志", "records": "记录", "personal": "个人信息",
    "who": "经手人", "at": "时间",
}  # fmt: skip
GUIDES = {
    "for-operators/1-install": "安装", "for-operators/2-backup": "备份和恢复",
    "for-operators/3-proxy": "反向代理和加密传输",
    "for-operators/4-environment": "运行环境", "for-operators/7-protection": "等级保护",
    "for-secretariat/9-files": "履职档案",
}  # fmt: skip
CLAUSE = "{clause}：{asked}"
GUIDE = "帮助：{name}"
NAMES = {
    "identity_unique": "登录名唯一，没有空口令", "identity_complex": "口令最短长度和字符种类",
    "identity_change": "口令定期更换", "failures_lock": "连续失败锁定", "failures_idle": "无操作自动退出",
    "remote_https": "登录和会话只走加密通道", "remote_admin": "服务器远程管理",
    "factors": "第二种鉴别方式", "accounts_own": "每个账号都有自己的任职",
    "accounts_default": "没有默认账号和默认口令",
    "surplus_posts": "没有任职的启用账号", "surplus_idle": "长期不登录的启用账号",
    "separation": "系统、安全、审计三员分立", "rows_rules": "记录级访问规则", "rows_doors": "不登录能打开的地址",
    "rows_marks": "个人信息字段的标记", "audit_covers": "记录的每次写入都进日志", "audit_recent": "近三十天的日志",
    "records_chain": "日志前后相扣", "records_anchor": "日志校验码另存纸面", "records_backup": "日志随数据备份",
    "least": "操作系统和网络", "input_types": "上传按内容核对格式", "input_parts": "部件清单和漏洞核对",
    "input_virus": "防恶意代码", "data_sealed": "身份证号、手机号加密存储", "data_residual": "删除后清除残留",
    "data_transit": "传输加密", "backup_made": "本地备份", "backup_remote": "异地备份和冗余",
    "law_kept": "日志保存时间", "law_person": "安全制度和负责人", "portal_first": "首次登录改口令",
    "portal_csrf": "跨站请求防护", "portal_headers": "页面内容安全策略", "cryptography": "四个层面的密码应用",
    "provider_digest": "日志摘要算法", "provider_password": "口令散列", "provider_search": "加密字段的检索",
    "sensitive": "敏感字段逐项声明", "territory": "存储地点", "rights_own": "本人查阅、复制、申请更正",
    "rights_assess": "个人信息影响评估", "privacy_unmask": "查看完整号码留痕", "privacy_watermark": "导出留痕和水印",
    "secrecy_banner": "页面提示不得处理涉密信息", "secrecy_offline": "转线下并清除内容",
    "domestic_outside": "不依赖外部内容", "domestic_platform": "当前运行环境", "domestic_matrix": "适配验收",
}  # fmt: skip
SAID = {
    "identity_unique": "{count}个账号，登录名不重复；没有口令的{bad}个", "norm_good": "现在的值满足要求",
    "identity_short": "口令最短{length}位、{classes}种字符，低于三级通常要求的8位、3种",
    "identity_complex": "口令至少{length}位、{classes}种字符",
    "identity_never": "没有规定定期更换", "identity_change": "最长使用{days}天",
    "failures_lock": "连续失败{failures}次锁定{minutes}分钟；近三十天锁定{count}次",
    "failures_weak": "连续失败{failures}次锁定{minutes}分钟，宽于三级通常要求的5次、10分钟",
    "failures_long": "{minutes}分钟无操作才自动退出，长于三级通常要求的30分钟",
    "failures_idle": "{minutes}分钟无操作自动退出；近三十天自动退出{count}次",
    "remote_on": "会话和防伪令牌只随加密连接发送",
    "remote_off": "没有声明加密访问（LVZHI_HTTPS），口令可能以明文传输",
    "remote_admin": "用堡垒机或 SSH 密钥管理服务器，不开放明文协议",
    "factors_on": "要求第二种鉴别方式的角色{count}个", "factors_off": "没有一个角色被要求使用第二种鉴别方式",
    "factors_none": "本版本没有第二种鉴别方式",
    "accounts_own": "启用账号{count}个，都以本人姓名登记；初始口令未改的{fresh}个",
    "accounts_demo": "库中有{count}个演示账号，口令公开，不能用于正式工作",
    "accounts_no_demo": "没有演示账号，安装时不建默认账号",
    "surplus_posts": "启用而没有任职的账号{count}个", "surplus_idle": "超过{days}天没有登录的启用账号{count}个",
    "separation": "系统管理员{system}人、安全管理员{security}人、审计管理员{audit}人，兼任的{both}人",
    "rows_rules": "{flows}种流程、{kinds}类记录按人按记录判断可见；{doors}个地址中{asked}个须先登录",
    "rows_doors": "不登录能打开的地址{count}个，逐个列有理由",
    "rows_marks": "{kinds}类记录的{fields}个字段标记为个人信息",
    "audit_covers": "{sealed}类记录的每次写入都须进日志，否则写不进去",
    "audit_recent": "近三十天{count}条，含时间、账号、身份、来源地址、事项、变更内容；登录失败{failed}条",
    "audit_none": "近三十天没有日志",
    "records_chain": "共{count}条，首尾相扣，每条另有密钥校验码；链首与最后一条相符",
    "records_broken": "链首与最后一条不符，请立即运行 lvzhi verify-journal",
    "records_anchor": "最近一次校验码：{day}（第{seq}条）", "records_late": "最近一次校验码是{day}，超过七天没有生成",
    "records_no_anchor": "还没有生成过日志校验码", "records_backup": "日志与业务数据在同一个备份文件里，可演练恢复",
    "least": "按安装说明只开放一个端口；关闭其他服务，限定管理终端地址",
    "input_types": "允许{count}种格式，按文件内容核对，压缩文件解压上限{unpacked}MB",
    "input_risky": "允许的格式中有可执行或可带脚本的：{names}",
    "input_parts": "随版本附部件清单（sbom.json）{count}项，每项有许可证",
    "input_no_parts": "没有找到部件清单（sbom.json）",
    "input_virus": "服务器装防恶意代码软件，扫描附件目录",
    "data_sealed": "{fields}个字段加密；抽查{count}个值，明文{plain}个",
    "data_residual": "数据库删除时覆写（secure_delete）",
    "data_residual_not": "数据库删除时不覆写，须由磁盘加密或数据库设置保证",
    "backup_made": "最近一次备份：{day}", "backup_never": "日志中没有备份记录",
    "backup_late": "最近一次备份是{day}，超过七天",
    "backup_remote": "备份文件送异地保存；双机、存储冗余由安装单位建设",
    "law_kept": "最早一条日志是{day}；系统不删除日志", "law_person": "制定制度、指定负责人并备案",
    "portal_first": "初始口令登录后须先修改；现有{count}个账号待修改",
    "on": "已开启", "off": "没有开启", "portal_headers": "{policy}",
    "cryptography": "应用层已提供字段加密和日志校验；物理、网络、设备层由安装单位按密评要求建设",
    "provider_digest": "现用{name}；可由配置改为SM3", "provider_password": "现用{name}",
    "provider_search": "手机号按密钥摘要检索，不解密",
    "sensitive": "{fields}个字段不进日志明文，另行加密保存、可单独清除",
    "territory": "服务器和备份放在境内政务机房", "rights_own": "近一年本人取走自己资料{taken}次、申请更正{asked}次",
    "rights_assess": "开展评估并保存三年", "privacy_unmask": "近三十天查看完整号码{count}次，每次都在日志中",
    "privacy_watermark": "近三十天导出{count}次，每次都在日志中；文件带经手人、时间和政协",
    "privacy_unmarked": "导出的文件没有写入经手人、时间和政协（导出标记没有启用）",
    "portal_unasked": "没有启用登录后的检查，初始口令可以一直使用",
    "secrecy_banner": "页面固定提示“{words}”", "secrecy_offline": "流程中有“{name}”一步，清除内容、保留编号",
    "secrecy_no_offline": "流程中没有转线下的步骤", "domestic_outside": "页面只加载本站内容",
    "domestic_platform": "处理器{machine}，系统{system}，数据库{vendor}，Python {python}",
    "domestic_matrix": "麒麟、统信、鲲鹏、飞腾、海光、龙芯、达梦、人大金仓及国产浏览器的实测由安装单位完成",
}  # fmt: skip
ANCHORING = "生成日志校验码"
ANCHOR_WORDS = {
    "checked_good": "日志经过这一条：第{seq}条自{day}以来没有改动。", "none": "还没有校验码。",
    "nothing": "日志里还没有任何记录。",
}  # fmt: skip
COVERED = {True: "完整", False: "遮盖"}
HANDOVER = {
    "name": "审计移交-{committee}-{number}号.zip", "none": "还没有移交过。",
    "number": "第{number}号", "period": "{starts} 至 {ends}", "masked": "（遮盖）",
    "title": "{committee}审计移交第{number}号",
    "good": "文件完整：{count}个文件的摘要都相符，封印是本系统的。", "foreign": "封印不是本系统的，或清单被改动。",
    "differs": "{name} 与清单不符。", "absent": "缺少 {name}。", "extra": "多出清单里没有的 {name}。",
    "unreadable": "这不是审计移交文件，或文件已损坏。", "erased": "（已清除）",
}  # fmt: skip
MEMBERS = {
    "journal": "操作日志", "figures": "全部数据", "attachments": "附件清单", "index": "目录",
    "figure_head": "代码 名称 数值 单位 分子 分母 口径",
    "attachment_head": "对象类别 对象 文件名 字节 内容摘要 上传人 上传时间",
}  # fmt: skip
LABELS = {
    "anchor": "打印件上的校验码", "starts": "自", "ends": "至", "purpose": "用途", "file": "移交文件",
}  # fmt: skip
HELP = {
    "anchor": "如 20261126-12345-0A1B …，空格可不输", "purpose": "如“2026年内部审计”，写入日志",
}  # fmt: skip
EVENTS = {
    "assurance.anchored": "生成日志校验码，记到第{seq}条",
    "assurance.handed_over": "向审计移交{starts}至{ends}的资料：日志{lines}条、记录{records}条，用途：{purpose}",
    "assurance.exported": "导出等保自查表{count}行",
}
REFUSALS = {
    "assurance.unknown": "没有这一项，请从等保自查页面进入。",
    "assurance.period": "《至》不能早于《自》，一次最多五年。",
    "assurance.no_lines": "日志里还没有任何记录，无法生成校验码。",
}
EXPORT = {"name": "等保自查-{day}", "title": "等保自查", "head": "{committee}，{day}当场计算，对照{document}"}
