package org.profbilet.notifications.outbox

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.sql.Connection
import java.sql.SQLException
import org.profbilet.consents.Channel
import org.profbilet.consents.ChooseAds
import org.profbilet.notifications.testing.NotificationsSpec

/** The last wall, tried by hand-written SQL under the login of the application. */
@MicronautTest(transactional = false)
class ConsentGuardSpec extends NotificationsSpec {

    def "an attempt on a consent in force is taken"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL)
        tell(olga, Channel.EMAIL)

        when:
        attemptByHand(olga, olga, 'EMAIL', 1)

        then:
        attemptsOf(olga).size() == 1
    }

    def "an attempt #what is refused by the database itself"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL)
        def vera = aMemberWhoAgreedTo(Channel.EMAIL)
        prepare.call(this, olga)
        tell(olga, Channel.EMAIL)
        tell(olga, Channel.PUSH)

        when:
        attemptByHand(scope == 'another' ? vera : olga, olga, channel, version)

        then:
        def refusal = thrown(SQLException)
        refusal.SQLState == state
        attemptsOf(olga) == []

        where:
        what                              | channel | version | scope     | state   | prepare
        'by a channel never agreed to'    | 'PUSH'  | 1       | 'own'     | 'PF001' | { spec, person -> }
        'after a withdrawal'              | 'EMAIL' | 1       | 'own'     | 'PF001' | { spec, person -> spec.withdrew(person, Channel.EMAIL) }
        'on a consent of another version' | 'EMAIL' | 7       | 'own'     | 'PF001' | { spec, person -> }
        'with the rows of another person' | 'EMAIL' | 1       | 'another' | 'PF001' | { spec, person -> }
    }

    def "an attempt to send advertising to her who #what is refused by the database itself, one to inform her is taken"() {
        given:
        def olga = aMember()
        agree.call(this, olga)
        tell(olga, Channel.EMAIL)
        def information = aCampaignToHer(olga, 'INFO')
        def ad = aCampaignToHer(olga, 'AD')

        when:
        attemptByHand(olga, olga, 'EMAIL', 1, olga, information)

        then:
        attemptsOf(olga)*.delivery_id == [information]

        when:
        attemptByHand(olga, olga, 'EMAIL', 1, olga, ad)

        then:
        def refusal = thrown(SQLException)
        refusal.SQLState == 'PF001'
        attemptsOf(olga).size() == 1

        where:
        what                           | agree
        'said no to advertising'       | { spec, person -> spec.agreed(person, Channel.EMAIL); spec.refusesAds(person) }
        'agreed to words without it'   | { spec, person -> spec.agreedToInformationOnly(person, 'EMAIL') }
    }

    def "advertising declared before a no cannot be handed over after it"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL)
        attemptByHand(olga, olga, 'EMAIL', 1, olga, aCampaignToHer(olga, 'AD'))
        refusesAds(olga)

        when:
        asPerson(olga) { Connection connection ->
            connection.createStatement().executeUpdate(
                    "UPDATE notifications.attempt SET phase = 'HANDING_OVER' WHERE person_id = '$olga'")
        }

        then:
        def refusal = thrown(SQLException)
        refusal.SQLState == 'PF001'
    }

    def "an attempt cannot name a person or a channel that its delivery does not"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL)
        def vera = aMemberWhoAgreedTo(Channel.EMAIL)
        tell(vera, Channel.EMAIL)

        when:
        attemptByHand(olga, olga, 'EMAIL', 1, vera)

        then:
        def refusal = thrown(SQLException)
        refusal.SQLState == '23503'
    }

    def "an attempt declared before a withdrawal cannot be handed over after it"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL)
        tell(olga, Channel.EMAIL)
        attemptByHand(olga, olga, 'EMAIL', 1)
        withdrew(olga, Channel.EMAIL)

        when:
        asPerson(olga) { Connection connection ->
            connection.createStatement().executeUpdate(
                    "UPDATE notifications.attempt SET phase = 'HANDING_OVER' WHERE person_id = '$olga'")
        }

        then:
        def refusal = thrown(SQLException)
        refusal.SQLState == 'PF001'
    }

    def "the login of the application changes no delivery and deletes nothing"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL)
        tell(olga, Channel.EMAIL)

        when:
        asPerson(olga) { Connection connection -> connection.createStatement().executeUpdate(statement) }

        then:
        def refusal = thrown(SQLException)
        refusal.SQLState == '42501'

        where:
        statement << [
            "UPDATE notifications.delivery SET state = 'PENDING'",
            'DELETE FROM notifications.delivery',
            'DELETE FROM notifications.attempt',
            "UPDATE notifications.attempt SET person_id = gen_random_uuid()"
        ]
    }

    def "a member sees what was told to her, a chair and a stranger see nothing of it"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL)
        def vera = aMemberWhoAgreedTo(Channel.EMAIL)
        tell(olga, Channel.EMAIL)

        expect:
        rowsSeen { rowScope.person(olga) } == 1
        rowsSeen { rowScope.person(vera) } == 0
        rowsSeen { rowScope.primary(primary) } == 0
        rowsSeen { } == 0
    }

    def "a chair cannot make a delivery for another primary"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL)

        when:
        inTransaction {
            rowScope.primary(otherPrimary)
            outbox.put(NoticeKind.CARD_ISSUED, Channel.EMAIL, 'card:2:issued', olga, primary)
        }

        then:
        thrown(Exception)
        statesOf(olga) == []
    }

    def "only the holder of a lease settles a delivery"() {
        given:
        def olga = aMemberWhoAgreedTo(Channel.EMAIL)
        tell(olga, Channel.EMAIL)
        def owner = UUID.randomUUID()
        def claims = context.getBean(Claims)
        def claimed = claims.claim(Channel.EMAIL, Priority.ALL, owner, 10)

        when:
        claims.release(claimed[0], UUID.randomUUID())

        then:
        claimed*.personId() == [olga]
        statesOf(olga) == ['CLAIMED']
        claims.claim(Channel.EMAIL, Priority.ALL, UUID.randomUUID(), 10) == []
    }

    private int rowsSeen(Closure<?> scope) {
        inTransaction { Connection connection ->
            scope.call()
            def result = connection.createStatement().executeQuery('SELECT count(*) FROM notifications.delivery')
            result.next()
            result.getInt(1)
        }
    }

    private void asPerson(UUID person, Closure<?> work) {
        inTransaction { Connection connection ->
            rowScope.person(person)
            work.call(connection)
        }
    }

    private void attemptByHand(UUID scope, UUID person, String channel, int version, UUID deliveryOf = person, UUID wanted = null) {
        def delivery = wanted ?: asSuperuser {
            it.firstRow('SELECT id FROM notifications.delivery WHERE person_id = ? AND channel = ?', [deliveryOf, channel]).id
        }
        asPerson(scope) { Connection connection ->
            connection.createStatement().executeUpdate("""
                INSERT INTO notifications.attempt (id, delivery_id, person_id, channel, contact_id, consent_version, gate_at,
                                                   phase, state, created_at)
                VALUES (gen_random_uuid(), '$delivery', '$person', '$channel', gen_random_uuid(), $version,
                        '2026-11-20', 'INTENT', 'OPEN', '2026-11-20')""")
        }
    }

    void refusesAds(UUID person) {
        context.getBean(ChooseAds).choose(person, false, PHONE)
    }

    /** The delivery of a campaign of one reader. */
    private UUID aCampaignToHer(UUID person, String category) {
        def delivery = UUID.randomUUID()
        asSuperuser {
            def campaign = UUID.randomUUID()
            it.execute("""
                INSERT INTO notifications.campaign (id, organisation_id, request_hash, within_id, created_by, created_at, category)
                VALUES (?, ?, '', ?, ?, now(), ?)""", [campaign, primary, primary, campaign, category])
            it.execute("""
                INSERT INTO notifications.delivery (id, dedup_key, person_id, kind, channel, priority, due_at, expires_at, created_at, campaign_id, zone)
                VALUES (?, ?, ?, 'CAMPAIGN', 'EMAIL', 'BROADCAST', now(), now(), now(), ?, 'Europe/Moscow')""",
                    [delivery, "campaign:$delivery:EMAIL".toString(), person, campaign])
        }
        delivery
    }
}
