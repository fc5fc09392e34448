import { randomUUID } from 'node:crypto';
import type { TestOffice } from '../../support/office.ts';
import { aDraft } from '../../support/seed.ts';

/** What would be right if it were theirs, so that only who asks can be the reason of a refusal. */
export async function rightBodies(office: TestOffice): Promise<[RegExp, object][]> {
  const draft = await aDraft(office, { mandateId: undefined });
  const person = { name: 'A', post: 'B' };
  return [
    [/^(POST|PUT) \S*\/dispatches(\/:id)?$/, draft],
    [/\/documents\//, draft],
    [/\/reading$/, { reading: 'office', readers: [] }],
    [/\/channels$/, { channels: ['email'] }],
    [/(kinds|areas)(\/:(kind|id))?$/, { name: 'A' }],
    [/\/areas\/:id\/(agencies|departures)$/, { codes: ['XL'], from: '2024-01-01' }],
    [/\/areas\/:id\/end$/, { from: '2026-01-01' }],
    [/identifiers$/, { scheme: 'unit', code: '12433', validFrom: '2024-01-01' }],
    [/identifiers\/:identifier\/end$/, { validTo: '2030-01-01' }],
    [/\/groups\/:id$/, { name: 'A', codes: ['TB.01'] }],
    [/\/templates\/:id$/, { name: 'A' }],
    [/\/application$/, { seal: '0'.repeat(64) }],
    [/\/return$/, { reason: 'Sai' }],
    [/\/units\/:id$/, { name: 'A' }],
    [/\/units\/:id\/end$/, { lastDay: '2030-01-01' }],
    [/\/mandates\/:id\/end$/, { lastDay: '2030-01-01', reason: 'Nghỉ' }],
    [/\/acknowledgement$/, { ...person, how: 'paper', saidAt: '2024-01-01T08:00', note: 'x' }],
    [/\/telephone$/, { telephone: '0227 383 1234' }],
    [/\/answer$/, { answer: 'withdrawn' }],
    [/\/recall$/, { reason: 'Sai', basis: 'Ý kiến của Giám đốc' }],
    [/\/recall-answer$/, { ...person, answer: 'agreed', how: 'paper' }],
    [/\/people(\/:id)?$/, { fullName: 'A', post: 'B', roles: ['drafter'] }],
    [/\/sign-in-reset$/, { way: 'password' }],
    [/\/leaving$/, { seal: '0'.repeat(64), reason: 'Nghỉ' }],
    [/\/issuance$/, { withoutAddress: true }],
    [/\/transfer$/, { to: randomUUID() }],
  ];
}
