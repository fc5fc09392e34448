#!/usr/bin/env bash
# Does ::ffff:10.1.2.3, which is 10.1.2.3 on a socket for both families, lie in 10.0.0.0/8?
#
# Expected: one answer from Node and PostgreSQL, since the address is the same machine.
# Happens: Node's `BlockList` says yes (it compares the IPv4 inside), PostgreSQL's `inet` says no: another family is
#   never contained. And `'::ffff:10.1.2.3' = '10.1.2.3'` is false there. The other way round PostgreSQL finds an
#   address with a mask unequal to itself without one, though both print alike with host().
# Versions: node 20.20.2 (BlockList); PostgreSQL 18 as @electric-sql/pglite 0.5.17.
# Source: https://nodejs.org/api/net.html#blocklistcheckaddress-type ;
#   https://www.postgresql.org/docs/current/functions-net.html
# Follows for us: addresses are reduced to their network by one function before anything is stored or compared
#   (src/platform/web/network.ts), never by operators of `inet` (docs/behaviour/addresses.md).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" @electric-sql/pglite@0.5.17
cat >ask.mjs <<'JS'
import { BlockList } from 'node:net';
import { PGlite } from '@electric-sql/pglite';
const list = new BlockList();
list.addSubnet('10.0.0.0', 8, 'ipv4');
const sql = await PGlite.create();
const ask = async (expression) => (await sql.query(`SELECT ${expression} AS said`)).rows[0].said;
console.log('BlockList, 10.1.2.3:', list.check('10.1.2.3', 'ipv4'));
console.log('BlockList, ::ffff:10.1.2.3:', list.check('::ffff:10.1.2.3', 'ipv6'));
console.log('inet, 10.1.2.3:', await ask(`inet '10.1.2.3' <<= inet '10.0.0.0/8'`));
console.log('inet, ::ffff:10.1.2.3:', await ask(`inet '::ffff:10.1.2.3' <<= inet '10.0.0.0/8'`));
console.log('inet, mapped = plain:', await ask(`inet '::ffff:10.1.2.3' = inet '10.1.2.3'`));
console.log('inet, with a mask = without:', await ask(`inet '10.1.2.3/24' = inet '10.1.2.3'`));
console.log('inet, host() alike:', await ask(`host(inet '10.1.2.3/24') = host(inet '10.1.2.3')`));
await sql.close();
JS
seen=$(node ask.mjs)
echo "$seen"
expected='BlockList, 10.1.2.3: true
BlockList, ::ffff:10.1.2.3: true
inet, 10.1.2.3: true
inet, ::ffff:10.1.2.3: false
inet, mapped = plain: false
inet, with a mask = without: false
inet, host() alike: true'
[ "$seen" = "$expected" ] && exit 0
echo "This is not what was seen before."
exit 1
