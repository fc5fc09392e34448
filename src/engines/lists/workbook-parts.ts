import { unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { NotReadable } from './table.ts';

/** A directory of 20,000 agencies with all columns unpacks to a third. */
const MOST_BYTES = 40_000_000;
const MOST_PARTS = 1000;

const DAMAGED = 'Không đọc được tệp Excel. Mở tệp, lưu lại dạng .xlsx rồi tải lên.';
const TOO_LARGE =
  'Nội dung bên trong tệp Excel lớn bất thường nên không đọc. Chép riêng danh sách sang một tệp mới rồi tải lên.';

export const damaged = () => new NotReadable(DAMAGED);

/** The parts of a workbook that hold lists, unpacked within one bound for all of them. */
export function partsOf(bytes: Buffer): Map<string, Buffer> {
  let left = MOST_BYTES;
  let count = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count += 1;
        if (count > MOST_PARTS) throw new NotReadable(TOO_LARGE);
        if (!/\.(?:xml|rels)$/i.test(name) || /(?:theme|drawings?|media)\//i.test(name))
          return false;
        left -= originalSize;
        if (left < 0) throw new NotReadable(TOO_LARGE);
        return true;
      },
    });
    const named = Object.entries(parts).map(([name, part]) => {
      return [name.replace(/^\//, '').toLowerCase(), Buffer.from(part)] as const;
    });
    return new Map(named);
  } catch (error) {
    throw error instanceof NotReadable ? error : damaged();
  }
}

export interface Handlers {
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Walks through one part. Names come without their prefix; a document type, which may define entities, is refused. */
export function walk(part: Buffer | undefined, { open, text, close }: Handlers): void {
  if (!part) return;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open?.(localName(name), attributes),
      ontext: (data) => text?.(data),
      onclosetag: (name) => close?.(localName(name)),
      onprocessinginstruction: (name) => {
        if (/^!doctype/i.test(name)) throw damaged();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(part.toString('utf8'));
  parser.end();
}

/** An attribute whatever prefix its name has: `r:id`. */
export function attribute(attributes: Record<string, string>, name: string): string | undefined {
  const found = Object.keys(attributes).find((key) => localName(key) === name);
  return found === undefined ? undefined : attributes[found];
}

/** ST_Xstring (ECMA-376 part 1, 22.9.2.19): what XML cannot hold stands as `_x000D_`. */
export const unescaped = (text: string): string =>
  text.replaceAll(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
