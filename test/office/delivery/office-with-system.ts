import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import type { Browser } from '../../support/office.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';
import { sendingOffice, type SendingOffice } from '../../support/sending-office.ts';
import { until } from '../../support/until.ts';

export interface Told {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** An office that sends, and the system of an agency that it tells. */
export class OfficeWithSystem {
  readonly told: Told[] = [];
  /** What the agency's system answers; 200 when there is none. */
  answers: number[] = [];
  /** What it does in the middle of what it says. */
  breaksOff: 'by hanging up' | 'by falling silent' | undefined;
  url = '';
  office!: SendingOffice;
  clerk!: Browser;
  drafter!: Browser;
  private readonly server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      this.told.push({ path: incoming.url!, headers: incoming.headers, body });
      const status = this.answers.shift() ?? 200;
      if (this.breaksOff) {
        const isOver = this.breaksOff === 'by hanging up';
        response
          .writeHead(status, { 'content-length': 1000 })
          .write('cut', () => isOver && incoming.socket.destroy());
        return;
      }
      response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end(`said ${status}`);
    });
  });

  async open(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/van-ban`;
    this.office = await sendingOffice({
      directory: scaledDirectory(120),
      env: {
        WEBHOOK_PRIVATE_RANGES: '127.0.0.1',
        WEBHOOK_RETRY_SECONDS: '0.1',
        WEBHOOK_LIFETIME_HOURS: String(2 / 3600),
        WEBHOOK_TIMEOUT_SECONDS: '2',
      },
    });
    this.clerk = await this.office.as('vanthu');
    this.drafter = await this.office.as('chuyenvien');
  }

  async close(): Promise<void> {
    await this.office?.close();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** What was told is forgotten, and everything answers well. */
  calm(): void {
    this.answers = [];
    this.breaksOff = undefined;
    this.told.length = 0;
    this.office.mailbox.rules.splice(0);
  }

  async agencyId(code: string): Promise<string> {
    const [row] = await this.office.database.query('SELECT id FROM agencies WHERE code = $1', [
      code,
    ]);
    return row.id;
  }

  /** Sets how an agency is reached; the secret when there is a new one. */
  async reached(code: string, channels: string[], webhookUrl = this.url): Promise<string> {
    const { body } = await this.clerk
      .put(`/api/agencies/${await this.agencyId(code)}/channels`)
      .send({ channels, webhookUrl })
      .expect(200);
    return body.secret;
  }

  async issuedTo(code: string): Promise<string> {
    const lines = { addressees: [{ text: code }], copies: [{ text: 'Lưu: VT' }] };
    const id = await draftedBy(this.drafter, await aDraft(this.office, lines));
    await signed(this.office, id);
    await this.clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    return id;
  }

  settled(id: string, state: string): Promise<{ id: string; channel: string }> {
    return until(`it is ${state}`, async () => {
      const [row] = await this.office.database.query(
        'SELECT id, state, channel FROM deliveries WHERE dispatch_id = $1',
        [id],
      );
      return row.state === state ? row : undefined;
    }) as Promise<{ id: string; channel: string }>;
  }

  async recipientOf(id: string): Promise<string> {
    const [row] = await this.office.database.query(
      'SELECT id FROM recipients WHERE dispatch_id = $1',
      [id],
    );
    return row.id;
  }

  async log(code: string): Promise<Record<string, unknown>[]> {
    const { body } = await this.clerk.get(
      `/api/agencies/${await this.agencyId(code)}/webhook-attempts`,
    );
    return body;
  }
}
