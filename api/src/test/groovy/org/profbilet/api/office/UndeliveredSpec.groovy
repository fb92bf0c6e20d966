package org.profbilet.api.office

import com.github.f4b6a3.uuid.UuidCreator
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import org.profbilet.api.HttpSpec

/** What the central office sees of messages that ended in vain, and how it sends them again. */
@MicronautTest(transactional = false)
class UndeliveredSpec extends HttpSpec {

    @Override
    Map<String, String> getProperties() {
        super.properties + ['profbilet.dispatcher.enabled': 'false']
    }

    def setup() {
        clock.followTheMachine()
        asSuperuser { it.execute('TRUNCATE notifications.delivery CASCADE') }
    }

    def "messages that ended alike are one line, with their number and without names"() {
        given:
        3.times { delivery('EMAIL', 'DEAD', 'SMTP_550_5.7.1') }
        delivery('SMS', 'UNCERTAIN', 'NO_ANSWER')
        delivery('EMAIL', 'ACCEPTED', null)
        wentOn('DELIVERED')
        wentOn('WITHHELD')

        when:
        def answer = get(place(), tokenOf('central'))

        then: 'what arrived and what went on by another way is not among them; what had no other way open is'
        answer.status == 200
        answer.body.collect { [it.reason.channel, it.reason.state, it.reason.error, it.messages] } == [
            ['EMAIL', 'DEAD', 'SMTP_550_5.7.1', 3],
            ['PUSH', 'DEAD', 'UNREGISTERED', 1],
            ['SMS', 'UNCERTAIN', 'NO_ANSWER', 1]]
        !new String(answer.bytes, 'UTF-8').contains('Петрова')
    }

    def "sent again they wait anew, once, and it is kept who did it"() {
        given:
        2.times { delivery('EMAIL', 'DEAD', 'SMTP_550_5.7.1') }
        delivery('EMAIL', 'DEAD', 'SMTP_552_5.2.2')
        def token = tokenOf('central')
        def reason = [channel: 'EMAIL', state: 'DEAD', error: 'SMTP_550_5.7.1']

        when:
        def first = post("${place()}/again", reason, token)
        def second = post("${place()}/again", reason, token)

        then:
        first.body == [messages: 2]
        second.body == [messages: 0]
        get(place(), token).body*.reason*.error == ['SMTP_552_5.2.2']
        asSuperuser { it.rows('SELECT state FROM notifications.delivery ORDER BY state')*.state } == ['DEAD', 'PENDING', 'PENDING']
        asSuperuser { it.rows("SELECT details FROM audit.entry WHERE action = 'MESSAGES_SENT_AGAIN' ORDER BY at")*.details*.toString() }
                .every { it.contains('EMAIL') }
    }

    def "nobody but the centre sees them"() {
        expect:
        get(place(organisation(who)), tokenOf(who)).status == 404

        where:
        who << ['region', 'territory', 'chair']
    }

    private String place(UUID organisation = union.central) {
        "/v1/office/organisations/$organisation/undelivered"
    }

    private UUID organisation(String who) {
        [region: union.region, territory: union.local, chair: union.primary][who]
    }

    /** A push to a phone that is gone, then a letter that ended so. */
    private void wentOn(String letter) {
        def fact = UUID.randomUUID()
        delivery('PUSH', 'DEAD', 'UNREGISTERED', 'EMAIL', fact)
        delivery('EMAIL', letter, null, '', fact)
    }

    private void delivery(String channel, String state, String error, String next = '', UUID fact = UUID.randomUUID()) {
        def person = aMember(union.primary, lastName: 'Петрова')
        def (id, attempt) = [UuidCreator.timeOrderedEpoch, UuidCreator.timeOrderedEpoch]
        asSuperuser {
            it.execute("""
                INSERT INTO notifications.delivery (id, dedup_key, person_id, primary_id, kind, channel, next_channels, priority, state,
                                                    withheld_reason, due_at, expires_at, created_at)
                VALUES (?, ?, ?, ?, 'CARD_ISSUED', ?, string_to_array(?, ','), 'TRANSACTIONAL', ?, ?, now(), now(), now())""",
                    [id, "$fact:$channel".toString(), person, union.primary, channel, next, state,
                     state == 'WITHHELD' ? 'NO_CONSENT' : null])
            if (error) {
                it.execute('ALTER TABLE notifications.attempt DISABLE TRIGGER attempt_needs_consent')
                it.execute("""
                    INSERT INTO notifications.attempt (id, delivery_id, person_id, channel, contact_id, consent_version, gate_at, phase,
                                                       state, error, created_at, ended_at)
                    VALUES (?, ?, ?, ?, gen_random_uuid(), 1, now(), 'ENDED', 'DEAD', ?, now(), now())""",
                        [attempt, id, person, channel, error])
                it.execute('ALTER TABLE notifications.attempt ENABLE TRIGGER attempt_needs_consent')
            }
        }
    }
}
