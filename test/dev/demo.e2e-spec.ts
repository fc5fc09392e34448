import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeWith } from '../engines/page/outside-tool.ts';
import { debianPostgres, INITDB, type DebianPostgres } from '../support/debian-postgres.ts';
import { runProgram, type Ended } from '../support/run-program.ts';
import { scratchFolder } from '../support/scratch.ts';

describeWith([INITDB], "the demo on Debian's PostgreSQL 15", () => {
  let server: DebianPostgres;
  let out: string;
  beforeAll(async () => {
    server = await debianPostgres();
    out = await scratchFolder();
  }, 60_000);
  afterAll(() => server?.stop());

  const demo = (): Promise<Ended> =>
    runProgram('dev/demo', ['--out', out, '--recipients', '80', '--database', server.url], {
      DATA_DIR: out,
    });

  it('goes from the draft to the last acknowledgement, and all counts agree', async () => {
    const { code, said } = await demo();
    expect({ code, said }).toMatchObject({ code: 0 });
    const report = JSON.parse(await readFile(join(out, 'report.json'), 'utf8')) as object;
    expect(report).toMatchObject({ recipients: 80, acknowledged: 26 });
  }, 180_000);

  it('writes into no database that has tables', async () => {
    const { code, said } = await demo();
    expect(code).toBe(1);
    expect(said).toContain('đã có bảng');
  }, 60_000);
});
