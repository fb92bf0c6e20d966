package org.profbilet.drill

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.Executors
import spock.lang.Specification
import spock.lang.TempDir

/**
 * Six doors in a storm: two with a bad network, two without any to the end, one of them with a clock that is wrong by 26 hours, one
 * revoked midway; a delivery sent twice, a page killed while sending, the server and its database killed without a warning.
 * {@code -Dstorm.people=2000 -Dstorm.latency=2000} is the long form, {@code deploy/drill/doors-storm}.
 */
class DoorsStormSpec extends Specification {

    static final int PEOPLE = Integer.getInteger('storm.people', 48)
    static final int LATENCY = Integer.getInteger('storm.latency', 20)
    static final boolean LONG = PEOPLE > 100
    static final Duration PATIENCE = Duration.ofMinutes(LONG ? 10 : 1)
    static final Path FIGURES = Path.of('target', 'drill', 'doors-storm.txt')

    @TempDir
    Path folder

    ServerProcess server
    Desk desk
    String meeting

    def cleanup() {
        if (server?.alive) {
            server.stop()
        }
    }

    def "presence is what the doors told, nothing acknowledged is lost, and each planted oddity is reported with its kind"() {
        given:
        def begun = System.nanoTime()
        server = new ServerProcess(folder.resolve('home'))
        server.start()
        desk = new Desk(server.port).comeIn()
        def people = Delegates.add(server, desk.primaryId, PEOPLE + 4)
        def (stranger, ghost, turned, ended) = people.takeRight(4)
        def guests = people.take(PEOPLE)
        meeting = desk.callMeeting((people - stranger)*.id*.toString(), Duration.ofHours(6))
        def random = new Random(20261121)
        def doors = ('А'..'Е').collect { new DoorPhone(server.port, "Вход $it", new Random(random.nextLong())).enrol(desk.invite(meeting, "Вход $it")) }
        def (good, bad, worse, away, wrong, lost) = doors
        [bad, worse].each {
            it.loss = 30
            it.latency = Duration.ofMillis(LATENCY)
        }
        [away, wrong].each { it.connected = false }
        wrong.clockAhead = Duration.ofHours(26)
        def shares = (0..<doors.size()).collect { door -> (door..<PEOPLE).step(doors.size()).collect { guests[it] } }
        def (first, second) = [shares.collect { it.take(it.size().intdiv(2)) }, shares.collect { it.drop(it.size().intdiv(2)) }]

        when: 'the first half comes'
        atOnce(doors) { door, place -> comeIn(door, first[place]) }

        and: 'what cannot fit together happens once each'
        def twice = good.told[0].person
        away.scan(twice, 'ENTRY', good.told[0].at - Duration.ofMinutes(5))
        away.scan(ghost, 'EXIT')
        away.scan(stranger)
        away.scan(ended)
        away.loseANumber()
        good.turnAway(turned)
        cardIsLost(ended)

        and: 'one phone is revoked without hearing of it; the server, then its database too are killed while the second half comes'
        lost.connected = false
        new Desk(server.port).comeIn().revoke(meeting, lost.id)
        def killed = []
        def killing = Thread.start { killed.addAll(kill(bad, first[1].size(), second[1].size(), doors)) }
        atOnce(doors) { door, place -> comeIn(door, second[place]) }
        killing.join()

        and: 'what waits is delivered: once twice, once by a page that is killed while sending, at last after the registration was ended'
        [away, lost].each { it.connected = true }
        away.syncTwice()
        worse.killPageWhileSending()
        atOnce(doors - wrong) { door, place -> door.drain(PATIENCE) }
        desk = new Desk(server.port).comeIn()
        desk.closeFirstList(meeting)
        wrong.connected = true
        wrong.drain(PATIENCE)
        def before = inside()
        def conflicts = openConflicts()
        desk.conflicts(meeting).findAll { it.kind == 'QUARANTINED' }.each { desk.rule(meeting, it.id as String, 'COUNT') }
        def after = inside()

        then:
        def told = doors.collectMany { it.told }.findAll { it.type == 'ENTRY' && it.outcome in ['ADMITTED', 'DUPLICATE'] }*.person*.ticket.toSet()
        def quarantined = second[5]*.ticket.toSet()
        def made = doors.collectMany { it.made }.toSet()
        def kept = scans()
        report(["doors' storm: ${doors.size()} doors, $PEOPLE delegates, ${made.size()} scans, 30 % loss and $LATENCY ms on two doors, ${System.nanoTime().minus(begun).intdiv(1_000_000_000)} s",
                "acknowledged when the server was killed: ${killed*.acknowledged}, of them lost: ${killed*.lost}",
                "made ${made.size()}, in the register ${kept.size()}, lost ${(made - kept).size()}, double ${kept.size() - kept.toSet().size()}, waiting ${doors.sum { it.queue.size() }}",
                "told to come in ${told.size()}, present ${before.size()} and of nobody else ${(before.keySet() - told).size()}, after the ruling on the revoked phone ${after.size()}",
                "open conflicts: ${conflicts.collectEntries { kind, who -> [kind, who.size()] }}"])
        doors.every { it.queue.empty }
        killed.size() == ways().size() && killed*.lost.every { it == 0 }
        kept.toSet() == made
        kept.size() == made.size()
        told == guests*.ticket.toSet() + stranger.ticket + ended.ticket
        before.keySet() == told - quarantined
        after.keySet() == told
        before.findAll { !it.value }.keySet() == [stranger.ticket, ended.ticket] as Set
        conflicts == [
            DOUBLE_ADMISSION              : [twice.ticket] as Set,
            REVOKED_ADMITTED              : [ended.ticket] as Set,
            SERVER_REFUSED_DEVICE_ADMITTED: [stranger.ticket] as Set,
            SERVER_ADMITTED_DEVICE_REFUSED: [turned.ticket] as Set,
            EXIT_WITHOUT_ENTRY            : [ghost.ticket] as Set,
            SEQ_GAP                       : [away.id] as Set,
            CLOCK_UNTRUSTED               : shares[4]*.ticket.toSet(),
            LATE_UPLOAD                   : shares[4]*.ticket.toSet(),
            QUARANTINED                   : quarantined]
    }

    /** One person after another, at every door as slowly as at the one with the bad network. */
    private static void comeIn(DoorPhone door, List<Map> people) {
        people.each {
            door.scan(it)
            Thread.sleep(door.latency.isZero() ? LATENCY : 0)
        }
    }

    /** While a door is busy; each time with how many scans had been acknowledged and how many of these are gone after the next start. */
    private List<Map> kill(DoorPhone busy, int already, int coming, List<DoorPhone> doors) {
        ways().withIndex().collect { way, place ->
            while (busy.told.size() < already + coming * (place + 1) / (ways().size() + 1)) {
                Thread.sleep(5)
            }
            server."$way"()
            def promised = doors.collectMany { it.acknowledged }.toSet()
            server.start()
            [acknowledged: promised.size(), lost: (promised - scans()).size()]
        }
    }

    private static List<String> ways() {
        LONG ? ['killNine', 'killTheDatabaseToo', 'killNine', 'killTheDatabaseToo'] : ['killTheDatabaseToo']
    }

    private void cardIsLost(Map person) {
        server.register {
            it.execute('SET session_replication_role = replica') // past the table of moves
            it.execute("UPDATE cards.card SET status = 'LOST' WHERE person_id = ?", [person.id])
        }
    }

    private List<UUID> scans() {
        server.register { it.rows('SELECT id FROM meetings.scan WHERE meeting_id = ?', [UUID.fromString(meeting)])*.id } as List<UUID>
    }

    /** Ticket numbers of those inside, and whether they count. */
    private Map<String, Boolean> inside() {
        server.register {
            it.rows('''
                SELECT p.ticket_number, q.is_counted
                  FROM meetings.presence q
                  JOIN members.person p
                    ON p.id = q.person_id
                 WHERE q.meeting_id = ? AND q.state = 'PRESENT' ''', [UUID.fromString(meeting)])
        }.collectEntries { [it.ticket_number, it.is_counted] }
    }

    private Map<String, Set<String>> openConflicts() {
        server.register {
            it.rows('''
                SELECT c.kind, coalesce(p.ticket_number, CAST(c.device_id AS text)) AS who
                  FROM meetings.conflict c
                  LEFT JOIN members.person p
                    ON p.id = c.person_id
                 WHERE c.meeting_id = ? AND c.closed_at IS NULL AND c.ruling IS NULL''', [UUID.fromString(meeting)])
        }.groupBy { it.kind as String }.collectEntries { kind, rows -> [kind, rows*.who.toSet()] }
    }

    private static void atOnce(List<DoorPhone> doors, Closure<?> work) {
        def hands = Executors.newFixedThreadPool(doors.size())
        try {
            doors.withIndex().collect { door, place -> hands.submit({ work(door, place) } as Runnable) }*.get()
        } finally {
            hands.shutdown()
        }
    }

    private static boolean report(List<?> lines) {
        Files.createDirectories(FIGURES.parent)
        Files.write(FIGURES, lines*.toString())
        lines.each { println it }
        true
    }
}
