import fc from 'fast-check';
import { InstallationKeys } from '../../../../src/platform/installation/installation-keys.ts';
import { ReturnAddresses } from '../../../../src/office/delivery/bounces/return-address.ts';
import { envelopeAddress } from '../../../../src/platform/text/mail-address.ts';

const SECRET = 'a secret of this test run, 32 or more';
const KEYS = new InstallationKeys(SECRET);
const ours = new ReturnAddresses('Tra-Lai@so.example', KEYS);
const SENT = new Date('2026-11-24T03:04:05Z');
const returned = fc.record({
  deliveryId: fc.uuid(),
  retryRound: fc.integer({ min: 1, max: 65_535 }),
});
const days = (count: number) => new Date(SENT.getTime() + count * 86_400_000);

describe('a return address', () => {
  it('says which retry round of which delivery came back, in any case of letters', () => {
    fc.assert(
      fc.property(returned, (each) => {
        const address = ours.of(each, SENT);
        expect(envelopeAddress(address)).toEqual({ address, needsUtf8: false });
        expect(address.split('@')[0]!.length).toBeLessThanOrEqual(64);
        expect(ours.read(address, SENT)).toEqual(each);
        expect(ours.read(address.toUpperCase(), SENT)).toEqual(each);
        expect(ours.within(`Delivered-To: <${address}>\r\nX: 1`)).toEqual(
          ours.read(address) ? [address] : [],
        );
      }),
    );
  });

  it('is nobody’s invention', () => {
    const address = ours.of(
      { deliveryId: '0a7b0a7e-6f0e-4f1f-9f0a-0a0b0c0d0e0f', retryRound: 1 },
      SENT,
    );
    const token = /\+(\w+)@/.exec(address)![1]!;
    for (let at = 0; at < token.length; at += 1) {
      const other = (Number.parseInt(token[at]!, 32) ^ 1).toString(32);
      const forged = address.replace(token, token.slice(0, at) + other + token.slice(at + 1));
      expect(ours.read(forged, SENT)).toBeUndefined();
    }
    expect(
      new ReturnAddresses('tra-lai@so.example', new InstallationKeys(`${SECRET}!`)).read(address),
    ).toBeUndefined();
  });

  it('is believed for thirty days', () => {
    const address = ours.of(
      { deliveryId: '0a7b0a7e-6f0e-4f1f-9f0a-0a0b0c0d0e0f', retryRound: 1 },
      SENT,
    );
    expect(ours.read(address, days(30))).toBeDefined();
    expect(ours.read(address, days(31))).toBeUndefined();
  });

  it.each([
    '',
    '@',
    'tra-lai@so.example',
    'tra-lai+@so.example',
    'tra-lai+x@so.example',
    `tra-lai+${'0'.repeat(48)}@so.example`,
    `tra-lai+${'z'.repeat(48)}@so.example`,
    `khac+${'0'.repeat(48)}@so.example`,
    `tra-lai+${'0'.repeat(48)}@khac.example`,
    'a@b+c@d',
  ])('is not %j', (address) => expect(ours.read(address, SENT)).toBeUndefined());
});
