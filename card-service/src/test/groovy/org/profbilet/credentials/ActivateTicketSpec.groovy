package org.profbilet.credentials

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.time.Duration
import java.time.LocalDate
import java.util.concurrent.CompletableFuture
import org.profbilet.contract.credential.CredentialKind
import org.profbilet.contract.credential.CredentialText
import org.profbilet.contract.credential.DeviceKey
import org.profbilet.credentials.ActivateOutcome.Activated
import org.profbilet.credentials.ActivateOutcome.KeyWasUsed
import org.profbilet.credentials.ActivateOutcome.Refused

@MicronautTest(transactional = false)
class ActivateTicketSpec extends CredentialSpec {

    def "a member with her slip opens her ticket on her phone"() {
        given:
        def person = aMember(lastName: 'Петрова', firstName: 'Анна', middleName: 'Ивановна')
        def slip = aSlipFor(person)
        def phone = new PhoneInHand()

        when:
        def outcome = activate(slip, phone)
        def door = CredentialText.parseUnproven(outcome.credentials().door()).claims()
        def member = CredentialText.parseUnproven(outcome.credentials().member()).claims()

        then:
        outcome.deviceId() == phone.id
        outcome.card().ticketNumber() == slip.ticketNumber()
        outcome.card().organisationName() == 'ППО школы № 17'
        door.kind() == CredentialKind.DOOR
        door.device() == DeviceKey.of(phone.doorKey)
        door.holder().ticket().value() == slip.ticketNumber()
        door.holder().initials().value() == 'ПАИ'
        door.issuedOn() == LocalDate.of(2026, 11, 20)
        door.lifeDays() == 35
        member.kind() == CredentialKind.MEMBER
        member.device() == DeviceKey.of(phone.memberKey)
        member.holder() == null
        door.status() != member.status()
        statesOf(person) == [0, 0]
    }

    def "the ticket number typed by hand serves as well as the QR"() {
        given:
        def slip = aSlipFor(aMember())

        expect:
        activate(slip, new PhoneInHand(), [offer: '', ticketNumber: slip.ticketNumber()]) instanceof Activated
    }

    def "whatever is wrong, the answer is the same: #wrong"() {
        given:
        def slip = aSlipFor(aMember())

        expect:
        activate(slip, new PhoneInHand(), typed) == new Refused()

        where:
        wrong                   | typed
        'unknown ticket number' | [offer: '', ticketNumber: '9999999999']
        'unknown offer'         | [offer: 'A' * 26]
        'neither'               | [offer: '']
        'birth date'            | [birthDate: LocalDate.of(1980, 2, 2)]
        'code'                  | [code: '00000000']
        'proof of the door key' | [doorProof: new PhoneInHand().proof(PhoneInHand.newKey(), org.profbilet.testing.MutableClock.START)]
        'no proof at all'       | [memberProof: 'abc']
    }

    def "after five wrong tries the slip is dead, even for the right code"() {
        given:
        def slip = aSlipFor(aMember())
        5.times { activate(slip, new PhoneInHand(), [code: '00000000']) }

        expect:
        activate(slip) == new Refused()
    }

    def "four wrong tries are forgiven"() {
        given:
        def slip = aSlipFor(aMember())
        4.times { activate(slip, new PhoneInHand(), [code: '00000000']) }

        expect:
        activate(slip) instanceof Activated
    }

    def "of many parallel guesses no more than five are looked at"() {
        given:
        def slip = aSlipFor(aMember())

        when:
        (1..12).collect { n ->
            CompletableFuture.supplyAsync { activate(slip, new PhoneInHand(), [code: String.format('%08d', n)]) }
        }*.get()

        then:
        asSuperuser {
            it.firstRow('SELECT failed_attempts FROM credentials.activation WHERE id = ?', [slip.id()]).failed_attempts
        } == 5
        activate(slip) == new Refused()
    }

    def "a slip serves once"() {
        given:
        def slip = aSlipFor(aMember())
        activate(slip)

        expect:
        activate(slip) == new Refused()
    }

    def "of two phones that type one slip at the same moment one gets the ticket"() {
        given:
        def slip = aSlipFor(aMember())

        when:
        def outcomes = (1..2).collect { CompletableFuture.supplyAsync { activate(slip) } }*.get()

        then:
        outcomes.count { it instanceof Activated } == 1
    }

    def "a slip is good for 72 hours and not a second longer"() {
        given:
        def slip = aSlipFor(aMember())
        clock.advance(Duration.ofHours(72).minusSeconds(seconds))

        expect:
        activate(slip).class == outcome

        where:
        seconds || outcome
        1       || Activated
        0       || Refused
    }

    def "a newer slip ends the older one"() {
        given:
        def person = aMember()
        def older = aSlipFor(person)
        def newer = aSlipFor(person)

        expect:
        activate(older) == new Refused()
        activate(newer) instanceof Activated
    }

    def "a person who left, or withdrew her consent, after the slip was printed gets no ticket"() {
        given:
        def person = aMember()
        def slip = aSlipFor(person)
        endMembership(person)

        expect:
        activate(slip) == new Refused()
    }

    def "the same request again gets the same answer, because the first one may be lost"() {
        given:
        def slip = aSlipFor(aMember())
        def phone = new PhoneInHand()

        when:
        def first = activate(slip, phone)
        clock.advance(Duration.ofMinutes(1))
        def second = activate(slip, phone)

        then:
        second == first
    }

    def "the key of a request serves no other request"() {
        given:
        def slip = aSlipFor(aMember())
        def phone = new PhoneInHand()
        activate(slip, phone)

        expect:
        activate(aSlipFor(aMember()), phone) == new KeyWasUsed()
        activate(slip, phone, [code: '00000000']) == new KeyWasUsed()
    }

    def "a key that serves one phone serves no second one"() {
        given:
        def phone = anActivePhone()
        def slip = aSlipFor(aMember())
        def thief = new PhoneInHand()
        def request = new ActivationRequest(
                thief.id, '', PhoneInHand.offer(slip), BORN, slip.code(), DeviceKey.of(phone.doorKey), DeviceKey.of(thief.memberKey),
                thief.proof(phone.doorKey, clock.instant()), thief.proof(thief.memberKey, clock.instant()), 'x')

        expect:
        activateTicket.activate(request) == new Refused()
    }

    def "a proof made for another phone, another server or another hour is refused"() {
        given:
        def slip = aSlipFor(aMember())
        def phone = new PhoneInHand()
        def proof = phone.proof(phone.doorKey, clock.instant() + ago, issuer ?: phone.id, audience)

        expect:
        activate(slip, phone, [doorProof: proof]) == new Refused()

        where:
        ago                  | issuer            | audience
        Duration.ZERO        | UUID.randomUUID() | ADDRESS
        Duration.ZERO        | null              | 'https://other.example'
        Duration.ofHours(-1) | null              | ADDRESS
    }

    def "a third phone ends the oldest of two"() {
        given:
        def person = aMember()
        anActivePhone(person)
        clock.advance(Duration.ofDays(1))
        anActivePhone(person)
        clock.advance(Duration.ofDays(1))

        when:
        anActivePhone(person)

        then:
        statesOf(person) == [1, 1, 0, 0, 0, 0]
    }

    def "entries of the status list are never given twice and tell no order"() {
        given:
        (1..10).each { anActivePhone() }

        when:
        def entries = asSuperuser { it.rows('SELECT list_number, index FROM credentials.credential ORDER BY id') }

        then:
        entries.toSet().size() == entries.size()
        entries*.index != entries*.index.sort(false)
        entries*.index.max() > 1000
    }
}
