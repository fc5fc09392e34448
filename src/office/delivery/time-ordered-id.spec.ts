import { timeOrderedId } from './time-ordered-id.ts';

describe('ids of one batch', () => {
  const ids = Array.from({ length: 10_000 }, timeOrderedId);

  it('are UUIDs of version 7, in the order in which they were made, of this moment', () => {
    for (const id of ids) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    expect(ids.every((id, index) => index === 0 || id > ids[index - 1]!)).toBe(true);
    const made = Number.parseInt(ids[0]!.replaceAll('-', '').slice(0, 12), 16);
    expect(Math.abs(made - Date.now())).toBeLessThan(60_000);
  });
});
