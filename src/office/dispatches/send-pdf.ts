import type { Response } from 'express';
import { KeptFile } from '../../platform/files/kept-file.ts';
import { sendFile, showable } from '../../platform/web/send-file.ts';
import type { Dispatch } from './dispatch.entity.ts';
import { reference } from './number-words.ts';

/** Shows the PDF, made just now or kept, in the browser under the name `05-STTTT-CNTT-VT.pdf`. */
export async function sendPdf(
  response: Response,
  { dispatch, pdf }: { dispatch: Pick<Dispatch, 'number' | 'symbol'>; pdf: Buffer | KeptFile },
  onGiven?: () => Promise<void>,
): Promise<void> {
  const name = encodeURIComponent(`${reference(dispatch).replaceAll('/', '-')}.pdf`);
  const headers = {
    'Content-Disposition': `inline; filename*=UTF-8''${name}`,
    'Cache-Control': 'private, no-store',
  };
  if (pdf instanceof KeptFile) return sendFile(response, pdf, headers, onGiven);
  showable(response);
  response.type('application/pdf').set(headers).send(pdf);
}
