import { deflateSync } from 'node:zlib';
import { EmbeddedFont } from './pdf/embedded-font.ts';
import { type Box, boxOf } from './pdf/form-fields.ts';
import { addPicture } from './pdf/image.ts';
import type { IncrementalUpdate } from './pdf/incremental-update.ts';
import { Dictionary, dictionary, name, numeral, type Reference, Text } from './pdf/objects.ts';
import type { PdfFile } from './pdf/pdf-file.ts';
import { SigningError } from './signing-error.ts';

/** Ascent of the text typeface, in parts of its size; the renderer sets the box of a field 1 point above it. */
const ASCENT = 0.891;
const CAPTION_SIZE = 5;
const CAPTION_LEADING = 1.3;

/** What the page shows in a text field: the value, centred on the line it stands in. */
export function textAppearance(file: PdfFile, field: Dictionary, value: string): string {
  const { font, size } = typefaceOf(file, field);
  const { width, height } = boxOf(file, field);
  const { codes, width: advance } = font.encode(value);
  const x = digits((width - (advance * size) / 1000) / 2);
  const y = digits(height - 1 - ASCENT * size);
  return `/Tx BMC q BT 0 g /${font.id} ${size} Tf ${x} ${y} Td <${codes}> Tj ET Q EMC`;
}

export function addTextAppearance(
  update: IncrementalUpdate,
  field: Dictionary,
  value: string,
): Reference {
  const { file } = update;
  const { font } = typefaceOf(file, field);
  const resources = dictionary({ Font: dictionary({ [font.id]: font.reference }) });
  return addForm(update, boxOf(file, field), resources, textAppearance(file, field, value));
}

export interface VisibleMark {
  /** PNG with transparency. */
  image?: Uint8Array;
  /** One line in small print under the image. */
  caption?: string;
}

/** The mark of a signature: its picture as large as the field allows, the caption below it. */
export function addMarkAppearance(
  update: IncrementalUpdate,
  field: Dictionary,
  { image, caption }: VisibleMark,
): Reference {
  const box = boxOf(update.file, field);
  const resources = new Dictionary();
  const drawing: string[] = [];
  const below = caption === undefined ? 0 : CAPTION_SIZE * CAPTION_LEADING;
  if (image) {
    const picture = addPicture(update, image);
    const scale = Math.min(box.width / picture.width, (box.height - below) / picture.height);
    const [width, height] = [picture.width * scale, picture.height * scale];
    const x = (box.width - width) / 2;
    const y = below + (box.height - below - height) / 2;
    drawing.push(`q ${[width, 0, 0, height, x, y].map(digits).join(' ')} cm /Im0 Do Q`);
    resources.set('XObject', dictionary({ Im0: picture.reference }));
  }
  if (caption !== undefined) {
    const font = EmbeddedFont.ofForm(update.file, defaultFont(update.file));
    const { codes } = font.encode(caption);
    const y = digits(below - CAPTION_SIZE);
    // From the left edge: under a seal the name of the signer begins on the right.
    drawing.push(`BT 0 g /${font.id} ${CAPTION_SIZE} Tf 0 ${y} Td <${codes}> Tj ET`);
    resources.set('Font', dictionary({ [font.id]: font.reference }));
  }
  return addForm(update, box, resources, drawing.join('\n'));
}

function addForm(
  update: IncrementalUpdate,
  { width, height }: Box,
  Resources: Dictionary,
  content: string,
): Reference {
  const entries = dictionary({
    Type: name('XObject'),
    Subtype: name('Form'),
    BBox: [0, 0, width, height].map(numeral),
    Resources,
    Filter: name('FlateDecode'),
  });
  return update.addStream(entries, deflateSync(Buffer.from(content, 'latin1')));
}

function typefaceOf(file: PdfFile, field: Dictionary): { font: EmbeddedFont; size: number } {
  const [id, size] = defaultAppearance(field.get('DA'));
  return { font: EmbeddedFont.ofForm(file, id), size };
}

function defaultFont(file: PdfFile): string {
  return defaultAppearance(file.dictionaryAt(file.catalog.get('AcroForm')).get('DA'))[0];
}

/** `/FR 13 Tf 0 g` (ISO 32000-1, 12.7.3.3). */
function defaultAppearance(object: unknown): [font: string, size: number] {
  const operators = object instanceof Text ? object.bytes.toString('latin1') : '';
  const match = /^\/([\w.+-]+) (\d+(?:\.\d+)?) Tf\b/.exec(operators);
  if (match) return [match[1]!, Number(match[2])];
  throw new SigningError(
    'field-missing',
    'Ô trên trang không nêu phông chữ. Hãy kết xuất lại văn bản với các ô chữ ký rồi ký.',
  );
}

const digits = (value: number) => String(Math.round(value * 100) / 100);
