import { baseKeymap, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { dropMarker, nextItem, typedMarkers } from './blocks.ts';
import { read, write } from './markdown.ts';
import { PasteReading } from './paste-reading.ts';
import { pasting } from './pasting.ts';
import { schema } from './schema.ts';
import { seekBlock, seekSource, sought } from './seeking.ts';
import { goBelow, goToCell } from './tables.ts';
import { toolbar } from './toolbar.ts';

const { bold, italic } = schema.marks;

const keys = keymap({
  'Mod-b': toggleMark(bold),
  'Mod-i': toggleMark(italic),
  'Mod-z': undo,
  'Mod-y': redo,
  'Shift-Mod-z': redo,
  Tab: goToCell(1),
  'Shift-Tab': goToCell(-1),
  Backspace: dropMarker,
});

export interface Editor {
  /** Shows one block of the text, counted from 1. */
  seek(nth: number): void;
}

const opened = new WeakMap<HTMLTextAreaElement, Editor>();

/**
 * Opens an editor over a textarea, once; the textarea keeps the Markdown of it and stays part of its form.
 * `pasteReader` is the address of what reads other programs' text.
 */
export function openEditor(textarea: HTMLTextAreaElement, pasteReader: string): Editor {
  const made = opened.get(textarea) ?? makeEditor(textarea, pasteReader);
  opened.set(textarea, made);
  return made;
}

function makeEditor(textarea: HTMLTextAreaElement, pasteReader: string): Editor {
  const box = document.createElement('div');
  box.className = 'editor';
  const dropped = document.createElement('div');
  dropped.className = 'dropped';
  dropped.setAttribute('role', 'status');
  const reading = new PasteReading(pasteReader, textarea.form);
  let isWriting = false;
  const state = (markdown: string) =>
    EditorState.create({
      doc: read(markdown),
      plugins: [
        typedMarkers,
        history(),
        keys,
        keymap({ Enter: goBelow }),
        keymap({ Enter: nextItem }),
        keymap(baseKeymap),
        pasting(dropped, reading),
        sought,
      ],
    });
  const view: EditorView = new EditorView(null, {
    state: state(textarea.value),
    attributes: {
      role: 'textbox',
      'aria-multiline': 'true',
      id: `${textarea.id}-editor`,
      'aria-label': textarea.labels[0]?.textContent ?? '',
    },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      tools.update();
      if (!transaction.docChanged) return;
      isWriting = true;
      textarea.value = write(view.state.doc);
      textarea.dispatchEvent(new Event('input', { bubbles: true }));
      isWriting = false;
    },
  });
  const tools = toolbar(() => view);
  box.append(tools.dom, view.dom, dropped);
  textarea.before(box);

  const show = (isSource: boolean) => {
    box.hidden = isSource;
    textarea.hidden = !isSource;
    if (!isSource) view.updateState(state(textarea.value));
    tools.update();
  };
  // A browser cannot ask for what it does not show; the server asks.
  textarea.required = false;
  box.before(switcher(show));
  textarea.addEventListener('input', () => {
    if (!isWriting && !box.hidden) view.updateState(state(textarea.value));
  });
  show(false);
  return {
    seek: (nth) => (box.hidden ? seekSource(textarea, nth) : seekBlock(view, nth)),
  };
}

/** Between the editor and its Markdown. */
function switcher(show: (isSource: boolean) => void): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'modes';
  const modes = ['Soạn thảo', 'Mã nguồn'].map((name, index) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = name;
    made.addEventListener('click', () => choose(index === 1));
    return made;
  });
  const choose = (isSource: boolean) => {
    modes.forEach((mode, i) => mode.setAttribute('aria-pressed', String((i === 1) === isSource)));
    show(isSource);
  };
  modes.forEach((mode, i) => mode.setAttribute('aria-pressed', String(i === 0)));
  dom.append(...modes);
  return dom;
}
