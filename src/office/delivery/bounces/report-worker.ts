import { parentPort } from 'node:worker_threads';
import type { ThreadAnswer } from '../../../platform/process/bounded-thread.ts';
import { readReport } from './read-report.ts';
import { ReceivedMail } from './received-mail.ts';
import type { ReadMail, ReportJob } from './report-thread.ts';

const port = parentPort!;

async function answer({ raw, writtenTo }: ReportJob): Promise<ThreadAnswer<ReadMail>> {
  try {
    const mail = await ReceivedMail.read(Buffer.from(raw));
    const reports = writtenTo.map((address) => readReport(mail, address));
    return { result: { subject: mail.subject, messageId: mail.messageId, reports } };
  } catch (error) {
    return { fault: (error as Error).stack ?? String(error) };
  }
}

port.on('message', (job: ReportJob) => void answer(job).then((said) => port.postMessage(said)));
port.postMessage('ready');
