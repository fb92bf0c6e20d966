package org.profbilet.consents

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.LocalDate
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.concurrent.TimeoutException
import org.profbilet.consents.AddressOutcome.Withheld
import org.profbilet.consents.RecordPaperConsents.Paper
import org.profbilet.requests.TryAgain
import org.profbilet.testing.UnionSpec

import static org.profbilet.consents.Channel.*
import static org.profbilet.consents.Purpose.*

@MicronautTest(transactional = false)
class ConsentGateSpec extends UnionSpec {

    static final Evidence PHONE = Evidence.phone(UUID.randomUUID(), 'thumbprint')

    @Inject
    ConsentGate gate

    @Inject
    WithdrawConsent withdrawConsent

    @Inject
    ChooseAds chooseAds

    @Inject
    HoldConsents holdConsents

    @Inject
    RecordPaperConsents recordPaperConsents

    def "who agreed to #channel is reached at #address"() {
        given:
        def olga = aMember(consents: [(channel.name()): 'GIVEN'])
        contacts.each { aContact(it, olga) }
        devices.times { aDevice(olga) }

        when:
        def outcome = ask(olga, channel)

        then:
        outcome.consentVersion() == 1
        outcome.addresses()*.kind() == kinds
        outcome.addresses()*.consentVersion().toSet() == [1].toSet()
        kinds.first() == AddressKind.FCM_TOKEN || outcome.addresses().first().value() == address
        !outcome.toString().contains(address)

        where:
        channel | address             | contacts                                                                        | devices || kinds
        EMAIL   | 'olga@example.org'  | [[kind: 'EMAIL', value: 'olga@example.org']]                                    | 0       || [AddressKind.EMAIL]
        EMAIL   | 'many@example.org'  | [[kind: 'EMAIL', value: 'many@example.org', shared: true, verified: true]]      | 0       || [AddressKind.EMAIL]
        SMS     | '+79990000001'      | [[kind: 'PHONE', value: '+79990000001', verified: true]]                        | 0       || [AddressKind.PHONE]
        PUSH    | 'two living phones' | []                                                                              | 2       || [AddressKind.FCM_TOKEN] * 2
    }

    def "an address is withheld: #reason"() {
        given:
        def olga = aMember(consents: consents)
        contacts.each { aContact(it, olga) }
        if (reason == WithheldReason.MEMBERSHIP_ENDED) {
            endMembership(olga, LocalDate.of(2026, 11, 20))
        }

        expect:
        ask(olga, channel) == new Withheld(reason)

        where:
        reason                              | channel | consents             | contacts
        WithheldReason.NO_CONSENT           | EMAIL   | [:]                  | [[kind: 'EMAIL', value: 'a@example.org']]
        WithheldReason.NO_CONSENT           | EMAIL   | [SMS: 'GIVEN']       | [[kind: 'EMAIL', value: 'a@example.org']]
        WithheldReason.REFUSED              | EMAIL   | [EMAIL: 'REFUSED']   | [[kind: 'EMAIL', value: 'a@example.org']]
        WithheldReason.WITHDRAWN            | EMAIL   | [EMAIL: 'WITHDRAWN'] | [[kind: 'EMAIL', value: 'a@example.org']]
        WithheldReason.MEMBERSHIP_ENDED     | EMAIL   | [EMAIL: 'GIVEN']     | [[kind: 'EMAIL', value: 'a@example.org']]
        WithheldReason.NO_ADDRESS           | EMAIL   | [EMAIL: 'GIVEN']     | [[kind: 'PHONE', value: '+79990000002']]
        WithheldReason.NO_ADDRESS           | PUSH    | [PUSH: 'GIVEN']      | []
        WithheldReason.ADDRESS_NOT_VERIFIED | SMS     | [SMS: 'GIVEN']       | [[kind: 'PHONE', value: '+79990000003']]
        WithheldReason.ADDRESS_NOT_VERIFIED | EMAIL   | [EMAIL: 'GIVEN']     | [[kind: 'EMAIL', value: 'a@example.org', shared: true]]
        WithheldReason.ADDRESS_NOT_VERIFIED | EMAIL   | [EMAIL: 'GIVEN']     | [[kind: 'EMAIL', value: 'old@example.org', replacedAt: '2999-01-01T00:00:00Z'], [kind: 'EMAIL', value: 'new@example.org']]
        WithheldReason.ADDRESS_DEAD         | EMAIL   | [EMAIL: 'GIVEN']     | [[kind: 'EMAIL', value: 'a@example.org', state: 'DEAD']]
        WithheldReason.ADDRESS_DEAD         | EMAIL   | [EMAIL: 'GIVEN']     | [[kind: 'EMAIL', value: 'a@example.org', state: 'SUPPRESSED']]
    }

    def "a phone whose application is gone is dead"() {
        given:
        def olga = aMember(consents: [PUSH: 'GIVEN'])
        aDevice(olga, dead: true)

        expect:
        ask(olga, PUSH) == new Withheld(WithheldReason.ADDRESS_DEAD)
    }

    def "outside of a transaction the gate hands out nothing"() {
        when:
        gate.addressFor(aMember(), MESSAGES, EMAIL)

        then:
        thrown(RuntimeException)
    }

    def "after a withdrawal no address is handed out"() {
        given:
        def olga = aMember(consents: [EMAIL: 'GIVEN'])
        aContact([kind: 'EMAIL', value: 'olga@example.org'], olga)

        when:
        withdrawConsent.electronically(olga, MESSAGES, [EMAIL] as Set, PHONE)

        then:
        ask(olga, EMAIL) == new Withheld(WithheldReason.WITHDRAWN)
    }

    def "a withdrawal waits for the message that is being handed over, and is in force after it"() {
        given:
        def olga = aMember(consents: [EMAIL: 'GIVEN'])
        aContact([kind: 'EMAIL', value: 'olga@example.org'], olga)
        def sending = new CountDownLatch(1)
        def taken = new CountDownLatch(1)
        def handOver = CompletableFuture.supplyAsync {
            inTransaction {
                def outcome = gate.addressFor(olga, MESSAGES, EMAIL)
                sending.countDown()
                taken.await(20, TimeUnit.SECONDS)
                outcome
            }
        }
        sending.await(20, TimeUnit.SECONDS)

        when:
        def withdrawal = CompletableFuture.supplyAsync {
            withdrawConsent.electronically(olga, MESSAGES, [EMAIL] as Set, PHONE)
        }
        waitsForALock()
        def early = withdrawal.done
        taken.countDown()

        then:
        !early
        handOver.get() instanceof AddressOutcome.Consented
        withdrawal.get() == new WithdrawOutcome.Withdrawn(1)
        ask(olga, EMAIL) == new Withheld(WithheldReason.WITHDRAWN)
    }

    def "a no to advertising waits for advertising that is being handed over, and is in force after it"() {
        given:
        def olga = aMember(consents: [EMAIL: 'GIVEN'])
        aContact([kind: 'EMAIL', value: 'olga@example.org'], olga)
        def sending = new CountDownLatch(1)
        def taken = new CountDownLatch(1)
        def handOver = CompletableFuture.supplyAsync {
            inTransaction {
                def outcome = gate.addressForAds(olga, EMAIL)
                sending.countDown()
                taken.await(20, TimeUnit.SECONDS)
                outcome
            }
        }
        sending.await(20, TimeUnit.SECONDS)

        when:
        def refusal = CompletableFuture.supplyAsync { chooseAds.choose(olga, false, PHONE) }
        waitsForALock()
        def early = refusal.done
        taken.countDown()

        then:
        !early
        handOver.get() instanceof AddressOutcome.Consented
        refusal.get()
        inTransaction { gate.addressForAds(olga, EMAIL) } == new Withheld(WithheldReason.ADS_REFUSED)
        ask(olga, EMAIL) instanceof AddressOutcome.Consented
    }

    def "a withdrawal that waits for more than five seconds is asked to come again, and nothing is done"() {
        given:
        def olga = aMember(consents: [EMAIL: 'GIVEN'])
        def held = new CountDownLatch(1)
        def enough = new CountDownLatch(1)
        def sender = CompletableFuture.runAsync {
            inTransaction {
                gate.addressFor(olga, MESSAGES, EMAIL)
                held.countDown()
                enough.await(30, TimeUnit.SECONDS)
            }
        }
        held.await(20, TimeUnit.SECONDS)

        when:
        withdrawConsent.electronically(olga, MESSAGES, [EMAIL] as Set, PHONE)

        then:
        thrown(TryAgain)

        cleanup:
        enough.countDown()
        sender.get()
        assert ask(olga, EMAIL) == new Withheld(WithheldReason.NO_ADDRESS)
    }

    def "an order holds the consents it relies on: a withdrawal waits for it"() {
        given:
        def olga = aMember(consents: [UNION_PROCESSING: 'GIVEN'])
        def held = new CountDownLatch(1)
        def made = new CountDownLatch(1)
        def order = CompletableFuture.supplyAsync {
            inTransaction {
                rowScope.primary(primary)
                def given = holdConsents.holdGiven(primary, UNION_PROCESSING)
                held.countDown()
                made.await(20, TimeUnit.SECONDS)
                given
            }
        }
        held.await(20, TimeUnit.SECONDS)

        when:
        def withdrawal = CompletableFuture.supplyAsync {
            withdrawConsent.onPaper(chair(), olga, UNION_PROCESSING, [] as Set, LocalDate.of(2026, 11, 20))
        }
        waitsForALock()
        def early = withdrawal.done
        made.countDown()

        then:
        !early
        order.get() == [olga] as Set
        withdrawal.get() == new WithdrawOutcome.Withdrawn(1)
    }

    def "the dates of a list become papers kept by the primary, and the same list again changes nothing"() {
        given:
        def (olga, anna) = [aMember(), aMember(consents: [PARTNER: 'WITHDRAWN'])]
        def list = [
                new Paper(olga, UNION_PROCESSING, NONE, LocalDate.of(2021, 3, 1)),
                new Paper(olga, MESSAGES, EMAIL, LocalDate.of(2026, 2, 1)),
                new Paper(anna, UNION_PROCESSING, NONE, LocalDate.of(2021, 3, 1)),
                new Paper(anna, PARTNER, NONE, LocalDate.of(2021, 3, 1)),
                new Paper(anna, MESSAGES, SMS, LocalDate.of(2027, 1, 1)),
                new Paper(anna, MESSAGES, PUSH, LocalDate.of(2019, 1, 1))]

        expect:
        recordPaperConsents.record(chair(), UUID.randomUUID(), list) == new RecordPaperConsents.Result(3, 0, 1, 2)
        recordPaperConsents.record(chair(), UUID.randomUUID(), list) == new RecordPaperConsents.Result(0, 3, 1, 2)
        asSuperuser {
            it.rows('''
                SELECT t.version, d.form, d.keeper_id
                  FROM consents.decision d
                  JOIN consents.text t ON t.id = d.text_id
                 WHERE d.person_id = ?
                 ORDER BY d.purpose DESC''', [olga])
        }.collect { [it.version, it.form, it.keeper_id] } == [['2020-3/1', 'PAPER', primary], ['2025-3', 'PAPER', primary]]
    }

    private AddressOutcome ask(UUID person, Channel channel) {
        inTransaction { gate.addressFor(person, MESSAGES, channel) }
    }

    /** Returns when some session of this database waits for a lock. */
    private void waitsForALock() {
        def deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20)
        while (asSuperuser {
            it.firstRow("SELECT count(*) AS n FROM pg_stat_activity WHERE datname = ? AND wait_event_type = 'Lock'", [database]).n
        } == 0) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException('nobody waits for a lock')
            }
        }
    }
}
