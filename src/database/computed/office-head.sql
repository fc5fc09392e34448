-- What an office is called on a day; Office.headOn says the same of a loaded one.
CREATE OR REPLACE FUNCTION office_name(office uuid, day date) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT name FROM office_heads
          WHERE office_id = office AND (valid_from IS NULL OR valid_from <= day)
          ORDER BY valid_from DESC NULLS LAST LIMIT 1);
