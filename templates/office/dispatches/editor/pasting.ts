import { Slice } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { read } from './markdown.ts';
import type { Pasted } from './paste-reader.ts';
import type { PasteReading } from './paste-reading.ts';

/** Where each paste that is being read will stand, wherever one types meanwhile. */
type Places = ReadonlyMap<symbol, number>;

const key = new PluginKey<Places>('pasting');

const WAITING = 'Đang đọc nội dung vừa dán…';
const PLAIN =
  'Đã dán chữ thuần, vì máy chưa đọc được định dạng của nội dung này: bảng, chữ đậm, số tự động có thể thiếu, chữ phông cũ (.VnTime, VNI) chưa chuyển sang Unicode. Muốn có đủ: bấm Ctrl+Z, đợi có mạng rồi dán lại.';
const NOTHING = 'Chưa dán được: máy chưa đọc được nội dung này. Đợi có mạng rồi dán lại.';
const ELSEWHERE = 'Chưa dán được, vì phần soạn thảo đã đóng trước khi đọc xong. Dán lại.';

/** Keeps of what is pasted what the body can have, and says in `told` what was dropped. */
export function pasting(told: HTMLElement, reading: PasteReading): Plugin<Places> {
  return new Plugin({
    key,
    state: {
      init: (): Places => new Map(),
      apply(transaction, before): Places {
        const places = new Map(
          [...before].map(([of, at]) => [of, transaction.mapping.map(at, -1)]),
        );
        const change = transaction.getMeta(key) as { paste: symbol; at?: number } | undefined;
        if (change?.at !== undefined) places.set(change.paste, change.at);
        else if (change) places.delete(change.paste);
        return places;
      },
    },
    props: {
      handleDOMEvents: {
        paste(view, event) {
          const html = event.clipboardData?.getData('text/html') ?? '';
          const text = written(event.clipboardData?.getData('text/plain') ?? '');
          // What was copied here is ours already.
          if (html.includes('data-pm-slice') || (!html && !text)) return false;
          event.preventDefault();
          told.textContent = html ? WAITING : '';
          const paste = begin(view);
          if (html) reading.hold(later(view, paste, html, text));
          else insert(view, paste, text);
          return true;
        },
      },
    },
  });

  async function later(view: EditorView, paste: symbol, html: string, text: string) {
    const pasted = await reading.read(html).catch(() => undefined);
    const isThere = key.getState(view.state)?.has(paste) && !view.dom.closest('[hidden]');
    if (!isThere) say(ELSEWHERE);
    else {
      insert(view, paste, pasted?.markdown ?? paragraphs(text));
      say(pasted ? summary(pasted) : text ? PLAIN : NOTHING);
    }
  }

  /** In sight, however long what was pasted is. */
  function say(words: string): void {
    told.textContent = words;
    if (words) told.scrollIntoView({ block: 'nearest' });
  }
}

function begin(view: EditorView): symbol {
  const paste = Symbol('paste');
  const tr = view.state.tr.deleteSelection();
  view.dispatch(tr.setMeta(key, { paste, at: tr.selection.from }));
  return paste;
}

function insert(view: EditorView, paste: symbol, markdown: string): void {
  const { content } = read(markdown);
  const openness = content.childCount === 1 && content.firstChild!.isTextblock ? 1 : 0;
  const at = key.getState(view.state)!.get(paste)!;
  const slice = new Slice(content, openness, openness);
  const tr = view.state.tr.replaceRange(at, at, slice);
  view.dispatch(tr.setMeta(key, { paste }).scrollIntoView());
}

const written = (text: string) => text.normalize('NFC').replace(/\r\n?/g, '\n');

/** Programs that write give a line to each paragraph. */
const paragraphs = (text: string) => text.trim().replace(/\s*\n\s*/g, '\n\n');

function summary({ dropped, remarks }: Pasted): string {
  return [
    ...(dropped.length > 0 ? [`Đã bỏ: ${dropped.join(', ')}.`] : []),
    ...remarks.map((remark) => `Lưu ý: ${remark}.`),
  ].join('\n');
}
