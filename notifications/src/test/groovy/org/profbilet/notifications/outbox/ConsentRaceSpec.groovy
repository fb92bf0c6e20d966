package org.profbilet.notifications.outbox

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption
import java.sql.Connection
import java.sql.DriverManager
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import java.util.concurrent.TimeoutException
import org.profbilet.consents.Channel
import org.profbilet.consents.ConsentGate
import org.profbilet.consents.ConsentedAddress
import org.profbilet.notifications.channels.HandOver
import org.profbilet.notifications.channels.Message
import org.profbilet.notifications.channels.Readiness
import org.profbilet.notifications.channels.Sender
import org.profbilet.notifications.testing.ConsentHistory
import org.profbilet.notifications.testing.NotificationsSpec
import org.profbilet.notifications.wording.Wording
import org.profbilet.testing.TestDatabase
import spock.lang.AutoCleanup

/**
 * After a withdrawal has returned nothing is handed over any more: the design, and four that fail.
 * {@code deploy/drill/consents} runs the race with many seeds.
 */
@MicronautTest(transactional = false)
class ConsentRaceSpec extends NotificationsSpec {

    private static final int SEEDS = Integer.getInteger('drill.seeds', 1)
    private static final long RUN = TimeUnit.SECONDS.toNanos(2)

    /** A busy machine gets more time, so that there is something to look at. */
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(60)
    private static final int ENOUGH = 50

    @AutoCleanup('shutdownNow')
    def threads = Executors.newCachedThreadPool()

    def history = new ConsentHistory()
    def lease = UUID.randomUUID()

    def "with seed #seed, twelve members agree and withdraw while three senders send: none is sent to after a withdrawal"() {
        given:
        def people = (1..12).collect { aMemberWithEmail() }
        def begun = System.nanoTime()
        def senders = (1..3).collect { number ->
            threads.submit({ sendSince(begun, people, new Random(seed * 31 + number)) } as Callable)
        }
        def withdrawers = people.collate(6).collect { half ->
            threads.submit({ withdrawSince(begun, half, new Random(seed)) } as Callable)
        }

        when:
        (senders + withdrawers)*.get()
        report(seed)

        then:
        history.violations() == 0
        history.count('HANDED_OVER') > ENOUGH
        history.count('WITHDRAWAL_RETURNED') > ENOUGH

        where:
        seed << (1..SEEDS)
    }

    def "a withdrawal that comes during a hand-over returns only after it"() {
        given:
        def olga = aMemberWithEmail()
        tell(olga, Channel.EMAIL)

        when:
        send(recording { meanwhile { withdraw(olga) } })
        awaitWithdrawal()

        then:
        history.count('HANDED_OVER') == 1
        history.count('WITHDRAWAL_RETURNED') == 1
        history.violations() == 0
        statesOf(olga) == ['ACCEPTED']
    }

    def "the checker catches the product's own hand-over when its gate #design and the database's guard is away"() {
        given:
        def olga = aMemberWithEmail()
        guard('DISABLE')

        when: 'nothing holds the withdrawal up, however busy the machine is'
        gap = 4000
        handOverBy(gate, olga)

        then:
        history.count('HANDED_OVER') == 1
        history.violations() == 1

        cleanup:
        guard('ENABLE')

        where:
        gate << Broken.values()
        design = gate.design
    }

    def "with its guard the database lets no gate through that #design"() {
        given:
        def olga = aMemberWithEmail()

        when:
        handOverBy(gate, olga)

        then: 'the guard holds the consent itself, so that the withdrawal waits for the hand-over'
        history.count('WITHDRAWAL_RETURNED') == 1
        history.violations() == 0

        where:
        gate << Broken.values()
        design = gate.design
    }

    /** The designs of which a race was measured, in place of the gate of the product. */
    enum Broken {
        WHEN_THE_FACT_HAPPENS('asks when the fact happens and never again', null),
        WITHOUT_A_LOCK('asks without a lock', ''),
        LOCK_LET_GO('locks FOR SHARE but lets go before the hand-over', 'FOR SHARE'),
        KEY_SHARE('holds FOR KEY SHARE while it sends', 'FOR KEY SHARE')

        final String design
        final String lock

        Broken(String design, String lock) {
            this.design = design
            this.lock = lock
        }
    }

    private void guard(String what) {
        asSuperuser { it.execute("ALTER TABLE notifications.attempt $what TRIGGER hand_over_needs_consent".toString()) }
    }

    /** The classes of the product, from the claim to the settlement; only the answer of the gate is made otherwise. */
    private void handOverBy(Broken broken, UUID person) {
        tell(person, Channel.EMAIL)
        def claimed = context.getBean(Claims).claim(Channel.EMAIL, Priority.ALL, lease, 1)[0]
        context.getBean(DeclareIntent).declare(claimed, lease)
        def gate = context.getBean(Gate)
        def asked = inTransaction {
            gate.openRowsOf(claimed)
            gate.ask(claimed)
        }
        def spec = this
        def mutant = new Gate(rowScope, context.getBean(Broadcasts), context.getBean(ConsentGate)) {
            @Override
            Gate.Answer ask(Claimed delivery) {
                spec.askAs(broken, person)
                asked
            }
        }
        def handOver = new HandOverDelivery(mutant, context.getBean(DeliveryRepository), context.getBean(AttemptRepository),
                context.getBean(Settlement), context.getBean(ForgetDeadAddress), context.getBean(Wording),
                context.getBean(Broadcasts), context.getBean(HardLimit), clock)
        inTransaction { handOver.handOver(claimed, lease, recording { meanwhile { withdrawByLedger(person) } }) }
        awaitWithdrawal()
    }

    void askAs(Broken broken, UUID person) {
        switch (broken) {
            case Broken.WHEN_THE_FACT_HAPPENS:
                break
            case Broken.LOCK_LET_GO:
                asApplication(person) { look(it, person, broken.lock) }
                break
            default:
                look(transactions.connection, person, broken.lock)
        }
    }

    def "held FOR SHARE by hand in the same frame the checker finds nothing"() {
        given:
        def olga = aMemberWithEmail()

        when:
        asApplication(olga) {
            look(it, olga, 'FOR SHARE')
            meanwhile { withdrawByLedger(olga) }
            history.record(olga, 'HANDED_OVER')
        }
        awaitWithdrawal()

        then:
        history.count('WITHDRAWAL_RETURNED') == 1
        history.violations() == 0
    }

    private def withdrawal

    /** Milliseconds between the look at the consent and the hand-over. */
    private int gap = 300

    /** Widens the gap on purpose: the withdrawal gets its chance exactly here. */
    void meanwhile(Closure<?> work) {
        withdrawal = threads.submit(work as Callable)
        try {
            withdrawal.get(gap, TimeUnit.MILLISECONDS)
        } catch (TimeoutException waitsForTheSender) {
            // as it must, where the consent is held
        }
    }

    private void awaitWithdrawal() {
        withdrawal.get(5, TimeUnit.SECONDS)
    }

    private void withdraw(UUID person) {
        withdrew(person, Channel.EMAIL)
        history.record(person, 'WITHDRAWAL_RETURNED')
    }

    /** A plain row of the ledger: the sender's lock must do without the lock that the use case takes first. */
    void withdrawByLedger(UUID person) {
        asApplication(person) {
            it.createStatement().executeUpdate("""
                INSERT INTO consents.decision (id, person_id, primary_id, purpose, channel, state, version, text_id, form,
                                               evidence, device_id, device_key, signed_on, recorded_at)
                SELECT gen_random_uuid(), person_id, primary_id, purpose, channel, 'WITHDRAWN', 2, text_id, form,
                       evidence, device_id, device_key, signed_on, recorded_at
                  FROM consents.decision
                 WHERE person_id = '$person'""")
        }
        history.record(person, 'WITHDRAWAL_RETURNED')
    }

    private void report(int seed) {
        def line = "seed $seed: ${history.count('HANDED_OVER')} hand-overs, ${history.count('WITHDRAWAL_RETURNED')} withdrawals, " +
                "${history.violations()} violations\n"
        def file = Path.of('target/drill/consents.txt')
        Files.createDirectories(file.parent)
        Files.writeString(file, line.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)
    }

    private void sendSince(long begun, List<UUID> people, Random random) {
        def sender = recording {}
        while (goesOn(begun)) {
            tell(people[random.nextInt(people.size())], Channel.EMAIL)
            send(sender)
        }
    }

    private void withdrawSince(long begun, List<UUID> people, Random random) {
        while (goesOn(begun)) {
            def person = people[random.nextInt(people.size())]
            withdraw(person)
            history.record(person, 'CONSENT_ASKED')
            agreed(person, Channel.EMAIL)
        }
    }

    private boolean goesOn(long begun) {
        def lasted = System.nanoTime() - begun
        def enough = ['HANDED_OVER', 'WITHDRAWAL_RETURNED'].every { history.count(it) > ENOUGH }
        lasted < RUN || (!enough && lasted < LONGEST)
    }

    private void send(Sender sender) {
        context.getBean(Claims).claim(Channel.EMAIL, Priority.ALL, lease, 1).each {
            if (context.getBean(DeclareIntent).declare(it, lease)) {
                context.getBean(HandOverDelivery).handOver(it, lease, sender)
            }
        }
    }

    /** Looks at the consent as a sender of another design would; true rows only. */
    void look(Connection connection, UUID person, String lock) {
        def found = connection.createStatement().executeQuery("""
            SELECT version
              FROM consents.current
             WHERE person_id = '$person'
               AND purpose = 'MESSAGES'
               AND channel = 'EMAIL'
               AND state = 'GIVEN'
               $lock""")
        assert found.next()
    }

    void asApplication(UUID person, Closure<?> work) {
        DriverManager.getConnection(TestDatabase.url(database), TestDatabase.APPLICATION, TestDatabase.PASSWORD).withCloseable { Connection connection ->
            connection.autoCommit = false
            connection.createStatement().execute("SELECT set_config('profbilet.person', '$person', true)")
            work.call(connection)
            connection.commit()
        }
    }

    private UUID aMemberWithEmail() {
        def person = aMemberWhoAgreedTo(Channel.EMAIL)
        aContact(person, kind: 'EMAIL', value: "m${person}@example.org".toString())
        person
    }

    private Sender recording(Closure<?> meanwhile) {
        def spec = this
        new Sender() {
            Channel channel() {
                Channel.EMAIL
            }

            String provider(ConsentedAddress address) {
                'SPEC'
            }

            int width() {
                1
            }

            Readiness prepare() {
                Readiness.READY
            }

            HandOver handOver(Message message, ConsentedAddress address) {
                meanwhile.call()
                spec.history.record(message.personId(), 'HANDED_OVER')
                new HandOver.Accepted(null)
            }
        }
    }
}
