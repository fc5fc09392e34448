import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { OfficialDocument } from '../../engines/page/official-document.ts';
import { bodyHtml, STYLE } from './page-html.ts';

const run = promisify(execFile);

/** Time for each of a batch that one LibreOffice process converts; nothing where there is none. */
export async function libreofficeBatch(documents: OfficialDocument[]): Promise<number | undefined> {
  const program = ['soffice', 'libreoffice'].find(
    (name) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0,
  );
  if (!program) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'noi-nhan-bench-'));
  try {
    const files = documents.map((document, i) => {
      const file = join(folder, `${i}.html`);
      const page = `<html lang="vi"><style>${STYLE}</style><body>${bodyHtml(document)}</body></html>`;
      writeFileSync(file, page);
      return file;
    });
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const filter = 'pdf:writer_web_pdf_Export';
    const started = performance.now();
    await run(program, [
      profile,
      '--headless',
      '--convert-to',
      filter,
      '--outdir',
      folder,
      ...files,
    ]);
    return (performance.now() - started) / documents.length;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
