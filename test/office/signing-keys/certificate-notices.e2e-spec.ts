import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SAMPLE_OFFICE } from '../../../src/dev/sample/thai-binh/office.ts';
import { TestAuthority } from '../../../src/dev/test-authority/test-authority.ts';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { testOffice, type TestOffice } from '../../support/office.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { dayFromNow } from '../../support/people.ts';
import { sampled } from '../../support/lane.ts';

const HOUR = 3_600_000;
const { name, code } = SAMPLE_OFFICE.office;
const SIGNER = 'Vũ Xuân Thành';

/** The sample office whose person and agency have certificates that end in so many days. */
async function officeWith(days: { person: number; agency: number }, key?: object) {
  const directory = join(await scratchFolder(), 'authority');
  const authority = await TestAuthority.open(directory, 'P-256');
  const { passwordFile } = authority;
  const holder = async (purpose: 'person' | 'agency', holderName: string) => {
    const notAfter = new Date(Date.now() + days[purpose] * 24 * HOUR + HOUR);
    const notBefore = new Date(Date.now() - 400 * 24 * HOUR);
    const dates = { notBefore, notAfter };
    const applicant = { purpose, name: holderName, organisation: name, ...dates };
    return { key: { kind: 'p12', file: await authority.keyFile(applicant), passwordFile } };
  };
  const settings = {
    roots: ['root.pem'],
    agencies: { [code]: await holder('agency', name) },
    people: { phogiamdoc: key ? { key } : await holder('person', SIGNER) },
  };
  const SIGNING_CONFIG = join(directory, 'signing.json');
  await writeFile(SIGNING_CONFIG, JSON.stringify(settings));
  return testOffice({ directory: scaledDirectory(80), env: { SIGNING_CONFIG } });
}

/** The sentences of the banner on somebody's first page. */
async function bannerOf(office: TestOffice, username: string): Promise<string[]> {
  const { text } = await (await office.as(username)).get('/board').expect(200);
  const [, banner = ''] = /<aside class="notices"[^>]*>(.*?)<\/aside>/s.exec(text) ?? [];
  return [...banner.matchAll(/<p[^>]*>(.*?)<\/p>/gs)].map(([, sentence]) => sentence!);
}

const ends = (who: string, time: string) => expect.stringContaining(`${who} (thử nghiệm) ${time}`);

describe('a letterhead with another name', () => {
  const NEW = 'Sở Khoa học và Công nghệ';
  let office: TestOffice;
  beforeAll(async () => {
    office = await officeWith({ person: 400, agency: 400 });
  });
  afterAll(() => office?.close());

  const set = async (validFrom: string, called: string) => {
    const admin = await office.as('quantri');
    const head = { parentBody: 'Ủy ban nhân dân tỉnh', place: 'Thái Bình', symbol: 'SKHCN' };
    await admin
      .post('/api/office/heads')
      .send({ ...head, name: called, validFrom })
      .expect(201);
  };

  it('is told with its first day to who seals, leadership and who set it, until a certificate bears it', async () => {
    expect(await bannerOf(office, 'quantri')).toEqual([]);
    await set(dayFromNow(20), name);
    expect(await bannerOf(office, 'vanthu')).toEqual([]);
    await set(dayFromNow(40), NEW);
    const told = [
      expect.stringMatching(new RegExp(`^Từ .+ mang tên ${NEW}, .+ còn mang tên ${name} `)),
    ];
    for (const who of ['vanthu', 'lanhdao', 'quantri']) {
      expect(await bannerOf(office, who)).toEqual(told);
    }
    expect(await bannerOf(office, 'chuyenvien')).toEqual([]);
  });
});

describe('a certificate that ends', () => {
  it.each(
    sampled<[number, number, unknown[], unknown[]]>(
      [
        [61, 60, [], [ends(name, 'còn 60 ngày')]],
        [60, 30, [ends(SIGNER, 'còn 60 ngày')], [ends(name, 'còn 30 ngày')]],
        [30, 7, [ends(SIGNER, 'còn 30 ngày')], [ends(name, 'còn 7 ngày')]],
        [7, 0, [ends(SIGNER, 'còn 7 ngày')], [ends(name, 'còn chưa đầy 1 ngày')]],
        [0, -1, [ends(SIGNER, 'còn chưa đầy 1 ngày')], [ends(name, 'đã hết hạn')]],
        [-1, 61, [ends(SIGNER, 'đã hết hạn')], []],
      ],
      2,
    ),
  )(
    'in %i days for the signer and %i for the seal is told to whom it concerns, and to leadership',
    async (person, agency, toSigner, toClerk) => {
      const office = await officeWith({ person, agency });
      try {
        expect(await bannerOf(office, 'phogiamdoc')).toEqual(toSigner);
        expect(await bannerOf(office, 'vanthu')).toEqual(toClerk);
        const toLeader = await bannerOf(office, 'lanhdao');
        expect(toLeader).toHaveLength(toSigner.length + toClerk.length);
        expect(toLeader).toEqual(expect.arrayContaining([...toSigner, ...toClerk]));
        expect(await bannerOf(office, 'chuyenvien')).toEqual([]);
      } finally {
        await office.close();
      }
    },
    60_000,
  );

  it('keeps no page waiting when a key is out of reach', async () => {
    const office = await officeWith(
      { person: 0, agency: 20 },
      { kind: 'p12', file: 'not-there.p12', passwordVariable: 'NOT_SET' },
    );
    try {
      expect(await bannerOf(office, 'phogiamdoc')).toEqual([]);
      expect(await bannerOf(office, 'lanhdao')).toEqual([ends(name, 'còn 20 ngày')]);
    } finally {
      await office.close();
    }
  }, 60_000);

  it('is told nowhere where nothing is signed digitally', async () => {
    const plain = await testOffice({ directory: scaledDirectory(80) });
    try {
      expect(await bannerOf(plain, 'lanhdao')).toEqual([]);
    } finally {
      await plain.close();
    }
  }, 60_000);
});
