import { join } from 'node:path';
import type { UrgencyMark } from '../../../src/engines/page/official-document.ts';
import { letter, paragraphs } from './corpus/build.ts';
import {
  AREA,
  centreOf,
  descent,
  expectCentred,
  expectStyle,
  rules,
  TOLERANCE,
} from './measures.ts';
import { describeWith } from './outside-tool.ts';
import { MM, type PrintedFile, type PrintedLine, readPrinted } from './printed-page.ts';
import { renderTo, scratchFolder } from './rendered-file.ts';

describeWith(['mutool'], 'Stamps and marks', () => {
  const folder = scratchFolder();

  const printed = async (changes: Parameters<typeof letter>[0]) => {
    const { path } = await renderTo(join(folder, 'stamp.pdf'), letter(changes));
    return readPrinted(path);
  };
  const lineOf = (file: PrintedFile, text: string): PrintedLine =>
    file.lines.find((line) => line.text === text)!;
  const boxAround = ({ paths }: PrintedFile, line: PrintedLine) => {
    const path = paths.find(({ points }) => points.length === 4)!;
    const [xs, ys] = [path.points.map(([x]) => x), path.points.map(([, y]) => y)];
    const box = {
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
      colour: path.colour,
    };
    expect(line.x).toBeGreaterThan(box.left);
    expect(line.right).toBeLessThan(box.right);
    return box;
  };

  it.each<[UrgencyMark, number]>([
    ['KHẨN', 20],
    ['THƯỢNG KHẨN', 40],
    ['HỎA TỐC', 30],
  ])('frames %s in %i by 8 mm of bright red', async (urgency, width) => {
    const file = await printed({ urgency });
    const line = lineOf(file, urgency);
    expectStyle([line], [13, 14], { bold: true });
    expect(line.colour).toBe('1 0 0');
    const box = boxAround(file, line);
    expect(box.colour).toBe('1 0 0');
    expect((box.right - box.left) / MM).toBeCloseTo(width, 1);
    expect((box.bottom - box.top) / MM).toBeCloseTo(8, 1);
    expect(Math.abs((box.left + box.right) / 2 - centreOf([line]))).toBeLessThan(TOLERANCE);
    const capitals = line.baseline - 0.331 * line.size;
    expect(Math.abs((box.top + box.bottom) / 2 - capitals)).toBeLessThan(TOLERANCE);
    expectCentred([line, lineOf(file, 'Số: 128/SKHCN-CĐS')]);
  });

  it('frames the limits of circulation above the text area, on the right', async () => {
    const file = await printed({ circulation: 'LƯU HÀNH NỘI BỘ' });
    const line = lineOf(file, 'LƯU HÀNH NỘI BỘ');
    expectStyle([line], [13, 14], { bold: true });
    const box = boxAround(file, line);
    expect(box.right).toBeCloseTo(AREA.right, 1);
    expect(box.bottom).toBeLessThan(AREA.top);
    expect(box.top).toBeGreaterThan(8 * MM);
  });

  it('puts the address at the foot of page 1, under a rule as wide as the text', async () => {
    const contact = ['Số 1 đường Thử Nghiệm, tỉnh Hưng Yên', 'Thư điện tử: vanthu@skhcn.example'];
    const file = await printed({ contact, markdown: paragraphs(12) });
    expect(file.pages).toHaveLength(2);
    const lines = contact.map((text) => lineOf(file, text));
    expectStyle(lines, [11, 12]);
    for (const line of lines) expect(line.page).toBe(1);
    expect(descent(lines[1]!)).toBeCloseTo(AREA.bottom, 0);
    const rule = rules(file).find(
      ({ y }) => y < lines[0]!.baseline && y > lines[0]!.baseline - 16,
    )!;
    expect(rule.x).toBeCloseTo(AREA.left, 1);
    expect(rule.right).toBeCloseTo(AREA.right, 1);
    const others = file.lines.filter((line) => line.page === 1 && !lines.includes(line));
    for (const line of others) expect(descent(line)).toBeLessThan(rule.y);
  });

  it('puts another post above the name, and the typist’s mark under Nơi nhận', async () => {
    const file = await printed({ signerPost: 'Trưởng Ban Chỉ đạo', typistMark: 'PL.(300)' });
    const [post, name] = [lineOf(file, 'Trưởng Ban Chỉ đạo'), lineOf(file, 'Trần Thị Minh Hạnh')];
    expectStyle([post], [13, 14], { bold: true });
    expectCentred([post, name]);
    expect(post.baseline).toBeLessThan(name.baseline);
    const mark = lineOf(file, 'PL.(300)');
    expectStyle([mark], [11, 11]);
    expect(mark.baseline).toBeGreaterThan(lineOf(file, 'Lưu: VT, CĐS.').baseline);
  });

  it('sets joint signatures side by side, the issuing body on the right', async () => {
    const file = await printed({
      coIssuingBodies: ['CÔNG AN TỈNH'],
      authority: ['GIÁM ĐỐC SỞ'],
      coSignatures: [{ authority: ['GIÁM ĐỐC CÔNG AN TỈNH'], signerName: 'Lê Văn Nam' }],
    });
    const [issuing, other] = [lineOf(file, 'GIÁM ĐỐC SỞ'), lineOf(file, 'GIÁM ĐỐC CÔNG AN TỈNH')];
    expect(issuing.baseline).toBeCloseTo(other.baseline, 1);
    expect(other.right).toBeLessThan(issuing.x);
    expectCentred([other, lineOf(file, 'Lê Văn Nam')]);
    expectCentred([issuing, lineOf(file, 'Trần Thị Minh Hạnh')]);
    expect(lineOf(file, 'Nơi nhận:').baseline).toBeGreaterThan(lineOf(file, 'Lê Văn Nam').baseline);
  });
});
