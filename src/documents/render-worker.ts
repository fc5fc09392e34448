import { parentPort } from 'node:worker_threads';
import type { ThreadAnswer } from '../bounded-thread.ts';
import { RuleViolation } from '../rule-violation.ts';
import { checkLayout } from './check/check-layout.ts';
import { renderDispatch } from './render-dispatch.ts';
import type { RenderAnswer, RenderJob } from './render-thread.ts';

const port = parentPort!;

async function answer({
  document,
  options,
  check,
}: RenderJob): Promise<ThreadAnswer<RenderAnswer>> {
  try {
    const rendered = await renderDispatch(document, options);
    const findings = check ? await checkLayout(document, rendered, check) : [];
    return { result: { inspected: { rendered, findings } } };
  } catch (error) {
    if (!(error instanceof RuleViolation))
      return { fault: (error as Error).stack ?? String(error) };
    const { code, message } = error;
    return { result: { refusal: { code, message } } };
  }
}

port.on('message', (job: RenderJob) => {
  void answer(job).then((message) => port.postMessage(message));
});
port.postMessage('ready');
