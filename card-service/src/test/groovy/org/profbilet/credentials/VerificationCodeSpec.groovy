package org.profbilet.credentials

import io.micronaut.runtime.event.annotation.EventListener
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import jakarta.inject.Singleton
import java.time.Duration
import java.time.LocalDate

@MicronautTest(transactional = false)
class VerificationCodeSpec extends CredentialSpec {

    @Inject
    AskForCode askForCode

    @Inject
    VerificationCodes codes

    @Inject
    Heard heard

    def setup() {
        heard.facts.clear()
    }

    def "a member without a slip asks for a code and opens her ticket with it"() {
        given:
        def person = aMember()
        askForCode.ask(ticketOf(person), BORN)

        when:
        def code = codes.make(heard.facts[0]).get()
        def outcome = activate(null, new PhoneInHand(), [offer: '', ticketNumber: ticketOf(person), code: code])

        then:
        heard.facts*.personId() == [person]
        code ==~ /[0-9]{8}/
        outcome instanceof ActivateOutcome.Activated
    }

    def "a code that was not sent yet opens nothing"() {
        given:
        def person = aMember()
        askForCode.ask(ticketOf(person), BORN)

        expect:
        activate(null, new PhoneInHand(), [offer: '', ticketNumber: ticketOf(person), code: '00000000']) == new ActivateOutcome.Refused()
    }

    def "nothing is sent when #wrong does not fit"() {
        given:
        def person = aMember(consents: consents)

        when:
        askForCode.ask(ticket ?: ticketOf(person), born)

        then:
        heard.facts == []

        where:
        wrong               | ticket       | born                     | consents
        'the birth date'    | null         | LocalDate.of(1980, 2, 2) | [UNION_PROCESSING: 'GIVEN']
        'the ticket number' | '9999999999' | BORN                     | [UNION_PROCESSING: 'GIVEN']
        'the consent'       | null         | BORN                     | [UNION_PROCESSING: 'WITHDRAWN']
    }

    def "a member asks for three codes a day and no more"() {
        given:
        def person = aMember()

        when:
        4.times { askForCode.ask(ticketOf(person), BORN) }
        def today = heard.facts.size()
        clock.advance(Duration.ofDays(1))
        askForCode.ask(ticketOf(person), BORN)

        then:
        today == 3
        heard.facts.size() == 4
    }

    def "a code is made no later than half an hour after it was asked for"() {
        given:
        askForCode.ask(ticketOf(aMember()), BORN)
        clock.advance(Duration.ofMinutes(30))

        expect:
        codes.make(heard.facts[0]).empty
    }

    def "who asks for a code does not make the chair's slip useless"() {
        given:
        def person = aMember()
        def slip = aSlipFor(person)
        askForCode.ask(ticketOf(person), BORN)
        codes.make(heard.facts[0])

        expect:
        activate(slip, new PhoneInHand(), [offer: '', ticketNumber: ticketOf(person)]) instanceof ActivateOutcome.Activated
    }

    def "wrong tries count against every open way in"() {
        given:
        def person = aMember()
        def slip = aSlipFor(person)
        askForCode.ask(ticketOf(person), BORN)
        5.times { activate(null, new PhoneInHand(), [offer: '', ticketNumber: ticketOf(person), code: '00000000']) }

        expect:
        codes.make(heard.facts[0]).empty
        activate(slip) == new ActivateOutcome.Refused()
    }

    private String ticketOf(UUID person) {
        asSuperuser { it.firstRow('SELECT ticket_number FROM members.person WHERE id = ?', [person]).ticket_number }
    }

    @Singleton
    static class Heard {

        final List<ActivationCodeAsked> facts = []

        @EventListener
        void hear(ActivationCodeAsked fact) {
            facts << fact
        }
    }
}
