import { z } from 'zod';
import './input-words.ts';

const said = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues[0]?.message;

describe('the words of what a schema refuses', () => {
  it.each<[z.ZodType, unknown, string]>([
    [z.string().max(3), 'abcd', 'Dài quá 3 ký tự.'],
    [z.string().min(1), '', 'Không được để trống.'],
    [z.string().min(16), 'a', 'Cần ít nhất 16 ký tự.'],
    [z.array(z.string()).max(2), ['a', 'b', 'c'], 'Nhiều nhất 2 mục.'],
    [z.array(z.string()).min(1), [], 'Cần ít nhất 1 mục.'],
    [z.int().max(5), 9, 'Ghi một số không quá 5.'],
    [z.number().positive(), 0, 'Ghi một số lớn hơn 0.'],
    [z.enum(['a', 'b']), 'c', 'Chọn một trong: a, b.'],
    [z.string(), undefined, 'Thiếu mục này.'],
    [z.string(), 3, 'Ghi chữ.'],
    [z.coerce.number(), 'x', 'Ghi một số.'],
    [z.boolean(), 'x', 'Ghi true hoặc false.'],
    [z.array(z.string()), 'x', 'Ghi một danh sách trong [ ].'],
    [z.uuid(), 'x', 'Mã này không đúng dạng. Chép lại nguyên vẹn.'],
    [z.strictObject({}), { q: 1 }, 'Không có mục “q”.'],
  ])('%#: %j', (schema, value, words) => {
    expect(said(schema, value)).toBe(words);
  });

  it('give way to words of the schema itself', () => {
    expect(said(z.string().max(3, 'Ngắn thôi.'), 'abcd')).toBe('Ngắn thôi.');
    expect(said(z.string({ error: 'Ghi tên.' }), undefined)).toBe('Ghi tên.');
  });
});
