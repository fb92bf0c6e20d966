package org.profbilet.notifications.campaigns

import groovy.sql.Sql
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import org.profbilet.access.Acting
import org.profbilet.access.Role
import org.profbilet.notifications.testing.CampaignSpec
import org.profbilet.organisations.Level

/**
 * How long it takes to tell one campaign to many, against a bare INSERT … SELECT of the same deliveries in the
 * same run. Short here; {@code deploy/bench/fan-out} runs it with a million and prints the figures.
 */
@MicronautTest(transactional = false)
class FanOutSpec extends CampaignSpec {

    private static final int MEMBERS = Integer.getInteger('bench.members', 4_000)
    private static final int IN_A_PRIMARY = 50

    def "a campaign is told to everybody once, by the database"() {
        given:
        author = new Acting(UUID.randomUUID(), region, Level.REGIONAL, Role.CHAIR)
        asSuperuser { fill(it) }
        def draft = aDraft()

        when:
        Campaign sent = null
        def counted = measured { sent = done(sendCampaign.send(author, draft.id())) }
        sendCampaign.approve(new Acting(UUID.randomUUID(), region, Level.REGIONAL, Role.OFFICER), draft.id())
        def fanOut = measured { runCampaigns.run() }
        def told = asSuperuser { it.firstRow('SELECT count(*) AS n, count(DISTINCT person_id) AS people FROM notifications.delivery') }
        def bare = bare(draft)
        report(counted, fanOut, bare)

        then:
        sent.recipients() == MEMBERS
        [told.n, told.people] == [MEMBERS, MEMBERS]
        asSuperuser { it.firstRow('SELECT count(*) AS n FROM notifications.inbox').n } == MEMBERS
    }

    /** Everybody agreed to messages by e-mail, and half of them by push too; nobody is on record twice here. */
    private void fill(Sql sql) {
        sql.execute('SET session_replication_role = replica')
        sql.execute('ALTER TABLE members.membership DROP CONSTRAINT one_counted_membership_at_any_time')
        def place = sql.firstRow('SELECT position FROM organisations.organisation WHERE id = ?', [region]).position as long
        sql.execute('CREATE TEMPORARY TABLE p AS SELECT gen_random_uuid() AS id, n FROM generate_series(1, ?) n',
                [Math.ceil(MEMBERS / IN_A_PRIMARY) as int])
        sql.execute("""
            INSERT INTO organisations.organisation (id, inpo, level, parent_id, name, short_name, zone, registered_on, position, last_position)
            SELECT id, 'bench-' || n, 'PRIMARY', ?, '-', '-', 'Europe/Moscow', '2020-01-01', ? + 1000000000000 + n, ? + 1000000000000 + n FROM p""",
                [region, place, place])
        sql.execute('UPDATE organisations.organisation SET last_position = greatest(last_position, ? + 2000000000000) WHERE id = ?', [place, region])
        sql.execute("""
            CREATE TEMPORARY TABLE m AS
            SELECT gen_random_uuid() AS id, p.id AS primary_id, p.n * 50 + k AS n
              FROM p CROSS JOIN generate_series(1, 50) k LIMIT ?""", [MEMBERS])
        sql.execute("""
            INSERT INTO members.person (id, primary_id, ticket_number, last_name, first_name, birth_date, sex, search_name, created_at)
            SELECT id, primary_id, lpad((8000000000 + n)::text, 10, '0'), '-', '-', '1980-01-01', 'F', '-', now() FROM m""")
        sql.execute("""
            INSERT INTO members.membership (id, person_id, primary_id, category, engagement, joined_union_on, registered_on, valid_from, recorded_at)
            SELECT gen_random_uuid(), id, primary_id, 'WORKING', 'MAIN', '2010-09-01', '2010-09-01', '2010-09-01', now() FROM m""")
        sql.execute("""
            INSERT INTO consents.current (person_id, primary_id, purpose, channel, state, version, decision_id)
            SELECT id, primary_id, 'MESSAGES', channel, CASE WHEN channel = 'EMAIL' OR n % 2 = 0 THEN 'GIVEN' ELSE 'REFUSED' END, 1, gen_random_uuid()
              FROM m CROSS JOIN unnest(ARRAY['EMAIL', 'PUSH', 'SMS']) channel""")
        sql.execute("""
            INSERT INTO contacts.contact (id, person_id, primary_id, kind, value, recorded_at)
            SELECT gen_random_uuid(), id, primary_id, 'EMAIL', 'm' || n || '@example.org', now() FROM m""")
        sql.execute("""
            INSERT INTO contacts.push_target (id, person_id, primary_id, kind, value, registered_at, last_seen_at)
            SELECT gen_random_uuid(), id, primary_id, 'FCM_TOKEN', 't' || n, now(), now() FROM m WHERE n % 2 = 0""")
        sql.execute('SET session_replication_role = origin')
        sql.execute('ANALYZE')
    }

    /** The same rows into the same table, emptied, in one statement: nothing asked and nothing else kept. */
    private Duration bare(Campaign campaign) {
        asSuperuser {
            it.execute("""
                CREATE TABLE rows_of_campaign AS
                SELECT person_id, primary_id, channel, next_channels, expires_at, zone FROM notifications.delivery WHERE campaign_id = ?""", [campaign.id()])
            it.execute('TRUNCATE notifications.attempt, notifications.delivery')
            it.execute('ANALYZE rows_of_campaign')
        }
        def lasted = measured {
            asSuperuser {
                it.execute("""
                    INSERT INTO notifications.delivery (id, dedup_key, person_id, primary_id, kind, channel, next_channels, priority, due_at,
                                                        expires_at, created_at, campaign_id, zone)
                    SELECT gen_random_uuid(), 'campaign:' || ? || ':' || person_id || ':' || channel, person_id, primary_id, 'CAMPAIGN', channel,
                           next_channels, 'BROADCAST', now(), expires_at, now(), ?, zone
                      FROM rows_of_campaign""", [campaign.id().toString(), campaign.id()])
            }
        }
        asSuperuser { it.execute('DROP TABLE rows_of_campaign') }
        lasted
    }

    private static Duration measured(Closure<?> work) {
        def begun = System.nanoTime()
        work.call()
        Duration.ofNanos(System.nanoTime() - begun)
    }

    private static void report(Duration counted, Duration fanOut, Duration bare) {
        def line = String.format(Locale.ROOT, '%d members: counted in %.1f s, fan-out %.1f s, bare INSERT … SELECT %.1f s, ratio %.2f%n',
                MEMBERS, counted.toMillis() / 1000.0, fanOut.toMillis() / 1000.0, bare.toMillis() / 1000.0, fanOut.toMillis() / (double) bare.toMillis())
        def file = Path.of('target/bench/fan-out.txt')
        Files.createDirectories(file.parent)
        Files.writeString(file, line)
    }
}
