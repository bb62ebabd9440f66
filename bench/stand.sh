# Sourced by the scripts that measure the whole: an installation of its own under bench/target, on free ports, gone at the end.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export PRECINCT_HOME=$root/bench/target/stand-$$
work=$(mktemp -d); chmod 755 "$work" # the workers of nginx run as another user
pids=()

finish() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  "$root/precinct" reset > "$work/reset.log" 2>&1 || cat "$work/reset.log" >&2
  rm -rf "$work" "$PRECINCT_HOME"
}
trap finish EXIT

free_port() { python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])'; }
# The gateway's port; the simulator takes the next one.
free_pair() {
  python3 - <<'P'
import random, socket
def free(port):
    with socket.socket() as s:
        try: s.bind(("127.0.0.1", port))
        except OSError: return False
    return True
while True:
    port = random.randrange(20000, 30000)
    if all(free(p) for p in range(port, port + 4)): print(port); break
P
}
stand_up() { # ARGUMENTS of up
  export PRECINCT_PORT; PRECINCT_PORT=$(free_pair)
  mkdir -p "$PRECINCT_HOME"
  "$root/precinct" up "$@" > "$work/up.log" 2>&1 || { cat "$work/up.log" >&2; exit 1; }
}
status() { # PYTHON EXPRESSION over the status as s
  "$root/precinct" status --json | python3 -c "import json, sys; s = json.load(sys.stdin); print($1)"
}
unit_pid() { status "next((u['pid'] or '' for u in s['units'] if u['name'] == '$1'), '')"; }
setting() { tr '\0' '\n' < "/proc/$1/environ" | sed -n "s/^$2=//p"; } # PID NAME: what the process was told
# Before the simulator refuses anything: a tenant whose subscription could not be taken off is pushed to for ever.
delete_demo() { "$root/precinct" delete tenant acme > "$work/delete.log" 2>&1 || { cat "$work/delete.log" >&2; exit 1; }; }
apply() { # YAML: waits until the tenant is ready
  "$root/precinct" apply -f "$1" > "$work/apply.log" 2>&1 || { cat "$work/apply.log" >&2; exit 1; }
}
password() { # TENANT USER
  [ -e "$work/status.json" ] || "$root/precinct" status --json > "$work/status.json"
  python3 - "$work/status.json" "$@" <<'P'
import json, sys
tenants = json.load(open(sys.argv[1]))["tenants"]
print(next(u["password"] for t in tenants if t["name"] == sys.argv[2] for u in t["users"] if u["name"] == sys.argv[3]))
P
}
refuse() { # SIMULATOR PATH: answered 503 from now on
  curl -sf -o /dev/null -X PUT -H 'Content-Type: application/json' -d "{\"kind\":\"unavailable\",\"path\":\"$2\"}" "$1/simulator/faults"
}
median() { sort -n | awk '{a[NR]=$1} END {print a[int((NR+1)/2)]}'; }
over() { awk "BEGIN {printf \"%.2f\", $1/$2}"; }
