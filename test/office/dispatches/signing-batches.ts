import type { TestOffice } from '../../support/office.ts';
import { startProgram, type Program } from '../../support/program.ts';

/** What a browser sends for a form: names and values of its controls, in order. */
export const controls = (html: string, name: string) =>
  [...html.matchAll(/<input[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.includes(`name="${name}"`) && !tag.includes('disabled'))
    .map((tag) => /value="([^"]*)"/.exec(tag)![1]!);

/** How many of a batch are signed, refused and still waiting. */
export const states = (batch: { items: { state: string }[] }) =>
  Object.fromEntries(
    ['signed', 'refused', 'waiting'].map((state) => [
      state,
      batch.items.filter((item) => item.state === state).length,
    ]),
  );

/** How many entries of the journal say that one of these was signed. */
export async function signedVerbs({ database }: TestOffice, ids: string[]): Promise<number> {
  const entries = await database.query(
    `SELECT subject_id FROM journal_entries WHERE verb = 'signed' AND subject_id = ANY($1)`,
    [ids],
  );
  return entries.length;
}

/** A second web process on the same database and keys, beside the office. */
export async function webProcess(office: TestOffice, config: string): Promise<Program> {
  const { databaseUrl, smtpUrl, installationSecret } = office.config;
  const program = await startProgram('main', {
    DATABASE_URL: databaseUrl,
    SMTP_URL: smtpUrl,
    INSTALLATION_SECRET: installationSecret,
    SIGNING_CONFIG: config,
  });
  await program.isReady();
  return program;
}
