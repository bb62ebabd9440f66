# Starts Redis, after it took its first users over. Built-ins of a POSIX shell and the server's own program only.
# The operator adds users and saves them, so they are in a file that Redis may write. A copy that was killed half-way is made again:
# Redis did not run yet.
set -eu
umask 077
users=/data/users.acl
if [ ! -e /data/users-taken-over ]; then
  while IFS= read -r line; do printf '%s\n' "$line"; done < /etc/precinct/users/users.acl > "$users"
  : > /data/users-taken-over
fi
exec redis-server --port 6379 --dir /data --aclfile "$users" --appendonly yes --appendfsync everysec --save "" --daemonize no
