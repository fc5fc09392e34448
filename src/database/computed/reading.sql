-- Who may read a dispatch. Whoever changes it changes every page, list, search, feed and export.

-- Of dispatches that are kept to few: who reads them, and the first reason for which they do.
CREATE VIEW restricted_readers AS
SELECT dispatch_id, account_id, because
FROM (
  SELECT dispatch.id AS dispatch_id, account.id AS account_id,
         CASE WHEN account.id = dispatch.drafted_by THEN 'drafter'
              WHEN account.id = mandate.account_id THEN 'signatory'
              WHEN account.unit_id = dispatch.unit_id THEN 'unit'
              WHEN 'clerk' = ANY (account.roles) THEN 'clerk'
              WHEN EXISTS (SELECT FROM dispatch_readers named
                           WHERE named.dispatch_id = dispatch.id AND named.account_id = account.id)
                THEN 'named' END AS because
  FROM dispatches dispatch
  JOIN accounts account ON account.office_id = dispatch.office_id AND account.closed_at IS NULL
  LEFT JOIN mandates mandate ON mandate.id = dispatch.mandate_id
  WHERE dispatch.reading = 'restricted'
) found
WHERE because IS NOT NULL;

CREATE OR REPLACE FUNCTION is_reader(dispatch uuid, account uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM restricted_readers readers
                 WHERE readers.dispatch_id = dispatch AND readers.account_id = account);
END $$;

-- For people of the dispatch's own office, which the caller asks for by itself. Inlined, so that a
-- dispatch that is open to the office costs one comparison.
CREATE OR REPLACE FUNCTION may_read(reading text, dispatch uuid, account uuid) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT reading = 'office' OR is_reader(dispatch, account)
$$;
