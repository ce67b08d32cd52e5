"""The database itself: copied while others write, put in the place of another at one stroke. SQLite and PostgreSQL."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from lvzhi.config.keeping.telling import MEGABYTE, Progress, Stop, settle

PAGES = 4096  # of SQLite, between two lines of progress
TAIL = 300  # letters of what a tool says when it fails
WAIT = 0.5  # seconds between two looks at a tool
BESIDE = ("-wal", "-shm", "-journal")
SERVER = {"host", "port", "user", "password", "dbname", "sslmode", "sslrootcert", "options"}
# of our own triggers; what an extension brought stays
FUNCTIONS = (
    "SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = current_schema()::regnamespace"
    " AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')"
)
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"


def kind() -> str:
    """sqlite or postgresql."""
    from django.db import connection

    return connection.vendor


def path() -> Path:
    """Where SQLite keeps it."""
    from django.db import connection

    return Path(str(connection.settings_dict["NAME"]))


def name() -> str:
    """What PostgreSQL calls it."""
    from django.db import connection

    return str(connection.settings_dict["NAME"])


def size() -> int:
    """Bytes it takes on the disk."""
    from django.db import connection

    if kind() == "sqlite":
        return sum(one.stat().st_size for end in ("", "-wal") if (one := Path(f"{path()}{end}")).exists())
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return int(cursor.fetchone()[0])


def is_empty() -> bool:
    """Whether no committee and no line of the journal stands in it; one that cannot be read is not empty."""
    from django.db import DatabaseError, connection

    from lvzhi.committee.models import Committee
    from lvzhi.journal.models import Entry

    if kind() == "sqlite" and not (path().exists() and path().stat().st_size):
        return True
    try:
        present = set(connection.introspection.table_names())
        return not any(model._meta.db_table in present and model._base_manager.exists() for model in (Committee, Entry))
    except DatabaseError:
        return False


def copy(target: Path, empty: list[str], progress: Progress) -> None:
    """SQLite's own copy of one moment; writers go on. Rows of the tables named in `empty` stay out of it.

    The source stands in a read transaction meanwhile: in WAL mode that keeps nobody waiting, and no write makes the
    copy begin again.
    """
    with closing(sqlite3.connect(path(), timeout=20, isolation_level=None)) as source:
        source.execute("BEGIN")
        source.execute("SELECT COUNT(*) FROM sqlite_master")
        with closing(sqlite3.connect(target, isolation_level=None)) as there:
            source.backup(there, pages=PAGES, progress=lambda _, left, total: progress("database", total - left, total))
            there.execute("PRAGMA secure_delete=ON")
            for table in empty:
                there.execute(f'DELETE FROM "{table}"')  # noqa: S608  reason: names of our own models
            one_file(there)
    target.chmod(0o600)


def one_file(there: sqlite3.Connection) -> None:
    """All of the database in its one file, without a log beside it. Raises `Stop` in_use while others have it open."""
    try:
        there.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        if there.execute("PRAGMA journal_mode=DELETE").fetchone()[0] != "delete":
            raise Stop("in_use")
    except sqlite3.OperationalError:
        raise Stop("in_use") from None


def at_rest(copied: Path) -> None:
    """Fold away the log that looking at a copy of SQLite leaves beside it."""
    with closing(sqlite3.connect(copied, isolation_level=None)) as there:
        one_file(there)


def quiet() -> None:
    """Make sure that nobody else works with it. Raises `Stop` in_use."""
    from django.db import connections

    connections.close_all()
    if kind() == "postgresql":
        _close_pool()
        with _server() as server:
            others = server.execute(
                "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                " AND backend_type = 'client backend'"
            ).fetchone()
        if others[0]:
            raise Stop("in_use")
    elif path().exists():
        with closing(sqlite3.connect(path(), timeout=1, isolation_level=None)) as here:
            try:
                one_file(here)
            except sqlite3.DatabaseError:
                return  # not readable: that is why it is restored


def keep_safe(folder: Path, progress: Progress) -> None:
    """A copy of what stands now, in a folder; `quiet` came before."""
    if kind() == "postgresql":
        dump(folder / "database.dump", [], None, progress)
        return
    for end in ("", *BESIDE):
        one = Path(f"{path()}{end}")
        if one.exists():
            target = folder / one.name
            target.unlink(missing_ok=True)
            try:
                os.link(one, target)  # it is replaced, never written to: the copy costs nothing
            except OSError:
                shutil.copy2(one, target)


def replace(staged: Path, progress: Progress) -> None:
    """Put another in its place: on SQLite all of it or nothing of it, on PostgreSQL to be run again where it is killed."""
    if kind() == "postgresql":
        load(staged, name(), progress)
        return
    target = path()
    target.parent.mkdir(parents=True, exist_ok=True)
    for end in BESIDE:
        Path(f"{target}{end}").unlink(missing_ok=True)
    if staged.stat().st_dev != target.parent.stat().st_dev:
        beside = target.with_name(f".{target.name}.restoring")
        shutil.copyfile(staged, beside)
        beside.chmod(0o600)
        settle(beside)
        staged = beside
    staged.replace(target)
    settle(target.parent)


def dump(target: Path, empty: list[str], snapshot: str | None, progress: Progress) -> None:
    """PostgreSQL's own copy, of a moment that another connection holds (`snapshot`) or of now."""
    asked = [tool("pg_dump"), "--format=custom", "--no-owner", "--no-privileges", f"--file={target}"]
    asked += [f"--exclude-table-data={table}" for table in empty]
    asked += [f"--snapshot={snapshot}"] if snapshot else []
    total = size() // MEGABYTE
    _run(asked, lambda: progress("database", target.stat().st_size // MEGABYTE if target.exists() else 0, total))
    target.chmod(0o600)


def load(staged: Path, database: str, progress: Progress) -> None:
    """Put a dump's tables in the place of all that a database holds, one after another: killed, it is run again.

    One transaction over all of them would hold more locks than a server as it is delivered has.
    """
    with _server(database) as server:
        tables = [one for (one,) in server.execute(TABLES).fetchall()]
        for place, table in enumerate(tables):
            progress("load", place, 2 * len(tables))
            server.execute(f'DROP TABLE IF EXISTS "{table}" CASCADE')
        for (called,) in server.execute(FUNCTIONS).fetchall():
            server.execute(f"DROP FUNCTION IF EXISTS {called} CASCADE")
    asked = [
        tool("pg_restore"),
        "--no-owner",
        "--no-privileges",
        "--exit-on-error",
        f"--dbname={database}",
        str(staged),
    ]
    _run(asked, lambda: progress("load", 1, 2), database)


def listed(dumped: Path) -> None:
    """Make sure that a dump can be read. Raises `Stop` tool."""
    _run([tool("pg_restore"), "--list", str(dumped)], lambda: None)


def tool(called: str) -> str:
    """Where a tool of PostgreSQL stands. Raises `Stop` no_tool."""
    found = shutil.which(called)
    if found is None:
        raise Stop("no_tool", tool=called)
    return found


def _run(asked: list[str], waiting: Any, database: str | None = None) -> None:
    with subprocess.Popen(  # noqa: S603  reason: a tool of the database with arguments of our own
        asked, env=os.environ | _address(database), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        while True:
            try:
                _, said = process.communicate(timeout=WAIT)
                break
            except subprocess.TimeoutExpired:
                waiting()
    if process.returncode:
        raise Stop("tool", tool=Path(asked[0]).name, problem=said.decode("utf-8", "replace").strip()[-TAIL:])


def _address(database: str | None = None) -> dict[str, str]:
    """Where PostgreSQL is, as its tools read it: no password in a list of processes."""
    from django.db import connection

    known = connection.settings_dict
    options = known.get("OPTIONS") or {}
    asked = {
        "PGHOST": known["HOST"], "PGPORT": known["PORT"], "PGUSER": known["USER"], "PGPASSWORD": known["PASSWORD"],
        "PGDATABASE": database or known["NAME"], "PGSSLMODE": options.get("sslmode"),
        "PGSSLROOTCERT": options.get("sslrootcert"), "PGCLIENTENCODING": "UTF8", "PGOPTIONS": options.get("options"),
    }  # fmt: skip
    return {key: str(value) for key, value in asked.items() if value}


def _close_pool() -> None:
    from django.db import connection

    if hasattr(connection, "close_pool"):
        connection.close_pool()


@contextmanager
def _server(database: str | None = None) -> Iterator[Any]:
    """A connection of its own, beside Django's, perhaps to another database of the server."""
    import psycopg
    from django.db import connection

    known = connection.get_connection_params()
    wanted = {key: value for key, value in known.items() if key in SERVER}
    if database:
        wanted["dbname"] = database
    with psycopg.connect(**wanted, autocommit=True) as server:
        yield server


@contextmanager
def scratch() -> Iterator[str]:
    """A database of its own on the same server, which goes again. Raises `Stop` no_scratch."""
    import psycopg

    made = f"lvzhi_drill_{os.urandom(6).hex()}"
    with _server() as server:
        try:
            server.execute(f'CREATE DATABASE "{made}" TEMPLATE template0')
        except psycopg.Error as problem:
            raise Stop("no_scratch", problem=str(problem).strip()) from None
        try:
            yield made
        finally:
            server.execute(f'DROP DATABASE IF EXISTS "{made}" WITH (FORCE)')
