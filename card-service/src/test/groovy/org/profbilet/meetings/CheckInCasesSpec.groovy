package org.profbilet.meetings

import com.nimbusds.jose.jwk.Curve
import com.nimbusds.jose.jwk.gen.ECKeyGenerator
import groovy.json.JsonSlurper
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import org.profbilet.contract.credential.CredentialStatus
import org.profbilet.contract.scanner.ScanAnswer
import org.profbilet.contract.scanner.ScanReason
import org.profbilet.contract.scanner.ScanType
import org.profbilet.contract.scanner.ShownCredential

/** The cases that a server and a door without a network decide alike; here the server. */
@MicronautTest(transactional = false)
class CheckInCasesSpec extends MeetingSpec {

    static final List<Map> CASES = new JsonSlurper()
            .parse(CheckInCasesSpec.getResource('/checkin/cases.json')).cases.findAll { it.runs != 'device' }

    def "#aCase.id: #aCase.case"() {
        given:
        def member = aTicket(card: aCase.given.person.card)
        def invited = aCase.given.list.kind == 'OPEN' ? null : aCase.given.person.invited ? [member] : [aTicket()]
        def meeting = aMeeting(invited: invited, policy: aCase.given.list.policy,
                opensAt: Instant.parse(aCase.given.list.opensAt), closesAt: Instant.parse(aCase.given.list.closesAt))
        def here = aDoor(meeting, 'А')
        def there = aDoor(meeting, 'Б')
        clock.now = Instant.parse(aCase.scan.at)
        def code = aCase.scan.credential in ['PHONE'] ? shown(member, here) : null
        aCase.given.earlier.each { came(it, member, there, code) }
        if (aCase.given.person.membership == 'ENDED') {
            membershipEnded(member)
        }

        when:
        clock.now = Instant.parse(aCase.scan.at)
        def answer = scanned(here, code ?: raw(member), [
            type    : ScanType.valueOf(aCase.scan.type),
            kind    : aCase.scan.credential == 'NUMBER' ? ShownCredential.Kind.NUMBER : ShownCredential.Kind.QR,
            override: aCase.scan.override])

        then:
        answer.outcome().name() == aCase.expected.outcome
        answer.reason().name() == aCase.expected.reason
        aCase.expected.first == null || isFirst(answer)
        aCase.expected.person == null || (answer.person() != null) == aCase.expected.person

        where:
        aCase << CASES
    }

    def "every reason has its sentence, and every case names a reason that belongs to its outcome"() {
        given:
        def sentences = ResourceBundle.getBundle('checkin.messages', new Locale('ru'))

        expect:
        ScanReason.values().every { sentences.getString(it.name()) }
        sentences.keySet().size() == ScanReason.values().size()
        new JsonSlurper().parse(CheckInCasesSpec.getResource('/checkin/cases.json')).cases.every {
            ScanReason.valueOf(it.expected.reason).outcome().name() == it.expected.outcome
        }
    }

    private boolean isFirst(ScanAnswer answer) {
        def first = aCase().expected.first
        answer.first().at() == Instant.parse(first.at) && answer.first().door() == first.door
    }

    private Map aCase() {
        specificationContext.currentIteration.dataVariables.aCase as Map
    }

    private void came(Map earlier, Ticket member, Phone door, String code) {
        clock.now = Instant.parse(earlier.at)
        def raw = earlier.credential == 'THE_SAME_PROOF' ? code : earlier.credential == 'PHONE' ? member.phone() : member.plastic()
        scanned(door, raw, [type: ScanType.valueOf(earlier.type)])
    }

    /** What her phone shows at the moment of the case, in the state of the case. */
    private String shown(Ticket member, Phone door) {
        def at = clock.instant()
        switch (aCase().scan.state) {
            case 'STALE_PROOF': return member.phone(at: at - Duration.ofMinutes(2))
            case 'EXPIRED': member.issuedOn = LocalDate.of(2026, 9, 1); return member.phone()
            case 'SUSPENDED': phoneTicketIs(member, CredentialStatus.SUSPENDED); return member.phone()
            case 'REVOKED': phoneTicketIs(member, CredentialStatus.INVALID); return member.phone()
            case 'BAD_SIGNATURE': member.issuerKey = new ECKeyGenerator(Curve.P_256).generate(); return member.phone()
            case 'OTHER_EVENT': return member.phone(event: downloadList.show(door.id).event() + 1)
            case 'GOOD': return aCase().given.earlier*.credential == ['THE_SAME_PROOF'] ?
                    member.phone(at: at - Duration.ofSeconds(10)) : member.phone()
        }
    }

    private String raw(Ticket member) {
        def scan = aCase().scan
        switch (scan.credential) {
            case 'TEXT': return scan.text
            case 'NUMBER': return member.number
        }
        switch (scan.state) {
            case 'LOWER_CASE': return member.plastic().toLowerCase()
            case 'WRONG_TOKEN': return member.plastic()[0..-27] + 'A' * 26
            case 'UNKNOWN': return tickets.plastic(org.profbilet.testing.Union.ticketNumber(), '00001').text()
            default: return member.plastic()
        }
    }
}
