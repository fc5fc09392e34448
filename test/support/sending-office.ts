import { Mailbox } from '../../src/dev/mailbox/mailbox.ts';
import { WORK } from '../../src/worker.module.ts';
import { scratchFolder } from './scratch.ts';
import { testOffice, type TestOffice, type TestOfficeOptions } from './office.ts';

export interface SendingOffice extends TestOffice {
  mailbox: Mailbox;
}

/** The test office with a worker and a real mail server. */
export async function sendingOffice(options: TestOfficeOptions = {}): Promise<SendingOffice> {
  const mailbox = await Mailbox.start({ dir: await scratchFolder(), port: 0 });
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
        await mailbox.stop();
      },
    };
  } catch (error) {
    await mailbox.stop();
    throw error;
  }
}
