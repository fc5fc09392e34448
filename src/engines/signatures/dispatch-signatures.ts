import type { KeyHolder } from './keys/key-holder.ts';
import { finish, toBeSigned } from './finish.ts';
import type { OpenSignature } from './pdf/signature-holes.ts';
import { prepare } from './prepare.ts';
import { isoInVietnam } from './vietnam-time.ts';

// How an office uses this room:
//   signing     preparePerson -> signWith(key), or store the bytes, then reopen -> toBeSigned … finish,
//               where the key is elsewhere
//   issuing     prepareSeal   -> signWith(key), in one revision with number and date
//   afterwards  archive (archive.ts), by a job: a SigningError `timestamp-…` leaves the dispatch as it is, at level B-B
//   anybody     verifyDispatch (verification/verify-dispatch.ts)
// Every function takes the stored bytes and gives new bytes that begin with them.

/** Names of the fields the renderer leaves; a second signatory's field ends in 2, and so on. */
export const PERSON_FIELD = 'ChuKyCaNhan';
export const SEAL_FIELD = 'DauCoQuan';
/** Of a receipt, which the agency alone signs. */
export const RECEIPT_FIELD = 'BienNhan';

export interface PersonSignature {
  signer: string;
  signedAt: Date;
  /** The handwritten signature in blue, PNG with transparency (Decree 30/2020/NĐ-CP, Annex I, II.7.d). */
  image?: Uint8Array;
  /** Which signatory of a document issued jointly, from 1. */
  place?: number;
}

export interface Seal {
  /** Name of the agency. */
  agency: string;
  sealedAt: Date;
  /** The seal in red at its real size, PNG with transparency (Annex I, II.8). */
  image?: Uint8Array;
  /** As printed, for a page that was rendered without: `05`, `29`, `02`. Absent when the page has them already. */
  numberAndDate?: { number: string; day: string; month: string };
  /** Which agency of a document issued jointly, from 1. */
  place?: number;
}

/** First revision: the authorised person signs, while number and date are still open. */
export function preparePerson(
  pdf: Uint8Array,
  { place, ...signature }: PersonSignature,
): OpenSignature {
  return prepare(pdf, { ...signature, field: fieldAt(PERSON_FIELD, place) });
}

/** Second revision: number, day and month go into their places, and the agency's seal locks the file. */
export function prepareSeal(pdf: Uint8Array, seal: Seal): OpenSignature {
  const { agency, sealedAt, image, numberAndDate, place } = seal;
  return prepare(pdf, {
    field: fieldAt(SEAL_FIELD, place),
    after: fieldAt(PERSON_FIELD, place),
    signer: agency,
    signedAt: sealedAt,
    caption: isoInVietnam(sealedAt),
    ...(image && { image }),
    ...(numberAndDate && {
      fill: {
        so_van_ban: numberAndDate.number,
        ngay: numberAndDate.day,
        thang: numberAndDate.month,
      },
    }),
  });
}

/** The only revision of a receipt. */
export function prepareReceipt(pdf: Uint8Array, { agency, sealedAt, image }: Seal): OpenSignature {
  return prepare(pdf, {
    field: RECEIPT_FIELD,
    signer: agency,
    signedAt: sealedAt,
    ...(image && { image }),
  });
}

/** Has the key holder sign a prepared file; the key sees only what is to be signed. */
export async function signWith(open: OpenSignature, key: KeyHolder): Promise<Buffer> {
  return finish(open, key, await key.sign(toBeSigned(open, key)));
}

const fieldAt = (name: string, place = 1) => (place === 1 ? name : `${name}${place}`);
