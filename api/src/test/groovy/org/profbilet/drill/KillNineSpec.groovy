package org.profbilet.drill

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.Executors
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import spock.lang.TempDir

/**
 * The real process, killed without a warning: what it called saved is there after the next start, and once.
 * {@code -Ddrill.rounds=20} is the long form, {@code deploy/drill/kill-9}.
 */
@Stepwise
class KillNineSpec extends Specification {

    static final int ROUNDS = Integer.getInteger('drill.rounds', 2)
    static final int CHAIRS = 3

    /** A primary may ask for a hundred single people a day: what stays open is asked for once more. */
    static final int PEOPLE_OF_A_ROUND = 6
    static final int ROUNDS_OF_A_HOME = 8

    static final Path LIST = Path.of('../card-service/src/test/resources/lists/members-school-52.xlsx').toAbsolutePath()
    static final Path FIGURES = Path.of('target', 'drill', 'kill-9.txt')

    @Shared
    @TempDir
    Path folder

    @Shared
    ServerProcess server

    @Shared
    def random = new Random(20261121)

    def setupSpec() {
        server = new ServerProcess(folder.resolve('home'))
    }

    def cleanupSpec() {
        if (server.alive) {
            server.stop()
        }
    }

    def "a list of 52 that was called saved is there after kill -9 right after the answer"() {
        given:
        server.start()
        def desk = new Desk(server.port).comeIn()

        when:
        def saved = desk.loadAndApply(LIST)
        server.killNine()
        server.start()
        def people = new Desk(server.port).comeIn().people()

        then:
        saved.added == 52
        people.size() == 52
        people*.ticketNumber.unique().size() == 52
    }

    def "in #rounds rounds of kill -9 in the middle of the work nothing saved is lost and nothing is doubled"() {
        given:
        def figures = [acknowledged: 0, unanswered: 0, lost: 0, doubled: 0, changedAnswers: 0]
        def restarts = []
        def expected = []

        when:
        rounds.times { round ->
            if (round && round % ROUNDS_OF_A_HOME == 0) {
                moveHouse(round)
                expected.clear()
            }
            def work = workUntilKilled(round % 2 == 1)
            restarts << server.start()
            def desk = new Desk(server.port).comeIn()
            def here = desk.people()*.id as List<String>
            figures.acknowledged += work.answers.size()
            figures.unanswered += work.open.size()
            figures.lost += work.answers.keySet().count { !here.contains(it.toString()) }

            (work.answers.keySet().toList().takeRight(5) + work.open.keySet()).each { key ->
                def again = desk.add(key, work.sent[key])
                if (again.statusCode() != 200 || (work.answers[key] && again.body() != work.answers[key])) {
                    figures.changedAnswers++
                }
            }
            expected += work.sent.keySet()*.toString()
            def people = desk.people()
            figures.doubled += people.size() - people*.ticketNumber.unique(false).size()
            figures.doubled += people.size() - 52 - expected.size()
        }

        then:
        report(figures, restarts)
        figures.lost == 0
        figures.doubled == 0
        figures.changedAnswers == 0
        figures.acknowledged >= rounds

        where:
        rounds = ROUNDS
    }

    def "SIGTERM ends it in order: the database is closed too"() {
        given:
        def pid = server.home.resolve('postgres/data/postmaster.pid')
        assert Files.exists(pid)

        expect:
        server.stop() == 143
        !Files.exists(pid)
    }

    /** Another union, empty but for the 52. */
    private void moveHouse(int round) {
        server.stop()
        server = new ServerProcess(folder.resolve("home-$round"))
        server.start()
        new Desk(server.port).comeIn().loadAndApply(LIST)
    }

    /** Several desks add people until the process is gone. */
    private Map workUntilKilled(boolean databaseToo) {
        def sent = new ConcurrentHashMap<UUID, Map>()
        def answers = new ConcurrentHashMap<UUID, byte[]>()
        def chairs = Executors.newFixedThreadPool(CHAIRS)
        def desks = (1..CHAIRS).collect { new Desk(server.port).comeIn() }
        def working = desks.collect { desk -> chairs.submit({ addPeople(desk, sent, answers) } as Runnable) }
        while (answers.isEmpty() && working.any { !it.done }) {
            Thread.sleep(20)
        }
        Thread.sleep(random.nextInt(250))
        databaseToo ? server.killTheDatabaseToo() : server.killNine()
        working*.get()
        chairs.shutdown()
        [sent: sent, answers: answers, open: sent.findAll { key, person -> !answers.containsKey(key) }]
    }

    private static void addPeople(Desk desk, Map<UUID, Map> sent, Map<UUID, byte[]> answers) {
        while (sent.size() < PEOPLE_OF_A_ROUND) {
            def key = UUID.randomUUID()
            sent[key] = newcomer(key)
            try {
                def answer = desk.add(key, sent[key])
                if (answer.statusCode() == 200) {
                    answers[key] = answer.body()
                }
            } catch (IOException ignored) {
                return // the process is gone: nothing was promised
            }
        }
    }

    /** A surname of its own for each, in Cyrillic letters. */
    private static Map newcomer(UUID key) {
        def letters = key.toString().replace('-', '').collect { 'абвгдежзиклмнопр'[Character.digit(it as char, 16)] }.join()
        [lastName: letters.capitalize(), firstName: 'Вера', birthDate: '1985-04-03', sex: 'F', category: 'WORKING',
         engagement: 'MAIN', position: 'учитель', staffGroup: 'TEACHER', joinedUnion: '2010',
         registeredOn: '2020-09-01', otherPerson: true]
    }

    private static boolean report(Map figures, List<Long> restarts) {
        def lines = ["kill -9: ${restarts.size()} rounds (every second one with PostgreSQL killed too)",
                     "acknowledged ${figures.acknowledged}, lost ${figures.lost}, doubled ${figures.doubled}",
                     "unanswered ${figures.unanswered}, sent again with the same key; other answers ${figures.changedAnswers}",
                     "ready again after ${restarts.min()} to ${restarts.max()} ms"]*.toString()
        Files.createDirectories(FIGURES.parent)
        Files.write(FIGURES, lines)
        lines.each { println it }
        true
    }
}
