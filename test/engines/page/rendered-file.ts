import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OfficialDocument } from '../../../src/engines/page/official-document.ts';
import {
  renderDispatch,
  type RenderedDocument,
  type RenderOptions,
} from '../../../src/engines/page/render-dispatch.ts';

/** A folder for files that outside tools read; gone after the tests of the file. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'noi-nhan-documents-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface RenderedFile extends RenderedDocument {
  path: string;
}

export async function renderTo(
  path: string,
  document: OfficialDocument,
  options?: RenderOptions,
): Promise<RenderedFile> {
  const rendered = await renderDispatch(document, options);
  writeFileSync(path, rendered.pdf);
  return { ...rendered, path };
}
