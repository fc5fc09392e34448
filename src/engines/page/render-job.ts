import type { ProblemCode } from '../../platform/problems/problems.ts';
import type { LayoutFinding } from './finding.ts';
import type { OfficialDocument } from './official-document.ts';
import type { RenderedDocument, RenderOptions } from './render-dispatch.ts';
import type { WordContext } from './word-rules/judge-words.ts';

/** A page to draw, or the words of a draft to judge. */
export type PageJob =
  | { document: OfficialDocument; options: RenderOptions; context?: undefined }
  | { document: OfficialDocument; context: WordContext };

export type PageAnswer =
  | { rendered: RenderedDocument }
  | { findings: LayoutFinding[] }
  | { refusal: { code: ProblemCode; message: string } };
