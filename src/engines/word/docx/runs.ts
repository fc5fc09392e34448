import type { Dropped } from '../dropped.ts';
import { isUnreadFont, legacyFont } from '../legacy-fonts.ts';
import { legible, type OldFonts } from '../legible.ts';
import { isSymbolFont, symbolOf } from '../symbols.ts';
import { linear } from './equations.ts';
import { Fields } from './fields.ts';
import type { RunLook, Styles } from './styles.ts';
import { below, child, elementsOf, ownText, valueOf, type XmlElement } from './xml.ts';

/** Text of one look; a new line in it is a soft one. */
export interface Run {
  text: string;
  bold: boolean;
  italic: boolean;
  capitals: boolean;
  font?: string;
}

/** What reading a document goes along with. */
export interface ReadingState {
  styles: Styles;
  dropped: Dropped;
  fields: Fields;
  fonts: OldFonts;
}

const LEFT =
  /^w:(?:del|moveFrom|rPr|pPr|sdtPr|sdtEndPr|rubyPr|rt|proofErr|customXmlPr|smartTagPr)$/;

/** Collects what one paragraph says, as Word shows it when all changes are accepted. */
export class RunCollector {
  readonly runs: Run[] = [];
  /** Contents of text boxes that are anchored here. */
  readonly boxes: XmlElement[] = [];
  private hides = false;

  constructor(
    private readonly reading: ReadingState,
    private readonly around: { table?: string; paragraph?: string },
  ) {}

  read(paragraph: XmlElement): this {
    this.walk(paragraph);
    if (this.hides) this.reading.dropped.place('hidden');
    return this;
  }

  private walk(parent: XmlElement): void {
    for (const one of elementsOf(parent)) this.take(one);
  }

  private take(one: XmlElement): void {
    const { dropped, fields } = this.reading;
    const { name, attributes } = one;
    if (name === 'w:r') return this.run(one);
    if (name === 'w:del' || name === 'w:moveFrom') return dropped.place('deletion');
    if (LEFT.test(name)) return;
    if (name === 'w:ins' || name === 'w:moveTo') dropped.place('insertion');
    if (name === 'w:hyperlink' && attributes['r:id']) dropped.place('link');
    if (name === 'm:oMath') return this.equation(one);
    if (name === 'w:sdt' && isPlaceholder(one)) return dropped.place('blank');
    if (name === 'w:subDoc') return dropped.place('chunk');
    if (name === 'mc:AlternateContent') return this.walk(chosenOf(one));
    if (name !== 'w:fldSimple') return this.walk(one);
    const from = this.runs.length;
    this.walk(one);
    const shown = this.runs.slice(from).map(({ text }) => text);
    if (fields.isShown) fields.simple(attributes['w:instr'] ?? '', shown.join(''));
  }

  private run(run: XmlElement): void {
    const { styles, dropped } = this.reading;
    const properties = child(run, 'w:rPr');
    const character = valueOf(properties, 'w:rStyle');
    const look = styles.run({ ...this.around, character }, properties);
    if (look.hidden) {
      // Fields go on through hidden text.
      for (const mark of below(run, 'w:fldChar')) this.reading.fields.mark(mark);
      this.hides ||= [...below(run, 'w:t')].some((text) => ownText(text).trim());
      return;
    }
    const before = this.runs.length;
    for (const one of elementsOf(run)) this.inRun(one, look);
    const isSaid = this.runs.slice(before).some(({ text }) => text.trim());
    if (isSaid && properties) noteLooks(properties, dropped);
  }

  private inRun(one: XmlElement, look: RunLook): void {
    const { dropped, fields } = this.reading;
    switch (one.name) {
      case 'w:t':
        return this.say(ownText(one).replace(/[\n\t\r]/g, ' '), look);
      case 'w:tab':
      case 'w:ptab':
        return this.say('\t', look);
      case 'w:br':
      case 'w:cr':
        return this.say('\n', look);
      case 'w:noBreakHyphen':
        return this.say('-', look);
      case 'w:softHyphen': // ư in .VnTime: LibreOffice writes that letter so
        return this.say('\u00AD', look);
      case 'w:sym':
        return this.symbol(one, look);
      case 'w:fldChar':
        return this.say(fields.mark(one), look);
      case 'w:instrText':
        return fields.code(ownText(one));
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        return dropped.place('note');
      case 'w:commentReference':
        return dropped.place('comment');
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.drawing(one);
      case 'w:contentPart':
        return dropped.place('shape');
      case 'mc:AlternateContent':
        for (const inner of elementsOf(chosenOf(one))) this.inRun(inner, look);
        return;
      case 'w:ruby':
        return this.walk(child(one, 'w:rubyBase') ?? one);
      case 'm:oMath':
        return this.equation(one);
    }
  }

  private say(text: string, { bold, italic, capitals, ascii, hAnsi }: RunLook): void {
    const { fields } = this.reading;
    if (!text || !fields.isShown) return;
    fields.saw(text);
    const font = legacyFont(hAnsi) || isUnreadFont(hAnsi) || isSymbolFont(hAnsi) ? hAnsi : ascii;
    if (!isSymbolFont(font)) return void this.runs.push({ text, bold, italic, capitals, font });
    for (const letter of text) {
      const read = /\s/.test(letter) ? letter : symbolOf(font!, letter.codePointAt(0)!);
      if (read === undefined) this.reading.dropped.place('symbol');
      this.runs.push({ text: read ?? ' ', bold, italic, capitals: false });
    }
  }

  private symbol({ attributes }: XmlElement, look: RunLook): void {
    const font = attributes['w:font'] ?? '';
    const code = Number.parseInt(attributes['w:char'] ?? '', 16) || 0;
    if (legacyFont(font)) {
      return this.say(String.fromCodePoint(code), { ...look, ascii: font, hAnsi: font });
    }
    const read = symbolOf(font, code);
    if (read === undefined) this.reading.dropped.place('symbol');
    else this.say(read, { ...look, ascii: undefined, hAnsi: undefined });
  }

  private equation(equation: XmlElement): void {
    if (!this.reading.fields.isShown) return;
    const text = linear(equation).trim();
    this.reading.dropped.place('equation');
    this.runs.push({ text, bold: false, italic: false, capitals: false });
  }

  private drawing(drawing: XmlElement): void {
    const { dropped } = this.reading;
    const texts = [...below(drawing, 'w:txbxContent')];
    for (const box of texts) {
      if ([...below(box, 'w:t')].some((text) => ownText(text).trim())) this.boxes.push(box);
    }
    const has = (...names: string[]) => !below(drawing, ...names).next().done;
    const program = [...below(drawing, 'o:OLEObject')][0]?.attributes.ProgID;
    if (program !== undefined) {
      dropped.place(/^Equation/i.test(program) ? 'unread equation' : 'object');
    } else if (has('a:blip', 'v:imagedata')) dropped.place('image');
    else if (has('c:chart', 'cx:chart')) dropped.place('chart');
    else if (has('dgm:relIds')) dropped.place('diagram');
    else if (has('v:textpath')) dropped.place('art');
    else if (this.boxes.length > 0) dropped.place('box');
    else if (!has('v:line', 'v:shapetype') || has('wps:wsp')) dropped.place('shape');
  }
}

/** The runs in Unicode and in the capitals that Word shows. */
export const written = (runs: Run[], { fonts }: ReadingState): Run[] => legible(runs, fonts);

/** What the newest form of an alternative says, or the one for older programs when that says nothing. */
function chosenOf(alternative: XmlElement): XmlElement {
  const choice = child(alternative, 'mc:Choice');
  return choice && choice.children.length > 0
    ? choice
    : (child(alternative, 'mc:Fallback') ?? { name: '', attributes: {}, children: [] });
}

/** The words that Word shows until somebody has filled a control in. */
export const isPlaceholder = (control: XmlElement): boolean =>
  child(child(control, 'w:sdtPr'), 'w:showingPlcHdr') !== undefined;

function noteLooks(properties: XmlElement, dropped: Dropped): void {
  dropped.kind('size', valueOf(properties, 'w:sz'));
  dropped.kind('family', child(properties, 'w:rFonts')?.attributes['w:ascii']);
  const color = valueOf(properties, 'w:color');
  if (color && !/^(auto|0{6})$/i.test(color)) dropped.kind('color', color);
  const ground = valueOf(properties, 'w:highlight');
  if (ground && ground !== 'none') dropped.kind('ground', ground);
  if (/^(?!none$)./.test(valueOf(properties, 'w:u') ?? 'none')) dropped.place('underline');
  if (child(properties, 'w:strike') ?? child(properties, 'w:dstrike')) dropped.place('strike');
  if (/script$/.test(valueOf(properties, 'w:vertAlign') ?? '')) dropped.place('script');
}
