import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FACT_NAMES, type FactName } from '../../../../src/office/journal/facts/kinds.ts';
import { describeWith } from '../../../engines/page/outside-tool.ts';
import {
  checkedEvidence,
  forgedEvidence,
  unpackedEvidence,
} from '../../../support/evidence-bundle.ts';
import { officeWithFacts } from '../../../support/office-with-facts.ts';
import type { SendingOffice } from '../../../support/sending-office.ts';
import { sampled } from '../../../support/lane.ts';

type Fact = Record<string, unknown>;
type Rows = any; // oxlint-disable-line no-explicit-any

/** Where a bundle shows a kind: its file, and the first fact there. */
const register = (name: FactName) => ({
  file: 'dang-ky.json',
  in: (line: Rows): Fact => line.facts[name][0].fact,
});
const first = (file: string, within: string) => ({
  file,
  in: (rows: Rows): Fact => rows.find((row: Rows) => row[within])[within],
});
const asked = (of: (request: Rows) => Fact | undefined) => ({
  file: 'thu-hoi.json',
  in: ([recall]: Rows): Fact => recall.requests.map(of).find(Boolean),
});
const SHOWN: Record<FactName, { file: string; in: (rows: Rows) => Fact }> = {
  dispatches: register('dispatches'),
  register_entries: register('register_entries'),
  submissions: register('submissions'),
  signatures: register('signatures'),
  issuances: register('issuances'),
  delivery_runs: register('delivery_runs'),
  record_copies: register('record_copies'),
  mandates: register('mandates'),
  recipient_lines: first('dong-noi-nhan.json', 'fact'),
  annexes: first('phu-luc.json', 'fact'),
  recipients: first('noi-nhan.json', 'fact'),
  deliveries: {
    file: 'luot-gui.json',
    in: (rows) => rows.find(({ delivery }: Rows) => delivery.round > 1).delivery,
  },
  delivery_attempts: first('lan-gui.json', 'attempt'),
  delivery_reports: first('bao-loi.json', 'report'),
  readings: first('mo-va-tai.json', 'fact'),
  acknowledgements: first('tiep-nhan.json', 'acknowledgement'),
  entered_acknowledgements: first('ghi-ho.json', 'entered'),
  refusals: first('tra-lai.json', 'refusal'),
  refusal_answers: first('tra-lai.json', 'answer'),
  progress_reports: first('tien-do.json', 'report'),
  replies: first('tra-loi.json', 'reply'),
  receipts: first('so-bien-nhan.json', 'receipt'),
  reminders: first('nhac.json', 'reminder'),
  recalls: first('thu-hoi.json', 'fact'),
  recall_requests: asked(({ fact }) => fact),
  recall_notices: asked(({ notices }) => notices[0]),
  recall_answers: asked(({ answers }) => answers[0]),
};

/** Another value of the same form. */
function other(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return [...value, 'x'];
  if (typeof value !== 'string') return 'x';
  return /^\d{4}-\d\d-\d\d/.test(value) ? value.replace(/^\d/, '1') : `${value}x`;
}

describeWith(['unzip'], 'the facts in the evidence', () => {
  let office: SendingOffice;
  let folder: string;

  beforeAll(async () => {
    const made = await officeWithFacts();
    office = made.office;
    folder = await unpackedEvidence(await office.as('vanthu'), made.id);
    // What a forger without the office's key can do: leave the list of files unsigned.
    const list = join(folder, 'danh-muc.json');
    const { payload } = JSON.parse(await readFile(list, 'utf8'));
    await writeFile(list, Buffer.from(payload, 'base64url').toString());
  }, 120_000);
  afterAll(() => office?.close());

  const forged = (file: string, forge: (rows: Rows) => unknown) =>
    forgedEvidence(folder, file, (text) => {
      const rows = JSON.parse(text);
      return JSON.stringify(forge(rows) ?? rows);
    });

  it('are of every kind, and all as the journal says', () => {
    expect(checkedEvidence(folder)).toContain('Mọi thứ khớp.');
    expect(Object.keys(SHOWN).toSorted()).toEqual(FACT_NAMES.toSorted());
  });

  it.each(sampled(Object.keys(SHOWN) as (keyof typeof SHOWN)[], 3))(
    'of %s are found when one says something else',
    async (name) => {
      const { file, in: within } = SHOWN[name];
      const fact = within(JSON.parse(await readFile(join(folder, file), 'utf8')));
      const fields = Object.keys(fact);
      // What it is of or was said, and when: each field is sealed, as the tables are tried for.
      for (const field of new Set([fields[1]!, fields.at(-1)!])) {
        const found = await forged(file, (rows) => {
          const own = within(rows);
          // a notice on its way is compared once it is sent or failed
          const isNotice = name === 'recall_notices' && field === 'state';
          own[field] = isNotice ? 'failed' : other(own[field]);
        });
        expect({ field, found }).toEqual({
          field,
          found: expect.stringMatching(/LỖI: .*\n[^]*KHÔNG dùng/),
        });
        expect({ field, found }).toEqual({ field, found: expect.stringContaining(`(${name})`) });
      }
    },
  );
});
