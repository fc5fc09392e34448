import { spawn } from 'node:child_process';

/**
 * Reads the process id of the server to watch over; an empty line when there is none; `stopped`
 * when all ended in good order. The end of the input means this process is gone, however it went.
 */
const SCRIPT = `
alive() {
  kill -0 "$1" 2>/dev/null && ! grep -q '^State:.*Z' "/proc/$1/status" 2>/dev/null
}
server=
while read -r line; do
  [ "$line" = stopped ] && exit
  server=$line
done
if [ -n "$server" ]; then
  kill -INT "$server"
  turns=600
  while alive "$server" && [ $turns -gt 0 ]; do sleep 0.1; turns=$((turns - 1)); done
fi
for turn in 1 2 3 4 5; do rm -rf -- "$@" && exit; sleep 1; done`;

export interface Guard {
  watch(server: number | undefined): void;
  release(): void;
}

/**
 * A tiny process that outlives this one, even when it is killed: it then stops the server in good
 * order (it waits up to 60 s) and removes the given folders.
 */
export function postGuard(folders: string[]): Guard {
  const guard = spawn('/bin/sh', ['-c', SCRIPT, 'noi-nhan-guard', ...folders], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  const input = guard.stdin as typeof guard.stdin & { unref(): void };
  input.unref();
  input.on('error', () => {});
  return {
    watch: (server) => void input.write(`${server ?? ''}\n`),
    release: () => void input.end('stopped\n'),
  };
}
