#!/usr/bin/env bash
# One would expect: whoever streams more than StreamMaxLength to clamd reads “INSTREAM size limit exceeded. ERROR”.
# What happens: clamd answers and closes with bytes unread, so that its kernel resets the connection; a client that is
# still writing gets EPIPE or ECONNRESET and often never sees the answer. clamd judges the
# length before a piece, so one that announces the whole size and sends nothing always gets it.
# Versions: clamav-daemon 1.4.6 (Debian 12), Node 20. Source: run here; clamd(8), INSTREAM, says only that it answers.
# What follows for us: after a connection that broke, the size alone is announced before “try again later” is said.
# Needs Debian; the daemon is unpacked, not installed, and has one signature of its own.
set -euo pipefail
work=$(mktemp -d)
daemon=
trap '[ -z "$daemon" ] || kill "$daemon"; rm -rf "$work"' EXIT
cd "$work"
apt-get download clamav-daemon libclamav12 libmspack0 >/dev/null 2>&1
for package in *.deb; do dpkg -x "$package" root; done
mkdir db
port=$(node -e "const s = require('net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close(); })")
printf '44d88612fea8a8f36de82e1278abb02f:68:Own.Test\n' >db/own.hdb
printf '%s\n' "DatabaseDirectory $work/db" 'TCPAddr 127.0.0.1' "TCPSocket $port" 'Foreground yes' 'StreamMaxLength 1M' >clamd.conf
LD_LIBRARY_PATH=$(dirname "$(find root -name 'libclamav.so.12' | head -1)") \
  root/usr/sbin/clamd --config-file="$work/clamd.conf" >log 2>&1 &
daemon=$!
for _ in $(seq 150); do (: </dev/tcp/127.0.0.1/"$port") 2>/dev/null && break; sleep 0.2; done
cat >ask.mjs <<'JS'
import { connect } from 'node:net';
const size = (length) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
};
const ask = (say) =>
  new Promise((resolve) => {
    const socket = connect(Number(process.argv[2]), '127.0.0.1');
    let said = '';
    socket.on('data', (piece) => (said += piece));
    socket.on('error', () => {});
    socket.on('close', () => resolve(said.includes('size limit exceeded')));
    socket.write('zINSTREAM\0');
    say(socket);
  });
const piece = Buffer.alloc(65536, 'x');
const streamed = (socket) => {
  for (let i = 0; i < 80; i++) {
    socket.write(size(piece.length));
    socket.write(piece);
  }
  socket.write(size(0));
};
const announced = (socket) => socket.write(size(80 * piece.length));
const told = async (say) => {
  let count = 0;
  for (let i = 0; i < 40; i++) if (await ask(say)) count++;
  return count;
};
const [whole, alone] = [await told(streamed), await told(announced)];
console.log(`5 MB streamed: told ${whole} of 40 times; size alone announced: told ${alone} of 40 times`);
process.exit(whole < 40 && alone === 40 ? 0 : 1);
JS
node ask.mjs "$port" || { echo changed; exit 1; }
