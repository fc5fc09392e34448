import { Parser } from 'htmlparser2';
import { fromWord } from '../../../../../src/engines/word/markdown-of.ts';
import type { Tree } from '../../../../../src/engines/word/tree.ts';

/** What a page becomes that is pasted; its `body` is parsed as the browser does it for the editor. */
export function pasted(body: string, css = '') {
  const root: Tree = { name: 'body', children: [] };
  const open = [root];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const child: Tree = { name, attributes, children: [] };
      open.at(-1)!.children!.push(child);
      open.push(child);
    },
    ontext: (text) => void open.at(-1)!.children!.push({ name: '', text }),
    onclosetag: () => void open.pop(),
  });
  parser.end(body);
  const { markdown, ...told } = fromWord(root, css);
  return { blocks: markdown.split('\n\n').filter(Boolean), ...told };
}

/** A paragraph of a list, its marker written out as Word writes it. */
export const listed = (marker: string, text: string, level = 1, style = '') =>
  `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span ${style}><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;
