import { verifyDispatch } from '../../../src/engines/signatures/verification/verify-dispatch.ts';
import { describeWith } from '../../engines/page/outside-tool.ts';
import { heldAtKey, heldAtTable, killableOffice } from '../../support/killable-office.ts';
import type { Hold, KillableOffice } from '../../support/killable-office.ts';
import { aDraft, draftedBy } from '../../support/seed.ts';
import { until } from '../../support/until.ts';
import { sampled } from '../../support/lane.ts';

interface Facts {
  state: string;
  number: number | null;
  /** The last number the register gave. */
  last: number;
  hasFile: boolean;
}

type HoldAt = (office: KillableOffice, id: string) => Promise<Hold> | Hold;

async function facts(office: KillableOffice, id: string): Promise<Facts> {
  const [row] = await office.database.query(
    `SELECT state, number, file_sha256 IS NOT NULL AS "hasFile",
            coalesce((SELECT max(last_number) FROM registers), 0) AS last
     FROM dispatches LEFT JOIN issuances ON dispatch_id = id WHERE id = $1`,
    [id],
  );
  return row;
}

const isIssued = (office: KillableOffice, id: string) => async () =>
  (await facts(office, id)).state === 'issued';

const WHILE_NUMBERING: [string, HoldAt] = [
  'its number is being taken',
  (office) => heldAtTable(office, 'register_entries', 'INSERT INTO "register_entries"'),
];
const WHILE_FREEZING: [string, HoldAt] = [
  'its recipients are being frozen, in the transaction of the number',
  (office) => heldAtTable(office, 'recipients', 'INSERT INTO recipients'),
];
const BEFORE_SEALING: [string, HoldAt] = [
  'it has its number and the key of the seal is being opened',
  (office, id) => heldAtKey(office.agency, 'credentials/info', isIssued(office, id)),
];
const WHILE_SEALING: [string, HoldAt] = [
  'the key of the seal signs',
  (office) => heldAtKey(office.agency, 'signatures/signHash'),
];
const WHILE_TIMESTAMPING: [string, HoldAt] = [
  'the sealed file waits for its timestamp',
  ({ timestamps }) => {
    const before = timestamps.asked;
    timestamps.mood = 'silent';
    return {
      reached: () => until('a request', async () => timestamps.asked > before),
      release: async () => {
        timestamps.mood = 'well';
      },
    };
  },
];
const WHILE_KEEPING: [string, HoldAt] = [
  'the official file is being kept',
  (office) => heldAtTable(office, 'delivery_runs', 'INSERT INTO "delivery_runs"'),
];
const BEFORE_WAKING: [string, HoldAt] = [
  'the file is kept and the workers are being woken',
  (office) => heldAtTable(office, 'bullmq.job', 'add_job'),
];

const FLOWS = [
  {
    office: 'that numbers at issue',
    env: {},
    steps: [
      ...[WHILE_NUMBERING, WHILE_FREEZING, BEFORE_SEALING, WHILE_SEALING],
      ...[WHILE_TIMESTAMPING, WHILE_KEEPING, BEFORE_WAKING],
    ],
    inGate: [WHILE_NUMBERING, WHILE_SEALING, WHILE_TIMESTAMPING, BEFORE_WAKING],
  },
  {
    office: 'that numbers before the signature',
    env: { NUMBERING: 'before-signature' },
    steps: [WHILE_FREEZING, BEFORE_SEALING, WHILE_SEALING, WHILE_KEEPING],
    inGate: [WHILE_KEEPING],
  },
];

describe.each(FLOWS)('an office $office, whose process is killed', ({ env, steps, inGate }) => {
  describeWith(['openssl'], 'with SIGKILL', () => {
    let office: KillableOffice;
    beforeAll(async () => {
      office = await killableOffice({ ...env });
      await office.start();
    }, 120_000);
    afterAll(() => office?.close());

    const isNumberedFirst = 'NUMBERING' in env;
    const submitted = async () => {
      const drafter = await office.at('chuyenvien');
      const copies = [{ text: 'Lãnh đạo Sở' }, { text: 'Lưu: VT' }];
      const addressees = [{ text: 'Sở Nội vụ tỉnh Thái Bình' }];
      const id = await draftedBy(drafter, await aDraft(office, { copies, addressees }));
      await drafter.post(`/api/dispatches/${id}/submission`).expect(201);
      return id;
    };
    const numbered = async (id: string) => {
      const clerk = await office.at('vanthu');
      return (await clerk.post(`/api/dispatches/${id}/number`).expect(201)).body.number as number;
    };
    const sign = async (id: string) =>
      (await office.at('phogiamdoc')).post(`/api/dispatches/${id}/signature`).expect(201);
    const signed = async () => {
      const id = await submitted();
      if (isNumberedFirst) await numbered(id);
      await sign(id);
      return id;
    };

    /** Somebody presses a button, the process comes to `hold` and is killed there; a new one starts. */
    const killed = async (username: string, path: string, hold: Hold): Promise<void> => {
      const browser = await office.at(username);
      const answered = browser.post(path).then(
        ({ status, text }) => Promise.reject(new Error(`not held, but ${status}: ${text}`)),
        () => {}, // nobody answers
      );
      try {
        await Promise.race([hold.reached(), answered]);
        await office.kill();
      } finally {
        await hold.release();
      }
      await office.start();
    };

    /** Every number stands once in the register and belongs to the dispatch that says so. */
    const registerIsWhole = async () => {
      const entries = await office.database.query(
        `SELECT entry.number, dispatch.number AS own FROM register_entries entry
         JOIN dispatches dispatch ON dispatch.id = dispatch_id ORDER BY entry.number`,
      );
      const [{ last }] = await office.database.query(
        'SELECT coalesce(max(last_number), 0) AS last FROM registers',
      );
      const all = Array.from({ length: last }, (_, index) => index + 1);
      expect(entries).toEqual(all.map((number) => ({ number, own: number })));
    };

    it.each(sampled<[string, HoldAt]>(steps, (step) => inGate.includes(step)))(
      'while %s: it is issued with the same number',
      async (_, holdAt) => {
        const id = await signed();
        const before = await facts(office, id);
        await killed('vanthu', `/api/dispatches/${id}/issuance`, await holdAt(office, id));
        const after = await facts(office, id);
        const clerk = await office.at('vanthu');
        // Killed before the commit, nothing has happened, and the clerk presses again.
        if (after.state === 'signed') {
          expect(after).toEqual(before);
          await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
        }
        await until('its file', async () => (await facts(office, id)).hasFile);
        const { number } = await facts(office, id);
        expect(number).toBe(after.number ?? before.number ?? before.last + 1);
        const again = await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
        expect(again.body.number).toBe(number);
        await until('everyone to have it', async () => {
          const { total } = (await clerk.get(`/api/dispatches/${id}/progress`).expect(200)).body;
          return total.total > 0 && total.delivered === total.total;
        });
        const pdf = (await clerk.get(`/api/dispatches/${id}/document`).expect(200)).body;
        const report = verifyDispatch(pdf, { trustedRoots: [office.authority.root] });
        expect(report).toMatchObject({ isGenuine: true, level: 'B-LTA' });
        if (!isNumberedFirst) expect(report.number).toBe(String(number).padStart(2, '0'));
        await registerIsWhole();
      },
      120_000,
    );

    if (!isNumberedFirst) return;

    it('while the clerk takes the number: nobody has it, and the next one gets it', async () => {
      const id = await submitted();
      const before = await facts(office, id);
      const hold = await WHILE_NUMBERING[1](office, id);
      await killed('vanthu', `/api/dispatches/${id}/number`, hold);
      expect(await facts(office, id)).toEqual(before);
      expect(await numbered(id)).toBe(before.last + 1);
      await registerIsWhole();
    }, 120_000);

    it('while the signer’s key signs: the page keeps its number and is signed', async () => {
      const id = await submitted();
      const number = await numbered(id);
      const hold = heldAtKey(office.person, 'signatures/signHash');
      await killed('phogiamdoc', `/api/dispatches/${id}/signature`, hold);
      expect(await facts(office, id)).toMatchObject({ state: 'submitted', number });
      expect(await numbered(id)).toBe(number);
      await sign(id);
      expect(await facts(office, id)).toMatchObject({ state: 'signed', number });
      await registerIsWhole();
    }, 120_000);
  });
});
