import { parentPort } from 'node:worker_threads';
import type { ThreadAnswer } from '../../platform/process/bounded-thread.ts';
import { RuleViolation } from '../../platform/problems/rule-violation.ts';
import { renderDispatch } from './render-dispatch.ts';
import type { PageAnswer, PageJob } from './render-job.ts';
import { judgeWords } from './word-rules/judge-words.ts';

const port = parentPort!;

async function answer(job: PageJob): Promise<ThreadAnswer<PageAnswer>> {
  try {
    if (job.context) return { result: { findings: judgeWords(job.document, job.context) } };
    return { result: { rendered: await renderDispatch(job.document, job.options) } };
  } catch (error) {
    if (!(error instanceof RuleViolation))
      return { fault: (error as Error).stack ?? String(error) };
    const { code, message } = error;
    return { result: { refusal: { code, message } } };
  }
}

port.on('message', (job: PageJob) => {
  void answer(job).then((message) => port.postMessage(message));
});
port.postMessage('ready');
