import { execFileSync } from 'node:child_process';
import { createPrivateKey, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

export interface SigningService {
  url: string;
  /** Methods that were called, in order. */
  calls: string[];
  /** Hashes it signed, in order. */
  signed: string[];
  /** Signatures it makes before it stops answering. */
  patience: number;
  /** How long a signature takes. */
  milliseconds: number;
  /** Awaited before each call is answered. */
  before(method: string): Promise<void>;
  close(): void;
}

export interface Credential {
  /** PEM file; the service signs with OpenSSL. */
  key: string;
  certificates: readonly Buffer[];
  pin: string;
}

interface Call {
  hashes?: string[];
  SAD?: string;
  authData?: { id: string; value: string }[];
}

/** A signing service as the Cloud Signature Consortium describes it, with one credential. */
export async function startSigningService(credential: Credential): Promise<SigningService> {
  const calls: string[] = [];
  const signed: string[] = [];
  /** Each authorisation is good for one call of signHash; the next one comes by extending it. */
  const granted = new Map<string, string[]>();
  const grant = (hashes: string[]) => {
    const SAD = randomUUID();
    granted.set(SAD, hashes);
    return { SAD };
  };
  const spent = new Map<string, string[]>();
  const answer = (method: string, { hashes = [], SAD, authData }: Call): object | undefined => {
    if (method === 'credentials/info') {
      const certificates = credential.certificates.map((der) => der.toString('base64'));
      const cert = { status: 'valid', certificates };
      return { key: { status: 'enabled' }, cert, multisign: 100 };
    }
    if (method === 'credentials/authorize') {
      return authData?.[0]?.value === credential.pin ? grant(hashes) : undefined;
    }
    if (method === 'credentials/extendTransaction') {
      const whole = spent.get(SAD ?? '');
      spent.delete(SAD ?? '');
      return whole && hashes.every((hash) => whole.includes(hash)) ? grant(whole) : undefined;
    }
    const whole = granted.get(SAD ?? '');
    if (!whole || !hashes.every((hash) => whole.includes(hash))) return undefined;
    granted.delete(SAD!);
    spent.set(SAD!, whole);
    signed.push(...hashes);
    return { signatures: hashes.map((hash) => signHash(credential.key, hash)) };
  };
  const service: SigningService = {
    url: '',
    calls,
    signed,
    patience: Infinity,
    milliseconds: 0,
    before: async () => {},
    close: () => void server.close(),
  };
  const server = createServer((request, response) => {
    const method = request.url!.replace('/csc/v2/', '');
    calls.push(method);
    void json(request).then(async (body) => {
      await service.before(method);
      if (method === 'signatures/signHash') await pause(service.milliseconds);
      if (signed.length >= service.patience) return void request.socket.destroy();
      const isKnown = request.headers.authorization === 'Bearer mot-the-truy-cap';
      const result = isKnown ? answer(method, body as Call) : undefined;
      response.writeHead(result ? 200 : 400, { 'content-type': 'application/json' });
      response.end(JSON.stringify(result ?? { error: 'invalid_request' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  service.url = `http://127.0.0.1:${port}/csc/v2`;
  return service;
}

function signHash(key: string, hash: string): string {
  const isRsa = createPrivateKey(readFileSync(key)).asymmetricKeyType === 'rsa';
  const padding = isRsa ? ['-pkeyopt', 'rsa_padding_mode:pkcs1', '-pkeyopt', 'digest:sha256'] : [];
  const options = { input: Buffer.from(hash, 'base64') };
  const command = ['pkeyutl', '-sign', '-inkey', key, ...padding];
  return execFileSync('openssl', command, options).toString('base64');
}
