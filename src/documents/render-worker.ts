import { parentPort } from 'node:worker_threads';
import { RuleViolation } from '../rule-violation.ts';
import { renderDispatch } from './render-dispatch.ts';
import type { RenderJob, RenderAnswer } from './render-thread.ts';

const port = parentPort!;

async function answer({ id, document, options }: RenderJob): Promise<RenderAnswer> {
  try {
    return { id, rendered: await renderDispatch(document, options) };
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error;
    const { code, message } = error;
    return { id, refusal: { code, message } };
  }
}

port.on('message', (job: RenderJob) => {
  void answer(job).then((message) => port.postMessage(message));
});
