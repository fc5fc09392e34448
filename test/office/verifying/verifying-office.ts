import { append, drawing, Loot } from '../../engines/signatures/tampering.ts';
import { anIssued, signingOffice, type SigningOffice } from '../../support/signing-office.ts';

export const TITLE = 'Văn bản thật và nguyên vẹn';

export interface VerifyingOffice extends SigningOffice {
  issued: { id: string; pdf: Buffer };
  /** Sends a file as a browser without an account would, from an address of its own. */
  upload: ReturnType<typeof uploadTo>;
}

/** An office with the QR code on its pages, and a dispatch it has issued. */
export async function verifyingOffice(): Promise<VerifyingOffice> {
  const office = await signingOffice({ env: { CHECK_CODE: 'on' } });
  const issued = await anIssued(office, { abstract: 'kiểm tra <hệ thống> truyền thanh' });
  return { ...office, issued, upload: uploadTo(office) };
}

const uploadTo = (office: SigningOffice) => {
  let callers = 0;
  return (file: Buffer | string, path = '/verify', name = 'văn bản.pdf', from?: string) => {
    const bytes = Buffer.isBuffer(file) ? file : Buffer.from(file);
    return office.anyone
      .post(path)
      .set('X-Forwarded-For', from ?? `192.0.2.${(callers += 1)}`)
      .attach('file', bytes, { filename: name, contentType: 'application/pdf' });
  };
};

export const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

/** A new number painted over the old, after the seal. */
export function renumbered(pdf: Buffer): Buffer {
  const loot = new Loot(pdf);
  const number = loot.field('so_van_ban');
  const objects = {
    [number]: loot.with(number, { V: '(999)', AP: `<</N ${loot.free} 0 R>>` }),
    [loot.free]: drawing('BT ET'),
  };
  return append(pdf, { objects });
}
