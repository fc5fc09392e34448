// A bundle of its own: the editor fetches it at the first paste that needs it.
import { fromWord } from '../../../../src/engines/word/markdown-of.ts';
import type { Tree } from '../../../../src/engines/word/tree.ts';

export interface Pasted {
  markdown: string;
  /** `3 cỡ chữ`, `1 ảnh` */
  dropped: string[];
  remarks: string[];
}

const STYLES = /<style[^>]*>([\s\S]*?)<\/style>/gi;
const BY_LIBREOFFICE = /<meta\s[^>]*content="LibreOffice/i;
const FROM_LIBREOFFICE =
  'LibreOffice chép thiếu mà không báo (chữ đứng trước số tự động như “Điều”, trường ngày tháng) và chép cả chữ đã xóa khi theo dõi sửa đổi: đối chiếu với bản gốc, hoặc lưu thành .docx rồi nhập tệp';

/** Reads the HTML of a clipboard; browsers nest no more than some five hundred elements. */
export function readPasted(html: string): Pasted {
  const css = [...html.matchAll(STYLES)].map(([, text]) => text).join('\n');
  const isFromLibreOffice = BY_LIBREOFFICE.test(html);
  const read = fromWord(treeOf(parsed(html), isFromLibreOffice), css);
  if (isFromLibreOffice) read.remarks.push(FROM_LIBREOFFICE);
  return read;
}

/** Styles are read, never applied: under another name, so that the page's policy need not refuse them. */
function parsed(html: string): Element {
  const inert = html
    .replace(STYLES, '')
    .replace(/<[^!>][^>]*>/g, (tag) => tag.replace(/\s(style|on\w+)\s*=/gi, ' data-$1='));
  return new DOMParser().parseFromString(inert, 'text/html').body;
}

/** As plain as src/engines/word/tree.ts has it; comments are left out, but for those that people wrote. */
function treeOf(node: Node, hasRemarks: boolean): Tree {
  if (node instanceof Comment) return { name: 'remark' };
  if (!(node instanceof Element)) return { name: '', text: node.textContent ?? '' };
  const attributes = Object.fromEntries(
    [...node.attributes].map(({ name, value }) => [name.replace(/^data-style$/, 'style'), value]),
  );
  const children = [...node.childNodes].filter(
    (child) => child.nodeType === 1 || child.nodeType === 3 || (hasRemarks && isRemark(child)),
  );
  return {
    name: node.localName,
    attributes,
    children: children.map((child) => treeOf(child, hasRemarks)),
  };
}

/** LibreOffice writes what somebody noted beside the text as a comment of HTML. */
const isRemark = (node: Node) =>
  node instanceof Comment && !/^\[|^(?:Start|End)Fragment/.test(node.data.trim());
