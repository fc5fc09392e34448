import { X509Certificate } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { anOffice, folderOfTests } from './office.ts';

const folder = folderOfTests();

describe('The test authority', () => {
  it('says in every name that it is for trying out, and keeps its files to their owner', async () => {
    const { authority, person } = await anOffice(folder);
    for (const der of [authority.root, person.certificate]) {
      const { subject, issuer } = new X509Certificate(der);
      expect(subject).toContain('(thử nghiệm)');
      expect(issuer).toContain('(thử nghiệm)');
      expect(subject).toContain('không có giá trị pháp lý');
    }
    const directory = join(folder, 'authority-P-256');
    const readable = readdirSync(directory).filter(
      (file) => statSync(join(directory, file)).mode & 0o077,
    );
    expect(readable).toEqual(['root.pem']);
  });

  it('is made once, even by processes that start together', async () => {
    const place = join(folder, 'together');
    const offices = await Promise.all(Array.from({ length: 4 }, () => anOffice(place)));
    const roots = new Set(offices.map(({ authority }) => authority.root.toString('hex')));
    expect(roots.size).toBe(1);
    expect(readdirSync(place)).toEqual(['authority-P-256']);
  });
});
