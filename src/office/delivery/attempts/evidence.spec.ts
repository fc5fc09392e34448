import fc from 'fast-check';
import { DELIVERY_STATES, EVIDENCE, stateAfter, type DeliveryState } from './evidence.ts';

const evidence = fc.array(fc.constantFrom(...EVIDENCE), { maxLength: 12 });
const after = (all: (typeof EVIDENCE)[number][]) =>
  all.reduce<DeliveryState>(stateAfter, 'sending');

describe('the table of evidence', () => {
  it('says the same whatever the order', () => {
    fc.assert(
      fc.property(
        evidence.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          ),
        ),
        ([all, shuffled]) => expect(after(shuffled)).toBe(after(all)),
      ),
    );
  });

  it('says the same when something is said twice', () => {
    fc.assert(
      fc.property(evidence, evidence, (all, more) => {
        const repeated = [...all, ...more.filter((each) => all.includes(each))];
        expect(after(repeated)).toBe(after(all));
      }),
    );
  });

  it('never forgets', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DELIVERY_STATES),
        fc.constantFrom(...EVIDENCE),
        (state, said) => {
          const next = DELIVERY_STATES.indexOf(stateAfter(state, said));
          expect(next).toBeGreaterThanOrEqual(DELIVERY_STATES.indexOf(state));
        },
      ),
    );
  });

  it.each([
    ['a bounce after acceptance', ['accepted', 'report-failed'], 'bounced'],
    ['a bounce before the acceptance is recorded', ['report-failed', 'accepted'], 'bounced'],
    ['success after failure, by two workers at once', ['permanent', 'accepted'], 'accepted'],
    ['a delivery report before the acceptance', ['report-delivered', 'accepted'], 'delivered'],
    ['a delivery report for what looked undecided', ['temporary', 'report-delivered'], 'delivered'],
    ['delivered and, elsewhere, failed', ['report-failed', 'report-delivered'], 'bounced'],
    ['only a delay', ['accepted', 'report-delayed'], 'accepted'],
    ['taken by another server', ['accepted', 'report-relayed'], 'accepted'],
    ['a late success after the lifetime', ['lifetime-over', 'accepted'], 'accepted'],
    ['a refusal after the lifetime', ['lifetime-over', 'permanent'], 'failed'],
  ] as const)('%s', (_, all, state) => expect(after([...all])).toBe(state));
});
