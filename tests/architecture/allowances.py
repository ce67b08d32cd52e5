"""Every exception to the fences, as data with its reason. An entry without a use fails `test_allowances`."""

from __future__ import annotations

# app label or URL namespace → room, where they differ
LABELS = {"notices_inbox": "messages", "auth": "", "contenttypes": ""}
NAMESPACES: dict[str, str] = {}

# Rooms without records list their own doors; a room of record adds to the seven that all have. room → file → why
DOORS: dict[str, dict[str, str]] = {
    "access": {
        "sentences": "rooms register the words of their refusals",
        "vocabulary": "config registers the words of the rights themselves",
        "rules": "the condition that no row meets",
    },
    "accounts": {
        "actions": "writes",
        "models": "rows",
        "queries": "reads",
        "rules": "who may",
        "vocabulary": "roles",
        "actors": "who acts: for the web, the command line, a job",
        "demo_logins": "the demonstration offers its logins to the login page",
        "holding": "a room marks pages whose sending is kept nowhere",
        "telling": "messages says how a person is told what happened to the own account",
        "limits": "a room above holds its own requests to a limit",
        "links": "a room above has a page of one's own, or of the accounts one keeps",
    },
    "activities": {"letters": "the demonstration makes a package for another body as the page does"},
    "claims": {"models": "the claim as a value", "vocabulary": "its words"},
    "committee": {
        "actions": "writes",
        "models": "rows and the base of every record",
        "queries": "reads",
        "rules": "who may",
        "vocabulary": "kinds of organ, levels",
        "scope": "whose rows a query may speak of",
        "web": "choosing a committee on a page",
        "panels": "rooms say what they know of an organ; its page and the chart ask",
        "successions": "rooms register what happens to their rows when an organ is merged or split",
        "reckoning": "norms declares what terms and windows are reckoned by",
    },
    "config": {},
    "deadlines": {"clock": "what time it is", "terms": "a length of time with its unit", "vocabulary": "its words"},
    "demo": {
        "build": "the command line builds",
        "presence": "whether the demonstration data stand here",
        "logins": "the command line prints who can log in",
    },
    "desk": {"context": "the demonstration says that every page be marked; public pages ask"},
    "directory": {
        "actions": "writes",
        "models": "rows",
        "queries": "reads",
        "rules": "who may",
        "vocabulary": "kinds of unit",
        "picking": "a form's field that picks units",
        "panels": "rooms say what stands on a unit's page",
        "sheets": "rooms register what they keep of units, to be handed to another body",
        "successions": "rooms register what happens to their rows when a unit is merged, split or renamed",
    },
    "drafts": {
        "actions": "saving and clearing",
        "kinds": "rooms register where a draft is gone on with",
        "queries": "reads",
    },
    "evaluation": {
        "kinds": "the self-check looks at what rules may count",
        "norms": "the self-check reads the switch of the ranking",
        "reckoning": "parts of a rule set as values: the demonstration enters them as the pages do",
    },
    "exchange": {
        "columns": "columns of a sheet as a value",
        "container": "whether an upload is a sheet or a zip of texts",
        "sheets": "reading and writing sheets",
        "text": "text of any file",
        "letters": "official documents",
        "mark": "the request says who takes away the files made meanwhile",
        "errors": "a bad file",
        "vocabulary": "its words",
    },
    "files": {
        "actions": "attaching",
        "queries": "reads",
        "rights": "rooms register who may read and add",
        "hold": "an upload kept between its preview and its import",
        "store": "a backup takes the bytes that rows name",
        "models": "an attachment as a value, handed on with its record to another committee",
    },
    "jobs": {
        "actions": "asking for a job; the tick lets old files expire",
        "endings": "the inbox hears that a job ended",
        "kinds": "rooms register what can be done in the background",
        "models": "a job as a value",
        "pages": "a page that makes a file hands itself over",
        "queries": "how many wait, for the operator's page of numbers",
        "running": "what a kind's run is given, as a value",
        "vocabulary": "its words",
        "worker": "the command line runs one",
    },
    "journal": {
        "anchors": "the end of the chain as a printed line: the checklist prints it, the command line takes it",
        "checks": "the checklist counts the kinds of record that nobody writes without a line",
        "digests": "the checklist names the digest in use",
        "values": "records handed to an auditor are spelled as the journal spells them",
        "models": "the sealed base of every record",
        "lines": "the one way to write",
        "events": "rooms register sentences",
        "queries": "history",
        "fields": "encrypted columns",
        "following": "what was read of records is true as long as none of their kinds was written since",
        "secrets": "sealing and searching personal values",
        "verify": "the command line verifies",
        "witness": "restoring into an empty install begins the witness where the backup ended",
        "actions": "a proposal taken off-line erases its values; the chain stays valid",
        "reverting": "the engine takes a wrong step back by the old values that the journal keeps",
        "rekeying": "the command line puts a new key in place of the old",
        "errors": "a cursor sealed with a key that is gone is told as such",
        "labels": "rooms register the words of values that have no choices of their own",
    },
    "links": {
        "alike": "rooms say how their records near to a text are found; those that write ask",
        "actions": "tying",
        "beside": "rooms say what hangs on records of rooms below; those ask for it",
        "kinds": "rooms register their kinds",
        "queries": "ties",
        "models": "the row of a tie",
    },
    "messages": {
        "actions": "sending",
        "channels": "letters of the public site leave by the same back ends",
        "codes": "rooms register sentences",
        "queries": "unread",
        "audiences": "rooms add groups of people to whom a notice may go",
        "models": "a message as a value: whether it is over is known where the to-do lists are",
        "outgoing": "the tick lets what waits leave the house; when nothing may",
        "settling": "who knows the to-do lists says which messages are over",
        "vocabulary": "names of the duties",
        "waits": "who knows the to-do lists gives the inbox its lines",
    },
    "metrics": {
        "declare": "figures as values",
        "registry": "rooms register figures",
        "compute": "value and rows",
        "keeping": "a room remembers the figures a reader keeps at hand",
        "lasting": "a backup and its drill reckon every figure afresh",
        "organs": "which figures an organ has",
        "others": "what is left of a figure without named values of a dimension",
        "tables": "a table of figures, and a value as it is written",
        "moves": "how figures moved against last year, and by which rows",
        "parts": "shares of a whole, printed only where the parts come to it",
        "periods": "kinds of period",
        "look": "whose figures over which days a page shows, read from its address",
        "vocabulary": "kinds and shapes",
    },
    "opening": {
        "store": "the command line and the server print the code",
        "carriers": "the command line takes files in as the page of past years does",
    },
    "norms": {
        "declare": "the declaration itself, beside the function of this name",
        "bans": "rooms say what keeps the five bans; the self-check asks",
        "protection": "rooms prove what the protection level asks; the checklist asks",
        "actions": "writes",
        "calendars": "the committee's working days",
        "codes": "dated code tables",
        "memo": "remembering within one piece of work",
        "queries": "reads",
        "models": "rows",
    },
    "papers": {
        "letters": "an issue of information is printed as any paper is: paragraphs, name of the file",
        "tables": "the page of an issue shows its paper, receipts and comments as the room itself does",
    },
    "joint": {"kinds": "rooms register which of their records committees may do together"},
    "plans": {"progress": "rooms register which of their records point at tasks and campaigns"},
    "people": {"roster": "a whole sheet of members: the command line and the demonstration bring one in"},
    "proposals": {
        "past": "the command line and the demonstration bring proposals of earlier years in",
    },
    "reports": {"checking": "the command line checks a text", "writing": "the command line writes a report"},
    "regulations": {"wording": "the public site reads a rule by its articles"},
    "relay": {
        "kinds": "rooms register what is done with their records that packages bring",
        "store": "a backup takes the bytes that records of packages name",
    },
    "search": {
        "beside": "rooms offer pages found beside records",
        "kinds": "rooms register which of their texts are found",
        "similar": "rooms ask for the records nearest to a text, to compare them further",
        "reading": "the tick asks for attachments that wait to be read without a job",
        "rebuilding": "the command line and the demonstration rebuild the index",
    },
    "ui": {
        "formats": "dates and numbers as people read them",
        "charts": "boxes under headings, drawn for paper",
        "forms": "form base and widgets",
        "lines": "the lines of a file to take away, as bare values",
        "marks": "tags and marks",
        "paging": "lists in pages",
        "sparks": "a few values as small bars",
        "running": "a page sent in pieces while long work goes on",
        "tables": "tables that become cards",
        "texts": "two texts beside each other",
        "vocabulary": "words of the shell",
        "words": "the desk says what words mean",
    },
    "workflow": {
        "declare": "procedures as values",
        "duties": "what the passing of time does: rooms register it, the command line runs it",
        "engine": "taking a step",
        "registry": "rooms register procedures",
        "models": "the base of a record with a state",
        "clocks": "what the clock says",
        "crowd": "the inbox asks for many readers at once whether a step still waits",
        "forms": "base of step forms",
        "pages": "the page of a step and of a voiding, the same in every room",
        "todo": "what waits for whom",
        "reminding": "the desk brings people their reminders",
        "undoing": "taking back a wrong step",
    },
}

# Files that show, tell or route; they are given rows.
NOT_READERS = frozenset(
    {"views", "tables", "notices", "tasks", "urls", "management", "templatetags", "context", "navigation"}
)

# Files that may write a state, ask the machine for the time.
ENGINE = {"lvzhi/workflow/engine.py": "the one writer of states"}
CLOCK = {"lvzhi/deadlines/clock.py": "the one clock"}

# Files in which a number would be a rule's; and numbers that are none: nothing, one, a pair, a percentage's whole.
RULED_KINDS = frozenset({"actions", "queries", "rules", "views", "notices", "workflow", "metrics", "tasks"})
SMALL = frozenset({None, 0, 1, -1, 2, 100})

# Chinese: files whose every line is words, or the language itself. pattern → why
CHINESE_FILES = {
    "lvzhi/*/vocabulary.py": "the room's words",
    "lvzhi/*/vocabulary/*.py": "the same, where they fill a folder",
    "lvzhi/*/apps.py": "the room's own name",
    "lvzhi/claims/*.py": "reads Chinese: its patterns are the language it reads",
    "lvzhi/demo/*.py": "invents Chinese people and texts",
    "lvzhi/ui/samples.py": "the gallery's specimens",
    "lvzhi/reports/sections/*.py": "the report's sentence patterns, declared as values (R13)",
    "lvzhi/*/lexicon*.py": "tables of the language that is read, not said",
    "lvzhi/exchange/sheets/cells.py": "the character 转 before an extension is part of a telephone number's grammar",
    "lvzhi/exchange/sheets/grid.py": "the full-width comma is one of the separators looked for",
    "lvzhi/journal/sealed.py": "the field name of an abstract model, kept apart from the room's own models",
}
# Files that are declarations: Chinese may stand at module and class level, and inside the calls below.
DECLARING_KINDS = frozenset({"models", "norms", "ground", "rules", "metrics", "workflow", "tables", "forms"})
DECLARING_CALLS = frozenset({
    "Rule", "rule", "Step", "Workflow", "Clock", "Metric", "Share", "Sum", "Distinct", "Each", "Cut", "Column", "Says",
    "declare", "Table",
})  # fmt: skip

LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {
    "lvzhi/ui/samples.py:context": "a list of specimens, not a procedure",
    "lvzhi/config/command.py:_parser": "the table of commands and options, one line each",
    "lvzhi/demo/current.py:current_session": "one scene after another with one cast; the scenes are its own functions",
}

# Views anybody may open. name → why
OPEN_VIEWS = {
    "accounts:login": "the way in",
    "accounts:passkey_ask": "a question to whoever is to sign in; tells nothing",
    "accounts:passkey_answer": "the way in by a passkey: its signature is the proof",
    "accounts:sso": "the way to the government sign-on, where one is configured",
    "accounts:sso_back": "the way back from it: its signed token is the proof",
    "accounts:second": "its second step: answers to whoever gave the right password in this session",
    "activities:feed": "a calendar fetches it by the secret key in its address",
    "activities:door": "the empty page of a device at the door; the key of the device opens the list",
    "activities:door_worker": "the script that keeps that page for a hall without a network",
    "activities:door_list": "answers to the key of a device alone",
    "activities:door_entries": "the same; what an ended device hands in waits for the clerk",
    "opening:home": "an empty office has nobody who could log in: the code of the server is the proof",
    "opinions:suggest": "anybody may offer a small suggestion where a committee has opened the page",
    "opinions:shown": "what an editor has shown of them, without name, place or phone",
    "opinions:ticket": "answers to the code that the one who offered was given",
    "api:openapi": "describes the software, not its records",
    "api:v1:*": "answers to a token alone; a session is no proof there",
    "portal:*": "the public site: what a committee has published, where it has opened one",
    "health": "says that the process lives",
    "ready": "says of each part that it holds or not, to whoever balances requests",
    "metrics": "only from addresses that the environment names; numbers without persons",
    "ui:*": "specimens without records",
}
