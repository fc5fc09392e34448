import { parentPort } from 'node:worker_threads';
import { RuleViolation } from '../rule-violation.ts';
import { checkLayout } from './check/check-layout.ts';
import { renderDispatch } from './render-dispatch.ts';
import type { RenderAnswer, RenderJob } from './render-thread.ts';

const port = parentPort!;

async function answer({ id, document, options, check }: RenderJob): Promise<RenderAnswer> {
  try {
    const rendered = await renderDispatch(document, options);
    const findings = check ? await checkLayout(document, rendered, check) : [];
    return { id, inspected: { rendered, findings } };
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error;
    const { code, message } = error;
    return { id, refusal: { code, message } };
  }
}

port.on('message', (job: RenderJob) => {
  void answer(job).then((message) => port.postMessage(message));
});
