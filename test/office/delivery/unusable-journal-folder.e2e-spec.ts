import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OutcomeWal } from '../../../src/office/delivery/attempts/outcome-wal.ts';
import { packageRoot } from '../../../src/platform/process/package-root.ts';
import { wordsOf } from '../../../src/platform/process/trouble-words.ts';
import { describeWhere } from '../../engines/page/outside-tool.ts';
import { scratchFolder } from '../../support/scratch.ts';

const said = (folder: string): string => {
  try {
    new OutcomeWal(
      folder,
      () => {},
      () => {},
    ).open('a database');
    return '';
  } catch (error) {
    return wordsOf(error);
  }
};

describe('a folder for outcomes that cannot be one', () => {
  it('is named by its setting, with what to do', async () => {
    const file = join(await scratchFolder(), 'a-file');
    await writeFile(file, '');
    expect(said(join(file, 'outcomes'))).toMatch(/^DELIVERY_JOURNAL_DIR \(.*\) cannot be written/);
    expect(said(file)).toContain('name a folder');
    expect(said(join(await scratchFolder(), 'made', 'here'))).toBe('');
  });
});

describeWhere(existsSync('/proc/self') ? [] : ['/proc'], 'a folder that takes none', () => {
  it('is named as well, instead of tried for ever', () => {
    const script = `import { OutcomeWal } from './src/office/delivery/attempts/outcome-wal.ts';
      new OutcomeWal('/proc/outcomes', () => {}, () => {}).open('a database');`;
    const run = spawnSync(
      process.execPath,
      ['--import', './test/support/run-typescript.js', '--input-type=module', '-e', script],
      { cwd: packageRoot, encoding: 'utf8', timeout: 20_000 },
    );
    expect(run.stderr).toContain('DELIVERY_JOURNAL_DIR (/proc/outcomes) cannot be written to');
  });
});

const isRoot = process.getuid?.() === 0;
describeWhere(isRoot ? [] : ['root, to mount'], 'a folder on a read-only file system', () => {
  it('is no missing folder', async () => {
    const mount = await scratchFolder();
    await mkdir(join(mount, 'disk'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'none', join(mount, 'disk')]);
    try {
      expect(said(join(mount, 'disk', 'outcomes'))).toContain('cannot be written to');
    } finally {
      execFileSync('umount', [join(mount, 'disk')]);
    }
  });
});
