import type { Dropped } from '../dropped.ts';
import { below, child, valueOf, type XmlElement } from './xml.ts';

interface Field {
  code: string;
  /** Its code comes first, then what it shows. */
  isShown: boolean;
  form?: XmlElement;
  shown: string;
}

/** They mark something and show nothing. */
const SILENT = /^(?:XE|TC|TA|RD|SET|ASK|NEXT|NEXTIF|SKIPIF|BOOKMARK|PRIVATE|BIBLIOGRAPHY)$/;
const MOMENTS = /^(?:DATE|TIME|SAVEDATE|PRINTDATE|CREATEDATE|EDITTIME)$/;
const PAGES = /^(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION|PAGEREF|TOC|INDEX)$/;
const COUNTERS = /^(?:LISTNUM|AUTONUM|AUTONUMLGL|AUTONUMOUT)$/;

/** What fields show (ECMA-376 part 1, 17.16): their last result stands in the file beside their code. */
export class Fields {
  private readonly open: Field[] = [];

  constructor(private readonly dropped: Dropped) {}

  /** Whether text here is seen: it is no code of a field around. */
  get isShown(): boolean {
    return this.open.every((field) => field.isShown);
  }

  /** Takes `w:fldChar`; what it returns is shown in its place. */
  mark(element: XmlElement): string {
    const type = element.attributes['w:fldCharType'];
    const field = this.open.at(-1);
    if (type === 'begin') {
      this.open.push({ code: '', isShown: false, form: child(element, 'w:ffData'), shown: '' });
    } else if (type === 'separate' && field) field.isShown = true;
    else if (type === 'end' && field) {
      this.open.pop();
      return this.isShown ? this.end(field) : '';
    }
    return '';
  }

  code(text: string): void {
    const field = this.open.at(-1);
    if (field && !field.isShown) field.code += text;
  }

  /** Text that was shown, for what looks into results. */
  saw(text: string): void {
    for (const field of this.open) field.shown += field.shown.length < 100 ? text : '';
  }

  /** `w:fldSimple` with what it showed. */
  simple(code: string, shown: string): void {
    this.tell(code, shown);
  }

  private end({ code, isShown, form, shown }: Field): string {
    const name = nameOf(code);
    if (name === 'FORMCHECKBOX') return isTicked(form) ? '☒' : '☐';
    if (name === 'FORMDROPDOWN' && form && !shown) return chosen(form);
    if (isShown) this.tell(code, shown);
    else if (COUNTERS.test(name)) this.dropped.place('counter');
    else if (name === 'EQ') this.dropped.place('unread equation');
    else if (!SILENT.test(name)) this.dropped.place('field');
    return '';
  }

  private tell(code: string, shown: string): void {
    const name = nameOf(code);
    if (MOMENTS.test(name)) this.dropped.place('moment');
    else if (PAGES.test(name)) this.dropped.place('page');
    else if (name === 'HYPERLINK') this.dropped.place('link');
    else if (name === 'FORMTEXT' && !shown.trim()) this.dropped.place('blank');
    else if (name === 'MERGEFIELD' && /^\s*«/.test(shown)) this.dropped.place('blank');
    else if (/^Error!|^Lỗi!/i.test(shown.trim())) this.dropped.place('field');
    else if (!shown.trim() && !SILENT.test(name)) this.dropped.place('field');
  }
}

const nameOf = (code: string) => /^\s*(\S+)/.exec(code)?.[1]?.toUpperCase() ?? '';

function isTicked(form: XmlElement | undefined): boolean {
  const box = child(form, 'w:checkBox');
  const state = child(box, 'w:checked') ?? child(box, 'w:default');
  return state !== undefined && (state.attributes['w:val'] ?? '1') === '1';
}

function chosen(form: XmlElement): string {
  const list = child(form, 'w:ddList');
  const entries = list ? [...below(list, 'w:listEntry')] : [];
  const at = Number(valueOf(list, 'w:result') ?? valueOf(list, 'w:default') ?? 0);
  return entries[at]?.attributes['w:val'] ?? '';
}
