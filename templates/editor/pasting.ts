import { Slice } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { fromWord } from '../../src/drafting/word/markdown-of.ts';
import type { Tree } from '../../src/drafting/word/tree.ts';
import { read } from './markdown.ts';

/** Keeps of what is pasted what the body can have, and says in `told` what was dropped. */
export function pasting(told: HTMLElement): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        paste(view, event) {
          const html = event.clipboardData?.getData('text/html') ?? '';
          const text = event.clipboardData?.getData('text/plain') ?? '';
          // What was copied here is ours already.
          if (html.includes('data-pm-slice') || (!html && !text)) return false;
          event.preventDefault();
          const { markdown, dropped } = html ? fromWord(treeOf(parsed(html))) : plain(text);
          insert(view, markdown);
          told.textContent = dropped.length > 0 ? `Đã bỏ: ${dropped.join(', ')}.` : '';
          return true;
        },
      },
    },
  });
}

const plain = (text: string) => ({ markdown: text.normalize('NFC'), dropped: [] });

function insert(view: EditorView, markdown: string): void {
  const { content } = read(markdown);
  const openness = content.childCount === 1 && content.firstChild!.isTextblock ? 1 : 0;
  const slice = new Slice(content, openness, openness);
  view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView());
}

/** Styles are read, never applied: under another name, so that the page's policy need not refuse them. */
function parsed(html: string): Element {
  const inert = html
    .replace(/<style[\s\S]*?<\/style>/gi, '')
    .replace(/<[^!>][^>]*>/g, (tag) => tag.replace(/\sstyle\s*=/i, ' data-style='));
  return new DOMParser().parseFromString(inert, 'text/html').body;
}

/** As plain as src/drafting/word/tree.ts has it; comments, conditional ones too, are left out. */
function treeOf(node: Node): Tree {
  if (!(node instanceof Element)) return { name: '', text: node.textContent ?? '' };
  const attributes = Object.fromEntries(
    [...node.attributes].map(({ name, value }) => [name.replace(/^data-style$/, 'style'), value]),
  );
  const children = [...node.childNodes].filter(({ nodeType }) => nodeType === 1 || nodeType === 3);
  return { name: node.localName, attributes, children: children.map(treeOf) };
}
