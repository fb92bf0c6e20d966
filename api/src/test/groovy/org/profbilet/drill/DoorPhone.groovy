package org.profbilet.drill

import com.github.f4b6a3.uuid.UuidCreator
import com.nimbusds.jose.JWSAlgorithm
import com.nimbusds.jose.JWSHeader
import com.nimbusds.jose.JWSObject
import com.nimbusds.jose.Payload
import com.nimbusds.jose.crypto.ECDSASigner
import com.nimbusds.jose.jwk.Curve
import com.nimbusds.jose.jwk.ECKey
import com.nimbusds.jose.jwk.gen.ECKeyGenerator
import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.time.Duration
import java.time.Instant
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CopyOnWriteArrayList

/**
 * A volunteer's phone as the page behaves: every scan is in the queue before anything else happens, the phone decides alone where
 * nobody answers, and what waits is sent again until it was settled. Its network is as bad as it is told to be.
 */
class DoorPhone {

    private static final Duration ONLINE_ANSWER = Duration.ofSeconds(3)
    private static final Duration DELIVERY_ANSWER = Duration.ofSeconds(60)
    private static final int BATCH = 200
    private static final List<String> SETTLED = ['ACCEPTED', 'REPLAYED', 'QUARANTINED']

    final String door
    /** Of a hundred requests so many are lost, half of them after they were answered. */
    int loss = 0
    Duration latency = Duration.ZERO
    boolean connected = true
    Duration clockAhead = Duration.ZERO

    final List<Map> queue = []
    /** What people heard: person, outcome, type, at. */
    final List<Map> told = new CopyOnWriteArrayList<>()
    /** Scans that the server has called settled. */
    final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet()
    /** Every scan that was made here. */
    final Set<UUID> made = ConcurrentHashMap.newKeySet()

    String id
    String list
    String token
    private long seq
    private String cursor
    private boolean revoked
    private final Set<String> inside = []
    private final ECKey key = new ECKeyGenerator(Curve.P_256).generate()
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()
    private final String address
    private final Random random

    DoorPhone(int port, String door, Random random) {
        this.address = "http://localhost:$port"
        this.door = door
        this.random = random
    }

    DoorPhone enrol(String code) {
        def answer = send('/v1/scanner/devices/enrol', [code: code, name: door, proof: proof(code),
                publicKeyJwk: [kty: 'EC', crv: 'P-256', x: key.x.toString(), y: key.y.toString()]], null, DELIVERY_ANSWER)
        assert answer.status == 200: answer
        id = answer.body.deviceId
        list = answer.body.lists[0].id
        token = answer.body.accessToken
        this
    }

    /** The card of a person is shown; what she is told is what the server says, or this phone where it does not answer in time. */
    void scan(Map person, String type = 'ENTRY', Instant at = Instant.now()) {
        def entry = enqueue(person, type, at)
        def answer = revoked ? null : online('/v1/scanner/scans', entry, ONLINE_ANSWER, ['idempotency-key': entry.scanId.toString()])
        if (answer?.status == 200) {
            queue.remove(entry)
            acknowledged << (entry.scanId as UUID)
        }
        tell(person, type, at, answer?.status == 200 ? answer.body.outcome as String : decideAlone(entry, person, type))
    }

    /** The server lets her in, and its answer never arrives: this phone, with its own list, sends her away. */
    void turnAway(Map person) {
        def entry = enqueue(person, 'ENTRY', Instant.now())
        assert online('/v1/scanner/scans', entry, ONLINE_ANSWER, ['idempotency-key': entry.scanId.toString()]).body.outcome == 'ADMITTED'
        decided(entry, 'REFUSED', 'CARD_REVOKED')
        tell(person, 'ENTRY', Instant.now(), 'REFUSED')
    }

    /** A number is given to a scan that this phone forgets. */
    void loseANumber() {
        seq++
    }

    private Map enqueue(Map person, String type, Instant at) {
        def entry = [scanId: UuidCreator.timeOrderedEpoch, deviceSeq: ++seq, listIds: [list], credential: [kind: 'QR', raw: person.code],
                     type: type, scannedAt: (at + clockAhead).toString()]
        queue << entry
        made << entry.scanId
        entry
    }

    private void tell(Map person, String type, Instant at, String outcome) {
        told << [person: person, outcome: outcome, type: type, at: at]
        type == 'EXIT' ? inside.remove(person.ticket) : inside.add(person.ticket as String)
    }

    private String decideAlone(Map entry, Map person, String type) {
        if (type == 'EXIT') {
            return decided(entry, 'EXITED', 'EXITED')
        }
        person.ticket in inside ? decided(entry, 'DUPLICATE', 'ALREADY_PRESENT') : decided(entry, 'ADMITTED', 'ADMITTED')
    }

    private static String decided(Map entry, String outcome, String reason) {
        entry.deviceDecision = [outcome: outcome, reason: reason, bundleVersion: 'v1', decidedAt: entry.scannedAt]
        outcome
    }

    /** One round trip; true where it was answered. */
    boolean sync() {
        def batch = queue.take(BATCH)
        def answer = online('/v1/scanner/sync', [syncId: UUID.randomUUID(), deviceClock: (Instant.now() + clockAhead).toString(),
                cursor: cursor, scans: batch, state: [queueLength: queue.size()]], DELIVERY_ANSWER)
        if (answer?.status != 200) {
            return false
        }
        answer.body.results.each { result ->
            assert result.status in SETTLED: result
            acknowledged << UUID.fromString(result.scanId as String)
        }
        queue.removeAll(batch)
        revoked = revoked || 'WIPE' in answer.body.commands
        cursor = answer.body.cursor
        true
    }

    /** Until nothing waits; a server that is being started anew is asked again. */
    void drain(Duration patience) {
        def until = Instant.now() + patience
        while (!(sync() && queue.empty) && Instant.now() < until) {
            Thread.sleep(50)
        }
    }

    /** The next batch is on the way when the page is killed: what was in memory is gone, the queue is as it was. */
    void killPageWhileSending() {
        def kept = queue.collect { new LinkedHashMap(it) }
        sync()
        queue.clear()
        queue.addAll(kept)
        token = null
        cursor = null
    }

    /** A delivery that is sent twice. */
    void syncTwice() {
        def kept = queue.take(BATCH).collect { new LinkedHashMap(it) }
        assert sync()
        queue.addAll(0, kept)
        assert sync()
    }

    /** The offline list as it comes over the wire. */
    byte[] bundle() {
        def request = HttpRequest.newBuilder(URI.create("$address/v1/scanner/lists/$list/bundle")).header('authorization', "Bearer $token").build()
        def answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray())
        assert answer.statusCode() == 200
        answer.body()
    }

    private Map online(String path, Map body, Duration patience, Map<String, String> headers = [:]) {
        if (!connected) {
            return null
        }
        Thread.sleep(latency.toMillis())
        def fate = random.nextInt(100)
        if (fate < loss.intdiv(2)) {
            return null
        }
        try {
            token = token ?: openSession()
            def answer = send(path, body, token, patience, headers)
            if (answer.status == 401 && answer.body?.code != 'DEVICE_REVOKED') {
                token = openSession()
                answer = send(path, body, token, patience, headers)
            }
            return fate < loss ? null : answer
        } catch (IOException ignored) {
            return null
        }
    }

    String openSession() {
        send('/v1/scanner/session', [proof: proof(id)], null, DELIVERY_ANSWER).body?.accessToken
    }

    private String proof(String issuer) {
        Thread.sleep(2) // every next proof is later than the one before
        def signed = new JWSObject(new JWSHeader(JWSAlgorithm.ES256),
                new Payload(JsonOutput.toJson([iss: issuer, aud: address, iat: System.currentTimeMillis()])))
        signed.sign(new ECDSASigner(key))
        signed.serialize()
    }

    private Map send(String path, Map body, String token, Duration patience, Map<String, String> headers = [:]) {
        def request = HttpRequest.newBuilder(URI.create(address + path)).timeout(patience)
                .header('content-type', 'application/json')
                .POST(HttpRequest.BodyPublishers.ofString(JsonOutput.toJson(body)))
        headers.each { name, value -> request.header(name, value) }
        if (token) {
            request.header('authorization', "Bearer $token")
        }
        def answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
        [status: answer.statusCode(), body: answer.body().length ? new JsonSlurper().parse(answer.body()) : null]
    }
}
