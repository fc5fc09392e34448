import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { archive } from '../../../src/engines/signatures/archive.ts';
import { preparePerson } from '../../../src/engines/signatures/dispatch-signatures.ts';
import { finish, toBeSigned } from '../../../src/engines/signatures/finish.ts';
import {
  type RunningTimestampServer,
  startTimestampServer,
} from '../../../src/dev/test-authority/timestamp-server.ts';
import { TimestampClient } from '../../../src/engines/signatures/timestamp/timestamp-client.ts';
import { readTimestamp } from '../../../src/engines/signatures/timestamp/timestamp-token.ts';
import { verifyDispatch } from '../../../src/engines/signatures/verification/verify-dispatch.ts';
import { describeWith, run } from '../page/outside-tool.ts';
import { pemFile } from './judges.ts';
import {
  anOffice,
  folderOfTests,
  type Office,
  sealed,
  signed,
  SIGNER,
  unsigned,
} from './office.ts';

const folder = folderOfTests();
const digest = createHash('sha256').update('văn bản').digest();
let office: Office;
let service: RunningTimestampServer;
let whole: Buffer;

beforeAll(async () => {
  office = await anOffice(folder);
  service = await startTimestampServer(office.timestamper);
  whole = await sealed(office, await signed(office, await unsigned()));
});
afterAll(() => service.close());

const options = () => ({ trustedRoots: [office.authority.root] });

describe('A timestamp by HTTP', () => {
  it('completes a dispatch that was issued without: B-B becomes B-LTA', async () => {
    expect(verifyDispatch(whole, options()).level).toBe('B-B');
    const revocationLists = [await office.authority.revocationList()];
    const client = new TimestampClient({ url: service.url });
    const pdf = await archive(whole, { revocationLists }, client);
    const report = verifyDispatch(pdf, { ...options(), requireTimestamp: true });
    expect(report).toMatchObject({ isGenuine: true, level: 'B-LTA', findings: [] });
    expect(report.signatures.map(({ timeSource }) => timeSource)).toEqual(
      Array(3).fill('timestamp'),
    );
  });

  it('can be renewed before its authority ends', async () => {
    const revocationLists = [await office.authority.revocationList()];
    const client = new TimestampClient({ url: service.url });
    const once = await archive(whole, { revocationLists }, client);
    const twice = await archive(once, { revocationLists }, client);
    const report = verifyDispatch(twice, options());
    expect(report).toMatchObject({ isGenuine: true, level: 'B-LTA', findings: [] });
    expect(report.signatures.map(({ field }) => field)).toEqual([
      'ChuKyCaNhan',
      'DauCoQuan',
      'DauThoiGian1',
      'DauThoiGian2',
    ]);
  });

  it('proves the hour of a signature when it stands inside it', async () => {
    const client = new TimestampClient({ url: service.url });
    const open = preparePerson(await unsigned(), { signer: SIGNER, signedAt: new Date() });
    const signature = await office.person.sign(toBeSigned(open, office.person));
    const token = await client.timestamp(createHash('sha256').update(signature).digest());
    const pdf = await sealed(office, finish(open, office.person, signature, token));
    const report = verifyDispatch(pdf, options());
    expect(report.isGenuine).toBe(true);
    expect(report.signatures.map(({ timeSource }) => timeSource)).toEqual(['timestamp', 'claimed']);
  });

  it('keeps a dispatch genuine after its certificates have ended', async () => {
    const revocationLists = [await office.authority.revocationList()];
    const pdf = await archive(whole, { revocationLists }, office.timestamps);
    const now = new Date(Date.now() + 4 * 365 * 86_400_000);
    expect(verifyDispatch(pdf, { ...options(), now }).findings).toEqual([]);
    const plain = verifyDispatch(whole, { ...options(), now });
    expect(plain.findings.map(({ code }) => code)).toContain('expired-since');
  });

  it('keeps a dispatch genuine when a certificate is revoked later, which no claimed hour could', async () => {
    const other = await anOffice(join(folder, 'revoked-later'));
    const pdf = await sealed(other, await signed(other, await unsigned()));
    const data = { revocationLists: [await other.authority.revocationList()] };
    const proven = await archive(pdf, data, other.timestamps);
    await other.authority.revoke(other.person.certificate, new Date(Date.now() + 5000));
    const revocationLists = [await other.authority.revocationList()];
    const trust = { trustedRoots: [other.authority.root], revocationLists };
    expect(verifyDispatch(proven, trust).isGenuine).toBe(true);
    expect(verifyDispatch(pdf, trust)).toMatchObject({
      verdict: 'indeterminate',
      findings: expect.arrayContaining([expect.objectContaining({ code: 'revoked-since' })]),
    });
  });
});

describe('A timestamp service that does not do its part', () => {
  const running: Server[] = [];
  afterEach(() =>
    running.splice(0).forEach((server) => (server.closeAllConnections(), server.close())),
  );

  async function clientOf(listener: RequestListener, timeoutMilliseconds = 5000) {
    const server = createServer(listener);
    running.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return new TimestampClient({ url: `http://127.0.0.1:${port}/`, timeoutMilliseconds });
  }

  const cases: [string, RequestListener, string][] = [
    ['is silent', () => undefined, 'timestamp-unavailable'],
    ['fails', (_, response) => response.writeHead(503).end(), 'timestamp-unavailable'],
    ['answers nonsense', (_, response) => response.end('<html>'), 'timestamp-refused'],
    [
      'refuses',
      (_, response) => response.end(Buffer.from('30053003020102', 'hex')),
      'timestamp-refused',
    ],
  ];

  it.each(cases)('%s: a failure the issue can go on from', async (_, listener, code) => {
    const client = await clientOf(listener, 300);
    const failing = archive(whole, { revocationLists: [] }, client);
    await expect(failing).rejects.toMatchObject({ name: 'SigningError', code });
    await expect(failing).rejects.toThrow('Văn bản vẫn phát hành được');
  });

  it('answers for another digest: refused', async () => {
    const other = createHash('sha256').update('khác').digest();
    const token = await office.timestamps.timestamp(other);
    const response = Buffer.concat([
      Buffer.from('3082000030030201003082', 'hex').subarray(0, 9),
      token,
    ]);
    response.writeUInt16BE(response.length - 4, 2);
    const client = await clientOf((_, reply) => reply.end(response));
    await expect(client.timestamp(digest)).rejects.toMatchObject({ code: 'timestamp-refused' });
  });

  it('is down', async () => {
    const client = new TimestampClient({ url: 'http://127.0.0.1:9/' });
    await expect(client.timestamp(digest)).rejects.toMatchObject({ code: 'timestamp-unavailable' });
  });
});

describeWith(['openssl'], 'The timestamp server, to openssl', () => {
  it('answers its request with a token it verifies', async () => {
    const scratch = join(folder, 'ts');
    mkdirSync(scratch);
    const [data, query, reply] = ['data', 'query', 'reply'].map((name) => join(scratch, name));
    writeFileSync(data!, 'văn bản');
    run('openssl', 'ts', '-query', '-data', data!, '-sha512', '-cert', '-out', query!);
    const { readFileSync } = await import('node:fs');
    const response = await fetch(service.url, { method: 'POST', body: readFileSync(query!) });
    writeFileSync(reply!, Buffer.from(await response.arrayBuffer()));
    const root = pemFile(scratch, office.authority.root);
    const verdict = run(
      'openssl',
      'ts',
      '-verify',
      '-queryfile',
      query!,
      '-in',
      reply!,
      '-CAfile',
      root,
    );
    expect(verdict).toContain('Verification: OK');
  });

  it('makes tokens that we read as it does', async () => {
    const token = await office.timestamps.timestamp(digest);
    const path = join(folder, 'token');
    writeFileSync(path, token);
    const printed = run('openssl', 'ts', '-reply', '-token_in', '-in', path, '-token_out', '-text');
    const { time, imprint, problem } = readTimestamp(token);
    expect(problem).toBeUndefined();
    expect(imprint.equals(digest)).toBe(true);
    expect(new Date(/Time stamp: (.*)/.exec(printed)![1]!)).toEqual(time);
  });
});
