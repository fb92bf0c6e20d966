-- Before thousands of rows are written, plans that were made when the tables were small are thrown away:
-- every check of a foreign key and every trigger plans once more, then remembers. Planning anew at every
-- row (plan_cache_mode) was safe too, and took most of the time of a load.
CREATE FUNCTION members.plan_anew() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
BEGIN
  EXECUTE 'DISCARD PLANS';
END
$$;

REVOKE EXECUTE ON FUNCTION members.plan_anew() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION members.plan_anew() TO ${application_login};
