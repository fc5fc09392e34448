import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { SMTPServer } from 'smtp-server';
import { Config } from '../../../src/platform/config/config.ts';
import { reasonOf } from '../../../src/office/delivery/attempts/reasons.ts';
import { SmtpPool } from '../../../src/office/delivery/channels/mail/smtp/smtp-pool.ts';
import { SmtpSettings } from '../../../src/office/delivery/channels/mail/smtp/smtp-settings.ts';
import { issueCertificate } from '../../../src/dev/test-authority/issue-certificate.ts';
import { newKeyPair } from '../../../src/dev/test-authority/key-kind.ts';

const elsewhere = Object.values(networkInterfaces())
  .flatMap((all) => all ?? [])
  .find(({ internal, family }) => !internal && family === 'IPv4')?.address;

async function ownCertificate() {
  const { publicKey, privateKey } = await newKeyPair('RSA-2048');
  const [notBefore, notAfter] = [new Date(Date.now() - 60_000), new Date(Date.now() + 3_600_000)];
  const about = { purpose: 'agency', name: 'mail.example', organisation: 'x' } as const;
  const issued = { ...about, publicKey, notBefore, notAfter };
  const der = await issueCertificate(issued, { privateKey });
  const cert = `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----`;
  return { cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

describe('a mail server that signed its certificate itself', () => {
  const secured: boolean[] = [];
  let server: SMTPServer;
  let port: number;
  const pools: SmtpPool[] = [];

  beforeAll(async () => {
    server = new SMTPServer({
      ...(await ownCertificate()),
      authOptional: true,
      onData: (stream, { secure }, done) => {
        secured.push(secure);
        stream.on('end', () => done()).resume();
      },
    }).on('error', () => {}); // a client that did not like the certificate
    const socket = server.listen(0, '0.0.0.0');
    await once(socket, 'listening');
    port = (socket.address() as AddressInfo).port;
  });
  afterAll(async () => {
    pools.forEach((pool) => pool.close());
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  const sentBy = (host: string) => {
    const config = new Config({
      DATABASE_URL: 'postgres://nowhere.example/none',
      SMTP_URL: `smtp://${host}:${port}`,
      INSTALLATION_SECRET: 'a secret of this test run, 32 or more',
    });
    const pool = new SmtpPool(new SmtpSettings(config), 1);
    pools.push(pool);
    const mail = Buffer.from('Subject: x\r\n\r\nx\r\n.\r\n');
    const [from, to] = ['van-thu@so.example', 'ubnd@xa.example'];
    return pool.send({ id: 'one', from, to, needsUtf8: false, size: mail.length }, [mail], false);
  };

  it('is used when it is on this machine, as Postfix of Debian is, and encrypted', async () => {
    expect(await sentBy('127.0.0.1')).toMatchObject({ outcome: 'accepted' });
    expect(secured).toEqual([true]);
  });

  it('gets nothing when it is elsewhere, and the reason says so', async () => {
    if (!elsewhere) return; // this machine has no other address
    const outcome = await sentBy(elsewhere);
    expect(outcome).toMatchObject({ outcome: 'temporary', stage: 'connection' });
    expect(reasonOf(outcome)).toContain('chứng thư');
    expect(secured).toHaveLength(1);
  });
});
