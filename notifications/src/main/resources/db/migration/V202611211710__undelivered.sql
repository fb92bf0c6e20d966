-- Messages that ended in vain, by reason, for the page of the central office: counts and codes, of no person.
CREATE INDEX delivery_in_vain ON notifications.delivery (created_at)
  WHERE state IN ('DEAD', 'UNCERTAIN', 'BOUNCED');

-- How the last attempt ended tells why. Where another way was open to the same notice it has not ended in vain.
CREATE VIEW notifications.in_vain AS
  SELECT d.id, d.channel, d.state, d.created_at,
         coalesce((SELECT a.error
                     FROM notifications.attempt AS a
                    WHERE a.delivery_id = d.id
                    ORDER BY a.created_at DESC, a.id DESC
                    LIMIT 1), 'REPORTED_LATER') AS error
    FROM notifications.delivery AS d
   WHERE d.state IN ('DEAD', 'UNCERTAIN', 'BOUNCED')
     AND (d.state = 'UNCERTAIN' OR NOT EXISTS (
         SELECT 1
           FROM unnest(d.next_channels) AS c (channel)
           JOIN notifications.delivery AS n
             ON n.dedup_key = left(d.dedup_key, -length(d.channel)) || c.channel
            AND n.state <> 'WITHHELD'));

-- Job 10: what did not arrive.
CREATE FUNCTION notifications.list_undelivered(since timestamptz)
  RETURNS TABLE (channel text, state text, error text, messages integer, oldest timestamptz, newest timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
  SELECT v.channel, v.state, v.error, count(*)::integer, min(v.created_at), max(v.created_at)
    FROM notifications.in_vain AS v
   WHERE v.created_at > since
   GROUP BY v.channel, v.state, v.error
   ORDER BY count(*) DESC, v.channel, v.state, v.error
$$;

-- Job 11: all of one reason wait again, for a day at least; the gate asks for every consent anew.
CREATE FUNCTION notifications.send_again(
    wanted_channel text, wanted_state text, wanted_error text, since timestamptz, moment timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
  again integer;
BEGIN
  UPDATE notifications.delivery AS d
     SET state = 'PENDING', due_at = moment, expires_at = greatest(d.expires_at, moment + interval '1 day')
    FROM notifications.in_vain AS v
   WHERE v.id = d.id
     AND v.channel = wanted_channel
     AND v.state = wanted_state
     AND v.error = wanted_error
     AND v.created_at > since
     AND d.state = wanted_state;
  GET DIAGNOSTICS again = ROW_COUNT;
  RETURN again;
END
$$;

REVOKE EXECUTE ON FUNCTION notifications.list_undelivered, notifications.send_again FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notifications.list_undelivered, notifications.send_again TO ${application_login};
