import { execFileSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export interface SigningService {
  url: string;
  /** Methods that were called, in order. */
  calls: string[];
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
  const granted = new Map<string, string>();
  const answer = (method: string, { hashes = [], SAD, authData }: Call): object | undefined => {
    if (method === 'credentials/info') {
      const certificates = credential.certificates.map((der) => der.toString('base64'));
      return { key: { status: 'enabled' }, cert: { status: 'valid', certificates } };
    }
    if (method === 'credentials/authorize') {
      if (authData?.[0]?.value !== credential.pin) return undefined;
      granted.set(`sad-${granted.size}`, hashes.join());
      return { SAD: `sad-${granted.size - 1}` };
    }
    if (SAD === undefined || granted.get(SAD) !== hashes.join()) return undefined;
    return { signatures: hashes.map((hash) => signHash(credential.key, hash)) };
  };
  const server = createServer((request, response) => {
    const method = request.url!.replace('/csc/v2/', '');
    calls.push(method);
    void json(request).then((body) => {
      const isKnown = request.headers.authorization === 'Bearer mot-the-truy-cap';
      const result = isKnown ? answer(method, body as Call) : undefined;
      response.writeHead(result ? 200 : 400, { 'content-type': 'application/json' });
      response.end(JSON.stringify(result ?? { error: 'invalid_request' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/csc/v2`, calls, close: () => server.close() };
}

function signHash(key: string, hash: string): string {
  const isRsa = createPrivateKey(readFileSync(key)).asymmetricKeyType === 'rsa';
  const padding = isRsa ? ['-pkeyopt', 'rsa_padding_mode:pkcs1', '-pkeyopt', 'digest:sha256'] : [];
  const options = { input: Buffer.from(hash, 'base64') };
  const command = ['pkeyutl', '-sign', '-inkey', key, ...padding];
  return execFileSync('openssl', command, options).toString('base64');
}
