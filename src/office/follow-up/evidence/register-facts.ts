import { bodyOf, FACTS, type FactName } from '../../journal/facts/kinds.ts';

/** One line of the register of outgoing documents (Decree 30/2020/NĐ-CP, Annex IV). */
export const REGISTER_LINE = `
  SELECT dispatch.id, dispatch.number, dispatch.symbol, dispatch.year,
         dispatch.issued_on::text, dispatch.type, dispatch.abstract, signer.full_name AS signer,
         issuance.issued_at, issuer.full_name AS issued_by, issuance.recipient_count,
         issuance.file_sha256,
         ${registerFacts()} AS facts,
         (SELECT array_agg(line.text ORDER BY section, position) FROM recipient_lines line
          WHERE line.dispatch_id = dispatch.id) AS lines
  FROM dispatches dispatch
  JOIN issuances issuance ON issuance.dispatch_id = dispatch.id
  JOIN accounts issuer ON issuer.id = issuance.issued_by
  LEFT JOIN mandates mandate ON mandate.id = dispatch.mandate_id
  LEFT JOIN accounts signer ON signer.id = mandate.account_id
  WHERE dispatch.id = $1`;

/** By kind, what the register, the signature and the issue rest on. */
function registerFacts(): string {
  const of = {
    dispatches: 'id',
    register_entries: 'dispatch_id',
    submissions: 'dispatch_id',
    signatures: 'dispatch_id',
    issuances: 'dispatch_id',
    delivery_runs: 'dispatch_id',
    record_copies: 'dispatch_id',
  } as const;
  const all = (name: FactName, condition: string) =>
    `'${name}', (SELECT coalesce(jsonb_agg(jsonb_build_object(
       'key', ${FACTS[name].key}, 'fact', ${bodyOf(name)})), '[]')
     FROM ${name} fact WHERE ${condition})`;
  const own = Object.entries(of).map(([name, column]) =>
    all(
      name as FactName,
      `fact.${column} = dispatch.id${name === 'record_copies' ? ' AND fact.file_sha256 IS NOT NULL' : ''}`,
    ),
  );
  return `jsonb_build_object(${[...own, all('mandates', 'fact.id = dispatch.mandate_id')].join(', ')})`;
}
