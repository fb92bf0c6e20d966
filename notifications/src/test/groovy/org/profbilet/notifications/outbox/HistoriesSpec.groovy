package org.profbilet.notifications.outbox

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption
import java.time.Duration
import org.profbilet.consents.Channel
import org.profbilet.consents.ConsentedAddress
import org.profbilet.notifications.channels.HandOver
import org.profbilet.notifications.channels.Message
import org.profbilet.notifications.testing.NotificationsSpec
import spock.lang.Shared

/**
 * Random histories of a member: she agrees and withdraws, changes her number, is told of things, senders
 * answer as they like and die, clocks jump. Whatever happens, no hand-over begins without a consent in force.
 * {@code deploy/drill/consents} tells many more.
 */
@MicronautTest(transactional = false)
class HistoriesSpec extends NotificationsSpec {

    private static final int SEEDS = Integer.getInteger('drill.seeds', 1)
    private static final List<Channel> CHANNELS = [Channel.PUSH, Channel.EMAIL, Channel.SMS]

    @Shared
    int allHandedOver = 0

    private final List<String> violations = []
    private int handedOver = 0
    private Random random

    def "in history #seed nothing is handed over without a consent in force, and the ledger proves every attempt"() {
        given:
        random = new Random(seed)
        def people = (1..3).collect { aReachableMember() }
        def steps = 50

        when:
        steps.times { step(people[random.nextInt(people.size())]) }
        agreed(people[0], Channel.PUSH) // whatever has become of the others, there is something to judge
        tell(people[0], Channel.PUSH)
        clock.advance(Duration.ofDays(1))
        send()
        allHandedOver += handedOver

        then: 'at the very moment of each hand-over the newest decision was a consent, in the version it named'
        violations == []

        and: 'the ledger tells the same afterwards'
        attemptsWithoutConsent() == 0

        and: 'nothing is left half done, and no SMS went twice'
        people.collectMany { statesOf(it) }.every { it != 'CLAIMED' }
        smsSentTwice() == 0

        and:
        handedOver > 0

        where:
        seed << (1..SEEDS * 4)
    }

    def cleanupSpec() {
        def file = Path.of('target/drill/consents.txt')
        Files.createDirectories(file.parent)
        Files.writeString(file, "${SEEDS * 4} random histories: $allHandedOver hand-overs judged\n".toString(),
                StandardOpenOption.CREATE, StandardOpenOption.APPEND)
    }

    private void step(UUID person) {
        def channel = CHANNELS[random.nextInt(3)]
        switch (random.nextInt(10)) {
            case 0..1: agreed(person, channel); break
            case 2: withdrew(person, channel); break
            case 3: changesHerNumber(person); break
            case 4..5: tell(person, channel); break
            case 6: send(); break
            case 7: aSenderDies(channel); break
            case 8: clock.advance(Duration.ofMinutes(random.nextInt(120) - 60)); break
            default: clock.advance(Claims.LEASE + Duration.ofSeconds(1)); send()
        }
    }

    private void send() {
        def dispatcher = new Dispatcher(context.getBean(Claims), context.getBean(Abandoned), context.getBean(WithoutRoute),
                context.getBean(DeclareIntent), context.getBean(HandOverDelivery), CHANNELS.collect { sender(it) })
        dispatcher.sendDue()
        dispatcher.close()
    }

    private RecordingSender sender(Channel channel) {
        def one = new RecordingSender(channel)
        one.answer = { Message message, ConsentedAddress address ->
            synchronized (this) {
                handedOver++
                judge(message.personId(), channel, address)
                answer(message)
            }
        }
        one
    }

    private HandOver answer(Message message) {
        switch (random.nextInt(8)) {
            case 0: return new HandOver.RetryAt(null, 'SPEC')
            case 1: return new HandOver.Uncertain('SPEC')
            case 2: return new HandOver.Dead('SPEC')
            case 3: throw new IllegalStateException('a library')
            default: return new HandOver.Accepted(message.id().toString())
        }
    }

    private void judge(UUID person, Channel channel, ConsentedAddress address) {
        def newest = asSuperuser {
            it.firstRow('''
                SELECT state, version
                  FROM consents.decision
                 WHERE person_id = ? AND purpose = 'MESSAGES' AND channel = ?
                 ORDER BY version DESC
                 LIMIT 1''', [person, channel.name()])
        }
        if (newest?.state != 'GIVEN' || newest?.version != address.consentVersion()) {
            violations << "$channel handed over on $newest".toString()
        }
    }

    /** Claimed and perhaps declared, then nothing more is heard of it. */
    private void aSenderDies(Channel channel) {
        def owner = UUID.randomUUID()
        context.getBean(Claims).claim(channel, Priority.ALL, owner, 2).each {
            if (random.nextBoolean()) {
                context.getBean(DeclareIntent).declare(it, owner)
            }
        }
    }

    private void changesHerNumber(UUID person) {
        asSuperuser {
            it.execute("UPDATE contacts.contact SET replaced_at = ? WHERE person_id = ? AND kind = 'PHONE' AND replaced_at IS NULL",
                    [java.sql.Timestamp.from(clock.instant()), person])
        }
        aContact(person, kind: 'PHONE', value: number(), verified: random.nextBoolean())
    }

    private UUID aReachableMember() {
        def person = aMemberWhoAgreedTo(CHANNELS as Channel[])
        aDevice(person)
        aContact(person, kind: 'EMAIL', value: "m${person}@example.org".toString())
        aContact(person, kind: 'PHONE', value: number(), verified: true)
        person
    }

    private String number() {
        "+79${String.format('%09d', random.nextInt(1_000_000_000))}".toString()
    }

    private int attemptsWithoutConsent() {
        asSuperuser {
            it.firstRow('''
                SELECT count(*) AS n
                  FROM notifications.attempt a
                 WHERE NOT EXISTS (
                       SELECT 1
                         FROM consents.decision d
                        WHERE d.person_id = a.person_id
                          AND d.purpose = 'MESSAGES'
                          AND d.channel = a.channel
                          AND d.version = a.consent_version
                          AND d.state = 'GIVEN')''').n
        } as int
    }

    private int smsSentTwice() {
        asSuperuser {
            it.firstRow('''
                SELECT count(*) AS n
                  FROM (SELECT delivery_id
                          FROM notifications.attempt
                         WHERE channel = 'SMS' AND state IN ('ACCEPTED', 'UNCERTAIN')
                         GROUP BY delivery_id
                        HAVING count(*) > 1) twice''').n
        } as int
    }
}
