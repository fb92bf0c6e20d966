-- What stands between an appointment and its rights: a password of one's own, the undertaking of
-- non-disclosure, and for regional and central staff a second factor.

-- A slip with a code opens an account once, within 14 days; a new slip voids the one before.
CREATE TABLE accounts.activation (
  id uuid CONSTRAINT activation_key PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts.account,
  expires_at timestamptz NOT NULL,
  failed_attempts integer NOT NULL DEFAULT 0,
  used_at timestamptz,
  replaced_at timestamptz,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE UNIQUE INDEX one_open_activation_of_an_account ON accounts.activation (account_id)
  WHERE used_at IS NULL AND replaced_at IS NULL;

-- The secret itself is made from a key outside of the database and from the id of the row.
CREATE TABLE accounts.second_factor (
  id uuid CONSTRAINT second_factor_key PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts.account,
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  ended_at timestamptz,
  -- the time step of the newest code that was taken: neither it nor an older one is taken again
  last_step bigint NOT NULL DEFAULT 0,
  failed_attempts integer NOT NULL DEFAULT 0,
  locked_until timestamptz
);

CREATE UNIQUE INDEX one_second_factor_of_an_account ON accounts.second_factor (account_id)
  WHERE confirmed_at IS NOT NULL AND ended_at IS NULL;
CREATE INDEX second_factor_by_account ON accounts.second_factor (account_id) WHERE ended_at IS NULL;

CREATE TABLE accounts.recovery_code (
  second_factor_id uuid NOT NULL REFERENCES accounts.second_factor,
  code_hash text NOT NULL,
  used_at timestamptz,
  CONSTRAINT recovery_code_key PRIMARY KEY (second_factor_id, code_hash)
);

ALTER TABLE accounts.session ADD COLUMN second_factor_at timestamptz;

GRANT SELECT, INSERT ON accounts.activation, accounts.second_factor, accounts.recovery_code TO ${application_login};
GRANT UPDATE (failed_attempts, used_at, replaced_at) ON accounts.activation TO ${application_login};
GRANT UPDATE (confirmed_at, ended_at, last_step, failed_attempts, locked_until)
  ON accounts.second_factor TO ${application_login};
GRANT UPDATE (used_at) ON accounts.recovery_code TO ${application_login};

-- The undertaking is a paper with its keeper, or a text accepted on the screen. Until then the
-- appointment gives nothing.
CREATE TABLE access.undertaking_text (
  version text CONSTRAINT undertaking_text_key PRIMARY KEY,
  effective_from date NOT NULL CONSTRAINT one_text_a_day UNIQUE,
  body text NOT NULL
);

INSERT INTO access.undertaking_text (version, effective_from, body) VALUES ('2026-1', '2026-01-01',
'Я получаю доступ к персональным данным членов Профсоюза для работы, на которую я назначен(а).

Обязуюсь:
— использовать эти данные только для этой работы и никому их не передавать, в том числе работодателю;
— не выгружать и не хранить списки там, где их могут увидеть другие;
— никому не сообщать свой пароль и коды и не работать под чужим именем;
— сразу сообщить вышестоящей организации, если пароль, телефон или список попал к другому человеку;
— не разглашать эти данные и после окончания полномочий.

Мне известно, что просмотр и изменение данных записываются, а за разглашение персональных данных отвечают по закону (152-ФЗ, статья 24; Трудовой кодекс, статья 90).');

ALTER TABLE access.appointment
  ALTER COLUMN undertaking_signed_on DROP NOT NULL,
  ALTER COLUMN undertaking_keeper_id DROP NOT NULL,
  ADD COLUMN undertaking_version text REFERENCES access.undertaking_text,
  ADD COLUMN appointed_by uuid REFERENCES accounts.account,
  ADD COLUMN request_hash text,
  ADD CONSTRAINT undertaking_is_on_paper_or_on_screen
    CHECK ((undertaking_signed_on IS NULL) = (undertaking_version IS NULL AND undertaking_keeper_id IS NULL));

-- The act by which the work of a chair goes to the next one, with what was handed over, in counts.
CREATE TABLE access.chair_change (
  id uuid CONSTRAINT chair_change_key PRIMARY KEY,
  primary_id uuid NOT NULL REFERENCES organisations.organisation,
  appointment_id uuid NOT NULL REFERENCES access.appointment,
  former_name text,
  people integer NOT NULL,
  consents integer NOT NULL,
  cards_to_issue integer NOT NULL,
  open_orders integer NOT NULL,
  changed_by uuid NOT NULL REFERENCES accounts.account,
  changed_at timestamptz NOT NULL
);

CREATE INDEX chair_change_by_primary ON access.chair_change (primary_id);

GRANT SELECT ON access.undertaking_text TO ${application_login};
GRANT SELECT, INSERT ON access.chair_change TO ${application_login};

-- Counts of one primary for its acceptance sheet: figures, never rows, for whoever stands above.
CREATE POLICY counted ON consents.current FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'access.counts_of');
CREATE POLICY counted ON cards.card FOR SELECT TO CURRENT_USER
  USING ((SELECT current_setting('profbilet.function', true)) = 'access.counts_of');

CREATE FUNCTION access.counts_of(primary_organisation uuid, day date)
  RETURNS TABLE (people integer, consents integer, cards_to_issue integer, open_orders integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
  PERFORM set_config('profbilet.function', 'access.counts_of', true);
  RETURN QUERY
    SELECT (SELECT count(*)
              FROM members.membership m
             WHERE m.primary_id = primary_organisation
               AND m.kind = 'COUNTED'
               AND m.valid_from <= day
               AND (m.valid_until IS NULL OR m.valid_until > day))::integer,
           (SELECT count(*)
              FROM consents.current c
             WHERE c.primary_id = primary_organisation
               AND c.purpose = 'UNION_PROCESSING'
               AND c.state = 'GIVEN')::integer,
           (SELECT count(*)
              FROM cards.card c
             WHERE c.primary_id = primary_organisation
               AND c.status = 'AT_PRIMARY')::integer,
           (SELECT count(*)
              FROM cards.card_order o
             WHERE o.primary_id = primary_organisation
               AND o.state IN ('ORDERED', 'APPROVED'))::integer;
  PERFORM set_config('profbilet.function', '', true);
END
$$;

REVOKE EXECUTE ON FUNCTION access.counts_of(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.counts_of(uuid, date) TO ${application_login};
