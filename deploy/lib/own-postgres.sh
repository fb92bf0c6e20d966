# A PostgreSQL server of this machine's own packages, for a while and on loopback only.

find_postgres() { # prints the bin directory of the oldest installed server that we support
  local bin
  for bin in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -n); do
    [ "$(basename "$(dirname "$bin")")" -ge 15 ] && [ -x "$bin/initdb" ] && echo "$bin" && return
  done
  return 1
}

start_postgres() { # bin directory, a new empty directory, port: trusts every local login, keeps nothing safe
  local bin=$1 directory=$2 port=$3
  [ "$(id -u)" != 0 ] || chown postgres "$directory"
  as_postgres "$bin/initdb" -D "$directory/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
  as_postgres "$bin/pg_ctl" -D "$directory/data" -l "$directory/log" -w -s start \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=200"
}

stop_postgres() { # bin directory, directory
  as_postgres "$1/pg_ctl" -D "$2/data" -m fast -w -s stop
}

as_postgres() { # no server of PostgreSQL runs as root
  if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

free_port() { # the first free one from this on
  local port=$1
  while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
  echo $port
}
