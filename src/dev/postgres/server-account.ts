import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

const run = promisify(execFile);

/** Under which identity the programs of PostgreSQL run. */
export interface ServerAccount {
  /** Owner of the data; undefined when it is whoever runs the application. */
  owner?: { uid: number; gid: number };
  /** A complete command line for a program of PostgreSQL. */
  command(program: string, args: string[]): [string, string[], { uid?: number; gid?: number }];
}

interface Need {
  binaries: Binaries;
  environment: NodeJS.ProcessEnv;
  /** Folders the server must be able to enter. */
  folders: string[];
  /** Who owns the data already there. */
  keeper: { uid: number; gid: number } | undefined;
}

/**
 * PostgreSQL refuses to run as root, so root lends it to the data's present owner, else to
 * `postgres`, else to `nobody`. That user may be unable to enter the folders above the project or
 * the data (a home of mode 0700): then it also lends the capability to pass through them.
 */
export async function chooseAccount(need: Need): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) return { command: (program, args) => [program, args, {}] };
  const owner =
    need.keeper && need.keeper.uid !== 0
      ? need.keeper
      : ((await userNamed('postgres')) ?? (await userNamed('nobody')));
  if (!owner) {
    throw new EmbeddedPostgresError(
      'PostgreSQL không chạy bằng quyền root, và máy này không có người dùng "postgres" hay "nobody". Chạy bằng người dùng thường, hoặc tạo một trong hai người dùng đó.',
      'PostgreSQL does not run as root, and this machine has no user "postgres" or "nobody". Run as an ordinary user, or create one of the two.',
    );
  }
  let refusal = '';
  for (const account of accountsOf(owner)) {
    const problem = await obstacle(account, need);
    if (!problem) return account;
    refusal ||= problem;
  }
  throw new EmbeddedPostgresError(
    `Đang chạy bằng quyền root, nhưng người dùng số ${owner.uid}, người sẽ chạy PostgreSQL, không vào được một trong các thư mục: ${need.folders.join(', ')}, ${need.binaries.root}. Chuyển dự án và dữ liệu tới nơi mọi người vào được (ví dụ /opt, /srv), hoặc chmod o+x các thư mục cha, hoặc cài util-linux (lệnh setpriv), hoặc chạy bằng người dùng thường.`,
    `Running as root, but user ${owner.uid}, who will run PostgreSQL, cannot enter one of: ${need.folders.join(', ')}, ${need.binaries.root}. Move the project and its data to a place that everybody can enter (such as /opt or /srv), or chmod o+x the parent folders, or install util-linux (the command setpriv), or run as an ordinary user.`,
    { detail: refusal },
  );
}

function accountsOf(owner: { uid: number; gid: number }): ServerAccount[] {
  return [
    { owner, command: (program, args) => [program, args, owner] },
    ...['dac_read_search', 'dac_override'].map((capability): ServerAccount => ({
      owner,
      command: (program, args) => [
        'setpriv',
        [...passage(owner, capability), program, ...args],
        {},
      ],
    })),
  ];
}

/** `no_setuid_fixup`: without it access(2), which initdb asks, disregards capabilities. */
function passage({ uid, gid }: { uid: number; gid: number }, capability: string): string[] {
  return [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--no-new-privs',
    '--securebits=+no_setuid_fixup',
    ...['inh-caps', 'ambient-caps', 'bounding-set'].map((set) => `--${set}=-all,+${capability}`),
  ];
}

/** What stops this account, in the words of the system; empty when nothing does. */
async function obstacle(account: ServerAccount, need: Need): Promise<string> {
  const script =
    'program=$1; shift; for folder; do cd "$folder" || exit; done; "$program" --version';
  const [file, args, user] = account.command('/bin/sh', [
    '-c',
    script,
    'sh',
    need.binaries.initdb,
    ...need.folders,
  ]);
  try {
    const { stderr } = await run(file, args, { ...user, cwd: '/', env: need.environment });
    return stderr;
  } catch (error) {
    return (error as { stderr?: string }).stderr || String(error);
  }
}

async function userNamed(name: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, name])).stdout)),
    );
    return { uid: uid!, gid: gid! };
  } catch {
    return undefined;
  }
}
