#!/usr/bin/env bash
# Expected: a daemon whose clamd.conf says TCPSocket 3310 listens there.
# Happens: started by systemd's socket activation, as Debian's clamav-daemon.socket does, clamd 1.4 takes the socket
#   it is given and opens none of those in its configuration, neither TCPSocket nor LocalSocket, without a word.
#   The same configuration without activation opens both.
# Versions: clamav-daemon 1.4.6 and systemd 252 of Debian 12. Source: clamd/clamd.cpp (sd_listen_fds), Debian's
#   /lib/systemd/system/clamav-daemon.socket.
# Follows: an address tcp:// of a scanner that was configured by its own manual is refused; we take the socket file.
set -euo pipefail
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q clamav-daemon clamav-base libclamav12 libmspack0 >/dev/null 2>&1
for deb in *.deb; do dpkg -x "$deb" unpacked; done
export LD_LIBRARY_PATH=$work/unpacked/usr/lib/x86_64-linux-gnu
clamd=$work/unpacked/usr/sbin/clamd
mkdir db
printf 'Own.Test:0:*:%s\n' "$(printf 'a string of our own' | od -An -tx1 | tr -d ' \n')" >db/own.ndb
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
printf '%s\n' "DatabaseDirectory $work/db" "LocalSocket $work/own.ctl" "TCPSocket $port" 'TCPAddr 127.0.0.1' \
  'Foreground yes' "LogFile $work/log" "User $(id -un)" >clamd.conf

listens() { (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && echo open || echo closed; }
ping() {
  python3 - "$1" <<'PY'
import socket, sys, time
for _ in range(100):
    try:
        s = socket.socket(socket.AF_UNIX); s.connect(sys.argv[1]); s.sendall(b"zPING\0"); print(s.recv(9).strip(b"\0").decode()); break
    except OSError: time.sleep(0.2)
PY
}
"$clamd" --config-file clamd.conf >/dev/null 2>&1 &
echo "by itself:      socket file $(ping "$work/own.ctl"), port $(alone=$(listens); echo "$alone")"
alone=$(listens)
kill %1 && wait %1 2>/dev/null || true
rm -f own.ctl
systemd-socket-activate -E LD_LIBRARY_PATH -l "$work/given.ctl" "$clamd" --config-file clamd.conf >/dev/null 2>&1 &
echo "given a socket: that socket $(ping "$work/given.ctl"), port $(listens), its own socket file $([[ -e own.ctl ]] && echo there || echo absent)"
given=$(listens)
[[ $alone == open && $given == closed ]] || { echo 'changed'; exit 1; }
