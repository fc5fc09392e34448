import { annexI } from '../../finding.ts';
import { centreOf, MM, topOf } from '../reading/printed-file.ts';
import type { PageFault, PageRule, CheckInput } from '../check-input.ts';

/** Annex I, II.9.c: `Nơi nhận:` at the left margin, level with the authority. Joint signatures stand above it. */
export const RECIPIENTS_POSITION: PageRule = {
  id: 'recipients.position',
  clause: annexI('II.9.c'),
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    const heading = input.one('recipients-heading')?.[0];
    if (!heading) return;
    const place = 'Chữ "Nơi nhận:"';
    const left = input.textLeft;
    // Where all paragraphs are of one line, nothing shows how far left the text goes.
    const { isRecognisedOnly } = input.circumstances;
    const away = left === undefined ? 0 : heading.x - left;
    if (isRecognisedOnly ? away > 3 * MM : Math.abs(away) > 3 * MM) {
      const remedy = 'Đặt chữ "Nơi nhận:" sát lề trái.';
      yield { place, message: 'Chữ "Nơi nhận:" không sát lề trái.', remedy };
    }
    const authority = input.one('authority')?.[0];
    if (!authority || input.circumstances.isSignedJointly) return;
    const apart =
      authority.isSized && heading.isSized
        ? topOf(authority) - topOf(heading)
        : authority.y - heading.y;
    const level = authority.page === heading.page && Math.abs(apart) < 9;
    if (level) return;
    const remedy = 'Đặt chữ "Nơi nhận:" ngang hàng với dòng quyền hạn, chức vụ của người ký.';
    yield { place, message: 'Không ngang hàng với quyền hạn, chức vụ của người ký.', remedy };
  },
};

/** Annex I, II.7.đ: authority and name in the right half, on one axis. */
export const SIGNATURE_POSITION: PageRule = {
  id: 'signature.position',
  clause: annexI('II.7.đ'),
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    const authority = input.one('authority')?.[0];
    const name = input.one('signer-name')?.at(-1);
    if (!authority || !name || input.circumstances.isSignedJointly) return;
    const middle = input.file.pages[0]!.width / 2;
    if (centreOf(authority) < middle || centreOf(name) < middle) {
      yield {
        place: 'Phần ký',
        message: 'Quyền hạn, chức vụ và họ tên người ký không ở nửa bên phải.',
        remedy: 'Chuyển phần ký sang nửa bên phải của trang.',
      };
    } else if (Math.abs(centreOf(authority) - centreOf(name)) > 5 * MM) {
      yield {
        place: 'Họ tên người ký',
        message: 'Họ tên chưa canh giữa dưới quyền hạn, chức vụ.',
        remedy: 'Canh giữa họ tên dưới quyền hạn, chức vụ của người ký.',
      };
    }
  },
};

/** The decree gives no measure; less than 18 mm leaves no room for the picture of a signature. */
export const SIGNATURE_ROOM: PageRule = {
  id: 'signature.room',
  clause: annexI('II.7.d'),
  severity: 'warning',
  *find(input: CheckInput): Generator<PageFault> {
    const authority = input.one('authority')?.at(-1);
    const name = input.one('signer-name')?.[0];
    if (!authority || !name || authority.page !== name.page) return;
    const room = name.y - authority.y;
    if (room < 0 || room >= 18 * MM) return;
    yield {
      place: 'Phần ký',
      message: `Chỉ có ${Math.round(room / MM)} mm giữa chức vụ và họ tên người ký.`,
      remedy: 'Để khoảng trống 25 đến 30 mm cho chữ ký và dấu.',
    };
  },
};

/** Annex I, II.7: authority, signature and name are on one page. */
export const SIGNATURE_TOGETHER: PageRule = {
  id: 'signature.together',
  clause: annexI('II.7'),
  severity: 'error',
  *find(input: CheckInput): Generator<PageFault> {
    const authority = input.one('authority')?.at(-1);
    const name = input.one('signer-name')?.at(-1);
    if (!authority || !name || authority.page === name.page) return;
    yield {
      place: 'Phần ký',
      message: 'Chức vụ và họ tên người ký nằm ở hai trang khác nhau.',
      remedy: 'Giữ quyền hạn, chức vụ và họ tên người ký trên cùng một trang.',
    };
  },
};
