import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Mailbox } from '../../src/embedded/mailbox/mailbox.ts';
import { WORK } from '../../src/worker.module.ts';
import { testOffice, type TestOffice, type TestOfficeOptions } from './office.ts';

export interface SendingOffice extends TestOffice {
  mailbox: Mailbox;
}

/** The test office with a worker and a real mail server. */
export async function sendingOffice(options: TestOfficeOptions = {}): Promise<SendingOffice> {
  const dir = await mkdtemp(join(tmpdir(), 'noi-nhan-mail-'));
  const mailbox = await Mailbox.start({ dir, port: 0 });
  const end = async () => {
    await mailbox.stop();
    await rm(dir, { recursive: true });
  };
  try {
    const office = await testOffice({
      modules: WORK,
      ...options,
      env: { SMTP_URL: mailbox.url, ...options.env },
    });
    return {
      ...office,
      mailbox,
      close: async () => {
        await office.close();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}
