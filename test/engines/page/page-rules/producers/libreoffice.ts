import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';

const require = createRequire(import.meta.url);
const TINOS = dirname(require.resolve('@expo-google-fonts/tinos/package.json'));

/** What LibreOffice exports of files of Word, in their order; it has Tinos, whose widths are those of Times New Roman. */
export function exportedByLibreOffice(files: Buffer[]): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'noi-nhan-export-'));
  try {
    mkdirSync(join(folder, 'fonts'));
    const fonts = join(folder, 'fonts.conf');
    writeFileSync(
      fonts,
      `<?xml version="1.0"?><fontconfig><dir>${TINOS}</dir><dir>/usr/share/fonts</dir><cachedir>${join(folder, 'fonts')}</cachedir></fontconfig>`,
    );
    const names = files.map((file, i) => {
      const name = join(folder, `${i}.docx`);
      writeFileSync(name, file);
      return name;
    });
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...names];
    const { status, stderr } = spawnSync('soffice', args, {
      env: { ...process.env, FONTCONFIG_FILE: fonts },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`soffice: ${stderr}`);
    return files.map((_, i) => readFileSync(join(folder, `${i}.pdf`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
