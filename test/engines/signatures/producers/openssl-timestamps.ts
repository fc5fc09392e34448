import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { run } from '../../page/outside-tool.ts';
import type { ForeignAuthority } from './foreign-authority.ts';

export interface ForeignTimestamps {
  url: string;
  close: () => Promise<void>;
}

/** A timestamp authority below the foreign one whose answers `openssl ts` makes (RFC 3161, 3.4). */
export async function opensslTimestamps(
  folder: string,
  { middle, timestamper }: ForeignAuthority,
): Promise<ForeignTimestamps> {
  const at = (name: string) => join(folder, `timestamps-${name}`);
  writeFileSync(at('serial'), '01\n');
  writeFileSync(
    at('config'),
    `[tsa]
default_tsa=own
[own]
serial=${at('serial')}
signer_cert=${timestamper.certificate}
signer_key=${timestamper.key}
certs=${middle}
signer_digest=sha256
default_policy=1.3.6.1.4.1.99999.1
digests=sha1,sha256,sha384,sha512
ess_cert_id_alg=sha256
accuracy=secs:1
`,
  );
  const answer = async (request: IncomingMessage): Promise<Buffer> => {
    writeFileSync(at('query'), await buffer(request));
    const words = ['-queryfile', at('query'), '-config', at('config'), '-out', at('answer')];
    run('openssl', 'ts', '-reply', ...words);
    return readFileSync(at('answer'));
  };
  const server = createServer((request, response) => {
    answer(request).then(
      (body) => response.setHeader('content-type', 'application/timestamp-reply').end(body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
