"""Which pages are looked at, as data: whose, where, and what is typed there first.

An argument of an address is a name of `RECORDS` below, or begins with "=" and stands for itself. A page whose room does
not offer it yet, or whose record the data lack, is said and passed over.
"""

from __future__ import annotations

from dataclasses import dataclass

CODE = "GZ-GY-WD"
TITLE = "关于在老旧小区增设电动自行车集中充电点的提案"
BACKGROUND = (
    "城区有不少建成二十年以上的小区没有集中充电的地方，居民从楼上拉线充电，既不方便，也不安全。"
    "今年走访中，多数住户希望在楼下就能充电。"
)
ANALYSIS = "小区空地少，产权不清，电力增容费用由谁承担没有说法；物业担心收不回成本，不愿意牵头。"
ADVICE = "由街道牵头逐个小区核定点位。\n增容费用由供电企业和受益单位按比例分担。\n把充电点纳入消防日常检查。"
SEND = "main form:has(textarea) button[type=submit]"
SAMPLE = "2022年，共收到提案200件，立案率超过95%。提案办复率100%，委员满意率100%。走访企业40余家。"


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the product.

    Args:
        name: of the picture.
        who: login name; empty for nobody.
        url: name of the address.
        args: of the address, in order.
        query: appended to the address.
        types: (selector, text) typed before the picture is taken.
        press: what is pressed after that.
        keep: also a picture of docs/pictures, as "desk" or "phone" says.
    """

    name: str
    who: str
    url: str
    args: tuple[str, ...] = ()
    query: str = ""
    types: tuple[tuple[str, str], ...] = ()
    press: str = ""
    keep: str = ""

    @property
    def picture(self) -> str:
        """The file of docs/pictures that it is kept as: its name without its place in the order."""
        return f"{self.name.partition('-')[2]}.png"


TEXT = (
    ("[name=title]", TITLE), ("[name=background]", BACKGROUND), ("[name=analysis]", ANALYSIS),
    ("[name=recommendations]", ADVICE),
)  # fmt: skip
PAGES = (
    Page("01-login", "", "accounts:login"),
    Page("02-member-desk", "weiyuan", "desk:home"),
    Page("03-mine", "weiyuan", "proposals:mine"),
    Page("04-write", "weiyuan", "proposals:write", types=TEXT, keep="phone"),
    Page("05-edit-returned", "weiyuan", "proposals:edit", ("my_returned",)),
    Page("06-draft", "weiyuan", "proposals:detail", ("my_draft",)),
    Page("07-invite", "weiyuan", "proposals:step", ("=proposal", "my_draft", "=invite")),
    Page("08-submit", "weiyuan", "proposals:step", ("=proposal", "my_draft", "=submit")),
    Page("09-invited-desk", "fuyi", "desk:home"),
    Page("10-invited", "fuyi", "proposals:detail", ("invited",)),
    Page("11-sign", "fuyi", "proposals:step", ("=cosignature", "invitation", "=sign")),
    Page("12-clerk-desk", "jingban", "desk:home", keep="desk"),
    Page("12a-clerk-waiting", "jingban", "desk:waiting", query="kind=proposals.publication/due/propose"),
    Page("13-library", "jingban", "proposals:list"),
    Page("14-submitted", "jingban", "proposals:detail", ("submitted",)),
    Page("14a-board", "jingban", "proposals:board"),
    Page("14b-batch-file", "jingban", "proposals:batch", ("=file",)),
    Page("14c-batch-assign", "jingban", "proposals:batch", ("=assign",)),
    Page("15-file", "jingban", "proposals:step", ("=proposal", "submitted", "=file")),
    Page("16-send-back", "jingban", "proposals:step", ("=proposal", "submitted", "=send_back")),
    Page("17-refuse", "jingban", "proposals:step", ("=proposal", "submitted", "=refuse")),
    Page("18-assign", "jingban", "proposals:step", ("=proposal", "filed", "=assign")),
    Page("19-settle-return", "jingban", "proposals:step", ("=assignment", "return_asked", "=replace")),
    Page("20-void", "jingban", "proposals:void", ("submitted",)),
    Page("21-not-filed", "jingban", "proposals:detail", ("not_filed",)),
    Page("22-unit-desk", "chengban", "desk:home"),
    Page("23-unit-list", "chengban", "proposals:unit"),
    Page("24-unit-assigned", "chengban", "proposals:detail", ("unit_pending",)),
    Page("25-unit-sign", "chengban", "proposals:step", ("=assignment", "unit_assignment", "=sign")),
    Page("26-unit-ask-return", "chengban", "proposals:step", ("=assignment", "unit_assignment", "=ask_return")),
    Page("27-unit-answer", "chengban", "proposals:step", ("=proposal", "unit_handling", "=answer")),
    Page("28-answered", "weiyuan", "proposals:detail", ("my_answered",)),
    Page("29-rate", "weiyuan", "proposals:step", ("=proposal", "my_answered", "=rate")),
    Page("30-closed", "weiyuan", "proposals:detail", ("my_closed",), keep="desk"),
    Page("31-mark-key", "zhuren", "proposals:step", ("=proposal", "handling", "=mark_key")),
    Page("32-key", "lingdao", "proposals:key"),
    Page("32a-selection", "zhuren", "proposals:selection"),
    Page("32b-supervise", "lingdao", "proposals:step", ("=proposal", "led", "=supervise")),
    Page("32c-supervised", "lingdao", "proposals:detail", ("led",)),
    Page("33-leader-desk", "lingdao", "desk:home"),
    Page("34-secretary-desk", "mishuzhang", "desk:home"),
    Page("35-figures", "mishuzhang", "metrics:book", query="period=2022", keep="desk"),
    Page("35a-statistics", "mishuzhang", "proposals:statistics"),
    Page("36-figures-today", "mishuzhang", "metrics:book"),
    Page("36a-figures-room", "mishuzhang", "metrics:book", query="period=2022&room=ledger"),
    Page("36b-figures-jumped", "mishuzhang", "metrics:book", query="period=2022&only=jumped"),
    Page("36c-moves", "mishuzhang", "metrics:moves", ("=proposals.received",), query="period=2022"),
    Page("36d-board", "mishuzhang", "board:home", query="period=2022"),
    Page("36e-board-choose", "mishuzhang", "board:choose", query="figure=proposals.received"),
    Page("36f-kept", "mishuzhang", "board:kept"),
    Page("36g-organs", "mishuzhang", "board:organs", query="period=2022"),
    Page("36h-organ", "mishuzhang", "board:organ", ("organ",), query="period=2022"),
    Page("36i-organ-paper", "mishuzhang", "board:paper", ("organ",), query="period=2022"),
    Page("37-evidence", "mishuzhang", "metrics:figure", ("=proposals.answered_rate",), query="period=2022"),
    Page("38-evidence-today", "mishuzhang", "metrics:figure", ("=proposals.received",)),
    Page("39-report", "mishuzhang", "reports:year", query="period=2022"),
    Page("39a-reports", "mishuzhang", "reports:list"),
    Page("39b-report-new", "mishuzhang", "reports:begin"),
    Page("40-check", "mishuzhang", "reports:check"),
    Page("41-checked", "mishuzhang", "reports:check", types=(("main textarea", SAMPLE),), press=SEND, keep="desk"),
    Page("42-search", "mishuzhang", "search:find", query="q=老旧小区"),
    Page("43-people", "mishuzhang", "people:list"),
    Page("44-member", "mishuzhang", "people:member", ("member",)),
    Page("45-organs", "mishuzhang", "people:organs"),
    Page("46-organ", "mishuzhang", "people:organ", ("organ",)),
    Page("46a-chart", "bangong", "people:chart"),
    Page("46b-chart-upright", "weiyuan", "people:chart", query="paper=upright"),
    Page("46c-rename", "bangong", "committee:organ_rename", ("organ",)),
    Page("46d-split", "bangong", "committee:organ_succeed", ("organ",)),
    Page("46e-coverage", "bangong", "dossier:coverage", query="period=2022"),
    Page("47-me", "weiyuan", "people:me"),
    Page("48-staff", "mishuzhang", "people:staff"),
    Page("49-roster", "mishuzhang", "people:roster"),
    Page("50-units", "jingban", "directory:list"),
    Page("51-unit", "jingban", "directory:detail", ("unit",)),
    Page("52-committees", "guanli", "committee:list"),
    Page("53-committee", "guanli", "committee:detail", ("committee",)),
    Page("54-norms", "zhuren", "norms:list", ("committee",)),
    Page("55-norm", "zhuren", "norms:one", ("committee", "=proposals.answer_due")),
    Page("56-codes", "zhuren", "norms:codes", ("committee",)),
    Page("57-calendar", "zhuren", "norms:calendar", ("committee",)),
    Page("58-workflows", "zhuren", "workflow:index"),
    Page("59-workflow", "zhuren", "workflow:one", ("=proposals.proposal",)),
    Page("60-rights", "zhuren", "workflow:rights"),
    Page("61-accounts", "guanli", "accounts:accounts"),
    Page("62-account", "guanli", "accounts:account", ("account",)),
    Page("63-own-account", "weiyuan", "accounts:me"),
    Page("64-password", "weiyuan", "accounts:password"),
    Page("64a-second-step", "weiyuan", "accounts:factors"),
    Page("64b-authenticator", "weiyuan", "accounts:totp"),
    Page("64c-passkey", "weiyuan", "accounts:passkey_new"),
    Page("64c-opening", "guanli", "opening:checklist"),
    Page("64c-past", "bangong", "opening:past"),
    Page("64c-logins", "guanli", "people:logins"),
    Page("64d-keepers", "anquan", "accounts:keepers"),
    Page("64e-tokens", "jingban", "api:tokens"),
    Page("64f-tokens-guarded", "anquan", "api:guarded"),
    Page("64g-api", "jingban", "api:reference"),
    Page("64e-guarded-account", "anquan", "accounts:account", ("account",)),
    Page("65-journal", "shenji", "journal:log"),
    Page("66-journal-entry", "shenji", "journal:entry", ("entry",)),
    Page("67-inbox", "weiyuan", "messages:inbox"),
    Page("67a-inbox-due", "jingban", "messages:inbox", query="group=due"),
    Page("67b-inbox-news", "jingban", "messages:inbox", query="group=news"),
    Page("67c-ways", "weiyuan", "messages:ways"),
    Page("67d-notice", "bangong", "messages:write"),
    Page("68-notices", "mishuzhang", "messages:notices"),
    Page("69-help", "weiyuan", "desk:help"),
    Page("70-guide", "weiyuan", "desk:guide", ("=for-members", "=1-writing")),
    Page("71-drafts", "weiyuan", "drafts:mine"),
    Page("90-activities", "mishuzhang", "activities:list"),
    Page("91-calendar", "weiyuan", "activities:calendar"),
    Page("92-my-activities", "weiyuan", "activities:mine"),
    Page("93-activity", "mishuzhang", "activities:detail", ("activity",)),
    Page("94-activity-member", "weiyuan", "activities:detail", ("activity_mine",)),
    Page("95-guests", "mishuzhang", "activities:guests", ("activity_planned",)),
    Page("96-attendance", "mishuzhang", "activities:attendance", ("activity",)),
    Page("96-devices", "mishuzhang", "activities:devices", ("sitting",)),
    Page("96-plenary", "mishuzhang", "activities:plenary_speeches", ("plenary",)),
    Page("96-plenary-member", "weiyuan", "activities:plenary_speeches", ("plenary",)),
    Page("96-plenary-new", "weiyuan", "activities:plenary_new", ("plenary",)),
    Page("96-plenary-speech", "weiyuan", "activities:plenary_speech", ("plenary_speech",)),
    Page("96-groups", "mishuzhang", "activities:groups", ("plenary",)),
    Page("97-programme", "mishuzhang", "activities:programme", ("activity_planned",)),
    Page("98-new-activity", "mishuzhang", "activities:new", query="kind=enterprise_visit"),
    Page("99-quick-visit", "mishuzhang", "activities:quick_entry", ("=visit",)),
    Page("99-board", "mishuzhang", "activities:board"),
    Page("99-absences", "mishuzhang", "activities:absences"),
    Page("72-not-allowed", "weiyuan", "journal:log"),
    Page("73-reports", "weiyuan", "activities:notes", ("=reports",)),
    Page("74-givings", "mishuzhang", "activities:notes", ("=givings",)),
    Page("75-add-giving", "mishuzhang", "activities:note_add", ("=givings",)),
    Page("76-add-report", "weiyuan", "activities:note_add", ("=reports",)),
    Page("77-feed", "weiyuan", "activities:feed_mine"),
    Page("78-appraisals", "gztrbj-bg", "appraisal:list"),
    Page("78a-appraisal-ledger", "gztrbj-bg", "appraisal:ledger"),
    Page("78b-evaluations", "gztrbj-bg", "evaluation:runs"),
    Page("78c-rule-sets", "bangong", "evaluation:sets"),
    Page("78d-samples", "bangong", "evaluation:samples"),
    Page("78e-my-evaluation", "weiyuan", "evaluation:mine"),
    Page("79-easing", "mishuzhang", "easing:home"),
    Page("79a-burden", "mishuzhang", "easing:meter"),
    Page("79b-protection", "shenji", "assurance:home"),
    Page("79c-anchors", "shenji", "assurance:anchors"),
    Page("79d-hand-over", "shenji", "assurance:hand_over"),
    Page("80-ballots", "weiyuan", "ballots:list"),
    Page("81-ballot-open", "weiyuan", "ballots:detail", ("ballot_open",)),
    Page("82-ballot-vote", "weiyuan", "ballots:vote", ("ballot_open",)),
    Page("83-ballot-teller", "zhuren", "ballots:detail", ("ballot_open",)),
    Page("84-ballot-hand", "zhuren", "ballots:hand", ("ballot_open",)),
    Page("85-ballot-count", "zhuren", "ballots:count", ("ballot_open",)),
    Page("86-ballot-result", "mishuzhang", "ballots:detail", ("ballot_done",)),
    Page("87-ballot-sheet", "mishuzhang", "ballots:sheet", ("ballot_done",)),
    Page("88-ballot-new", "mishuzhang", "ballots:new"),
    Page("89-ballot-voters", "mishuzhang", "ballots:voters", ("ballot_done",)),
    Page("s1-supervision", "mishuzhang", "activities:supervision"),
    Page("s2-supervisor", "weiyuan", "activities:supervisor", ("supervisor",)),
    Page("s3-propose", "mishuzhang", "activities:propose"),
    Page("s4-opinions", "mishuzhang", "activities:opinions"),
    Page("s5-opinion", "mishuzhang", "activities:opinion", ("opinion",)),
    Page("s6-opinion-unit", "chengban", "activities:opinion", ("opinion",)),
    Page("s7-exchange", "mishuzhang", "activities:exchange", ("exchange",)),
    Page("s8-exchange-new", "mishuzhang", "activities:new_exchange"),
    Page("73-past", "jingban", "proposals:past"),
    Page("90-ledger", "mishuzhang", "ledger:problems"),
    Page("90-ledger-overview", "mishuzhang", "ledger:overview"),
    Page("91-advice-list", "mishuzhang", "ledger:advice_list"),
    Page("92-problem", "mishuzhang", "ledger:problem", ("problem",)),
    Page("93-advice", "mishuzhang", "ledger:advice", ("advice",)),
    Page("94-ledger-unit", "chengban", "ledger:unit"),
    Page("95-ledger-new", "mishuzhang", "ledger:new_advice"),
    Page("96-ledger-answer", "chengban", "ledger:step", ("=advice", "advice_handed", "=answer")),
    Page("97-ledger-assign", "mishuzhang", "ledger:step", ("=problem", "problem_unassigned", "=assign")),
    Page("98-ledger-print", "mishuzhang", "ledger:print", ("=problems",)),
    Page("99-assign-many", "mishuzhang", "ledger:assign_many"),
    Page("99-advice-gather", "mishuzhang", "ledger:gather"),
    Page("99-ledger-import", "mishuzhang", "ledger:import"),
    Page("74-brought-in", "jingban", "proposals:detail", ("brought_in",)),
    Page("75-published", "jingban", "proposals:published"),
    Page("76-publication", "zhuren", "proposals:publication", ("publication",)),
    Page("77-publish", "jingban", "proposals:step", ("=publication", "to_publish", "=propose")),
    Page("78-near", "weiyuan", "proposals:near", ("my_closed",)),
    Page("79-excellent", "jingban", "proposals:excellent"),
    Page("7a-selection", "jingban", "proposals:excellent_one", ("selection",)),
    Page("7b-nominate", "weiyuan", "proposals:excellent_step", ("selection", "=nominate")),
    Page("7c-shortlist", "jingban", "proposals:excellent_step", ("selection", "=shortlist")),
    Page("9a-public-index", "", "portal:index"),
    Page("9b-public-home", "", "portal:home", ("site",)),
    Page("9c-public-proposals", "", "portal:proposals", ("site",)),
    Page("9d-public-proposal", "", "portal:proposal", ("site", "public_proposal")),
    Page("9e-public-report", "", "portal:report", ("site", "public_report")),
    Page("100-activities", "bangong", "activities:list"),
    Page("101-activity-coming", "weiyuan", "activities:detail", ("activity_coming",)),
    Page("102-activity-held", "bangong", "activities:detail", ("activity_held",)),
    Page("103-attendance", "bangong", "activities:attendance", ("activity_today",)),
    Page("c1-consultations", "mishuzhang", "consultations:list"),
    Page("c2-consultation", "mishuzhang", "consultations:way", ("consultation",)),
    Page("c3-consultation-member", "weiyuan", "consultations:way", ("consultation",)),
    Page("c8-studies", "mishuzhang", "consultations:list", (), "way=study"),
    Page("c9-inspection", "mishuzhang", "consultations:way", ("inspection",)),
    Page("c10-visits", "mishuzhang", "consultations:list", (), "way=visit"),
    Page("c4-sites", "mishuzhang", "activities:sites"),
    Page("c5-site", "mishuzhang", "activities:site", ("site",)),
    Page("c6-new-site", "mishuzhang", "activities:new_site"),
    Page("c7-speech", "mishuzhang", "activities:new_speech", ("activity_planned",)),
    Page("p1-plans", "mishuzhang", "plans:list"),
    Page("p2-plan-write", "mishuzhang", "plans:write"),
    Page("p3-topics", "mishuzhang", "plans:topics"),
    Page("p4-campaigns", "mishuzhang", "plans:campaigns"),
    Page("p5-papers", "mishuzhang", "papers:list"),
    Page("p6-paper-write", "mishuzhang", "papers:write"),
    Page("p7-comments", "mishuzhang", "papers:comments"),
    Page("p8-received", "chengban", "papers:received"),
    Page("r1-my-file", "weiyuan", "dossier:file", ("member",), "period=since-plenary"),
    Page("r2-file-on-paper", "bangong", "dossier:paper", ("member",), "period=2022"),
    Page("r3-files", "bangong", "dossier:list", query="period=2022"),
    Page("r4-organs", "bangong", "dossier:organs", query="period=2022"),
    Page("r5-organ", "bangong", "dossier:organ", ("organ",), "period=2022"),
    Page("r6-organ-members", "bangong", "dossier:organ", ("organ",), "period=2022&of=members"),
    Page("r7-reconcile", "bangong", "dossier:reconcile", query="period=2022"),
    Page("r9-quality", "bangong", "dossier:quality", query="period=2022"),
    Page("r9-quality-late", "bangong", "dossier:check", ("=no_proof",), "period=2022"),
    Page("r9-quality-december", "bangong", "dossier:check", ("=december",), "period=2022"),
    Page("r9-quality-same", "bangong", "dossier:check", ("=same_named",), "period=2022"),
    Page("r9-quality-jumped", "bangong", "dossier:check", ("=jumped",)),
    Page("ra-own", "weiyuan", "dossier:own"),
    Page("ra-amend", "weiyuan", "dossier:amend", ("=employer",), types=(("[name=wanted]", "区人民医院"),)),
    Page("ra-amendments", "bangong", "dossier:amendments"),
    Page("r8-balance", "bangong", "dossier:balance", ("=activities.attended.study",), "period=2022"),
    Page("pj1-projects", "bangong", "projects:list"),
    Page("pj2-project", "bangong", "projects:detail", ("project",)),
    Page("pj3-my-projects", "lingdao", "projects:mine"),
    Page("pj4-visit", "lingdao", "projects:step", ("project", "=visit")),
    Page("pj5-project-enter", "bangong", "projects:enter"),
    Page("n1-my-contacts", "weiyuan", "contacts:mine"),
    Page("n2-pair", "weiyuan", "contacts:pair", ("pair_mine",)),
    Page("n3-contact", "weiyuan", "contacts:contact", ("contact_open",)),
    Page("n4-network", "lingdao", "contacts:list"),
    Page("n5-kind", "bangong", "contacts:kind", ("=party_outside",)),
    Page("n6-picture", "lingdao", "contacts:picture", ("=chairmen_standing",)),
    Page("n7-plan", "bangong", "contacts:plan", ("=chairmen_sector",)),
    Page("n8-pair-add", "bangong", "contacts:pair_add", ("=party_outside",)),
    Page("n9-contacts", "bangong", "contacts:contacts"),
    Page("pj6-pipeline", "bangong", "projects:pipeline"),
    Page("pj7-leads", "bangong", "projects:leads"),
    Page("pj8-lead", "weiyuan", "projects:lead", ("lead",)),
    Page("pj9-lead-new", "weiyuan", "projects:lead_new"),
    Page("pja-lead-take", "bangong", "projects:lead_step", ("lead_waiting", "=take")),
    Page("pjb-levels", "bangong", "projects:levels"),
    Page("jt0-levels-above", "shiban", "joint:list"),
    Page("jt1-levels", "bangong", "joint:list"),
    Page("jt2-topic", "bangong", "joint:detail", ("joint",)),
    Page("jt3-advance", "bangong", "joint:step", ("=piece", "joint_piece", "=advance")),
    Page("jt4-accept", "bangong", "joint:step", ("=part", "joint_asked", "=accept")),
    Page("jt5-open", "bangong", "joint:open", ("=activities.activity", "inspection")),
    Page("pjc-import", "bangong", "projects:import"),
    Page("pjd-site", "bangong", "projects:site", ("inspection",)),
    Page("pje-note", "lingdao", "projects:step", ("project", "=note")),
    Page("w1-manuscripts", "bangong", "publications:list", ("=manuscripts",)),
    Page("w2-manuscript", "bangong", "publications:manuscript", ("manuscript",)),
    Page("w3-edit", "bangong", "publications:step", ("=manuscript", "manuscript_checked", "=edit")),
    Page("w4-final", "mishuzhang", "publications:step", ("=manuscript", "manuscript_edited", "=final")),
    Page("w5-issues", "bangong", "publications:list", ("=issues",)),
    Page("w6-issue", "bangong", "publications:issue", ("issue",)),
    Page("w7-issue-declared", "weiyuan", "publications:issue", ("issue_declared",)),
    Page("w8-clues", "bangong", "publications:list", ("=clues",)),
    Page("w9-clue", "bangong", "publications:clue", ("clue",)),
    Page("wa-call", "weiyuan", "publications:call", ("call",)),
    Page("wb-mine", "weiyuan", "publications:mine"),
    Page("wc-write", "weiyuan", "publications:write"),
    Page("wd-items", "bangong", "publications:list", ("=items",)),
    Page("we-item", "bangong", "publications:coverage", ("item",)),
    Page("wf-item-new", "bangong", "publications:item_new"),
    Page("wg-clue-new", "weiyuan", "publications:clue_new"),
    Page("wh-print", "bangong", "publications:step", ("=issue", "issue", "=arrange")),
    Page("h1-honours", "bangong", "honours:list"),
    Page("h2-honour", "bangong", "honours:detail", ("honour",)),
    Page("h3-my-honours", "weiyuan", "honours:mine"),
    Page("h4-claim", "weiyuan", "honours:enter"),
    Page("h5-enter", "bangong", "honours:enter"),
    Page("q1-party", "bangong", "party:list"),
    Page("q2-branch", "weiyuan", "party:body", ("branch",)),
    Page("q3-meeting", "weiyuan", "party:meeting", ("branch_meeting",)),
    Page("q4-hold", "weiyuan", "party:step", ("=meeting", "branch_planned", "=hold")),
    Page("q5-deeds", "weiyuan", "party:deeds"),
    Page("q6-deed", "weiyuan", "party:deed", ("deed",)),
    Page("q7-found", "bangong", "party:found"),
    Page("q8-seat", "bangong", "party:seat", ("branch",)),
    Page("q9-plan", "weiyuan", "party:plan", ("branch",)),
    Page("re1-relay", "bangong", "relay:home"),
    Page("re2-keys", "bangong", "relay:keys"),
    Page("re3-peer-new", "bangong", "relay:peer_new"),
    Page("re5-figures", "bangong", "relay:figures"),
    Page("re6-rosters", "bangong", "relay:rosters"),
    Page("re4-take", "bangong", "relay:take"),
    Page("tu1-turnover", "bangong", "turnover:list"),
    Page("tu2-begin", "bangong", "turnover:new"),
    Page("r1-rules", "weiyuan", "regulations:list", (), "q=通知"),
    Page("r2-rule", "weiyuan", "regulations:detail", ("rule",)),
    Page("r3-register", "bangong", "regulations:register"),
    Page("r4-draft", "bangong", "regulations:version", ("rule_draft",)),
    Page("sa-concerns-mine", "weiyuan", "opinions:mine"),
    Page("sb-concern-write", "weiyuan", "opinions:write"),
    Page("sc-concern-mine", "weiyuan", "opinions:concern", ("concern_mine",)),
    Page("sd-concerns-waiting", "bangong", "opinions:screening"),
    Page("se-concern-screen", "bangong", "opinions:concern", ("concern_submitted",)),
    Page("sf-concern-near", "bangong", "opinions:near", ("concern_submitted",)),
    Page("sg-concern-edit", "bangong", "opinions:step", ("=concern", "concern_selected", "=edit")),
    Page("sh-concern-compare", "bangong", "opinions:compare", ("concern_edited",)),
    Page("si-concerns-batch", "bangong", "opinions:batch", ("=select",)),
    Page("sj-concerns-all", "lingdao", "opinions:all"),
    Page("sk-suggestions", "bangong", "opinions:suggestions"),
    Page("sl-concern-ladder", "weiyuan", "opinions:concern", ("concern_answered",)),
    Page("sm-issues", "bangong", "opinions:issues"),
    Page("sn-compose", "bangong", "opinions:compose"),
    Page("so-issue-draft", "bangong", "opinions:issue", ("concern_issue_draft",)),
    Page("sp-issue-sent", "bangong", "opinions:issue", ("concern_issue_sent",)),
    Page("sq-turn-note", "bangong", "opinions:step", ("=concern", "concern_answered", "=note_turn")),
    Page("sr-sent", "bangong", "opinions:sent"),
    Page("ss-arrivals", "shiban", "opinions:arrivals"),
    Page("st-arrivals-province", "shengban", "opinions:arrivals"),
    Page("r5-opinion", "weiyuan", "regulations:version", ("rule_draft",)),
    Page("r6-compare", "bangong", "regulations:compare", ("rule_old", "rule_new")),
    Page("r7-write-rule", "bangong", "regulations:write"),
    Page("r8-matters", "bangong", "regulations:matters"),
    Page("r9-matter", "bangong", "regulations:matter", ("matter",)),
    Page("ra-calendar", "mishuzhang", "regulations:calendar"),
    Page("rb-issue", "mishuzhang", "regulations:step", ("=version", "rule_adopted", "=issue")),
    Page("t1-changes", "bangong", "tenure:list"),
    Page("t2-change", "bangong", "tenure:change", ("change_heard",)),
    Page("t3-decide", "bangong", "tenure:step", ("=change", "change_heard", "=decide")),
    Page("t4-elect", "bangong", "tenure:propose", ("=by_election",)),
    Page("t5-kinds", "bangong", "tenure:kinds"),
    Page("t6-decided", "weiyuan", "tenure:change", ("change_decided",)),
    Page("t7-cases", "bangong", "tenure:cases"),
    Page("t8-case", "bangong", "tenure:case", ("absence_case",)),
    Page("t9-own-case", "weiyuan", "tenure:case", ("absence_case",)),
    Page("ta-selections", "bangong", "tenure:selections"),
    Page("tb-selection", "bangong", "tenure:selection", ("tank",)),
    Page("tc-choose", "bangong", "tenure:step", ("=selection", "call_ready", "=decide")),
    Page("td-mine", "weiyuan", "tenure:mine"),
    Page("te-resign", "weiyuan", "tenure:resign"),
    Page("qa-appraisals", "bangong", "party:appraisals"),
    Page("qb-appraisal", "weiyuan", "party:appraisal", ("appraisal",)),
    Page("qc-appraised", "weiyuan", "party:appraised", ("appraised",)),
    Page("qd-points", "bangong", "party:points"),
    Page("qe-point", "bangong", "party:point", ("contact_point",)),
    Page("qf-duties", "bangong", "party:duties"),
    Page("qg-duty", "weiyuan", "party:duty", ("duty",)),
    Page("qh-import", "bangong", "party:import"),
    Page("qi-appraise", "weiyuan", "party:appraise", ("branch",)),
    Page("qz-resets", "bangong", "accounts:resets"),
    Page("ra-wish", "weiyuan", "wishes:new", query="page=/proposals/mine/&name=我的提案"),
    Page("rb-wishes", "bangong", "wishes:list"),
    Page("rc-help", "weiyuan", "desk:help", query="q=附议"),
    Page("rd-words", "weiyuan", "desk:words"),
    Page("re-help-of-a-post", "jingban", "desk:guide", ("=for-roles", "=clerk")),
)

# Run inside the product: the records the pages above speak of, by name, and the address of each page.
RECORDS = """
import json
from django.urls import NoReverseMatch, reverse
from lvzhi.accounts.models import Account, Appointment
from lvzhi.activities.models import Activity, Exchange, PlenarySpeech, Site, Sitting, SupervisionOpinion, Supervisor
from lvzhi.ballots.models import Ballot
from lvzhi.committee.models import Committee, Organ
from lvzhi.contacts.models import Contact, Pair
from lvzhi.demo.logins import PASSWORD
from lvzhi.honours.models import Honour
from lvzhi.joint.models import Partaking, Piece, Topic
from lvzhi.journal.models import Entry
from lvzhi.ledger.models import Advice, Problem
from lvzhi.opinions.models import Concern
from lvzhi.party.models import Appraisal, Appraised, Body, ContactPoint, Deed, Duty, Meeting
from lvzhi.people.models import Member
from lvzhi.projects.models import Lead, Project
from lvzhi.publications.models import Call, Clue, Coverage, Issue, Manuscript
from lvzhi.papers.models import Paper
from lvzhi.projects.models import Project
from lvzhi.regulations.models import Matter, Version
from lvzhi.reports.models import Report
from lvzhi.tenure.models import Case, Change, Selecting
from lvzhi.proposals.models import Assignment, CoSignature, Proposal, Publication, Selection

committee = Committee.objects.get(code=CODE)
proposals = Proposal.objects.filter(committee=committee, voided_at=None).order_by("-id")
mine = proposals.filter(member__person__account__username="weiyuan")
unit = Appointment.objects.get(account__username="chengban").unit
assignments = Assignment.objects.filter(proposal__committee=committee, voided_at=None).order_by("-id")
waiting = assignments.filter(unit=unit, state="pending").first()
invitations = CoSignature.objects.filter(member__person__account__username="fuyi", state="invited")
invitation = invitations.order_by("-id").first()
activities = Activity.objects.filter(committee=committee, voided_at=None).order_by("-held_on", "-id")
concerns = Concern.objects.filter(committee=committee, voided_at=None).order_by("-id")
found = {
    "committee": committee,
    "my_draft": mine.filter(state="draft").first(),
    "my_returned": mine.filter(state="returned").first(),
    "my_answered": mine.filter(state="answered").first(),
    "my_closed": mine.filter(state="closed").first(),
    "invitation": invitation,
    "invited": invitation and invitation.proposal,
    "submitted": proposals.filter(state="submitted").first(),
    "filed": proposals.filter(state="filed").first(),
    "handling": proposals.filter(state="handling", is_key=False).first(),
    "led": proposals.filter(is_key=True, leadings__account__username="lingdao").first(),
    "not_filed": proposals.filter(state="not_filed").first(),
    "unit_assignment": waiting,
    "unit_pending": waiting and waiting.proposal,
    "unit_handling": proposals.filter(state="handling", lead_unit=unit, assignments__role="lead").first(),
    "return_asked": assignments.filter(state="return_asked").first(),
    "member": Member.objects.filter(committee=committee, person__account__username="weiyuan").first(),
    "organ": Organ.objects.filter(committee=committee, kind="special_committee").first(),
    "unit": unit,
    "brought_in": proposals.filter(brought_in_on__isnull=False, promises__isnull=False).first(),
    "publication": Publication.objects.filter(committee=committee, state="published").order_by("-id").first(),
    "selection": Selection.objects.filter(committee=committee).order_by("-id").first(),
    "to_publish": Publication.objects.filter(committee=committee, state="due").order_by("-id").first(),
    "account": Account.objects.get(username="chengban"),
    "supervisor": Supervisor.objects.filter(member__person__account__username="weiyuan").first(),
    "opinion": SupervisionOpinion.objects.filter(committee=committee).order_by("-id").first(),
    "exchange": Exchange.objects.filter(committee=committee).first(),
    "activity": activities.filter(state="held").first(),
    "activity_planned": activities.filter(state="planned").first(),
    "plenary": activities.filter(state="planned", kind="plenary").first(),
    "plenary_speech": PlenarySpeech.objects.filter(person__account__username="weiyuan").first(),
    "sitting": Sitting.objects.filter(activity__in=activities.filter(state="planned"), voided_at=None).first(),
    "activity_mine": activities.exclude(state="draft").filter(
        participants__person__account__username="weiyuan"
    ).first(),
    "pair_mine": Pair.objects.filter(member__person__account__username="weiyuan", ends=None).first(),
    "contact_open": Contact.objects.filter(pair__member__person__account__username="weiyuan", state="open").first(),
    "project": Project.objects.filter(committee=committee, state="building").order_by("-id").first(),
    "joint": Topic.objects.filter(parts__committee=committee, parts__state="taking").order_by("-id").first(),
    "joint_asked": Partaking.objects.filter(committee=committee, state="asked").order_by("-id").first(),
    "joint_piece": Piece.objects.filter(committee=committee, state="open").order_by("-id").first(),
    "lead": Lead.objects.filter(committee=committee, person__account__username="weiyuan").order_by("-id").first(),
    "lead_waiting": Lead.objects.filter(committee=committee, state="handed").order_by("-id").first(),
    "concern_mine": concerns.filter(authors__person__account__username="weiyuan").first(),
    "concern_submitted": concerns.filter(state="submitted").first(),
    "concern_selected": concerns.filter(state="selected").first(),
    "concern_edited": concerns.exclude(edited="").first(),
    "concern_answered": concerns.filter(
        traces__turn="answered", authors__person__account__username="weiyuan"
    ).first(),
    "concern_issue_draft": Paper.objects.filter(committee=committee, kind="opinion_issue", state="draft").first(),
    "concern_issue_sent": Paper.objects.filter(committee=committee, kind="opinion_issue", state="sent").first(),
    "ballot_open": Ballot.objects.filter(state="open").first(),
    "ballot_done": Ballot.objects.filter(state="announced").first(),
}
activities = Activity.objects.filter(committee=committee, voided_at=None)
found |= {
    "activity_coming": activities.filter(state="planned", kind="special_consult").order_by("held_on").first(),
    "activity_today": activities.filter(state="planned", kind="sector_meeting").order_by("held_on").first(),
    "activity_held": activities.filter(state="held").order_by("-held_on").first(),
}
consulted = activities.filter(family="consultation", state__in=["held", "closed"]).order_by("-held_on")
found |= {
    "inspection": activities.filter(family="inspection", state__in=["held", "closed"]).order_by("-held_on").first(),
    "consultation": consulted.filter(kind="special_consult").first() or consulted.first(),
    "site": Site.objects.filter(committee=committee).first(),
}
branch = Body.objects.filter(
    committee=committee, seats__person__account__username="weiyuan", seats__post="secretary"
).first()
found |= {
    "branch": branch,
    "branch_meeting": Meeting.objects.filter(body=branch, state="held").first(),
    "branch_planned": Meeting.objects.filter(body=branch, state="planned").first(),
    "deed": Deed.objects.filter(body=branch, state="reported").first(),
    "appraisal": Appraisal.objects.filter(body=branch).order_by("-year").first(),
    "appraised": Appraised.objects.filter(appraisal__body=branch, person__account__username="weiyuan").first(),
    "contact_point": ContactPoint.objects.filter(committee=committee).first(),
    "duty": Duty.objects.filter(committee=committee, person__account__username="weiyuan").first(),
}
manuscripts = Manuscript.objects.filter(committee=committee, voided_at=None).order_by("-id")
issues = Issue.objects.filter(committee=committee, voided_at=None).order_by("-id")
found |= {
    "manuscript": manuscripts.filter(state="published").first(),
    "manuscript_checked": manuscripts.filter(state="checked").first(),
    "manuscript_edited": manuscripts.filter(state="edited").first(),
    "issue": issues.filter(state="composing").first(),
    "issue_declared": issues.exclude(declared=None).first(),
    "clue": Clue.objects.filter(committee=committee, state="commissioned").first(),
    "call": Call.objects.filter(committee=committee, state="open").first(),
    "item": Coverage.objects.filter(committee=committee).order_by("-published_on").first(),
    "honour": Honour.objects.filter(committee=committee, state="claimed").first(),
versions = Version.objects.filter(committee=committee).order_by("id")
second = versions.filter(state="issued", number=2).first()
found |= {
    "rule": second and second.regulation,
    "rule_new": second,
    "rule_old": second and versions.get(regulation=second.regulation, number=1),
    "rule_draft": versions.filter(state="asking").first(),
    "rule_adopted": versions.filter(state="adopted").first(),
    "matter": Matter.objects.filter(committee=committee, state="sent").first(),
}
changes = Change.objects.filter(committee=committee, voided_at=None).order_by("-id")
selectings = Selecting.objects.filter(committee=committee, voided_at=None)
mine_case = Case.objects.filter(committee=committee, member__person__account__username="weiyuan")
found |= {
    "change_heard": changes.filter(state="heard").first(),
    "change_decided": changes.filter(state="decided", kind="by_election").first(),
    "absence_case": mine_case.first(),
    "tank": selectings.filter(organ__kind="think_tank").first(),
    "call_ready": selectings.filter(state="ready").first(),
}
problems = Problem.objects.filter(committee=committee, voided_at=None).order_by("id")
advice = Advice.objects.filter(committee=committee, voided_at=None).order_by("id")
found |= {
    "problem": problems.exclude(measures_count=0).first() or problems.first(),
    "problem_unassigned": problems.filter(owner_unit=None, owner_organ=None, state="open").first(),
    "advice": advice.exclude(outcome="").first() or advice.first(),
    "advice_handed": advice.filter(unit=unit, state="submitted").first(),
}
standing = Publication.objects.filter(committee=committee, state="published", voided_at=None).order_by("id")
found |= {
    "public_proposal": getattr(standing.select_related("proposal").first(), "proposal", None),
    "public_report": Report.objects.filter(committee=committee, taken_down_on=None).exclude(published_on=None).first(),
}
known = {name: str(record.uid) for name, record in found.items() if record is not None}
known["site"] = committee.code
entries = Entry.objects.filter(event="proposals.proposal.assign", committee_id=committee.pk).order_by("-seq")
known["entry"] = entries.values_list("seq", flat=True).first()
addresses = {}
for name, url, args in ASKED:
    given = [one[1:] if one.startswith("=") else known.get(one) for one in args]
    try:
        addresses[name] = None if None in given else reverse(url, args=given)
    except NoReverseMatch:
        addresses[name] = None
print(json.dumps({"addresses": addresses, "password": PASSWORD}))
"""
