#!/usr/bin/env bash
# SIGTERM to `npm run`: does the program behind it end?
#
# Expected: npm passes the signal on and the program ends with it, as its documentation and its signal handling suggest.
# Happens: npm passes it to the shell it started (`sh -c "node …"`). Where sh is Debian's dash, the shell stays between
#   npm and node, dies of the signal, and node lives on without a parent. With `exec node …` as the script the shell
#   becomes node, and the signal arrives.
# Versions: npm 11.19.1 and 10.8.2, dash 0.5.12 (Debian 12).
# Source: https://github.com/npm/run-script (lib/signal-manager.js); dash(1) executes the last command in a child.
# Follows for us: every script that starts a program of ours says `exec node` (test/whole/away/npm-scripts.e2e-spec.ts).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >program.js <<'JS'
process.on('SIGTERM', () => process.exit(0));
setInterval(() => {}, 1000);
require('fs').writeFileSync('pid', String(process.pid));
JS
echo '{"name":"a","version":"1.0.0","scripts":{"plain":"node program.js","exec":"exec node program.js"}}' >package.json
changed=0
for version in 10.8.2 11.19.1; do
  npm install --silent --no-audit --no-fund --prefix "$folder/npm-$version" "npm@$version"
  for script in plain exec; do
    rm -f pid
    node "$folder/npm-$version/node_modules/npm/bin/npm-cli.js" run -s --script-shell=/bin/sh "$script" >/dev/null 2>&1 &
    npm=$!
    until [ -s pid ]; do sleep 0.1; done
    node=$(cat pid)
    kill -TERM "$npm"
    wait "$npm" 2>/dev/null || true
    for _ in $(seq 50); do kill -0 "$node" 2>/dev/null || break; sleep 0.1; done
    if kill -0 "$node" 2>/dev/null; then seen="lives on"; kill -KILL "$node"; else seen="ends"; fi
    echo "npm $version, \"$script\": node $seen"
    [ "$script: $seen" = "plain: lives on" ] || [ "$script: $seen" = "exec: ends" ] || changed=1
  done
done
if ((changed)); then echo "This is not what was seen before."; fi
exit "$changed"
