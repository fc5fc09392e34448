import { parse } from 'csv-parse/sync';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReport } from '../../../../src/office/delivery/bounces/read-report.ts';
import { ReceivedMail } from '../../../../src/office/delivery/bounces/received-mail.ts';
import { packageRoot } from '../../../../src/platform/process/package-root.ts';

const FOLDER = join(packageRoot, 'test/office/delivery/bounces');
const reportIn = async (name: string) =>
  readReport(await ReceivedMail.read(readFileSync(join(FOLDER, `${name}.eml`))));

/** Forms of mail systems, by hand: what each of these files says, and how its words begin. */
const REPORTS = parse<Record<string, string>>(readFileSync(join(FOLDER, 'reports.csv'), 'utf8'), {
  columns: true,
});
const NO_REPORTS = [
  'not-away-exchange',
  'not-away-gmail-responder',
  'not-away-quotes-subject',
  'not-away-vacation',
  'not-challenge',
  'not-challenge-vietnamese',
  'not-complaint',
  'not-empty',
  'not-deleted-unread',
  'not-person',
  'not-read-receipt',
];

describe('a report', () => {
  it.each(REPORTS)('in the form $name is $reported, $hardness', async (says) => {
    expect(await reportIn(says['name']!)).toMatchObject({
      reported: says['reported'],
      isHard: says['hardness'] === 'hard',
      status: says['status'] || null,
      server: says['server'],
      diagnostic: expect.stringContaining(says['diagnostic']!),
    });
  });

  it.each(NO_REPORTS)('is none of %s', async (name) => {
    expect(await reportIn(name)).toBeUndefined();
  });

  it('is expected of every file here', () => {
    const files = readdirSync(FOLDER).flatMap((file) => /^(.+)\.eml$/.exec(file)?.[1] ?? []);
    expect([...REPORTS.map(({ name }) => name!), ...NO_REPORTS].toSorted()).toEqual(
      files.toSorted(),
    );
  });
});
