"""What this room proves by itself, over the declarations and records of all rooms below."""

from __future__ import annotations

from collections.abc import Callable

from lvzhi.assurance import norms
from lvzhi.assurance.ties import audit, data, doors, identity
from lvzhi.assurance.vocabulary import NAMES
from lvzhi.norms import norms as declared
from lvzhi.norms import protection
from lvzhi.norms.protection import Item, Proof

LOOKS: tuple[tuple[str, Item, Callable[..., protection.Seen], str], ...] = (
    ("identity_unique", Item.IDENTITY, identity.unique, ""),
    ("identity_complex", Item.IDENTITY, identity.complexity, "accounts.password_length"),
    ("identity_change", Item.IDENTITY, identity.change, "accounts.password_days"),
    ("failures_lock", Item.FAILURES, identity.locking, "accounts.lock_failures"),
    ("failures_idle", Item.FAILURES, identity.idle, "accounts.idle_minutes"),
    ("remote_https", Item.REMOTE, doors.encrypted, ""),
    ("remote_admin", Item.REMOTE, doors.remote, ""),
    ("factors", Item.FACTORS, identity.factors, identity.FACTOR_ROLES),
    ("accounts_own", Item.ACCOUNTS, identity.own, ""),
    ("accounts_default", Item.ACCOUNTS, identity.default, ""),
    ("surplus_posts", Item.SURPLUS, identity.without_post, ""),
    ("surplus_idle", Item.SURPLUS, identity.unused, norms.SURPLUS_DAYS),
    ("separation", Item.SEPARATION, identity.separated, ""),
    ("rows_rules", Item.ROWS, doors.rules, ""),
    ("rows_doors", Item.ROWS, doors.open_doors, ""),
    ("rows_marks", Item.ROWS, data.marks, ""),
    ("audit_covers", Item.AUDIT, audit.covers, ""),
    ("audit_recent", Item.AUDIT, audit.recent, ""),
    ("records_chain", Item.RECORDS, audit.chain, ""),
    ("records_anchor", Item.RECORDS, audit.anchored, ""),
    ("records_backup", Item.RECORDS, audit.backed_up, ""),
    ("least", Item.LEAST, doors.least, ""),
    ("input_types", Item.INPUT, doors.uploads, "files.types"),
    ("input_parts", Item.INPUT, doors.parts, ""),
    ("input_virus", Item.INPUT, doors.virus, ""),
    ("data_sealed", Item.DATA, data.sealed, ""),
    ("data_residual", Item.DATA, data.residual, ""),
    ("data_transit", Item.DATA, doors.encrypted, ""),
    ("backup_made", Item.BACKUP, audit.backed_up, ""),
    ("backup_remote", Item.BACKUP, audit.far_away, ""),
    ("law_kept", Item.LAW, audit.kept, norms.KEPT_DAYS),
    ("law_person", Item.LAW, audit.person, ""),
    ("portal_first", Item.PORTAL, identity.first, ""),
    ("portal_csrf", Item.PORTAL, doors.forgery, ""),
    ("portal_headers", Item.PORTAL, doors.headers, ""),
    ("cryptography", Item.CRYPTOGRAPHY, data.layers, ""),
    ("provider_digest", Item.PROVIDER, data.digest, ""),
    ("provider_password", Item.PROVIDER, data.password, ""),
    ("provider_search", Item.PROVIDER, data.searching, ""),
    ("sensitive", Item.SENSITIVE, data.marks, ""),
    ("territory", Item.TERRITORY, data.territory, ""),
    ("rights_own", Item.RIGHTS, data.own, ""),
    ("rights_assess", Item.RIGHTS, data.assessed, ""),
    ("privacy_unmask", Item.PRIVACY, data.unmasked, ""),
    ("privacy_watermark", Item.PRIVACY, data.exported, norms.PERSONAL),
    ("secrecy_banner", Item.SECRECY, data.banner, ""),
    ("secrecy_offline", Item.SECRECY, data.offline, ""),
    ("domestic_outside", Item.DOMESTIC, doors.inside, ""),
    ("domestic_platform", Item.DOMESTIC, doors.platform_here, ""),
    ("domestic_matrix", Item.DOMESTIC, doors.matrix, ""),
)


def register() -> None:
    """Tell the registry, in the order in which the page lists them."""
    known = {one.key for one in declared()}
    for key, item, look, norm in LOOKS:
        protection.register(Proof(f"assurance.{key}", item, NAMES[key], look, norm if norm in known else ""))
