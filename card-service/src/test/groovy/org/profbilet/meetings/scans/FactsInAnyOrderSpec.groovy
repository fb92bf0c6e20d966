package org.profbilet.meetings.scans

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.time.Duration
import org.profbilet.contract.scanner.RepeatPolicy
import org.profbilet.contract.scanner.ScanReason
import org.profbilet.contract.scanner.ScanType
import org.profbilet.contract.scanner.ScanVoid
import org.profbilet.contract.scanner.SyncAnswer.Status
import org.profbilet.meetings.MeetingSpec

/**
 * One set of facts comes to the same, in whatever order, pieces and number of copies it is delivered.
 * {@code -Dfacts.seeds=200} is the long form, {@code deploy/drill/doors-storm}.
 */
@MicronautTest(transactional = false)
class FactsInAnyOrderSpec extends MeetingSpec {

    static final int SEEDS = Integer.getInteger('facts.seeds', 4)
    static final int DOORS = 4
    static final List<ScanReason> TOLD = [ScanReason.ADMITTED] * 6 + [ScanReason.ALREADY_PRESENT, ScanReason.NOT_DECIDED_OFFLINE, ScanReason.OUTSIDE_WINDOW]

    def "facts of seed #seed on a list of policy #policy are the same shuffled, repeated and split"() {
        given:
        def members = (1..3).collect { aTicket() }
        cardIs(members[2], 'LOST')
        def facts = facts(new Random(seed))
        def start = clock.instant()

        when: 'they arrive one after another'
        def ordered = meetingOf(members, policy)
        facts.each { deliver(ordered, [it], start, members) }

        and: 'they arrive anyhow'
        def random = new Random(seed * 31)
        def anyhow = meetingOf(members, policy)
        def waiting = (facts + facts.findAll { random.nextBoolean() }).shuffled(random)
        while (waiting) {
            def batch = waiting.take(1 + random.nextInt(4))
            waiting = waiting.drop(batch.size()) + batch.findAll { !deliver(anyhow, [it], start, members) }
        }

        then:
        present(ordered, members) == present(anyhow, members)
        openConflicts(ordered) == openConflicts(anyhow)
        doubled(anyhow) == 0

        where:
        seed << (1..SEEDS)
        policy = [RepeatPolicy.REENTRY, RepeatPolicy.SINGLE, RepeatPolicy.DAILY, RepeatPolicy.MULTI][seed % 4]
    }

    /** Who went which way through which door, when, and what she was told; some of it was taken back. */
    private static List<Map> facts(Random random) {
        def counts = [0] * DOORS
        def scans = (0..<14).collect { place ->
            def door = random.nextInt(DOORS)
            def exit = random.nextInt(4) == 0
            [label: "s$place".toString(), place: place, door: door, seq: ++counts[door], member: random.nextInt(3),
             minute: random.nextInt(40), exit: exit, told: exit ? ScanReason.EXITED : TOLD[random.nextInt(TOLD.size())]]
        }
        def taken = scans.findAll { it.told == ScanReason.ADMITTED }.take(2).collect {
            [label: "v$it.label".toString(), place: 100 + it.place, door: it.door, takes: it.label, minute: it.minute + 1]
        }
        scans + taken
    }

    private Map meetingOf(List<Ticket> members, RepeatPolicy policy) {
        def meeting = aMeeting(invited: members, policy: policy)
        [doors: (0..<DOORS).collect { aDoor(meeting, "Вход $it") }, ids: [:]]
    }

    /** False where its scan has not arrived, and it is to come again. */
    private boolean deliver(Map meeting, List<Map> facts, start, List<Ticket> members) {
        def before = clock.now
        clock.now = start + Duration.ofMinutes(45)
        def settled = facts.every { fact ->
            def door = meeting.doors[fact.door] as Phone
            def at = start + Duration.ofMinutes(fact.minute)
            // scans at one minute are told apart by their ids: those of both meetings stand in one order
            def id = meeting.ids.computeIfAbsent(fact.label) { new UUID((7_000L + fact.place) << 16 | 0x7000, UUID.randomUUID().leastSignificantBits) }
            if (fact.takes) {
                def scan = meeting.ids[fact.takes]
                def answer = scan == null ? null : synchroniseScans.synchronise(door.id,
                        door.delivery([], [voids: [new ScanVoid(id, scan, at, 'по ошибке')]])).voids()[0].outcome()
                return answer != null
            }
            def scan = door.scan(members[fact.member].plastic(), [id: id, seq: fact.seq, at: at, told: fact.told,
                    type: fact.exit ? ScanType.EXIT : ScanType.ENTRY])
            synchroniseScans.synchronise(door.id, door.delivery([scan])).results()[0].status() in [Status.ACCEPTED, Status.REPLAYED]
        }
        clock.now = before
        settled
    }

    private List present(Map meeting, List<Ticket> members) {
        members.collect { member ->
            def row = presence(meeting.doors[0] as Phone, member)
            row == null ? null : [row.state, row.since?.toInstant(), row.since_door, row.is_counted]
        }
    }

    private List<String> openConflicts(Map meeting) {
        def labels = meeting.ids.collectEntries { label, id -> [id, label] }
        asSuperuser {
            it.rows('''
                SELECT c.kind, c.scan_id, c.device_id
                  FROM meetings.conflict c
                 WHERE c.meeting_id = (SELECT meeting_id FROM meetings.device WHERE id = ?)
                   AND c.closed_at IS NULL''', [meeting.doors[0].id])
        }.collect { "$it.kind ${it.scan_id ? labels[it.scan_id] : it.device_id}".toString() }.sort()
    }

    private int doubled(Map meeting) {
        asSuperuser {
            it.firstRow('SELECT count(*) - count(DISTINCT (device_id, device_seq)) AS n FROM meetings.scan WHERE list_id = ?', [meeting.doors[0].list]).n as int
        }
    }
}
