package org.profbilet.credentials

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.time.Duration
import org.profbilet.access.NotYours
import org.profbilet.credentials.PrintSlipOutcome.KeyWasUsed
import org.profbilet.credentials.PrintSlipOutcome.Printed
import org.profbilet.credentials.PrintSlipOutcome.Refused

@MicronautTest(transactional = false)
class ActivationSlipSpec extends CredentialSpec {

    def "a chair prints a slip with the ticket number, a QR and eight digits that live three days"() {
        given:
        def person = aMember(lastName: 'Ёлкина', firstName: 'Анна', middleName: null)

        when:
        def slip = aSlipFor(person)

        then:
        slip.fullName() == 'Ёлкина Анна'
        slip.ticketNumber() ==~ /[0-9]{10}/
        slip.link() ==~ /HTTP:\/\/LOCALHOST:8080\/A#[A-Z2-7]{26}/
        slip.code() ==~ /[0-9]{8}/
        slip.expiresAt() == clock.instant() + Duration.ofHours(72)
    }

    def "the code, the offer and the birth date are not in the database"() {
        given:
        def slip = aSlipFor(aMember())

        when:
        def row = asSuperuser {
            it.firstRow('SELECT row_to_json(a)::text AS text FROM credentials.activation a WHERE id = ?', [slip.id()]).text
        }

        then:
        !row.contains(slip.code())
        !row.contains(PhoneInHand.offer(slip))
        !row.contains('1980')
    }

    def "the same key prints the same slip again"() {
        given:
        def person = aMember()
        def key = UUID.randomUUID()

        when:
        def first = printSlip.print(union.chair, union.primary, person, key)
        def second = printSlip.print(union.chair, union.primary, person, key)

        then:
        first == second
        first instanceof Printed
    }

    def "a key that made a slip for somebody else is refused"() {
        given:
        def key = UUID.randomUUID()
        printSlip.print(union.chair, union.primary, aMember(), key)

        expect:
        printSlip.print(union.chair, union.primary, aMember(), key) == new KeyWasUsed()
    }

    def "the key of a slip that a newer one has ended prints nothing"() {
        given:
        def person = aMember()
        def key = UUID.randomUUID()
        printSlip.print(union.chair, union.primary, person, key)
        aSlipFor(person)

        expect:
        printSlip.print(union.chair, union.primary, person, key) == new KeyWasUsed()
    }

    def "there is no slip for a person #who"() {
        given:
        def person = aMember(consents)
        if (ended) {
            endMembership(person)
        }

        expect:
        printSlip.print(union.chair, union.primary, person, UUID.randomUUID()) == new Refused(reason)

        where:
        who                           | consents                                    | ended || reason
        'whose membership has ended'  | [:]                                         | true  || NotEligible.NOT_A_MEMBER
        'who gave no consent'         | [consents: [:]]                             | false || NotEligible.NO_CONSENT
        'who refused the consent'     | [consents: [UNION_PROCESSING: 'REFUSED']]   | false || NotEligible.NO_CONSENT
        'who withdrew the consent'    | [consents: [UNION_PROCESSING: 'WITHDRAWN']] | false || NotEligible.NO_CONSENT
        'who consented to mails only' | [consents: [EMAIL: 'GIVEN']]                | false || NotEligible.NO_CONSENT
    }

    def "a chair prints no slip for a member of another primary"() {
        given:
        def person = aMember([:], union.otherPrimary)

        when:
        printSlip.print(union.chair, primary == 'own' ? union.primary : union.otherPrimary, person, UUID.randomUUID())

        then:
        thrown(NotYours)

        where:
        primary << ['own', 'other']
    }

    def "every slip is in the audit, without its secrets"() {
        given:
        def person = aMember()

        when:
        def slip = aSlipFor(person)

        then:
        def entry = asSuperuser {
            it.firstRow("SELECT account_id, details::text AS details FROM audit.entry WHERE action = 'ACTIVATION_SLIP_PRINTED' AND subject_id = ?", [person])
        }
        entry.account_id == union.chair
        !entry.details.contains(slip.code())
    }

    def "a slip does not show itself in a log"() {
        given:
        def slip = aSlipFor(aMember())

        expect:
        !"$slip".contains(slip.code())
        !"$slip".contains(slip.ticketNumber())
    }
}
