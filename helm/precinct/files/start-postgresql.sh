# Starts PostgreSQL, after it made its data folder where there is none. Built-ins of a POSIX shell and the server's own programs only.
# A folder counts once "current" names it: what a killed initdb left is passed over, never started.
set -eu
umask 077
# An image need not know any other locale; PostgreSQL brings its own rules for texts along.
export LC_ALL=C
home=/var/lib/precinct
if [ ! -s "$home/current" ]; then
  n=1
  while [ -e "$home/data-$n" ]; do n=$((n + 1)); done
  initdb -D "$home/data-$n" -U precinct_admin --pwfile=/etc/precinct/admin/password --auth=scram-sha-256 \
    --encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C
  printf '%s\n' "data-$n" > "$home/current"
fi
read -r data < "$home/current"
exec postgres -D "$home/$data" -c hba_file=/etc/precinct/configuration/pg_hba.conf -c listen_addresses='*' -c port=5432 \
  -c unix_socket_directories=/tmp -c "max_connections=$MAX_CONNECTIONS" -c "shared_buffers=$SHARED_BUFFERS" -c max_wal_size=1GB \
  -c dynamic_shared_memory_type=mmap -c log_min_messages=warning
