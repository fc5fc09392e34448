import { builtInFormat } from './number-format.ts';
import { unescaped, walk } from './workbook-parts.ts';

/** The format of each style a cell may name. */
export function formatsOf(part: Buffer | undefined): string[] {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let isCells = false;
  walk(part, {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'cellXfs') isCells = true;
      if (name === 'numFmt') own.set(Number(numFmtId), formatCode ?? '');
      if (name !== 'xf' || !isCells) return;
      formats.push(own.get(Number(numFmtId)) ?? builtInFormat(Number(numFmtId ?? 0)));
    },
    close: (name) => {
      if (name === 'cellXfs') isCells = false;
    },
  });
  return formats;
}

/** Texts that cells name by their place; what is written beside them for pronunciation is left out. */
export function stringsOf(part: Buffer | undefined): string[] {
  const strings: string[] = [];
  let [text, isText, phonetic] = ['', false, 0];
  walk(part, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic += 1;
      if (name === 't') isText = phonetic === 0;
    },
    text: (data) => {
      if (isText) text += data;
    },
    close: (name) => {
      if (name === 't') isText = false;
      if (name === 'rPh') phonetic -= 1;
      if (name === 'si') strings.push(unescaped(text));
    },
  });
  return strings;
}
