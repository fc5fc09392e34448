import type { Matrix, TextTracer, ShownGlyph } from './text-tracer.ts';

/** One operator of a page, as pdf.js numbers them, followed by the pen. */
export function draw(
  pen: TextTracer,
  ops: Record<string, number>,
  operator: number,
  args: unknown[],
): void {
  const numbers = () => args.flatMap((arg) => [...(arg as number[])]) as unknown as Matrix;
  const [first, second] = args as [number, number];
  switch (operator) {
    case ops['save']:
      return pen.save();
    case ops['restore']:
    case ops['paintFormXObjectEnd']:
      return pen.restore();
    case ops['transform']:
      return pen.transform(args as Matrix);
    case ops['paintFormXObjectBegin']:
      return pen.enterForm(args[0] as Matrix | null);
    case ops['beginAnnotation']:
      return pen.enterAnnotation(args[2] as Matrix, args[3] as Matrix);
    case ops['endAnnotation']:
      return pen.leaveAnnotation();
    case ops['beginText']:
      return pen.setTextMatrix([1, 0, 0, 1, 0, 0]);
    case ops['setTextMatrix']:
      return pen.setTextMatrix(typeof first === 'number' ? (args as Matrix) : numbers());
    case ops['moveText']:
      return pen.moveText(first, second);
    case ops['setLeadingMoveText']:
      pen.set({ leading: -second });
      return pen.moveText(first, second);
    case ops['nextLine']:
      return pen.nextLine();
    case ops['setFont']:
      return pen.setFont(args[0] as string, second);
    case ops['setTextRenderingMode']:
      return pen.set({ mode: first });
    case ops['setCharSpacing']:
      return pen.set({ characterSpacing: first });
    case ops['setWordSpacing']:
      return pen.set({ wordSpacing: first });
    case ops['setHScale']:
      return pen.set({ stretch: first / 100 });
    case ops['setLeading']:
      return pen.set({ leading: first });
    case ops['setTextRise']:
      return pen.set({ rise: first });
    case ops['setFillRGBColor']:
      return pen.set({ colour: colourOf(args) });
    case ops['showText']:
      return pen.show(args[0] as (ShownGlyph | number)[]);
    case ops['paintImageXObject']:
    case ops['paintInlineImageXObject']:
    case ops['paintImageMaskXObject']:
      return pen.picture();
    case ops['constructPath']:
      if (args[2]) pen.path(args[2] as ArrayLike<number>);
  }
}

function colourOf([first, ...rest]: unknown[]): string {
  if (typeof first === 'string') return first;
  const parts = [first, ...rest] as number[];
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
