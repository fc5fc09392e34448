import type { Response } from 'express';
import type { Dispatch } from './dispatch.entity.ts';
import { reference } from './printed-number.ts';

/** Shows the PDF in the browser under the name `05-STTTT-CNTT-VT.pdf`. */
export function sendPdf(
  response: Response,
  { dispatch, pdf }: { dispatch: Dispatch; pdf: Buffer },
): void {
  const name = encodeURIComponent(`${reference(dispatch).replaceAll('/', '-')}.pdf`);
  response.removeHeader('Content-Security-Policy'); // browsers' own PDF viewers do not run under it
  response
    .type('application/pdf')
    .setHeader('Content-Disposition', `inline; filename*=UTF-8''${name}`)
    .setHeader('Cache-Control', 'private, no-store')
    .send(pdf);
}
