import fc from 'fast-check';
import { split } from './split.ts';

const base64 = (bytes: number, fill: string) =>
  Buffer.alloc(bytes, fill).toString('base64').replace(/.{76}/g, '$&\r\n');

describe('splitting a mail', () => {
  it('cuts out an attachment whatever stands around it', () => {
    const file = base64(60_000, 'công văn');
    const blocks = ['Kính gửi A', 'Kính gửi một nơi nhận khác, tên dài hơn'].map((text) =>
      split(Buffer.from(`Subject: x\r\n\r\n${text}\r\n--b\r\n\r\n${file}\r\n--b--\r\n`)).filter(
        ({ isBlock }) => isBlock,
      ),
    );
    expect(blocks.map(({ length }) => length)).toEqual([1, 1]);
    expect(blocks[0]![0]!.bytes.length).toBeGreaterThan(80_000);
    expect(blocks[0]![0]!.bytes.equals(blocks[1]![0]!.bytes)).toBe(true);
  });

  it('leaves small things where they are', () => {
    const mail = Buffer.from(`Subject: x\r\n\r\n${base64(3_000, 'nhỏ')}\r\n`);
    expect(split(mail)).toEqual([{ bytes: mail, isBlock: false }]);
  });

  it('never changes a byte', () => {
    const lines = fc.oneof(
      fc.string({ maxLength: 100 }),
      fc.constantFrom('', '.', '\r', '\n', '\r\r\n'),
      fc
        .tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 400 }))
        .map(([length, count]) => `${'A'.repeat(length)}\r\n`.repeat(count)),
    );
    fc.assert(
      fc.property(fc.array(lines), fc.constantFrom('\r\n', '\n'), (parts, end) => {
        const mail = Buffer.from(parts.join(end));
        const whole = Buffer.concat(split(mail).map(({ bytes }) => bytes));
        expect(whole.equals(mail)).toBe(true);
      }),
    );
  });
});
