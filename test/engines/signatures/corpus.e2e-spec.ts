import { signatureBlocks } from '../../../src/engines/page/official-document.ts';
import { renderDispatch } from '../../../src/engines/page/render-dispatch.ts';
import {
  preparePerson,
  prepareSeal,
  signWith,
} from '../../../src/engines/signatures/dispatch-signatures.ts';
import { verifyDispatch } from '../../../src/engines/signatures/verification/verify-dispatch.ts';
import { CORPUS } from '../page/corpus/corpus.ts';
import { AGENCY, anOffice, folderOfTests, NUMBER, type Office, SIGNER } from './office.ts';
import { sampled } from '../../support/lane.ts';

const folder = folderOfTests();
let office: Office;
beforeAll(async () => {
  office = await anOffice(folder);
});

describe('A document of the corpus', () => {
  it.each(sampled(CORPUS, 10))(
    '$name: signed by all, numbered and sealed, and genuine',
    async ({ document }) => {
      const open = { ...document, number: undefined, date: undefined };
      let { pdf } = await renderDispatch(open, { fields: true });
      const signedAt = new Date();
      const places = signatureBlocks(open).map((_, index) => index + 1);
      for (const place of places) {
        pdf = await signWith(
          preparePerson(pdf, { signer: SIGNER, signedAt, place }),
          office.person,
        );
      }
      for (const place of places) {
        const numberAndDate = place === 1 ? { numberAndDate: NUMBER } : {};
        const seal = { agency: AGENCY, sealedAt: signedAt, place, ...numberAndDate };
        pdf = await signWith(prepareSeal(pdf, seal), office.agency);
      }
      const report = verifyDispatch(pdf, { trustedRoots: [office.authority.root], agency: AGENCY });
      expect(report).toMatchObject({ isGenuine: true, number: NUMBER.number });
      expect(report.signatures).toHaveLength(2 * places.length);
    },
  );
});
