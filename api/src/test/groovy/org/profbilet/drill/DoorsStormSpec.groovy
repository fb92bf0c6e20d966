package org.profbilet.drill

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.Executors
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/**
 * Six doors in a storm: two with a bad network, two without any to the end, one of them with a clock that is wrong by 26 hours, one
 * revoked midway; a batch sent twice, a page killed in the middle, and the server and its database killed without a warning.
 * {@code -Dstorm.people=2000} is the long form, {@code deploy/drill/doors-storm}.
 */
class DoorsStormSpec extends Specification {

    static final int PEOPLE = Integer.getInteger('storm.people', 50)
    static final Duration LATENCY = Duration.ofMillis(Integer.getInteger('storm.latency', 40))
    static final Path LISTS = Path.of('../card-service/src/test/resources/lists').toAbsolutePath()
    static final Path FIGURES = Path.of('target', 'drill', 'doors-storm.txt')

    @Shared
    @TempDir
    Path folder

    @Shared
    ServerProcess server

    def setupSpec() {
        server = new ServerProcess(folder.resolve('home'))
        server.start()
    }

    def cleanupSpec() {
        if (server.alive) {
            server.stop()
        }
    }

    def "presence is what the doors told, nothing acknowledged is lost, and each planted oddity is reported with its kind"() {
        given:
        def begun = System.nanoTime()
        def random = new Random(20261121)
        def desk = new Desk(server.port).comeIn()
        desk.loadAndApply(LISTS.resolve(PEOPLE > 52 ? 'members-university-8554.xlsx' : 'members-school-52.xlsx'))
        def people = desk.people().take(PEOPLE)
        def tickets = people*.ticketNumber as List<String>
        def meeting = desk.callMeeting(people*.id as List<String>, Duration.ofHours(6))
        def doors = ('А'..'Е').collect { new DoorPhone(server.port, "Вход $it", new Random(random.nextLong())).enrol(desk.invite(meeting, "Вход $it")) }
        def (good, bad, worse, away, wrong, lost) = doors
        [bad, worse].each {
            it.loss = 30
            it.latency = LATENCY
        }
        [away, wrong].each { it.connected = false }
        wrong.clockAhead = Duration.ofHours(26)

        when: 'everybody comes to a door'
        def shares = doors.withIndex().collect { door, place -> tickets.findAll { tickets.indexOf(it) % doors.size() == place } }
        def firstHalf = shares.collect { it.take(it.size().intdiv(2)) }
        def secondHalf = shares.collect { it.drop(it.size().intdiv(2)) }
        atOnce(doors) { door, place -> firstHalf[place].each { door.scan(it) } }

        and: 'one person is let in at two doors that know nothing of each other, minutes apart'
        def twice = firstHalf[doors.indexOf(good)][0]
        away.scan(twice, 'ENTRY', Duration.ofMinutes(5))

        and: 'a phone is revoked with scans on it, and the server and its database are killed while the others scan'
        lost.connected = false
        desk.revoke(meeting, lost.id)
        def killing = Thread.start {
            Thread.sleep(PEOPLE > 52 ? 3000 : 300)
            server.killTheDatabaseToo()
            server.start()
        }
        atOnce(doors) { door, place -> secondHalf[place].each { door.scan(it) } }
        killing.join()

        and: 'a batch is sent twice, a page is killed in the middle, and everything that waits is delivered'
        def copies = away.queue.take(20).collect { new LinkedHashMap(it) }
        doors.each { it.connected = true }
        away.sync()
        away.queue.addAll(copies)
        def unsettled = worse.queue.take(5).collect { new LinkedHashMap(it) }
        worse.sync()
        worse.killPage(unsettled)
        atOnce(doors) { door, place -> door.drain() }
        def office = new Desk(server.port).comeIn()
        def before = office.meeting(meeting).counters.present
        def kinds = office.conflicts(meeting)*.kind.countBy { it }
        office.conflicts(meeting).findAll { it.kind == 'QUARANTINED' }.each { office.rule(meeting, it.id as String, 'COUNT') }
        def after = office.meeting(meeting).counters.present

        then:
        def truth = doors.collectMany { it.told }.findAll { it.outcome in ['ADMITTED', 'DUPLICATE'] }*.ticket.toSet()
        def quarantined = lost.acknowledged.values().count('QUARANTINED')
        def acknowledged = doors.sum { it.acknowledged.size() }
        def scans = office.countScans(meeting)
        report(["doors' storm: ${doors.size()} doors, ${tickets.size()} people, ${doors.sum { it.told.size() }} scans, ${(System.nanoTime() - begun).intdiv(1_000_000)} ms",
                "acknowledged $acknowledged, in the register $scans, lost ${acknowledged - scans}, waiting ${doors.sum { it.queue.size() }}",
                "told that they may come in ${truth.size()}, present $before, after ruling on quarantine $after",
                "conflicts $kinds"])
        doors.every { it.queue.empty }
        acknowledged == scans
        truth.size() == tickets.size()
        before == truth.size() - quarantined
        after == truth.size()
        quarantined == secondHalf[doors.indexOf(lost)].size()
        kinds.QUARANTINED == quarantined
        kinds.CLOCK_UNTRUSTED == wrong.told.size()
        kinds.DOUBLE_ADMISSION == 1
        kinds.keySet() == ['QUARANTINED', 'CLOCK_UNTRUSTED', 'DOUBLE_ADMISSION'] as Set
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
