import { spawnSync } from 'node:child_process';

/** A judge that is not ours, from the system's packages. */
export function isInstalled(tool: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
}

/** Tests that need outside tools: skipped in plain sight on a laptop, failed where CI is set. */
export function describeWith(tools: string[], title: string, tests: () => void): void {
  describeWhere(
    tools.filter((tool) => !isInstalled(tool)),
    title,
    tests,
  );
}

export function describeWhere(missing: string[], title: string, tests: () => void): void {
  if (missing.length === 0) describe(title, tests);
  else if (process.env['CI'] === 'true') {
    it(`${title}: has ${missing.join(', ')}`, () => {
      throw new Error(`Not installed: ${missing.join(', ')}`);
    });
  } else {
    process.stderr.write(`SKIPPED ${title}: not installed: ${missing.join(', ')}\n`);
    (describe as { skip: typeof describe }).skip(title, tests);
  }
}

/** Standard output of a tool; throws with its complaint when it fails. */
export function run(tool: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(tool, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${tool} ${args.join(' ')}: ${stderr || stdout}`);
  return stdout;
}
