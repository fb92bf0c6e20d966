package org.profbilet.meetings.sittings

import com.github.f4b6a3.uuid.UuidCreator
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import org.apache.pdfbox.Loader
import org.apache.pdfbox.text.PDFTextStripper
import org.profbilet.access.NotYours
import org.profbilet.contract.chair.BodyKind
import org.profbilet.contract.chair.DelegateVote
import org.profbilet.contract.chair.MandateAct
import org.profbilet.contract.chair.MeetingConflicts.Ruling
import org.profbilet.contract.chair.NewBody
import org.profbilet.contract.chair.NewList
import org.profbilet.contract.chair.NewRuling
import org.profbilet.contract.chair.NewSitting
import org.profbilet.contract.chair.NewSittingPaper
import org.profbilet.contract.chair.NewSittingPaper.Kind
import org.profbilet.contract.chair.NewSnapshot
import org.profbilet.contract.chair.NewVote
import org.profbilet.contract.chair.QuorumBase
import org.profbilet.contract.chair.QuorumFigures.Verdict
import org.profbilet.contract.chair.QuorumShare
import org.profbilet.contract.scanner.DeviceState
import org.profbilet.contract.scanner.ListKind
import org.profbilet.contract.scanner.ScanReason
import org.profbilet.meetings.organisers.RuleOnConflict
import org.profbilet.meetings.quorum.BodySpec

/** The edge cases Q01 to Q20 of the quorum. */
@MicronautTest(transactional = false)
class SittingSpec extends BodySpec {

    @Inject
    TakeSnapshot takeSnapshot

    @Inject
    FreezePapers freezePapers

    @Inject
    RuleOnConflict ruleOnConflict

    def "Q01 a delegate who is a member of the committee too counts once in each of them"() {
        given:
        def (conference, committee) = [aConference(), aConference(name: 'Комитет', kind: BodyKind.COMMITTEE)]
        def both = delegates(conference, 1)[0]
        sent(committee, both)
        confirmed(committee)
        def meeting = aGathering()
        sits(meeting, conference)
        def hall = sitting(meeting, conference).listId()
        sits([list: hall], meeting, committee)

        when:
        scanned(aDoorTo(meeting, 'Вход А', hall), both.plastic())

        then:
        [conference, committee].collect { figures(meeting, it) }*.confirmed() == [1, 1]
    }

    def "Q02 an advisory vote is present and makes no quorum"() {
        given:
        def body = aConference()
        def voter = delegates(body, 1)[0]
        def adviser = aTicket()
        sent([vote: DelegateVote.ADVISORY], body, adviser)
        confirmed(body)
        def (meeting, door) = opened(body)

        when:
        scanned(door, adviser.plastic())

        then:
        with(figures(meeting)) { [base(), confirmed(), advisory(), verdict()] == [1, 0, 1, Verdict.NOT_MET] }

        when:
        scanned(door, voter.plastic())

        then:
        figures(meeting).verdict() == Verdict.MET
    }

    def "Q03 a guest at the delegates' list is not invited, and comes in by the open list of the meeting"() {
        given:
        def body = aConference()
        delegates(body, 1)
        def (meeting, door) = opened(body)
        def guest = aTicket()

        expect:
        scanned(door, guest.plastic()).reason() == ScanReason.NOT_INVITED
        scanned(door, guest.plastic(), [list: openListOf(meeting)]).reason() == ScanReason.ADMITTED
        figures(meeting).possible() == 0
    }

    def "Q04 an alternate waits until she is called, and then the one whom she replaces is refused"() {
        given:
        def body = aConference()
        def delegate = delegates(body, 1)[0]
        def alternate = aTicket()
        def waiting = sent([place: 1], body, alternate)
        def (meeting, door) = opened(body)

        expect:
        scanned(door, alternate.plastic()).reason() == ScanReason.ALTERNATE_NOT_ACTIVATED

        when:
        decided(body, mandateOf(body, delegate), MandateAct.REPLACE, waiting)

        then:
        scanned(door, alternate.plastic()).reason() == ScanReason.ADMITTED
        scanned(door, delegate.plastic()).reason() == ScanReason.MANDATE_REPLACED
        with(figures(meeting)) { [base(), confirmed()] == [1, 1] }
    }

    def "Q05 who is replaced after she came in counts no more; what was counted before stays"() {
        given:
        def body = aConference()
        def delegate = delegates(body, 1)[0]
        def waiting = sent([place: 1], body, aTicket())
        def (meeting, door, sitting) = opened(body)
        scanned(door, delegate.plastic())
        snapshot(meeting, sitting, 'открытие')

        when:
        decided(body, mandateOf(body, delegate), MandateAct.REPLACE, waiting)

        then:
        with(this.sitting(meeting)) {
            figures().confirmed() == 0
            snapshots()[0].figures().confirmed() == 1
        }
    }

    def "Q06 whose membership ended is told to the commission and silently dropped by nobody"() {
        given:
        def body = aConference()
        def delegate = delegates(body, 1)[0]
        membershipEnded(delegate)
        def (meeting, door) = opened(body)

        expect:
        shown(body).mandates()*.isMember() == [false]
        with(figures(meeting)) { [base(), notMembers()] == [1, 1] }
        scanned(door, delegate.plastic()).reason() == ScanReason.MEMBERSHIP_ENDED
    }

    def "Q07 who is transferred after the election stays a delegate of those who elected her"() {
        given:
        def body = aConference()
        def delegate = delegates(body, 1)[0]
        movedTo(delegate, union.otherPrimary)
        def (meeting, door) = opened(body)

        when:
        scanned(door, delegate.plastic())

        then:
        with(sitting(meeting)) {
            figures().confirmed() == 1
            delegations()*.organisation() == ['ППО школы № 17']
            delegations()*.present() == [1]
        }
    }

    def "Q08 two records of one human are one presence; a decision lowers the base, not the merge"() {
        given:
        def body = aConference()
        def (kept, twin) = delegates(body, 2)
        asSuperuser { it.execute('UPDATE members.person SET merged_into = ? WHERE id = ?', [kept.person, twin.person]) }
        def (meeting, door) = opened(body)

        when:
        scanned(door, twin.plastic())

        then:
        with(figures(meeting)) { [base(), confirmed(), verdict()] == [2, 1, Verdict.NOT_MET] }

        when:
        decided(body, mandateOf(body, twin), MandateAct.WITHDRAW)

        then:
        with(figures(meeting)) { [base(), confirmed(), verdict()] == [1, 1, Verdict.MET] }
        scanned(door, kept.plastic()).reason() == ScanReason.ALREADY_PRESENT
    }

    def "Q09 who leaves at lunch is missed at once: the second snapshot is lower than the first"() {
        given:
        def body = aConference()
        def people = delegates(body, 3)
        def (meeting, door, sitting) = opened(body)
        people.take(2).each { scanned(door, it.plastic()) }
        snapshot(meeting, sitting, 'открытие')
        clock.advance(Duration.ofMinutes(5))

        when:
        leaves(door, people[0])
        snapshot(meeting, sitting, 'перед голосованием 1')

        then:
        with(this.sitting(meeting).snapshots()) {
            it*.number() == [1, 2]
            it*.figures()*.confirmed() == [2, 1]
            it*.figures()*.verdict() == [Verdict.MET, Verdict.NOT_MET]
            it*.listHash().unique().size() == 2
        }
        figures(meeting).verdict() == Verdict.NOT_MET
    }

    def "Q10 where nobody scanned the exits two people count by hand, and both sign"() {
        given:
        def body = aConference()
        def people = delegates(body, 3)
        def (meeting, door, sitting) = opened(body)
        people.each { scanned(door, it.plastic()) }
        def counted = { int present, String second = 'Петров П. П.' ->
            takeSnapshot.take(union.territorialStaff, meeting, sitting, UuidCreator.timeOrderedEpoch,
                    new NewSnapshot('перед голосованием 2', new NewSnapshot.Recount(present, 'Сидорова С. С.', second)))
        }

        expect:
        counted(4).get() == TakeSnapshot.Reason.RECOUNT_WRONG
        counted(1, 'Сидорова С. С.').get() == TakeSnapshot.Reason.RECOUNT_WRONG
        counted(1).empty
        with(this.sitting(meeting).snapshots()[0]) {
            [figures().confirmed(), figures().possible(), figures().verdict()] == [1, 1, Verdict.NOT_MET]
            signers() == ['Сидорова С. С.', 'Петров П. П.']
        }
    }

    def "Q11 exactly as many as are needed are enough, one below is not"() {
        given:
        def body = aConference()
        def people = delegates(body, 3)
        def (meeting, door) = opened(body)

        expect:
        [0, 1].collect {
            scanned(door, people[it].plastic())
            figures(meeting).verdict()
        } == [Verdict.NOT_MET, Verdict.MET]
    }

    def "Q12 whoever takes part from afar counts only where the charter counts her"() {
        given:
        def (strict, mixed) = [aConference(), aConference(remote: true)]
        def delegate = delegates(strict, 1)[0]
        sent(mixed, delegate)
        confirmed(mixed)
        def meeting = aGathering()
        def afar = listOf(meeting, 'На связи')
        sits([remoteList: afar], meeting, strict)
        sits([remoteList: afar], meeting, mixed)

        when:
        scanned(aDoorTo(meeting, 'На связи', afar), delegate.plastic())

        then:
        figures(meeting, strict).possible() == 0
        figures(meeting, mixed).confirmed() == 1
    }

    def "Q13 delegates are enough, and the organisations they represent are not"() {
        given:
        def body = aConference(share: new QuorumShare(1, 2, true), organisations: new QuorumShare(1, 2, true))
        def own = delegates(body, 2)
        def others = delegates([sender: union.otherPrimary], body, 1)
        def (meeting, door) = opened(body)

        when:
        own.each { scanned(door, it.plastic()) }

        then:
        with(figures(meeting)) {
            [confirmed(), needed()] == [2, 2]
            [organisations(), organisationsBase(), organisationsNeeded()] == [1, 2, 2]
            verdict() == Verdict.NOT_MET
        }

        when:
        scanned(door, others[0].plastic())

        then:
        figures(meeting).verdict() == Verdict.MET
    }

    def "Q14 what is delivered after the protocol was signed is a new version; the first one stays as it was"() {
        given:
        def body = aConference()
        def people = delegates(body, 2)
        def (meeting, door, sitting) = opened(body)
        scanned(door, people[0].plastic())
        def late = door.scan(people[1].plastic(), [told: ScanReason.ADMITTED])
        snapshot(meeting, sitting, 'открытие')
        def first = paper(meeting, sitting, Kind.PROTOCOL)
        def before = wordsOf(meeting, sitting, first)
        clock.advance(Duration.ofMinutes(1))
        changeLists.close(union.territorialStaff, meeting, door.list)
        clock.advance(Duration.ofMinutes(10))

        when:
        synchroniseScans.synchronise(door.id, door.delivery([late]))
        def second = paper(meeting, sitting, Kind.PROTOCOL)

        then:
        wordsOf(meeting, sitting, first) == before
        before.contains('Редакция 1')
        with(wordsOf(meeting, sitting, second)) {
            it.contains('Редакция 2')
            it.contains('отметка доставлена после конца регистрации')
        }
        with(this.sitting(meeting)) {
            papers()*.version() == [1, 2]
            papers()*.hash().unique().size() == 2
            snapshots()[0].figures().confirmed() == 1
        }
        asSuperuser { sql ->
            sql.rows('SELECT words, hash FROM meetings.paper WHERE sitting_id = ?', [sitting]).every {
                java.security.MessageDigest.getInstance('SHA-256').digest(it.words.getBytes('UTF-8')).encodeHex().toString() == it.hash
            }
        }
    }

    def "Q15 hours in the papers are those of the place where the meeting is"() {
        given:
        def body = aConference()
        def delegate = delegates(body, 1)[0]
        def meeting = aGathering(zone: 'Asia/Vladivostok')
        def sitting = sits(meeting, body)
        scanned(aDoorTo(meeting), delegate.plastic())

        when:
        snapshot(meeting, sitting, 'открытие')

        then:
        wordsOf(meeting, sitting, paper(meeting, sitting, Kind.PROTOCOL)).contains('20.11.2026 17:00')
    }

    def "Q16 of nobody there is no quorum: nothing is met, nothing is kept"() {
        given:
        def body = aConference()
        def meeting = aGathering()

        expect:
        holdSittings.add(union.territorialStaff, meeting, UuidCreator.timeOrderedEpoch, new NewSitting(body, null, null, null)).get() == HoldSittings.Reason.NOBODY_ENTITLED

        when:
        def sitting = sits([list: openListOf(meeting)], meeting, body)

        then:
        figures(meeting).verdict() == Verdict.NOBODY_ENTITLED
        takeSnapshot.take(union.territorialStaff, meeting, sitting, UuidCreator.timeOrderedEpoch, new NewSnapshot('открытие', null)).get() == TakeSnapshot.Reason.NOBODY_ENTITLED
    }

    def "Q17 a snapshot sees one moment however a phone delivers meanwhile, and the same people give the same hash"() {
        given:
        def body = aConference()
        def people = delegates(body, 2)
        def (meeting, door, sitting) = opened(body)
        scanned(door, people[0].plastic())
        snapshot(meeting, sitting, 'до доставки')

        when:
        asSuperuser { sql ->
            sql.withTransaction {
                sql.execute('UPDATE meetings.presence SET is_counted = false WHERE list_id = ?', [door.list])
                snapshot(meeting, sitting, 'во время доставки')
                sql.execute('UPDATE meetings.presence SET is_counted = true WHERE list_id = ?', [door.list])
            }
        }
        clock.advance(Duration.ofMinutes(5))
        leaves(door, people[0])
        clock.advance(Duration.ofMinutes(5))
        scanned(door, people[0].plastic())
        snapshot(meeting, sitting, 'после возвращения')

        then:
        with(this.sitting(meeting).snapshots()) {
            it*.listHash().unique().size() == 1
            it*.figures()*.confirmed() == [1, 1, 1]
        }
    }

    def "Q18 no more ballots than were present, no more votes than ballots, and no vote knows a person"() {
        given:
        def body = aConference()
        def people = delegates(body, 2)
        def (meeting, door, sitting) = opened(body)
        people.each { scanned(door, it.plastic()) }
        def present = snapshot(meeting, sitting, 'перед тайным голосованием')
        def vote = { int issued, int inFavour -> takeSnapshot.recordVote(union.territorialStaff, meeting, sitting, UuidCreator.timeOrderedEpoch,
                new NewVote(present, 'Выборы председателя', true, issued, inFavour, 0, 0)) }

        expect:
        vote(3, 3).get() == TakeSnapshot.Reason.TOO_MANY_BALLOTS
        vote(2, 3).get() == TakeSnapshot.Reason.VOTES_DO_NOT_ADD_UP
        vote(2, 1).empty
        with(this.sitting(meeting).votes()) { [it*.snapshot(), it*.issued(), it*.inFavour()] == [[1], [2], [1]] }
        asSuperuser { it.rows("SELECT column_name FROM information_schema.columns WHERE table_schema = 'meetings' AND table_name = 'vote'")*.column_name }
                .every { !it.contains('person') && !it.contains('mandate') }

        when:
        takeSnapshot.recordVote(union.territorialStaff, meeting, sitting, UuidCreator.timeOrderedEpoch,
                new NewVote(UuidCreator.timeOrderedEpoch, 'Чужой снимок', false, 1, 1, 0, 0))

        then:
        thrown(NotYours)
    }

    def "Q19 what a phone still holds is possible and not confirmed; where it is lost people are counted"() {
        given:
        def body = aConference()
        def people = delegates(body, 3)
        def (meeting, door, sitting) = opened(body)

        when:
        synchroniseScans.synchronise(door.id, door.delivery([door.scan(people[0].plastic(), [told: ScanReason.ADMITTED])], [state: new DeviceState(3, null)]))

        then:
        with(this.sitting(meeting)) {
            [figures().confirmed(), figures().possible(), figures().verdict()] == [1, 3, Verdict.NOT_CONFIRMED]
            waiting()*.door() == ['Вход А']
            waiting()*.queueLength() == [2]
        }

        when:
        takeSnapshot.take(union.territorialStaff, meeting, sitting, UuidCreator.timeOrderedEpoch,
                new NewSnapshot('телефон утерян', new NewSnapshot.Recount(3, 'Сидорова С. С.', 'Петров П. П.')))

        then:
        this.sitting(meeting).snapshots()[0].figures().verdict() == Verdict.MET
    }

    def "Q20 who comes without a card is admitted by her document, and counts"() {
        given:
        def body = aConference()
        def delegate = delegates(body, 1)[0]
        def (meeting, door) = opened(body)

        expect:
        scanned(door, delegate.number, [override: true]).reason() == ScanReason.ADMITTED
        figures(meeting).confirmed() == 1
    }

    def "who was let in by a lost card is in the room and does not count until somebody rules"() {
        given:
        def body = aConference()
        def delegate = delegates(body, 1)[0]
        def (meeting, door) = opened(body)
        def admitted = door.scan(delegate.plastic(), [told: ScanReason.ADMITTED])
        cardIs(delegate, 'LOST')

        when:
        synchroniseScans.synchronise(door.id, door.delivery([admitted]))

        then:
        with(figures(meeting)) { [confirmed(), possible(), openConflicts(), verdict()] == [0, 1, 1, Verdict.NOT_CONFIRMED] }

        when:
        def conflict = ruleOnConflict.list(union.territorialStaff, meeting).items()[0].id()
        ruleOnConflict.rule(union.territorialStaff, meeting, conflict, new NewRuling(Ruling.COUNT, 'узнали в лицо'))

        then:
        with(figures(meeting)) { [confirmed(), openConflicts(), verdict()] == [1, 0, Verdict.MET] }
    }

    def "a meeting of all members is counted against those on record, whoever else is in the hall"() {
        given:
        def body = UuidCreator.timeOrderedEpoch
        keepBodies.create(union.chair, union.primary, body, new NewBody('Собрание', BodyKind.MEETING, QuorumBase.ON_RECORD, null, null, false, null))
        def meeting = aMeeting()
        def door = aDoor(meeting)
        def sitting = UuidCreator.timeOrderedEpoch
        holdSittings.add(union.chair, meeting, sitting, new NewSitting(body, door.list, null, null))
        def onRecord = asSuperuser { it.firstRow('SELECT count(*) AS n FROM members.membership WHERE primary_id = ? AND valid_until IS NULL', [union.primary]).n }

        when:
        [aTicket(), aTicket(primary: union.otherPrimary)].each { scanned(door, it.plastic()) }

        then:
        with(holdSittings.show(union.chair, meeting).items()[0].figures()) {
            [base(), needed(), confirmed()] == [onRecord as int, onRecord.intdiv(2) + 1 as int, 1]
        }
    }

    def "of elected ones the base is who was sent, confirmed or not"() {
        given:
        def body = aConference(base: QuorumBase.ELECTED)
        delegates(body, 1)
        sent(body, aTicket())
        def (meeting) = opened(body)

        expect:
        figures(meeting).base() == 2
    }

    def "the report tells figures and names nobody; groups below five are merged"() {
        given:
        def body = aConference()
        def people = delegates([lastName: 'Неназванная'], body, 5)
        def (meeting, door, sitting) = opened(body)
        people.each { scanned(door, it.plastic()) }

        when:
        def words = wordsOf(meeting, sitting, paper(meeting, sitting, Kind.MANDATE_REPORT))

        then:
        words.contains('Подтверждено мандатов: 5')
        words.contains('женщины 5')
        words.contains('36–50 лет 5')
        !words.contains('Неназванная')
        wordsOf(meeting, sitting, paper(meeting, sitting, Kind.PROTOCOL)).contains('Неназванная Мария Петровна')
    }

    def "sittings, snapshots and papers of others are not there"() {
        given:
        def body = aConference()
        delegates(body, 1)
        def (meeting, door, sitting) = opened(body)
        def made = paper(meeting, sitting, Kind.PROTOCOL)

        when:
        freezePapers.print(union.chair, meeting, sitting, made)

        then:
        thrown(NotYours)

        when:
        freezePapers.print(union.territorialStaff, aGathering(), sitting, made)

        then:
        thrown(NotYours)
    }

    def "the same request keeps one snapshot and one paper, another one with its key is refused"() {
        given:
        def body = aConference()
        delegates(body, 1)
        def (meeting, door, sitting) = opened(body)
        def id = UuidCreator.timeOrderedEpoch
        def take = { takeSnapshot.take(union.territorialStaff, meeting, sitting, id, new NewSnapshot(it, null)) }
        def freeze = { freezePapers.freeze(union.territorialStaff, meeting, sitting, id, new NewSittingPaper(it, [])) }

        expect:
        [take('открытие'), take('открытие')].every { it.empty }
        take('закрытие').get() == TakeSnapshot.Reason.IDEMPOTENCY_MISMATCH
        freeze(Kind.PROTOCOL) && freeze(Kind.PROTOCOL)
        !freeze(Kind.MANDATE_REPORT)
        with(this.sitting(meeting)) { [snapshots().size(), papers().size()] == [1, 1] }
    }

    /** A meeting at which the body sits, a door to its list, the sitting. */
    private List opened(UUID body) {
        def meeting = aGathering()
        def sitting = sits(meeting, body)
        [meeting, aDoorTo(meeting), sitting]
    }

    private UUID openListOf(UUID meeting) {
        showMeetings.showLists(union.territorialStaff, meeting).items().find { it.kind() == ListKind.OPEN }.id()
    }

    private UUID listOf(UUID meeting, String name) {
        def id = UuidCreator.timeOrderedEpoch
        assert changeLists.add(union.territorialStaff, meeting, id, new NewList(name, ListKind.OPEN, OPENS, CLOSES, null, null, null)).empty
        id
    }

    private UUID snapshot(UUID meeting, UUID sitting, String reason) {
        def id = UuidCreator.timeOrderedEpoch
        assert takeSnapshot.take(union.territorialStaff, meeting, sitting, id, new NewSnapshot(reason, null)).empty
        id
    }

    private UUID paper(UUID meeting, UUID sitting, Kind kind) {
        def id = UuidCreator.timeOrderedEpoch
        assert freezePapers.freeze(union.territorialStaff, meeting, sitting, id, new NewSittingPaper(kind, ['Сидорова С. С.']))
        id
    }

    /** As it is printed, on one line. */
    private String wordsOf(UUID meeting, UUID sitting, UUID paper) {
        def pdf = Loader.loadPDF(freezePapers.print(union.territorialStaff, meeting, sitting, paper))
        new PDFTextStripper().getText(pdf).replace('\u00a0', ' ').replaceAll(/\s+/, ' ')
    }
}
