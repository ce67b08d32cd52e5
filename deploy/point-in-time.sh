#!/usr/bin/env bash
# Point in time on PostgreSQL, tried on a server of its own: rows of before the moment come back, those after it do not.
# Needs initdb, pg_ctl, pg_basebackup and psql in PATH (Debian: PATH=/usr/lib/postgresql/15/bin:$PATH), and no root.
set -euo pipefail
work=$(mktemp -d); port=${PORT:-54329}
stop() { pg_ctl -D "$work/one" -m immediate stop >/dev/null 2>&1 || true; pg_ctl -D "$work/two" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$work"; }
trap stop EXIT
sql() { psql -X -q -h 127.0.0.1 -p "$port" -U postgres -At -c "$1"; }
mkdir "$work/archive"
initdb -D "$work/one" -U postgres -A trust -E UTF8 >/dev/null
cat >>"$work/one/postgresql.conf" <<C
port = $port
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
archive_mode = on
archive_command = 'test ! -f $work/archive/%f && cp %p $work/archive/%f'
C
pg_ctl -D "$work/one" -w -l "$work/one.log" start >/dev/null
sql "CREATE TABLE done (at timestamptz DEFAULT clock_timestamp(), what text)"
pg_basebackup -h 127.0.0.1 -p "$port" -U postgres -D "$work/two" -X none -c fast
sql "INSERT INTO done (what) VALUES ('before')"
sleep 1; moment=$(sql "SELECT clock_timestamp()"); sleep 1
sql "INSERT INTO done (what) VALUES ('after')"
sql "SELECT pg_switch_wal()" >/dev/null
sleep 2
pg_ctl -D "$work/one" -m immediate stop >/dev/null
cat >>"$work/two/postgresql.conf" <<C
restore_command = 'cp $work/archive/%f %p'
recovery_target_time = '$moment'
recovery_target_action = 'promote'
archive_mode = off
C
touch "$work/two/recovery.signal"
pg_ctl -D "$work/two" -w -t 60 -l "$work/two.log" start >/dev/null
for _ in $(seq 60); do [ "$(sql 'SELECT pg_is_in_recovery()')" = f ] && break; sleep 0.5; done
found=$(sql "SELECT string_agg(what, ',' ORDER BY at) FROM done")
[ "$found" = before ] || { echo "found: $found" >&2; exit 1; }
echo "point in time: as of $moment, what came after is not there"
