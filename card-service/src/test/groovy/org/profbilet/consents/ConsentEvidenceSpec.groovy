package org.profbilet.consents

import io.micronaut.runtime.event.annotation.EventListener
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import jakarta.inject.Singleton
import java.security.MessageDigest
import java.time.Duration
import java.time.LocalDate
import org.profbilet.access.NotYours
import org.profbilet.consents.RecordConsentsOutcome.Reason
import org.profbilet.consents.RecordConsentsOutcome.Recorded
import org.profbilet.consents.RecordConsentsOutcome.Refused
import org.profbilet.contacts.ContactKind
import org.profbilet.contacts.Contacts
import org.profbilet.contacts.NewContact
import org.profbilet.requests.Selection
import org.profbilet.testing.MutableClock
import org.profbilet.testing.TestDatabase
import org.profbilet.testing.UnionSpec

import static org.profbilet.consents.Channel.*
import static org.profbilet.consents.ConsentState.*
import static org.profbilet.consents.Purpose.*

@MicronautTest(transactional = false)
class ConsentEvidenceSpec extends UnionSpec {

    static final Evidence PHONE = Evidence.phone(UUID.randomUUID(), 'the thumbprint of the key')
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20)

    @Inject
    RecordConsents recordConsents

    @Inject
    RecordPaperConsents recordPaperConsents

    @Inject
    GiveConsent giveConsent

    @Inject
    WithdrawConsent withdrawConsent

    @Inject
    OwnConsents ownConsents

    @Inject
    ListConsents listConsents

    @Inject
    HoldConsents holdConsents

    @Inject
    ConsentGate gate

    @Inject
    PublishText publishText

    @Inject
    LapseReplaced lapseReplaced

    @Inject
    PrintConsentSheets printConsentSheets

    @Inject
    ShowPrintedList showPrintedList

    @Inject
    Contacts contacts

    @Inject
    Told told

    def setup() {
        clock.now = MutableClock.START
        told.facts.clear()
    }

    def "an electronic consent is kept with the words, their hash, the phone, its key and the moment"() {
        given:
        def olga = aMember()

        when:
        giveConsent.giveMessages(olga, [EMAIL] as Set, '2025-3', PHONE)

        then:
        def row = asSuperuser {
            it.firstRow('''
                SELECT d.*, t.version AS text_version, t.body, t.sha256
                  FROM consents.decision d
                  JOIN consents.text t ON t.id = d.text_id
                 WHERE d.person_id = ?''', [olga])
        }
        row.form == 'ELECTRONIC'
        row.evidence == 'PHONE'
        row.device_id == PHONE.deviceId()
        row.device_key == 'the thumbprint of the key'
        row.recorded_at.toInstant() == clock.instant()
        row.text_version == '2025-3'
        row.sha256 == MessageDigest.getInstance('SHA-256').digest(row.body.getBytes('UTF-8')).encodeHex().toString()
    }

    def "words that she was not shown are not agreed to"() {
        given:
        def olga = aMember()

        expect:
        giveConsent.giveMessages(olga, [EMAIL] as Set, '2020-3/3', PHONE) == GiveOutcome.OTHER_TEXT_IN_FORCE
        ownConsents.list(olga) == []
    }

    def "not even the owner of the tables changes words or decisions: #statement"() {
        given:
        aMember(consents: [PARTNER: 'GIVEN'])

        when:
        TestDatabase.superuser(database).withCloseable { it.execute(statement) }

        then:
        def failure = thrown(java.sql.SQLException)
        failure.SQLState == 'PF003'

        where:
        statement << [
                "UPDATE consents.text SET body = body || '.'",
                "UPDATE consents.text SET effective_from = '2030-01-01'",
                'DELETE FROM consents.text',
                'TRUNCATE consents.text CASCADE',
                "UPDATE consents.decision SET signed_on = '2020-01-01'",
                'DELETE FROM consents.decision'
        ]
    }

    def "a transfer carries the ledger along, and changes nothing in it but the primary"() {
        given:
        def olga = aMember(consents: [PARTNER: 'GIVEN', EMAIL: 'WITHDRAWN'])
        def rows = { asSuperuser { it.rows('SELECT * FROM consents.decision WHERE person_id = ? ORDER BY id', [olga]) } }
        def before = rows()

        when:
        asSuperuser { it.execute('UPDATE members.person SET primary_id = ? WHERE id = ?', [otherPrimary, olga]) }

        then:
        rows()*.primary_id.toSet() == [otherPrimary] as Set
        rows()*.findAll { it.key != 'primary_id' } == before*.findAll { it.key != 'primary_id' }
    }

    def "each change of a consent is told as a fact, whoever made it"() {
        given:
        def olga = aMember()

        when:
        recordConsents.record(chair(), paper(PARTNER, olga))
        withdrawConsent.onPaper(chair(), olga, PARTNER, [] as Set, TODAY)
        giveConsent.giveMessages(olga, [SMS] as Set, '2025-3', PHONE)
        withdrawConsent.electronically(olga, MESSAGES, [SMS] as Set, Evidence.link())
        recordPaperConsents.record(chair(), UUID.randomUUID(), [new RecordPaperConsents.Paper(olga, UNION_PROCESSING, NONE, TODAY)])

        then:
        told.facts.collect { [it.purpose(), it.state(), it.form()] } == [
                [PARTNER, GIVEN, Form.PAPER], [PARTNER, WITHDRAWN, Form.PAPER],
                [MESSAGES, GIVEN, Form.ELECTRONIC], [MESSAGES, WITHDRAWN, Form.ELECTRONIC],
                [UNION_PROCESSING, GIVEN, Form.PAPER]]
        told.facts.every { it.personIds() == [olga] as Set && it.primaryId() == primary }
        ownConsents.listHistory(olga)*.evidence().findAll().toSet() == [Evidence.Kind.PHONE, Evidence.Kind.LINK] as Set
    }

    def "another number ends the consent to SMS at once, and that consent alone"() {
        given:
        def olga = aMember(consents: [SMS: 'GIVEN', EMAIL: 'GIVEN', PUSH: 'REFUSED'])
        def anna = aMember(consents: [SMS: 'GIVEN'])
        aContact([kind: 'PHONE', value: '+79991112211', verified: true], olga)
        aContact([kind: 'PHONE', value: '+79991112222', verified: true], anna)

        when:
        newPhone(olga, '+79991112233')
        verifyPhones()

        then:
        states(olga) == [(SMS): UNKNOWN, (PUSH): REFUSED, (EMAIL): GIVEN]
        states(anna) == [(SMS): GIVEN]
        ownConsents.listHistory(olga).findAll { it.form() == Form.RULE }*.cause() == [Cause.PHONE_CHANGED]
        told.facts.collect { [it.personIds(), it.channel(), it.state(), it.form()] } == [[[olga] as Set, SMS, UNKNOWN, Form.RULE]]
        withheld(olga, SMS) == WithheldReason.NO_CONSENT
        listConsents.listMissing(chair(), MESSAGES)*.member()*.personId().contains(olga)
    }

    def "the same number again, a first number and another e-mail end nothing"() {
        given:
        def olga = aMember(consents: [SMS: 'GIVEN', EMAIL: 'GIVEN'])
        inTransaction {
            rowScope.primary(primary)
            contacts.record(primary, [contact(olga, ContactKind.PHONE, '+79991112244'), contact(olga, ContactKind.EMAIL, 'olga@example.org')])
        }

        when:
        newPhone(olga, '+79991112244')
        inTransaction {
            rowScope.primary(primary)
            contacts.record(primary, [contact(olga, ContactKind.EMAIL, 'other@example.org')])
        }

        then:
        states(olga) == [(SMS): GIVEN, (EMAIL): GIVEN]
        told.facts == []
    }

    def "after a change of number a paper of before gives nothing back, one of today does"() {
        given:
        def olga = aMember(consents: [SMS: 'GIVEN'])
        aContact([kind: 'PHONE', value: '+79991112255'], olga)
        newPhone(olga, '+79991112266')

        expect:
        recordConsents.record(chair(), paper(MESSAGES, olga, TODAY.minusDays(1), [SMS])) == new Refused(Reason.LAPSED_AFTER_THE_PAPER)
        recordConsents.record(chair(), new RecordConsents.Request(UUID.randomUUID(), MESSAGES, [SMS] as Set, GIVEN,
                TODAY.minusDays(1), null, Selection.allExcept([] as Set))) == new Refused(Reason.NOBODY_CHOSEN)
        recordConsents.record(chair(), paper(MESSAGES, olga, TODAY, [SMS])) instanceof Recorded
        states(olga) == [(SMS): GIVEN]
    }

    def "new words that ask everybody anew end what was given to older ones, from their very day"() {
        given:
        def olga = aMember(consents: [PARTNER: 'GIVEN', EMAIL: 'GIVEN'])
        def nina = aMember(consents: [PARTNER: 'REFUSED'])
        def from = clock.instant()
        def version = publish(PARTNER, 3, false)

        expect: 'until then nothing changes'
        holding(PARTNER) == [olga] as Set
        lapseReplaced.lapse(100) == 0

        when: 'the day has come, and the job has not'
        clock.now = from + Duration.ofDays(3)

        then:
        holding(PARTNER) == [] as Set

        when:
        def lapsed = [lapseReplaced.lapse(100), lapseReplaced.lapse(100)]

        then:
        lapsed[0] > 0
        lapsed[1] == 0
        states(olga) == [(NONE): UNKNOWN, (EMAIL): GIVEN]
        states(nina) == [(NONE): REFUSED]
        told.facts.findAll { it.primaryId() == primary }*.personIds() == [[olga] as Set]
        ownConsents.listHistory(olga).findAll { it.form() == Form.RULE }.collect { [it.cause(), it.textVersion()] } == [[Cause.TEXT_REPLACED, version]]

        and: 'a sheet of the old words counts no longer, one of the new words does'
        recordConsents.record(chair(), paper(PARTNER, olga, day(), [], '2025-2')) == new Refused(Reason.VERSION_OUTDATED)
        recordConsents.record(chair(), paper(PARTNER, olga, TODAY, [])) == new Refused(Reason.VERSION_OUTDATED)
        recordConsents.record(chair(), paper(PARTNER, olga, day(), [], version)) instanceof Recorded
        holding(PARTNER) == [olga] as Set
    }

    def "a message is withheld from the day of the new words, before the ledger says so"() {
        given:
        def olga = aMember(consents: [EMAIL: 'GIVEN'])
        aContact([kind: 'EMAIL', value: 'olga@example.org'], olga)
        publish(MESSAGES, 1, false)

        expect:
        inTransaction { gate.addressFor(olga, MESSAGES, EMAIL) } instanceof AddressOutcome.Consented

        when:
        clock.advance(Duration.ofDays(1))

        then:
        withheld(olga, EMAIL) == WithheldReason.NO_CONSENT
    }

    def "new words may keep what was given to older ones; the ledger says which words were signed"() {
        given:
        def olga = aMember(consents: [UNION_PROCESSING: 'GIVEN'])
        def version = publish(UNION_PROCESSING, 1, true)

        when:
        clock.advance(Duration.ofDays(1))
        lapseReplaced.lapse(100)
        def anna = aMember()
        recordConsents.record(chair(), paper(UNION_PROCESSING, anna, day()))

        then:
        holding(UNION_PROCESSING) == [olga, anna] as Set
        listConsents.list(chair(), UNION_PROCESSING).collectEntries { [it.member().personId(), it.decisions().first().textVersion()] } ==
                [(olga): '2025-1', (anna): version]
    }

    def "new words are refused: #because"() {
        given:
        def centre = officer(central, org.profbilet.organisations.Level.CENTRAL)

        expect:
        publishText.publish(centre, new PublishText.Request(PARTNER, version, 'Согласие', body, TODAY.plusDays(days), true, false)) == because

        where:
        because                               | version  | days | body
        PublishText.Outcome.VERSION_TAKEN     | '2025-2' | 400  | 'Я, {person}, член {primary}'
        PublishText.Outcome.DATE_TOO_EARLY    | 'early'  | 0    | 'Я, {person}, член {primary}'
        PublishText.Outcome.PLACES_MISSING    | 'blank'  | 400  | 'Я согласна'
    }

    def "a sheet opens the list it was printed with, by its code and by its number"() {
        given:
        def (olga, anna) = [aMember(lastName: 'Абрамова'), aMember(lastName: 'Ёлкина')]
        def vera = aMember(lastName: 'Яшина', consents: [PARTNER: 'GIVEN'])
        printConsentSheets.print(chair(), PARTNER, [] as Set, 1).get()
        printConsentSheets.print(chair(), PARTNER, [anna] as Set, 1).get()
        printConsentSheets.print(chair(), PARTNER, [] as Set, 1).get()
        recordConsents.record(chair(), paper(PARTNER, olga))

        when:
        def bySheet = showPrintedList.bySheet(chair(), sheetOf(anna))
        def byNumber = showPrintedList.byNumber(chair(), bySheet.number())

        then:
        bySheet == byNumber
        bySheet.purpose() == PARTNER
        bySheet.textVersion() == '2025-2'
        bySheet.members()*.member()*.personId() == [anna, olga]
        bySheet.members()*.state(NONE) == [UNKNOWN, GIVEN]
        asSuperuser { it.firstRow('SELECT count(*) AS n FROM consents.print_list WHERE primary_id = ?', [primary]).n } == 1
        vera != null
    }

    def "no list of another primary is opened"() {
        given:
        def olga = aMember()
        printConsentSheets.print(chair(), PARTNER, [olga] as Set, 1).get()
        def number = showPrintedList.bySheet(chair(), sheetOf(olga)).number()

        when:
        showPrintedList.byNumber(chair(otherPrimary), number)

        then:
        thrown(NotYours)

        when:
        showPrintedList.bySheet(chair(otherPrimary), sheetOf(olga))

        then:
        thrown(NotYours)
    }

    private String publish(Purpose purpose, int days, boolean keepsEarlier) {
        // each specification stands after the one before: days of a purpose only grow
        def newest = asSuperuser { it.firstRow('SELECT max(effective_from) AS day FROM consents.text WHERE purpose = ?', [purpose.name()]).day }.toLocalDate()
        def version = "spec-${UUID.randomUUID().toString().substring(0, 8)}".toString()
        def request = new PublishText.Request(purpose, version, 'Согласие', 'Я, {person}, состою в {primary} и согласна.',
                day().plusDays(days), keepsEarlier, false)
        assert newest.isBefore(request.effectiveFrom())
        def centre = officer(central, org.profbilet.organisations.Level.CENTRAL)
        assert publishText.publish(centre, request) == PublishText.Outcome.PUBLISHED
        assert publishText.publish(centre, request) == PublishText.Outcome.PUBLISHED
        version
    }

    private LocalDate day() {
        LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of('Europe/Moscow'))
    }

    private static RecordConsents.Request paper(Purpose purpose, UUID person, LocalDate day = TODAY, List<Channel> channels = [],
                                                String version = null) {
        new RecordConsents.Request(UUID.randomUUID(), purpose, channels as Set, GIVEN, day, version, Selection.only([person] as Set))
    }

    private Map<Channel, ConsentState> states(UUID person) {
        ownConsents.list(person).collectEntries { [it.channel(), it.state()] }
    }

    private Set<UUID> holding(Purpose purpose) {
        inTransaction {
            rowScope.primary(primary)
            holdConsents.holdGiven(primary, purpose)
        }
    }

    private WithheldReason withheld(UUID person, Channel channel) {
        inTransaction { gate.addressFor(person, MESSAGES, channel) }.reason()
    }

    private void newPhone(UUID person, String number) {
        inTransaction {
            rowScope.primary(primary)
            contacts.record(primary, [contact(person, ContactKind.PHONE, number)])
        }
    }

    private void verifyPhones() {
        asSuperuser { it.execute('UPDATE contacts.contact SET verified_at = now()') }
    }

    private static NewContact contact(UUID person, ContactKind kind, String value) {
        new NewContact(UUID.randomUUID(), person, kind, value)
    }

    private UUID sheetOf(UUID person) {
        asSuperuser { it.firstRow('SELECT id FROM consents.sheet WHERE person_id = ?', [person]).id }
    }

    /** Hears what is told. */
    @Singleton
    static class Told {
        final List<ConsentsChanged> facts = []

        @EventListener
        void hear(ConsentsChanged fact) {
            facts << fact
        }
    }
}
