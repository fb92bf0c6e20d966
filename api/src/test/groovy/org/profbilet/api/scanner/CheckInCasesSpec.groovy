package org.profbilet.api.scanner

import com.nimbusds.jose.jwk.Curve
import com.nimbusds.jose.jwk.gen.ECKeyGenerator
import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.serde.ObjectMapper
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import org.profbilet.api.session.AccessTokens
import org.profbilet.contract.chair.MandateState
import org.profbilet.contract.credential.CredentialStatus
import org.profbilet.contract.scanner.DeviceRole
import org.profbilet.contract.scanner.ListKind
import org.profbilet.contract.scanner.ListSettings
import org.profbilet.contract.scanner.OverrideReason
import org.profbilet.contract.scanner.Scan
import org.profbilet.contract.scanner.ScanAnswer
import org.profbilet.contract.scanner.ScanReason
import org.profbilet.contract.scanner.ScanType
import org.profbilet.contract.scanner.ShownCredential
import org.profbilet.meetings.MeetingSpec
import org.profbilet.testing.Union
import spock.lang.Shared

/** The cases that a server and a door without a network decide alike; here the server, over HTTP. */
@MicronautTest(transactional = false)
class CheckInCasesSpec extends MeetingSpec {

    static final Map TABLE = new JsonSlurper().parse(CheckInCasesSpec.getResource('/checkin/cases.json')) as Map
    static final List<Map> CASES = TABLE.cases.findAll { it.runs != 'device' }
    static final List<String> CHANGED_FOR_EVER = ['EXPIRED', 'SUSPENDED', 'REVOKED', 'BAD_SIGNATURE']

    @Inject
    EmbeddedServer server

    @Inject
    AccessTokens tokens

    @Inject
    ObjectMapper json

    @Shared
    HttpClient client = HttpClient.newHttpClient()

    @Shared
    Map<String, Ticket> people = [:]

    @Override
    Map<String, String> getProperties() {
        super.properties + [
            'micronaut.server.port'   : '-1',
            'endpoints.all.port'      : '-1',
            'profbilet.limits.enabled': 'false',
            'micronaut.security.token.jwt.signatures.secret.generator.secret': 'a secret for specifications only, long enough'
        ]
    }

    def cleanupSpec() {
        println "check-in cases: ${CASES.size()} rows on the server over HTTP, ${CASES.count { it.runs == 'both' }} of them on the device too"
    }

    def "#aCase.id: #aCase.case"() {
        given:
        def opens = Instant.parse(aCase.given.list.opensAt)
        def first = ([aCase.scan.at] + aCase.given.earlier*.at).collect { Instant.parse(it) }.min()
        clock.now = [opens, first].min()
        def member = memberOfTheCase()
        def meeting = meetingOfTheCase(member)
        def here = aDoor(meeting, 'А', [role: aCase.scan.override == 'REGISTRAR_DECISION' ? DeviceRole.REGISTRAR : null])
        def there = aCase.given.earlier ? aDoor(meeting, 'Б') : null
        clock.now = Instant.parse(aCase.scan.at)
        def code = aCase.scan.credential == 'PHONE' ? shown(member, here) : null
        aCase.given.earlier.each { came(it, member, there, code) }
        membershipIs(member, aCase.given.person.membership)

        when:
        clock.now = Instant.parse(aCase.scan.at)
        def answer = scannedOverHttp(here, code ?: raw(member), [
            type       : ScanType.valueOf(aCase.scan.type),
            kind       : aCase.scan.credential == 'NUMBER' ? ShownCredential.Kind.NUMBER : ShownCredential.Kind.QR,
            override   : aCase.scan.override == 'REGISTRAR_DECISION' ? OverrideReason.REGISTRAR_DECISION : aCase.scan.override,
            answers    : aCase.scan.answers, canAsk: aCase.scan.canAsk, acceptPending: aCase.scan.acceptPending])

        then:
        [answer.outcome().name(), answer.reason().name()] == [aCase.expected.outcome, aCase.expected.reason]
        aCase.expected.first == null || isFirst(answer)
        aCase.expected.person == null || (answer.person() != null) == aCase.expected.person
        aCase.expected.attention == null || answer.attention() == aCase.expected.attention
        aCase.expected.present == null || answer.counters().present() == aCase.expected.present
        aCase.expected.nextAction == null || answer.nextAction().name() == aCase.expected.nextAction
        aCase.expected.says == null || answer.message().contains(aCase.expected.says)
        aCase.expected.rule == null || answer.message().contains(sentenceOf(aCase.expected.rule))
        (answer.questions().size() > 0) == (answer.reason() == ScanReason.QUESTIONS_REQUIRED)

        where:
        aCase << CASES
    }

    def "every reason has its sentence, and every case names a reason that belongs to its outcome"() {
        given:
        def sentences = ResourceBundle.getBundle('checkin.messages', new Locale('ru'))

        expect:
        ScanReason.values().every { sentences.getString(it.name()) }
        sentences.keySet().size() == ScanReason.values().size()
        TABLE.cases.every { ScanReason.valueOf(it.expected.reason).outcome().name() == it.expected.outcome }
        TABLE.cases*.id.unique(false).size() == TABLE.cases.size()
    }

    def "a case that is no single decision names the specification that shows it: #row.id"() {
        expect:
        row.specification ? isSpecified(row.specification) : row.note

        where:
        row << TABLE.protocol
    }

    /** Written as «File: name of the feature». */
    private static boolean isSpecified(String name) {
        def (file, feature) = name.split(': ', 2)
        ['src/test/groovy', '../card-service/src/test/groovy', 'src/main/web/test'].any { folder ->
            def found = []
            new File(folder).eachFileRecurse { if (it.name in [file, "${file}.groovy".toString()]) found << it }
            found.any { it.getText('UTF-8').replace("\\'", "'").contains(feature) }
        }
    }

    /** One and the same where the case changes nothing of hers; what she does at one meeting is nothing to another. */
    private Ticket memberOfTheCase() {
        def (person, state) = [aCase().given.person, aCase().scan.state]
        def isHerOwn = person.membership != 'ACTIVE' || state in CHANGED_FOR_EVER
        isHerOwn ? aTicket(card: person.card) : people.computeIfAbsent(person.card as String) { aTicket(card: it) }
    }

    private UUID meetingOfTheCase(Ticket member) {
        def (list, person) = [aCase().given.list, aCase().given.person]
        def invited = list.kind == 'OPEN' ? null : person.invited ? [member] : [people.computeIfAbsent('STRANGER') { aTicket() }]
        def meeting = aMeeting(invited: invited, policy: list.policy, zone: list.zone,
                opensAt: Instant.parse(list.opensAt), closesAt: Instant.parse(list.closesAt))
        if (list.exclusiveGroup || list.settings) {
            listIs(meeting, group: list.exclusiveGroup,
                    settings: list.settings ? json.readValue(JsonOutput.toJson([takesPending: false] + list.settings), ListSettings) : null)
        }
        if (invited && person.invited) {
            expected(meeting, member, category: person.category, attention: person.attention,
                    pendingWelcome: person.pendingWelcome, mandate: person.mandate as MandateState)
        }
        if (person.otherList) {
            aList(meeting, name: person.otherList, kind: ListKind.INVITED, settings: settings(categories: [person.category]))
        }
        if (person.otherMeeting) {
            aMeeting(invited: [member], opensAt: Instant.parse(list.opensAt), closesAt: Instant.parse(list.closesAt))
        }
        if (list.exclusiveGroup) {
            aList(meeting, name: 'Зал Б', kind: ListKind.INVITED, group: list.exclusiveGroup)
        }
        if (list.closed) {
            changeLists.close(union.chair, meeting, showMeetings.showLists(union.chair, meeting).items()[0].id())
        }
        if (list.cancelled) {
            changeLists.cancel(union.chair, meeting)
        }
        meeting
    }

    private void membershipIs(Ticket member, String state) {
        if (state == 'ENDED') {
            membershipEnded(member)
        } else if (state == 'PENDING') {
            asSuperuser { it.execute("UPDATE members.membership SET valid_from = '2026-12-01' WHERE person_id = ?", [member.person]) }
        }
    }

    private ScanAnswer scannedOverHttp(Phone phone, String raw, Map<String, Object> given) {
        def scan = phone.scan(raw, given)
        def request = HttpRequest.newBuilder(server.URI.resolve('/v1/scanner/scans'))
                .header('content-type', 'application/json')
                .header('authorization', "Bearer ${tokens.forDoor(phone.id)}")
                .header('idempotency-key', scan.scanId().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(scan)))
                .build()
        def answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray())
        assert answer.statusCode() == 200: new String(answer.body(), 'UTF-8')
        json.readValue(answer.body(), ScanAnswer)
    }

    private static String sentenceOf(String rule) {
        ResourceBundle.getBundle('checkin.rules', new Locale('ru')).getString(rule).replaceAll(/ \{.*/, '')
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
        def other = earlier.list ? downloadList.show(door.id).find { it.name() == earlier.list }.id() : null
        scannedOverHttp(door, raw, [type: ScanType.valueOf(earlier.type), list: other])
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
            case 'OTHER_EVENT': return member.phone(event: downloadList.show(door.id)[0].event() + 1)
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
            case 'UNKNOWN': return tickets.plastic(Union.ticketNumber(), '00001').text()
            default: return member.plastic()
        }
    }
}
