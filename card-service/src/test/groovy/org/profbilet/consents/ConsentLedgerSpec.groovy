package org.profbilet.consents

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.sql.SQLException
import java.time.LocalDate
import org.profbilet.consents.RecordConsentsOutcome.Reason
import org.profbilet.consents.RecordConsentsOutcome.Recorded
import org.profbilet.consents.RecordConsentsOutcome.Refused
import org.profbilet.requests.Selection
import org.profbilet.testing.UnionSpec

import static org.profbilet.consents.Channel.*
import static org.profbilet.consents.ConsentState.*
import static org.profbilet.consents.Purpose.*

@MicronautTest(transactional = false)
class ConsentLedgerSpec extends UnionSpec {

    static final LocalDate PAPER_DAY = LocalDate.of(2026, 11, 12)

    static final Evidence PHONE = Evidence.phone(UUID.randomUUID(), 'thumbprint')

    @Inject
    RecordConsents recordConsents

    @Inject
    WithdrawConsent withdrawConsent

    @Inject
    GiveConsent giveConsent

    @Inject
    ListConsents listConsents

    @Inject
    OwnConsents ownConsents

    def "the chair marks all except one, and only those who had not decided"() {
        given:
        def chair = chair()
        def (olga, anna, vera, nina) = [aMember(), aMember(), aMember(), aMember()]
        recordConsents.record(chair, request(UNION_PROCESSING, REFUSED, Selection.only([nina] as Set)))

        when:
        def outcome = recordConsents.record(chair, request(UNION_PROCESSING, GIVEN, Selection.allExcept([vera] as Set)))

        then:
        outcome.persons() == 2
        state(chair, UNION_PROCESSING, olga) == GIVEN
        state(chair, UNION_PROCESSING, anna) == GIVEN
        state(chair, UNION_PROCESSING, vera) == UNKNOWN
        state(chair, UNION_PROCESSING, nina) == REFUSED
        listConsents.listMissing(chair, UNION_PROCESSING)*.member()*.personId() == [vera]
        listConsents.list(chair, UNION_PROCESSING).first().member().personId() == vera
    }

    def "the ledger keeps purpose, text, form, date on the paper, keeper, who and when"() {
        given:
        def chair = chair()
        def olga = aMember()

        when:
        def recording = recordConsents.record(chair, request(PARTNER, GIVEN, Selection.only([olga] as Set)))

        then:
        def row = asSuperuser {
            it.firstRow('''
                SELECT d.*, t.version AS text_version
                  FROM consents.decision d
                  JOIN consents.text t ON t.id = d.text_id
                 WHERE d.person_id = ?''', [olga])
        }
        row.purpose == 'PARTNER'
        row.channel == 'NONE'
        row.text_version == '2025-2'
        row.form == 'PAPER'
        row.signed_on.toLocalDate() == PAPER_DAY
        row.keeper_id == primary
        row.recording_id == recording.recordingId()
        row.recorded_by == chair.accountId()
        row.recorded_at.toInstant() == clock.instant()
        row.version == 1
    }

    def "a paper signed on #day carries the text #text"() {
        given:
        def chair = chair()
        def olga = aMember()

        when:
        recordConsents.record(chair, request(purpose, GIVEN, Selection.only([olga] as Set), day))

        then:
        listConsents.list(chair, purpose).first().decisions()*.textVersion().toSet() == [text] as Set

        where:
        purpose          | day                       || text
        UNION_PROCESSING | LocalDate.of(2025, 8, 31) || '2020-3/1'
        UNION_PROCESSING | LocalDate.of(2025, 9, 1)  || '2025-1'
        PARTNER          | LocalDate.of(2021, 3, 1)  || '2020-3/2'
        MESSAGES         | LocalDate.of(2021, 3, 1)  || '2020-3/3'
        MESSAGES         | LocalDate.of(2026, 1, 1)  || '2025-3'
    }

    def "nothing at all is recorded when #because"() {
        given:
        def chair = chair()
        def olga = aMember()
        def stranger = aMember(primary: otherPrimary)
        def named = withStranger ? [olga, stranger] : [olga]

        when:
        def outcome = recordConsents.record(chair, new RecordConsents.Request(
                UUID.randomUUID(), purpose, channels as Set, decision, day, null, Selection.only(named as Set)))

        then:
        outcome == new Refused(because)
        state(chair, purpose, olga) == UNKNOWN

        where:
        because                                | purpose          | channels | decision  | day                        | withStranger
        Reason.UNKNOWN_PERSON                  | UNION_PROCESSING | []       | GIVEN     | PAPER_DAY                  | true
        Reason.DATE_IN_THE_FUTURE              | UNION_PROCESSING | []       | GIVEN     | LocalDate.of(2026, 11, 21) | false
        Reason.NO_TEXT_ON_THAT_DATE            | UNION_PROCESSING | []       | GIVEN     | LocalDate.of(2019, 12, 31) | false
        Reason.CHANNEL_MISSING                 | MESSAGES         | []       | GIVEN     | PAPER_DAY                  | false
        Reason.CHANNEL_NOT_OF_THE_PURPOSE      | UNION_PROCESSING | [SMS]    | GIVEN     | PAPER_DAY                  | false
        Reason.CHANNEL_NOT_OF_THE_PURPOSE      | MESSAGES         | [NONE]   | GIVEN     | PAPER_DAY                  | false
        Reason.DECISION_IS_NOT_GIVEN_OR_REFUSED | PARTNER         | []       | WITHDRAWN | PAPER_DAY                  | false
    }

    def "the same request again gives the same answer, another one under the same key is refused"() {
        given:
        def chair = chair()
        def (olga, anna) = [aMember(), aMember()]
        def signed = request(UNION_PROCESSING, GIVEN, Selection.only([olga] as Set))
        def first = recordConsents.record(chair, signed)

        when:
        def again = recordConsents.record(chair, signed)
        def other = recordConsents.record(chair, new RecordConsents.Request(
                signed.id(), UNION_PROCESSING, [] as Set, GIVEN, PAPER_DAY, null, Selection.only([anna] as Set)))
        def foreign = recordConsents.record(this.chair(otherPrimary), request(
                PARTNER, GIVEN, Selection.only([aMember(primary: otherPrimary)] as Set), PAPER_DAY, signed.id()))

        then:
        first == new Recorded(signed.id(), 1)
        again == first
        other == new Refused(Reason.KEY_OF_ANOTHER_REQUEST)
        foreign == new Refused(Reason.KEY_OF_ANOTHER_REQUEST)
        decisions(olga).size() == 1
        state(chair, UNION_PROCESSING, anna) == UNKNOWN
    }

    def "nobody is left to mark when all have decided"() {
        given:
        def chair = chair()
        aMember()
        recordConsents.record(chair, request(PARTNER, GIVEN, Selection.allExcept([] as Set)))

        expect:
        recordConsents.record(chair, request(PARTNER, GIVEN, Selection.allExcept([] as Set))) ==
                new Refused(Reason.NOBODY_CHOSEN)
    }

    def "a paper signed before the withdrawal does not bring the consent back, a later one does"() {
        given:
        def chair = chair()
        def olga = aMember()
        recordConsents.record(chair, request(PARTNER, GIVEN, Selection.only([olga] as Set)))
        withdrawConsent.electronically(olga, PARTNER, [] as Set, PHONE)

        when:
        def older = recordConsents.record(chair, request(PARTNER, GIVEN, Selection.only([olga] as Set)))
        def newer = recordConsents.record(chair, request(
                PARTNER, GIVEN, Selection.only([olga] as Set), LocalDate.of(2026, 11, 20)))

        then:
        older == new Refused(Reason.WITHDRAWN_AFTER_THE_PAPER)
        newer instanceof Recorded
        decisions(olga)*.state == ['GIVEN', 'WITHDRAWN', 'GIVEN']
        decisions(olga)*.version == [1, 2, 3]
    }

    def "a member sees and withdraws her own consent, of messages channel by channel"() {
        given:
        def chair = chair()
        def olga = aMember()
        recordConsents.record(chair, request(MESSAGES, GIVEN, Selection.only([olga] as Set)))

        when:
        def outcome = withdrawConsent.electronically(olga, MESSAGES, [SMS] as Set, PHONE)

        then:
        outcome == new WithdrawOutcome.Withdrawn(1)
        ownConsents.list(olga).collectEntries { [it.channel(), it.state()] } == [(SMS): WITHDRAWN, (PUSH): GIVEN, (EMAIL): GIVEN]
        withdrawConsent.electronically(olga, MESSAGES, [SMS] as Set, PHONE) == new WithdrawOutcome.Withdrawn(0)
        withdrawConsent.electronically(olga, MESSAGES, [] as Set, PHONE) == new WithdrawOutcome.Withdrawn(2)
    }

    def "a withdrawal is refused when #because"() {
        given:
        def chair = chair()
        def olga = aMember()
        def stranger = aMember(primary: otherPrimary)
        recordConsents.record(chair, request(UNION_PROCESSING, GIVEN, Selection.only([olga] as Set)))

        expect:
        withdrawConsent.onPaper(chair, foreign ? stranger : olga, purpose, channels as Set, day) ==
                new WithdrawOutcome.Refused(because)

        where:
        because                                           | purpose          | channels | day                        | foreign
        WithdrawOutcome.Reason.UNKNOWN_PERSON             | UNION_PROCESSING | []       | PAPER_DAY                  | true
        WithdrawOutcome.Reason.NO_CONSENT_IN_FORCE        | PARTNER          | []       | PAPER_DAY                  | false
        WithdrawOutcome.Reason.CHANNEL_NOT_OF_THE_PURPOSE | UNION_PROCESSING | [EMAIL]  | PAPER_DAY                  | false
        WithdrawOutcome.Reason.DATE_IN_THE_FUTURE         | UNION_PROCESSING | []       | LocalDate.of(2026, 12, 1)  | false
        WithdrawOutcome.Reason.DATE_BEFORE_THE_CONSENT    | UNION_PROCESSING | []       | LocalDate.of(2026, 11, 11) | false
    }

    def "a member agrees to messages in her own session; the other purposes stay on paper"() {
        given:
        def olga = aMember()

        when:
        def fresh = giveConsent.giveMessages(olga, [PUSH, EMAIL] as Set, '2025-3', PHONE)
        def again = giveConsent.giveMessages(olga, [PUSH, EMAIL] as Set, '2025-3', PHONE)

        then:
        fresh == GiveOutcome.GIVEN
        again == GiveOutcome.GIVEN
        ownConsents.list(olga)*.form() == [Form.ELECTRONIC, Form.ELECTRONIC]
        decisions(olga).size() == 2
    }

    def "no decision can be changed or removed, and the state is written by the ledger alone"() {
        given:
        def chair = chair()
        def olga = aMember()
        recordConsents.record(chair, request(PARTNER, REFUSED, Selection.only([olga] as Set)))

        when:
        inTransaction { connection ->
            rowScope.primary(primary)
            connection.createStatement().withCloseable { it.execute(statement) }
        }

        then:
        def failure = thrown(Exception)
        rootCause(failure).SQLState == '42501'
        state(chair, PARTNER, olga) == REFUSED

        where:
        statement << [
                "UPDATE consents.decision SET state = 'GIVEN'",
                'DELETE FROM consents.decision',
                'TRUNCATE consents.decision',
                "UPDATE consents.current SET state = 'GIVEN'",
                'UPDATE consents.current SET version = 99',
                'DELETE FROM consents.current',
                "UPDATE consents.text SET body = ''",
                'DELETE FROM consents.recording'
        ]
    }

    def "the ledger takes no decision for a person of another primary, whoever writes it"() {
        given:
        def stranger = aMember(primary: otherPrimary)
        def text = asSuperuser { it.firstRow("SELECT id FROM consents.text WHERE version = '2025-2'").id }

        when:
        inTransaction { connection ->
            rowScope.primary(primary)
            connection.createStatement().withCloseable {
                it.execute("""
                    INSERT INTO consents.decision (id, person_id, primary_id, purpose, state, version, text_id, form,
                                                   signed_on, keeper_id, recorded_at)
                    VALUES (gen_random_uuid(), '$stranger', '$primary', 'PARTNER', 'GIVEN', 1, '$text', 'PAPER',
                            '2026-11-12', '$primary', '2026-11-12')""")
            }
        }

        then:
        def failure = thrown(Exception)
        rootCause(failure).SQLState == 'PF002'
    }

    def "a chair of another primary sees none of these consents"() {
        given:
        def olga = aMember()
        recordConsents.record(chair(), request(PARTNER, GIVEN, Selection.only([olga] as Set)))

        expect:
        listConsents.list(chair(otherPrimary), PARTNER) == []
    }

    private RecordConsents.Request request(
            Purpose purpose, ConsentState decision, Selection persons, LocalDate day = PAPER_DAY, UUID id = UUID.randomUUID()) {
        def channels = purpose == MESSAGES ? [SMS, PUSH, EMAIL] as Set : [] as Set
        new RecordConsents.Request(id, purpose, channels, decision, day, null, persons)
    }

    private ConsentState state(acting, Purpose purpose, UUID person) {
        listConsents.list(acting, purpose).find { it.member().personId() == person }.state(purpose.channels().first())
    }

    private List decisions(UUID person) {
        asSuperuser { it.rows('SELECT state, version FROM consents.decision WHERE person_id = ? ORDER BY version', [person]) }
    }

    private static SQLException rootCause(Throwable failure) {
        def cause = failure
        while (!(cause instanceof SQLException)) {
            cause = cause.cause
        }
        cause
    }
}
