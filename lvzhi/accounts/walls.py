"""The database itself keeps the three administrators apart: no account holds two of the posts on one day (R12.2 g).

Two rows are compared, which no CHECK can do and PostgreSQL's exclusion needs an extension for; so a trigger on both.
Made after every migration, because SQLite drops a table's triggers when it rebuilds the table.
"""

from __future__ import annotations

from typing import Any, Final

from django.db import connections

from lvzhi.accounts.vocabulary import KEEPERS

NAME: Final = "accounts_keepers_apart"
TABLE: Final = "accounts_appointment"
_ROLES = ", ".join(f"'{role.value}'" for role in KEEPERS)
_OTHER = f"""
    SELECT 1 FROM {TABLE} o
    WHERE o.account_id = NEW.account_id AND o.role IN ({_ROLES}) AND o.role <> NEW.role AND o.id <> NEW.id
      AND o.starts <= COALESCE(NEW.ends, '9999-12-31') AND COALESCE(o.ends, '9999-12-31') >= NEW.starts
"""
SQLITE: Final = tuple(
    f"""
    CREATE TRIGGER IF NOT EXISTS {NAME}_{word} AFTER {word} ON {TABLE}
    WHEN NEW.role IN ({_ROLES}) AND EXISTS ({_OTHER})
    BEGIN SELECT RAISE(ABORT, '{NAME}'); END
    """
    for word in ("INSERT", "UPDATE")
)
POSTGRESQL: Final = (
    f"""
    CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS $wall$
    BEGIN
      PERFORM 1 FROM accounts_account WHERE id = NEW.account_id FOR UPDATE;
      IF NEW.role IN ({_ROLES}) AND EXISTS ({_OTHER}) THEN
        RAISE EXCEPTION '{NAME}' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $wall$
    """,
    f"""
    DO $wall$ BEGIN
      IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = '{NAME}' AND tgrelid = '{TABLE}'::regclass) THEN
        CREATE TRIGGER {NAME} AFTER INSERT OR UPDATE ON {TABLE} FOR EACH ROW EXECUTE FUNCTION {NAME}();
      END IF;
    END $wall$
    """,
)


def build(using: str = "default", **_: Any) -> None:
    """Make the triggers where they are missing; called after migrations."""
    connection = connections[using]
    if TABLE not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        for statement in SQLITE if connection.vendor == "sqlite" else POSTGRESQL:
            cursor.execute(statement)
