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
