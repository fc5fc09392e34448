import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { PDF, PdfName, type PdfRef, PdfStream } from '@libpdf/core';
import { SigningError } from '../signing-error.ts';
import type { IncrementalUpdate } from './incremental-update.ts';
import { type Dictionary, dictionary, name, numeral, type Reference } from './objects.ts';

interface Raster {
  colorSpace: string;
  bits: number;
  data: Buffer;
}

interface Picture {
  width: number;
  height: number;
  colours: Raster;
  /** How opaque each pixel is. */
  mask?: Raster;
}

const KEPT = 16;
/** A signature or a seal of 5 cm at 600 dots an inch has 1.4 million points. */
const LARGEST_FILE = 5 * 2 ** 20;
const MOST_POINTS = 4_000_000;
const PNG_BEGINS = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const unpacked = new Map<string, Picture>();

export interface PlacedPicture extends Pick<Picture, 'width' | 'height'> {
  reference: Reference;
}

/** Puts a PNG with transparency into the file; a picture is unpacked once per process, it costs more than the signature. */
export function addPicture(update: IncrementalUpdate, png: Uint8Array): PlacedPicture {
  const { width, height, colours, mask } = pictureOf(png);
  const entries = ({ colorSpace, bits }: Raster): Dictionary =>
    dictionary({
      Type: name('XObject'),
      Subtype: name('Image'),
      Width: numeral(width),
      Height: numeral(height),
      ColorSpace: name(colorSpace),
      BitsPerComponent: numeral(bits),
      Filter: name('FlateDecode'),
    });
  const head = entries(colours);
  if (mask) head.set('SMask', update.addStream(entries(mask), mask.data));
  return { width, height, reference: update.addStream(head, colours.data) };
}

function pictureOf(png: Uint8Array): Picture {
  const key = createHash('sha256').update(png).digest('base64');
  const known = unpacked.get(key);
  if (known) return known;
  const picture = unpack(png);
  if (unpacked.size >= KEPT) unpacked.delete(unpacked.keys().next().value!);
  unpacked.set(key, picture);
  return picture;
}

function unpack(png: Uint8Array): Picture {
  requireSmall(Buffer.from(png.buffer, png.byteOffset, png.byteLength));
  try {
    const pdf = PDF.create();
    const { ref, width, height } = pdf.embedPng(png);
    const stream = streamAt(pdf, ref);
    const mask = stream.getRef('SMask');
    return {
      width,
      height,
      colours: rasterOf(stream),
      ...(mask && { mask: rasterOf(streamAt(pdf, mask)) }),
    };
  } catch (cause) {
    throw new SigningError(
      'image-unreadable',
      'Ảnh chữ ký hoặc ảnh dấu không đọc được. Hãy chọn tệp PNG nền trong suốt.',
      { cause },
    );
  }
}

/** Before anything is unpacked: a few kilobytes of PNG can hold gigabytes. */
function requireSmall(png: Buffer): void {
  // Width and height come first (ISO/IEC 15948, 11.2.2).
  const isPng = png.length > 24 && png.subarray(0, 8).equals(PNG_BEGINS);
  const points = isPng ? png.readUInt32BE(16) * png.readUInt32BE(20) : 0;
  if (png.length <= LARGEST_FILE && points <= MOST_POINTS) return;
  throw new SigningError(
    'image-unreadable',
    'Ảnh chữ ký hoặc ảnh dấu quá lớn. Thu nhỏ ảnh còn tối đa 2.000 × 2.000 điểm và 5 MB, lưu lại dạng PNG nền trong suốt.',
  );
}

function streamAt(pdf: PDF, reference: PdfRef): PdfStream {
  const object = pdf.getObject(reference);
  if (!(object instanceof PdfStream)) throw new TypeError('The picture has no pixels');
  return object;
}

function rasterOf(stream: PdfStream): Raster {
  const colorSpace = stream.get('ColorSpace');
  return {
    colorSpace: colorSpace instanceof PdfName ? colorSpace.value : 'DeviceRGB',
    bits: stream.getNumber('BitsPerComponent')?.value ?? 8,
    data: deflateSync(stream.getDecodedData(), { level: 9 }),
  };
}
