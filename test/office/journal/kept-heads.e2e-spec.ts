import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../src/platform/process/package-root.ts';
import { built } from '../../support/built.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { JournalOffice } from './journal-office.ts';

describe('npm run journal:verify with heads that were kept', () => {
  let here: JournalOffice;

  beforeAll(async () => {
    here = await JournalOffice.open();
  });
  afterAll(() => here?.close());

  it('answers 0 when all is whole, with the head; 1 and the place when not', async () => {
    const run = (...args: string[]) => {
      const file = 'src/ops/journal/verify-command.ts';
      const start = [built(file), ...args];
      return spawnSync(process.execPath, start, {
        cwd: packageRoot,
        encoding: 'utf8',
        env: { ...process.env, DATABASE_URL: here.office.config.databaseUrl },
      });
    };
    const whole = run();
    expect(whole.stderr).toBe('');
    const { head } = await here.verified();
    expect(whole.stdout).toMatch(
      new RegExp(`^STTTT ${head.position} ${head.hash} nguyên vẹn`, 'm'),
    );
    expect(whole.status).toBe(0);
    const file = join(await scratchFolder(), 'heads.txt');
    writeFileSync(file, whole.stdout);
    expect(run('--kept', file).status).toBe(0);
    for (const [sentence, ...args] of [
      ['Không có tham số --giu', '--giu', file],
      ['Tham số --kept thiếu giá trị', '--kept'],
      ['Thừa “x”', 'x'],
      ['Không có tệp hoặc thư mục', '--kept', `${file}.khong-co`],
    ] as const) {
      const { status, stderr } = run(...args);
      expect({ sentence, status }).toEqual({ sentence, status: 2 });
      expect(stderr).toMatch(new RegExp(`^${sentence}`));
      expect(stderr).not.toMatch(/^\s+at /m);
    }
    writeFileSync(file, 'không phải đầu chuỗi');
    expect(run('--kept', file)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^Tệp .* không có dòng nào do npm run journal:verify/),
    });
    writeFileSync(file, `STTTT 2 ${'0'.repeat(64)}\n`);
    expect(run('--kept', file)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('STTTT HỎNG: mục 2'),
    });
    expect(run('--whatever').status).toBe(2);
  });
});
