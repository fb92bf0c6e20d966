package org.profbilet.drill

import com.github.f4b6a3.uuid.UuidCreator
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import java.util.zip.GZIPOutputStream
import spock.lang.Specification
import spock.lang.TempDir

/**
 * What a door costs: scans a second through HTTP beside pgbench, which runs the same statements on the same PostgreSQL in the same
 * minutes; how long the slowest wait at half of that rate; a delivery of 200; an offline list. {@code deploy/bench/scans}.
 */
class ScansBench extends Specification {

    static final int PEOPLE = Integer.getInteger('bench.people', 2000)
    static final int SECONDS = Integer.getInteger('bench.seconds', 15)
    static final int ROUNDS = 3
    /** A server whose classes are compiled, as it is a minute after a meeting has begun. */
    static final int WARM_UP = 45
    static final int DOORS = 8
    static final Path FIGURES = Path.of('target', 'drill', 'scans.txt')

    @TempDir
    Path folder

    ServerProcess server
    List<Map> people
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()

    def cleanup() {
        if (server?.alive) {
            server.stop()
        }
    }

    def "scans a second, the slowest at half of it, a delivery of 200, an offline list"() {
        given:
        server = new ServerProcess(folder.resolve('home'))
        server.start()
        def desk = new Desk(server.port).comeIn()
        people = Delegates.add(server, desk.primaryId, PEOPLE)
        def meeting = desk.callMeeting(people*.id*.toString(), Duration.ofHours(6))
        def doors = (1..DOORS).collect { new DoorPhone(server.port, "Вход $it", new Random(it)).enrol(desk.invite(meeting, "Вход $it")) }
        def sequences = doors.collect { new long[] {0} }
        wrk(doors, sequences, WARM_UP)
        Files.writeString(folder.resolve('scan.sql'), statements(meeting, doors))
        server.register { lookUp(it) }
        pgbench(3)

        when:
        def rounds = (1..ROUNDS).collect {
            def http = wrk(doors, sequences, SECONDS)
            def base = pgbench(SECONDS)
            [http: http, base: base, ratio: http / base]
        }.sort { it.ratio }
        def middle = rounds[ROUNDS.intdiv(2)]
        def waits = paced(doors, sequences, middle.http / 2).sort()
        def (delivered, newcomer) = delivery(desk, meeting)
        def bundles = (1..5).collect { timed { newcomer.bundle() } }
        def bundle = newcomer.bundle()

        then:
        report(["$PEOPLE people, $DOORS phones, $SECONDS s a run, ${Runtime.runtime.availableProcessors()} processors shared by server, PostgreSQL and bench",
                "online scans a second through HTTP ${rounds*.http*.intValue()}, pgbench with the same statements ${rounds*.base*.intValue()}, ratio of the middle round ${decimal(middle.ratio)}",
                "at half of that rate, from the moment it was due: p50 ${decimal(at(waits, 0.5))} ms, p99 ${decimal(at(waits, 0.99))} ms, slowest ${decimal(waits.last())} ms",
                "a delivery of 200: $delivered ms in one round trip",
                "an offline list of $PEOPLE: ${bundle.length} bytes, ${gzipped(bundle)} compressed, ${bundles.sort()[2]} ms"])
        newcomer.queue.empty
    }

    /** Scans a second, as fast as it goes; wrk takes as little of the processors for itself as pgbench does. */
    private double wrk(List<DoorPhone> doors, List<long[]> sequences, int seconds) {
        doors.each { it.token = it.openSession() }
        def own = people.size().intdiv(DOORS)
        def script = folder.resolve('scan.lua')
        Files.writeString(script, """
            doors = {${doors.withIndex().collect { door, place ->
                "{token='$door.token', list='$door.list', number=${sequences[place][0]}, codes={'${people.subList(place * own, (place + 1) * own)*.code.join("','")}'}}"
            }.join(',\n')}}
            local threads = 0
            function setup(thread)
              threads = threads + 1
              thread:set('place', threads)
            end
            function init()
              door = doors[place]
              math.randomseed(os.time() + place)
            end
            function request()
              door.number = door.number + 1
              local ms = os.time() * 1000
              local id = string.format('%08x-%04x-7%03x-8%03x-%06x%06x', math.floor(ms / 65536), ms % 65536,
                math.random(0, 4095), math.random(0, 4095), math.random(0, 16777215), math.random(0, 16777215))
              local body = string.format('{"scanId":"%s","deviceSeq":%d,"listIds":["%s"],"credential":{"kind":"QR","raw":"%s"},"type":"%s","scannedAt":"%s"}',
                id, door.number, door.list, door.codes[door.number % #door.codes + 1],
                math.floor(door.number / #door.codes) % 2 == 1 and 'EXIT' or 'ENTRY', os.date('!%Y-%m-%dT%H:%M:%SZ'))
              return wrk.format('POST', '/v1/scanner/scans',
                {['content-type'] = 'application/json', authorization = 'Bearer ' .. door.token, ['idempotency-key'] = id}, body)
            end
            function done(summary)
              local errors = summary.errors
              io.write(string.format('answered %d in %d us, errors %d', summary.requests, summary.duration,
                errors.connect + errors.read + errors.write + errors.status + errors.timeout))
            end""".stripIndent())
        def process = new ProcessBuilder(['wrk', "-t$DOORS", "-c$DOORS", "-d${seconds}s", '--timeout', '10s', '-s', script.toString(),
                "http://localhost:$server.port"].collect { it.toString() }).redirectErrorStream(true).start()
        def said = process.inputStream.text
        def counted = (said =~ /answered (\d+) in (\d+) us, errors 0/)
        assert counted.find(): said
        // how far each thread came is its own: the next numbers begin well behind
        sequences.each { it[0] += 1_000_000 }
        (counted.group(1) as long) * 1_000_000 / (counted.group(2) as long)
    }

    /** Milliseconds of every scan at this rate of all doors together, from the moment it was due. */
    private List<Double> paced(List<DoorPhone> doors, List<long[]> sequences, double rate) {
        doors.each { it.token = it.openSession() }
        def begun = System.nanoTime()
        def until = begun + TimeUnit.SECONDS.toNanos(SECONDS)
        def pause = (1_000_000_000L * doors.size() / rate) as long
        def hands = Executors.newFixedThreadPool(doors.size())
        try {
            doors.withIndex().collect { door, place ->
                hands.submit({
                    def times = []
                    def due = begun + (pause * place).intdiv(doors.size())
                    while (due < until) {
                        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime())
                        scan(door, ++sequences[place][0], place)
                        times << (System.nanoTime() - due) / 1_000_000d
                        due += pause
                    }
                    times
                } as Callable)
            }*.get().flatten() as List<Double>
        } finally {
            hands.shutdown()
        }
    }

    /** Every door has its own people; each comes in, leaves, comes in again. */
    private void scan(DoorPhone door, long number, int place) {
        def own = people.size().intdiv(DOORS)
        def person = people[place * own + (number % own as int)]
        def type = number.intdiv(own) % 2 ? 'EXIT' : 'ENTRY'
        def id = UuidCreator.timeOrderedEpoch
        def body = /{"scanId":"$id","deviceSeq":$number,"listIds":["$door.list"],"credential":{"kind":"QR","raw":"$person.code"},/ +
                /"type":"$type","scannedAt":"${Instant.now()}"}/
        def request = HttpRequest.newBuilder(URI.create("http://localhost:$server.port/v1/scanner/scans"))
                .header('content-type', 'application/json').header('authorization', "Bearer $door.token").header('idempotency-key', id.toString())
                .POST(HttpRequest.BodyPublishers.ofString(body)).build()
        def answer = client.send(request, HttpResponse.BodyHandlers.ofString())
        assert answer.statusCode() == 200: answer.body()
    }

    /** A phone that had no network hands over 200 scans: milliseconds, and the phone. */
    private List delivery(Desk desk, String meeting) {
        def phone = new DoorPhone(server.port, 'Вход 9', new Random(9)).enrol(desk.invite(meeting, 'Вход 9'))
        phone.connected = false
        people.take(200).each { phone.scan(it) }
        phone.connected = true
        [timed { assert phone.sync() }, phone]
    }

    /** Transactions a second of the statements of one scan by the application's own login, without the look-up of the person that only the bench needs. */
    private double pgbench(int seconds) {
        def process = new ProcessBuilder(['pgbench', '-n', '-r', '-M', 'prepared', '-c', DOORS.toString(), '-j', '1', '-T', seconds.toString(),
                '-h', '127.0.0.1', '-p', server.databasePort, '-U', 'profbilet_app', '-f', folder.resolve('scan.sql').toString(), 'profbilet'])
                .redirectErrorStream(true)
        process.environment().PGPASSWORD = server.secret('application')
        def said = process.start().inputStream.text
        def whole = (said =~ /latency average = ([0-9.]+) ms/)
        def lookUp = (said =~ /([0-9.]+) +(?:[0-9]+ +)?SELECT person_id AS person/)
        assert whole.find() && lookUp.find(): said
        DOORS * 1000 / ((whole.group(1) as double) - (lookUp.group(1) as double))
    }

    private static void lookUp(sql) {
        sql.execute('CREATE SCHEMA bench')
        sql.execute('CREATE SEQUENCE bench.seq START 10000000')
        sql.execute('CREATE TABLE bench.person AS SELECT row_number() OVER () AS n, p.id AS person_id, p.ticket_number FROM meetings.entry e JOIN members.person p ON p.id = e.person_id')
        sql.execute('ALTER TABLE bench.person ADD PRIMARY KEY (n)')
        sql.execute('GRANT USAGE ON SCHEMA bench TO profbilet_app')
        sql.execute('GRANT SELECT ON bench.person TO profbilet_app')
        sql.execute('GRANT USAGE ON SEQUENCE bench.seq TO profbilet_app')
    }

    /** What RecordScan asks the database for one card on a list of people, in the same order, each a round trip. */
    private String statements(String meeting, List<DoorPhone> doors) {
        def rows = server.register { sql ->
            def list = sql.firstRow('SELECT id, organisation_id FROM meetings.list WHERE meeting_id = ?', [UUID.fromString(meeting)])
            [list: list.id, organisation: list.organisation_id]
        }
        def device = "(ARRAY['${doors*.id.join("','")}']::uuid[])[:client_id + 1]"
        // a key that is fixed before the statement begins, as the application's is: a volatile one would forgo the index
        def scan = "CAST('00000000-0000-4000-8000-' || lpad(CAST(CAST(:r AS bigint) AS text), 12, '0') AS uuid)"
        """\\set n random(1, ${people.size()})
\\set r random(1, 999999999999)
SELECT person_id AS person, ticket_number AS ticket FROM bench.person WHERE n = :n \\gset
BEGIN;
SELECT id, meeting_id, invitation_id, name, door, key_x, key_y, enrolled_at, valid_until, revoked_at, last_proof_at, last_seen_at, role, lists, queue_length, bundle_made_at, clock_skew_ms, line_count FROM meetings.device WHERE id = $device FOR UPDATE;
SELECT set_config('profbilet.meeting', '$meeting', true);
SELECT l.id, l.meeting_id, l.organisation_id, m.number AS event, coalesce(l.name, m.title) AS name, m.zone, l.kind, l.policy, l.opens_at, l.closes_at, l.exclusive_group, CAST(l.settings AS text) AS settings, l.closed_at, m.cancelled_at, l.salt, l.handle_key FROM meetings.list l JOIN meetings.meeting m ON m.id = l.meeting_id WHERE l.meeting_id = '$meeting' ORDER BY l.opens_at, l.id;
SELECT id FROM meetings.scan WHERE id = $scan OR (device_id = $device AND device_seq = 0);
SELECT person_id, ticket_number, short_name, membership, card_status, is_invited, category, attention, pending_welcome, mandate FROM meetings.holder(:ticket, '00001', CAST(NULL AS uuid), current_date);
INSERT INTO meetings.presence AS p (list_id, person_id, meeting_id, organisation_id, handle, state, is_counted, changed_in) VALUES ('$rows.list', :person::uuid, '$meeting', '$rows.organisation', 'h', 'NEVER_CAME', false, 0) ON CONFLICT (list_id, person_id) DO UPDATE SET handle = p.handle;
SELECT s.id AS scan_id, s.list_id, s.person_id, s.device_id, s.door, s.effective_at, s.outcome, s.reason, s.origin, s.replay_list || '/' || s.replay_index || '/' || s.replay_at AS proof, coalesce(s.override_reason = 'REGISTRAR_DECISION', false) AS is_forced, s.clock_untrusted AS is_clock_untrusted, s.quarantined AS is_quarantined, s.origin <> 'ONLINE' AND coalesce(s.received_at >= l.closed_at, false) AS is_late, d.outcome AS device_outcome, (SELECT max(c.ruling) FROM meetings.conflict c WHERE c.scan_id = s.id AND c.ruling <> 'ACCEPT') AS ruling, EXISTS (SELECT 1 FROM meetings.taken_back t WHERE t.scan_id = s.id AND t.outcome = 'VOIDED') AS is_taken_back FROM meetings.scan s JOIN meetings.list l ON l.id = s.list_id LEFT JOIN meetings.device_decision d ON d.scan_id = s.id WHERE s.list_id = ANY (string_to_array('$rows.list', ',')::uuid[]) AND s.person_id = ANY (ARRAY (SELECT r.person_id FROM meetings.records_of(:person::uuid) r) || :person::uuid);
INSERT INTO meetings.scan (id, meeting_id, organisation_id, list_id, device_id, device_seq, door, person_id, credential_kind, credential_hash, replay_list, replay_index, replay_at, type, origin, scanned_at, effective_at, received_at, clock_untrusted, override_reason, fact_hash, outcome, reason, next_action, first_at, first_door, detail, quarantined, operator_id) VALUES ($scan, '$meeting', '$rows.organisation', '$rows.list', $device, nextval('bench.seq'), 'Вход 1', :person::uuid, 'PLASTIC', repeat('a', 64), NULL, NULL, NULL, 'ENTRY', 'ONLINE', now(), now(), now(), false, NULL, repeat('b', 64), 'ADMITTED', 'ADMITTED', 'NONE', NULL, NULL, NULL, false, NULL);
UPDATE meetings.presence SET state = 'PRESENT', since = now(), since_door = 'Вход 1', is_counted = true, entries = '1795000000000,1795000000000', changed_in = pg_current_xact_id()::text::bigint WHERE list_id = '$rows.list' AND person_id = :person::uuid;
SELECT (SELECT count(*) FROM meetings.presence p WHERE p.list_id = '$rows.list' AND p.state = 'PRESENT') AS present, (SELECT count(*) FROM meetings.entry e WHERE e.meeting_id = '$meeting' AND ('' = '' OR e.category = ANY (string_to_array('', ',')))) AS invited, (SELECT p.handle FROM meetings.presence p WHERE p.list_id = '$rows.list' AND p.person_id = :person::uuid) AS handle, (SELECT n.short_name FROM meetings.short_names(ARRAY[:person::uuid]) n) AS short_name, coalesce((SELECT e.attention FROM meetings.entry e WHERE e.meeting_id = '$meeting' AND e.person_id = :person::uuid), false) AS attention;
COMMIT;
"""
    }

    private static long timed(Closure<?> work) {
        def begun = System.nanoTime()
        work()
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)
    }

    private static double at(List<Double> sorted, double share) {
        sorted[(int) ((sorted.size() - 1) * share)]
    }

    private static String decimal(Number number) {
        String.format(Locale.ROOT, '%.2f', number as double)
    }

    private static int gzipped(byte[] bytes) {
        def out = new ByteArrayOutputStream()
        new GZIPOutputStream(out).withCloseable { it.write(bytes) }
        out.size()
    }

    private static boolean report(List<?> lines) {
        Files.createDirectories(FIGURES.parent)
        Files.write(FIGURES, lines*.toString())
        lines.each { println it }
        true
    }
}
