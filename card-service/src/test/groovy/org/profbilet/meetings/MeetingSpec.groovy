package org.profbilet.meetings

import com.github.f4b6a3.uuid.UuidCreator
import com.nimbusds.jose.JWSAlgorithm
import com.nimbusds.jose.JWSHeader
import com.nimbusds.jose.crypto.ECDSASigner
import com.nimbusds.jose.jwk.Curve
import com.nimbusds.jose.jwk.ECKey
import com.nimbusds.jose.jwk.gen.ECKeyGenerator
import com.nimbusds.jwt.JWTClaimsSet
import com.nimbusds.jwt.SignedJWT
import groovy.sql.Sql
import jakarta.inject.Inject
import java.nio.file.Files
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import java.time.ZoneOffset
import java.util.concurrent.atomic.AtomicInteger
import java.util.concurrent.atomic.AtomicLong
import org.profbilet.contract.chair.ExpectedPerson
import org.profbilet.contract.chair.ListChange
import org.profbilet.contract.chair.MandateState
import org.profbilet.contract.chair.NewInvitation
import org.profbilet.contract.chair.NewList
import org.profbilet.contract.chair.NewMeeting
import org.profbilet.contract.credential.CredentialClaims
import org.profbilet.contract.credential.CredentialStatus
import org.profbilet.contract.credential.DeviceKey
import org.profbilet.contract.credential.HolderProof
import org.profbilet.contract.credential.Initials
import org.profbilet.contract.credential.OrganisationNumber
import org.profbilet.contract.credential.SignedCredential
import org.profbilet.contract.credential.StatusReference
import org.profbilet.contract.credential.TicketHolder
import org.profbilet.contract.credential.TicketNumber
import org.profbilet.contract.scanner.DeviceDecision
import org.profbilet.contract.scanner.DeviceRole
import org.profbilet.contract.scanner.DeviceState
import org.profbilet.contract.scanner.DoorQuestion
import org.profbilet.contract.scanner.DoorShare
import org.profbilet.contract.scanner.EntryRules
import org.profbilet.contract.scanner.ListKind
import org.profbilet.contract.scanner.ListSettings
import org.profbilet.contract.scanner.OverrideReason
import org.profbilet.contract.scanner.RepeatPolicy
import org.profbilet.contract.scanner.Scan
import org.profbilet.contract.scanner.ScanAnswer
import org.profbilet.contract.scanner.ScanReason
import org.profbilet.contract.scanner.ScanType
import org.profbilet.contract.scanner.ScanVoid
import org.profbilet.contract.scanner.ShownCredential
import org.profbilet.contract.scanner.SyncRequest
import org.profbilet.meetings.bundles.DownloadList
import org.profbilet.meetings.devices.EnrolDevice
import org.profbilet.meetings.devices.InviteDevice
import org.profbilet.meetings.organisers.ShowMeetings
import org.profbilet.meetings.scans.RecordScan
import org.profbilet.meetings.scans.RecordedScan
import org.profbilet.meetings.scans.SynchroniseScans
import org.profbilet.meetings.scans.TakeBack
import org.profbilet.testing.DatabaseSpec
import org.profbilet.testing.MutableClock
import org.profbilet.testing.TestDatabase
import org.profbilet.testing.Union

/** A specification at the door of a meeting: people with cards and phones, doors with devices. */
abstract class MeetingSpec extends DatabaseSpec {

    static final Instant OPENS = Instant.parse('2026-11-20T06:00:00Z')
    static final Instant CLOSES = Instant.parse('2026-11-20T10:00:00Z')

    private static final AtomicInteger ENTRIES = new AtomicInteger()

    @Inject
    Union union

    @Inject
    PrintedTickets tickets

    @Inject
    CreateMeeting createMeeting

    @Inject
    InviteDevice inviteDevice

    @Inject
    EnrolDevice enrolDevice

    @Inject
    RecordScan recordScan

    @Inject
    SynchroniseScans synchroniseScans

    @Inject
    DownloadList downloadList

    @Inject
    ChangeLists changeLists

    @Inject
    ExpectPeople expectPeople

    @Inject
    ShowMeetings showMeetings

    @Inject
    TakeBack takeBack

    @Override
    Map<String, String> getProperties() {
        super.properties + [
            'profbilet.public-url'    : PrintedTickets.ADDRESS.value(),
            'profbilet.keys.directory': Files.createTempDirectory('keys').toString()
        ]
    }

    def setup() {
        union.founded()
        clock.now = MutableClock.START
    }

    /** A member with a plastic card in her hands and a ticket on her phone. */
    protected Ticket aTicket(Map<String, Object> given = [:]) {
        def primary = given.primary ?: union.primary
        def person = aMember(given.subMap(['lastName', 'firstName', 'middleName']) + [consents: [:]], primary)
        def number = asSuperuser { it.firstRow('SELECT ticket_number FROM members.person WHERE id = ?', [person]).ticket_number }
        aCard(person, primary, number, (given.card ?: 'ISSUED') as String)
        def ticket = new Ticket(person: person, number: number, serial: '00001', tickets: tickets, clock: clock,
                deviceKey: new ECKeyGenerator(Curve.P_256).generate(),
                entry: new StatusReference(1, ENTRIES.incrementAndGet()))
        asSuperuser { PrintedTickets.enrol(it, person, primary, number, ticket.deviceKey, ticket.entry) }
        ticket
    }

    private void aCard(UUID person, UUID primary, String number, String status) {
        asSuperuser { sql ->
            def order = UuidCreator.timeOrderedEpoch
            sql.execute('''
                INSERT INTO cards.card_order (id, primary_id, payer_id, region_id, state, card_count, price_kopecks,
                                              sum_kopecks, request_hash, created_by, created_at)
                VALUES (?, ?, ?, ?, 'FULFILLED', 1, 1700, 1700, '-', ?, now())''',
                    [order, primary, union.local, union.region, union.chair])
            sql.execute('''
                INSERT INTO cards.card (id, person_id, primary_id, order_id, ticket_number, serial, printed_last_name,
                                        printed_first_name, status, issued_on)
                VALUES (?, ?, ?, ?, ?, '00001', 'Иванова', 'Мария', ?, '2026-10-01')''',
                    [UuidCreator.timeOrderedEpoch, person, primary, order, number, status])
        }
    }

    protected void cardIs(Ticket ticket, String status) {
        asSuperuser {
            it.execute('SET session_replication_role = replica') // past the table of moves
            it.execute('UPDATE cards.card SET status = ? WHERE person_id = ?', [status, ticket.person])
        }
    }

    protected void phoneTicketIs(Ticket ticket, CredentialStatus status) {
        asSuperuser { PrintedTickets.state(it, ticket.entry, status) }
    }

    protected void membershipEnded(Ticket ticket) {
        asSuperuser {
            it.execute("UPDATE members.membership SET valid_until = '2026-11-01', end_reason = 'LEFT' WHERE person_id = ?",
                    [ticket.person])
        }
    }

    /** Open unless people are invited; from 9 to 13 o'clock in Moscow, now it is 10. */
    protected UUID aMeeting(Map<String, Object> given = [:]) {
        def invited = given.invited
        def id = UuidCreator.timeOrderedEpoch
        def outcome = createMeeting.create(union.chair, union.primary, id, new NewMeeting(
                'Отчётное собрание', invited == null ? ListKind.OPEN : ListKind.INVITED,
                (given.opensAt ?: OPENS) as Instant, (given.closesAt ?: CLOSES) as Instant, (given.zone ?: 'Europe/Moscow') as String,
                (given.policy ?: RepeatPolicy.REENTRY) as RepeatPolicy, (invited ?: [])*.person as List<UUID>))
        assert outcome == new CreateMeetingOutcome.Created(id)
        id
    }

    /** One more list of a meeting, open as long as it; its id. */
    protected UUID aList(Map<String, Object> given = [:], UUID meeting) {
        def id = UuidCreator.timeOrderedEpoch
        def refusal = changeLists.add(union.chair, meeting, id, new NewList((given.name ?: 'Список') as String,
                (given.kind ?: ListKind.OPEN) as ListKind, (given.opensAt ?: OPENS) as Instant, (given.closesAt ?: CLOSES) as Instant,
                (given.policy ?: RepeatPolicy.REENTRY) as RepeatPolicy, given.group as String, given.settings as ListSettings))
        assert refusal.empty
        id
    }

    /** The first list of a meeting, as it shall be. */
    protected void listIs(Map<String, Object> given = [:], UUID meeting) {
        def list = showMeetings.showLists(union.chair, meeting).items()[0]
        def refusal = changeLists.change(union.chair, meeting, list.id(), new ListChange(null,
                (given.opensAt ?: list.opensAt()) as Instant, (given.closesAt ?: list.closesAt()) as Instant,
                (given.policy ?: list.policy()) as RepeatPolicy, given.group as String, given.settings as ListSettings))
        assert refusal.empty
    }

    /** Settings of which only what is said differs from none. */
    protected static ListSettings settings(Map<String, Object> given) {
        new ListSettings(given.categories as List<String>, given.doors as List<String>, given.rules as EntryRules,
                given.questions as List<DoorQuestion>, given.exitAt as String, given.shares as List<DoorShare>,
                (given.takesPending ?: false) as boolean)
    }

    protected static EntryRules rules(Map<String, Object> given) {
        new EntryRules(given.entries as Integer, given.days as Integer, given.minutesAfterFirst as Integer, given.from as Instant,
                given.until as Instant, given.entriesSince as Integer, given.since as String)
    }

    /** How somebody on the list is expected. */
    protected void expected(Map<String, Object> given, UUID meeting, Ticket ticket) {
        expectPeople.change(union.chair, meeting, ticket.person, new ExpectedPerson((given.category ?: '') as String,
                (given.attention ?: false) as boolean, (given.pendingWelcome ?: false) as boolean,
                (given.mandate ?: MandateState.CONFIRMED) as MandateState))
    }

    protected Phone aDoor(UUID meeting, String door = 'Вход А', Map<String, Object> given = [:]) {
        def code = inviteDevice.invite(union.chair, meeting, UuidCreator.timeOrderedEpoch, new NewInvitation(door, given.role as DeviceRole, given.lists as List<UUID>, given.until as Instant)).get().code()
        def phone = new Phone(key: new ECKeyGenerator(Curve.P_256).generate(), clock: clock)
        def outcome = enrol(code, phone)
        assert outcome instanceof EnrolDevice.Outcome.Enrolled
        phone.id = outcome.deviceId()
        phone.list = downloadList.show(phone.id)[0].id()
        phone.name = door
        phone
    }

    protected EnrolDevice.Outcome enrol(String code, Phone phone) {
        enrolDevice.enrol(code, phone.key.x.toString(), phone.key.y.toString(), 'Телефон Ольги', phone.proof(code))
    }

    /** As the application's own login sees it, without any scope. */
    protected <T> T asApplication(Closure<T> work) {
        def sql = Sql.newInstance(TestDatabase.url(database), TestDatabase.APPLICATION, TestDatabase.PASSWORD, 'org.postgresql.Driver')
        try {
            work(sql)
        } finally {
            sql.close()
        }
    }

    /** What the volunteer is told. */
    protected ScanAnswer scanned(Phone phone, String raw, Map<String, Object> given = [:]) {
        answer(recordScan.record(phone.id, phone.scan(raw, given)))
    }

    protected static ScanAnswer answer(RecordedScan recorded) {
        assert recorded instanceof RecordedScan.Decided
        recorded.answer()
    }

    protected Map presence(Phone phone, Ticket ticket) {
        asSuperuser {
            it.firstRow('''
                SELECT state, since, since_door, is_counted
                  FROM meetings.presence
                 WHERE list_id = ? AND person_id = ?''', [phone.list, ticket.person])
        }
    }

    protected List<String> conflicts(Phone phone) {
        asSuperuser { it.rows('SELECT kind FROM meetings.conflict WHERE list_id = ? AND closed_at IS NULL AND ruling IS NULL ORDER BY kind', [phone.list])*.kind }
    }

    /** A member's ticket, on plastic and on her phone. */
    static class Ticket {
        UUID person
        String number
        String serial
        ECKey deviceKey
        StatusReference entry
        PrintedTickets tickets
        MutableClock clock
        LocalDate issuedOn
        ECKey issuerKey

        String plastic() {
            tickets.plastic(number, serial).text()
        }

        String token() {
            tickets.plastic(number, serial).token()
        }

        String phoneSecret() {
            "${deviceKey.x}.${deviceKey.y}"
        }

        /** The code that her phone shows at this moment. */
        String phone(Map<String, Object> given = [:]) {
            def at = (given.at ?: clock.instant()) as Instant
            def holder = new TicketHolder(new TicketNumber(number), new OrganisationNumber(1), new Initials('ИМП'))
            def claims = new CredentialClaims(PrintedTickets.ADDRESS, issuedOn ?: at.atZone(ZoneOffset.UTC).toLocalDate(), 35,
                    DeviceKey.of(deviceKey), entry, holder)
            SignedCredential.sign(claims, 1, issuerKey ?: tickets.issuerKey)
                    .prove(new HolderProof(at.epochSecond, (given.event ?: 0) as long, ''), deviceKey)
                    .qrText()
        }
    }

    /** A volunteer's phone at a door. */
    static class Phone {
        UUID id
        UUID list
        String name
        ECKey key
        MutableClock clock
        final AtomicLong seq = new AtomicLong()

        String proof(String issuer, Duration later = Duration.ZERO) {
            def token = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), JWTClaimsSet.parse([
                    iss: issuer, aud: PrintedTickets.ADDRESS.value()]))
            def claims = /{"iss":"$issuer","aud":"${PrintedTickets.ADDRESS.value()}","iat":${clock.millis() + later.toMillis()}}/
            def signed = new com.nimbusds.jose.JWSObject(token.header, new com.nimbusds.jose.Payload(claims.toString()))
            signed.sign(new ECDSASigner(key))
            signed.serialize()
        }

        Scan scan(String raw, Map<String, Object> given = [:]) {
            def kind = given.kind ?: (raw ==~ /\d{10}/ ? ShownCredential.Kind.NUMBER : ShownCredential.Kind.QR)
            def told = given.told as ScanReason
            def at = (given.at ?: clock.instant()) as Instant
            new Scan((given.id ?: UuidCreator.timeOrderedEpoch) as UUID, (given.seq ?: seq.incrementAndGet()) as long,
                    [(given.list ?: list) as UUID], new ShownCredential(kind, raw),
                    (given.type ?: ScanType.ENTRY) as ScanType, at, given.monotonic as Long, given.boot as UUID,
                    given.override ? new Scan.HandAdmission(given.override instanceof OverrideReason ? given.override : OverrideReason.ID_SEEN) : null,
                    given.answers as Map<String, String>, given.canAsk as Boolean, given.acceptPending as Boolean, given.operator as UUID,
                    told ? new DeviceDecision(told.outcome(), told, 'v1', at) : null)
        }

        SyncRequest delivery(List<Scan> scans, Map<String, Object> given = [:]) {
            new SyncRequest(UuidCreator.timeOrderedEpoch, (given.clock ?: clock.instant()) as Instant,
                    given.monotonic as Long, given.boot as UUID, given.cursor as String, scans,
                    (given.voids ?: []) as List<ScanVoid>, given.state as DeviceState)
        }
    }
}
