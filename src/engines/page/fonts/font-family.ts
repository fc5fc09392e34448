import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { RenderError } from '../render-error.ts';
import { type FontStyle, Typeface } from './typeface.ts';

export type FontFamily = Readonly<Record<FontStyle, Typeface>>;

/** Paths of an office's own font files, for instance Times New Roman under its own licence. */
export type FontFiles = Readonly<Record<FontStyle, string>>;

/** Tinos has the advance widths of Times New Roman and may be embedded (OFL 1.1, `LICENSE_FONT` of its package). */
const TINOS: FontFiles = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
};

/** The names that Windows gives to the files of Times New Roman. */
export function fontFilesIn(folder: string): FontFiles {
  return {
    regular: join(folder, 'times.ttf'),
    bold: join(folder, 'timesbd.ttf'),
    italic: join(folder, 'timesi.ttf'),
    boldItalic: join(folder, 'timesbi.ttf'),
  };
}

const require = createRequire(import.meta.url);
const families = new Map<string, FontFamily>();

/** Parsed once in a process for each set of files. */
export function fontFamily(files?: FontFiles): FontFamily {
  const key = files ? JSON.stringify(files) : '';
  let family = families.get(key);
  if (!family) families.set(key, (family = load(files)));
  return family;
}

function load(files?: FontFiles): FontFamily {
  const face = (style: FontStyle) =>
    new Typeface(
      style,
      open(files?.[style] ?? require.resolve(`@expo-google-fonts/tinos/${TINOS[style]}`)),
    );
  return {
    regular: face('regular'),
    bold: face('bold'),
    italic: face('italic'),
    boldItalic: face('boldItalic'),
  };
}

function open(path: string): Font {
  try {
    return create(readFileSync(path));
  } catch (cause) {
    const error = new RenderError('font-unreadable', `Không đọc được tệp phông chữ ${path}.`);
    error.cause = cause;
    throw error;
  }
}
