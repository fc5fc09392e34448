import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkBeforeSigning } from '../../../src/engines/signatures/certificates/check-before-signing.ts';
import { fetchRevocationLists } from '../../../src/engines/signatures/certificates/fetch-revocation-lists.ts';
import type { Pkcs12Key } from '../../../src/engines/signatures/keys/pkcs12-key.ts';
import { AGENCY, anOffice, folderOfTests, type Office, SIGNER } from './office.ts';

const folder = folderOfTests();
const DAY = 86_400_000;
const now = new Date();
let office: Office;

beforeAll(async () => {
  office = await anOffice(folder);
});

async function check(changes: Partial<Parameters<typeof checkBeforeSigning>[0]> = {}) {
  const { authority, person } = office;
  return checkBeforeSigning({
    certificate: person.certificate,
    chain: person.chain,
    trustedRoots: [authority.root],
    revocationLists: [await authority.revocationList()],
    at: now,
    holder: SIGNER,
    ...changes,
  });
}

function personNamed(name: string, notBefore: Date, notAfter: Date): Promise<Pkcs12Key> {
  return office.authority.holder({
    purpose: 'person',
    name,
    organisation: AGENCY,
    notBefore,
    notAfter,
  });
}

describe('Before signing, a certificate', () => {
  it('in order is used', async () => {
    const { daysLeft, warning, isRevocationUnknown } = await check();
    expect(daysLeft).toBeGreaterThan(700);
    expect(warning).toBeUndefined();
    expect(isRevocationUnknown).toBe(false);
  });

  it.each([
    [61, undefined],
    [60, 60],
    [31, 60],
    [30, 30],
    [7, 7],
    [0, 7],
  ])('with %i days left is used, with its warning', async (days, within) => {
    const notAfter = new Date(now.getTime() + days * DAY + DAY / 2);
    const { certificate } = await personNamed(`Còn ${days} ngày`, now, notAfter);
    const at = new Date(now.getTime() + 1000);
    const { daysLeft, warning } = await check({ certificate, holder: `còn ${days} NGÀY`, at });
    expect(daysLeft).toBe(days);
    expect(warning?.within).toBe(within);
    const time = days === 0 ? 'chưa đầy 1 ngày' : `${days} ngày`;
    if (warning) expect(warning.message).toContain(`còn ${time}`);
  });

  it('that has ended is refused', async () => {
    const { certificate } = await personNamed(
      'Hết hạn',
      new Date(now.getTime() - 9 * DAY),
      new Date(now.getTime() - DAY),
    );
    await expect(check({ certificate, holder: 'Hết hạn' })).rejects.toMatchObject({
      code: 'certificate-expired',
      message: expect.stringContaining('gia hạn'),
    });
  });

  it('that has not begun is refused', async () => {
    const { certificate } = await personNamed(
      'Chưa đến',
      new Date(now.getTime() + DAY),
      new Date(now.getTime() + 9 * DAY),
    );
    await expect(check({ certificate, holder: 'Chưa đến' })).rejects.toMatchObject({
      code: 'certificate-not-yet-valid',
    });
  });

  it('that was revoked is refused', async () => {
    const { certificate } = await personNamed(
      'Thu hồi',
      new Date(now.getTime() - DAY),
      new Date(now.getTime() + 90 * DAY),
    );
    await office.authority.revoke(certificate, now);
    await expect(check({ certificate, holder: 'Thu hồi' })).rejects.toMatchObject({
      code: 'certificate-revoked',
    });
  });

  it('of another person is refused', async () => {
    await expect(check({ holder: 'Vũ Xuân Thành' })).rejects.toMatchObject({
      code: 'certificate-of-another',
      message: expect.stringContaining('Vũ Xuân Thành'),
    });
  });

  it('of an authority nobody trusts is refused', async () => {
    await expect(check({ trustedRoots: [] })).rejects.toMatchObject({
      code: 'certificate-untrusted',
    });
  });

  it('is not cleared by a list that somebody else signed, or that has run out', async () => {
    const other = await anOffice(`${folder}/other`);
    const foreign = await other.authority.revocationList();
    expect((await check({ revocationLists: [foreign] })).isRevocationUnknown).toBe(true);
    const old = await office.authority.revocationList(new Date(now.getTime() - 60 * DAY));
    expect((await check({ revocationLists: [old] })).isRevocationUnknown).toBe(true);
    expect(
      (await check({ revocationLists: [Buffer.from('không phải danh sách')] })).isRevocationUnknown,
    ).toBe(true);
  });
});

describe('Lists of revoked certificates', () => {
  it('are fetched from where the certificates say, and one that fails is named', async () => {
    const list = await office.authority.revocationList();
    const server = createServer((request, response) => {
      if (request.url === '/thu-hoi.crl') response.end(list);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const certificates = await Promise.all(
      ['/thu-hoi.crl', '/khong-co.crl'].map(async (path) => {
        const revocationListUrl = base + path;
        const application = { purpose: 'person' as const, name: path, organisation: AGENCY };
        const key = await office.authority.holder({ ...application, revocationListUrl });
        return key.certificate;
      }),
    );
    const { lists, failed } = await fetchRevocationLists([...certificates, office.authority.root]);
    server.close();
    expect(lists).toEqual([list]);
    expect(failed).toEqual([`${base}/khong-co.crl`]);
    const usable = await check({
      certificate: certificates[0]!,
      holder: '/thu-hoi.crl',
      revocationLists: lists,
      at: new Date(),
    });
    expect(usable.isRevocationUnknown).toBe(false);
  });
});
