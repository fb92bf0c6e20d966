package org.profbilet.notifications.outbox

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.sql.Connection
import java.sql.SQLException
import org.profbilet.consents.Channel
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

    private void attemptByHand(UUID scope, UUID person, String channel, int version, UUID deliveryOf = person) {
        def delivery = asSuperuser {
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
}
