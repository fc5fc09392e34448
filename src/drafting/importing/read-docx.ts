import { parseDocument } from 'htmlparser2';
import mammoth from 'mammoth';
import { WordReader, type Piece } from '../word/from-word.ts';
import type { Tree } from '../word/tree.ts';
import { NoDocument, partsOf } from './package-parts.ts';

export interface ReadDocument {
  pieces: Piece[];
  /** `3 cỡ chữ`, `1 ảnh` … */
  dropped: string[];
}

/** OLE: what Word wrote until 2003, and what it writes today under a password. */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Reads a .docx; throws `NoDocument` with words for whoever sent it. */
export async function readDocx(bytes: Buffer): Promise<ReadDocument> {
  if (bytes.length === 0) throw new NoDocument('Tệp trống. Hãy chọn tệp Word (.docx) có nội dung.');
  if (bytes.subarray(0, 8).equals(COMPOUND_FILE)) {
    throw new NoDocument(
      'Tệp là Word đời cũ (.doc) hoặc có mật khẩu. Mở bằng Word, bỏ mật khẩu, lưu thành .docx rồi gửi.',
    );
  }
  const parts = partsOf(bytes);
  const main = parts.get('word/document.xml');
  if (!main) throw new NoDocument('Đây không phải tệp Word (.docx). Hãy chọn tệp dự thảo Word.');
  if ([...parts.keys()].some((name) => /vbaProject|\/activeX\//i.test(name))) {
    throw new NoDocument(
      'Tệp có macro nên không nhận. Mở bằng Word, lưu thành .docx (không macro) rồi gửi.',
    );
  }
  const { value } = await mammoth.convertToHtml(packageOf(parts), OPTIONS);
  const reader = new WordReader();
  const pieces = reader.read(treeOf(parseDocument(value)));
  noteLooks(reader, main.toString('utf8'), parts);
  return { pieces, dropped: reader.dropped.words };
}

const OPTIONS = {
  styleMap: ['u => u', 'strike => s'],
  // The bytes of pictures are not wanted, their number is.
  convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
  externalFileAccess: false,
};

/** The unpacked parts in the shape that mammoth reads (its lib/zipfile.js), so that it unpacks nothing itself. */
function packageOf(parts: Map<string, Buffer>): { buffer: Buffer } {
  const file = {
    exists: (name: string) => parts.has(name),
    read: async (name: string, encoding?: BufferEncoding) =>
      encoding ? parts.get(name)!.toString(encoding) : parts.get(name)!,
  };
  return { file } as unknown as { buffer: Buffer };
}

interface DomNode {
  type: string;
  name?: string;
  data?: string;
  attribs?: Record<string, string>;
  children?: DomNode[];
}

function treeOf({ name = '', data, attribs, children }: DomNode): Tree {
  if (!children) return { name: '', text: data ?? '' };
  return { name, attributes: attribs ?? {}, children: children.map(treeOf) };
}

/** What mammoth does not tell of. */
function noteLooks({ dropped }: WordReader, xml: string, parts: Map<string, Buffer>): void {
  const values = (pattern: RegExp) => [...xml.matchAll(pattern)].map((match) => match[1]!);
  for (const size of values(/<w:sz w:val="(\d+)"/g)) dropped.kind('size', size);
  for (const family of values(/<w:rFonts[^>]* w:ascii="([^"]+)"/g)) dropped.kind('family', family);
  for (const color of values(/<w:color w:val="(\w+)"/g)) {
    if (!/^(auto|0{6})$/i.test(color)) dropped.kind('color', color);
  }
  dropped.place('comment', values(/<w:commentReference[^>]*w:id="(\d+)"/g).length);
  dropped.place('deletion', values(/<w:(del) [^>]*w:id/g).length);
  const isUsed = (name: string) =>
    /^word\/(header|footer)\d*\.xml$/.test(name) && /<w:t[ >]/.test(parts.get(name)!.toString());
  dropped.place('margin', [...parts.keys()].filter(isUsed).length);
}
