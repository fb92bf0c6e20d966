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

/**
 * A volunteer's phone as the page behaves: every scan is in the queue before anything else happens, the phone decides alone where
 * nobody answers, and what waits is sent again until it was settled. Its network is as bad as it is told to be.
 */
class DoorPhone {

    final String door
    /** Of a hundred requests so many are lost, half of them after they were answered. */
    int loss = 0
    Duration latency = Duration.ZERO
    boolean connected = true
    Duration clockAhead = Duration.ZERO

    final List<Map> queue = []
    final Map<UUID, String> acknowledged = [:]
    final Set<String> present = []
    final List<Map> told = []

    String id
    private String list
    private long seq
    private String token
    private String cursor
    private boolean revoked
    private final ECKey key = new ECKeyGenerator(Curve.P_256).generate()
    private final HttpClient client = HttpClient.newHttpClient()
    private final String address
    private final Random random

    DoorPhone(int port, String door, Random random) {
        this.address = "http://localhost:$port"
        this.door = door
        this.random = random
    }

    DoorPhone enrol(String code) {
        def answer = send('/v1/scanner/devices/enrol', [code: code, name: door, proof: proof(code),
                publicKeyJwk: [kty: 'EC', crv: 'P-256', x: key.x.toString(), y: key.y.toString()]], null)
        assert answer.status == 200: answer
        id = answer.body.deviceId
        list = answer.body.lists[0].id
        token = answer.body.accessToken
        this
    }

    /** Somebody named by her number, whose document was seen. */
    void scan(String ticket, String type = 'ENTRY', Duration ago = Duration.ZERO) {
        def entry = [scanId: UuidCreator.timeOrderedEpoch, deviceSeq: ++seq, listIds: [list], credential: [kind: 'NUMBER', raw: ticket],
                     type: type, scannedAt: (Instant.now() + clockAhead - ago).toString(), override: [reason: 'ID_SEEN']]
        queue << entry
        def answer = connected && !revoked ? online('/v1/scanner/scans', entry, ['idempotency-key': entry.scanId.toString()]) : null
        def outcome = answer?.status == 200 ? answer.body.outcome : decideAlone(entry, ticket, type)
        if (answer?.status == 200) {
            queue.remove(entry)
            acknowledged[entry.scanId] = outcome
        }
        told << [ticket: ticket, outcome: outcome, online: answer?.status == 200, type: type]
        type == 'EXIT' ? present.remove(ticket) : present.add(ticket)
    }

    private String decideAlone(Map entry, String ticket, String type) {
        def reason = type == 'EXIT' ? 'EXITED' : ticket in present ? 'ALREADY_PRESENT' : 'ADMITTED'
        def outcome = reason == 'ALREADY_PRESENT' ? 'DUPLICATE' : reason
        entry.deviceDecision = [outcome: outcome, reason: reason, bundleVersion: 'v1', decidedAt: entry.scannedAt]
        outcome
    }

    /** One round trip; true where it was answered. */
    boolean sync() {
        def batch = queue.take(200)
        def answer = online('/v1/scanner/sync', [syncId: UUID.randomUUID(), deviceClock: (Instant.now() + clockAhead).toString(),
                cursor: cursor, scans: batch, state: [queueLength: queue.size()]], [:])
        if (answer?.status != 200) {
            return false
        }
        answer.body.results.eachWithIndex { result, place ->
            if (result.status in ['ACCEPTED', 'REPLAYED', 'QUARANTINED']) {
                acknowledged[batch[place].scanId as UUID] = result.status
            }
        }
        queue.removeAll(batch)
        revoked = revoked || 'WIPE' in answer.body.commands
        cursor = answer.body.cursor
        true
    }

    /** Until nothing waits; a server that is being started anew is asked again. */
    void drain(Duration patience = Duration.ofSeconds(60)) {
        def until = Instant.now() + patience
        while (queue && Instant.now() < until) {
            if (!sync()) {
                Thread.sleep(50)
            }
        }
    }

    /** The offline list; how many bytes it has. */
    int bundle() {
        def request = HttpRequest.newBuilder(URI.create("$address/v1/scanner/lists/$list/bundle")).header('authorization', "Bearer $token").build()
        def answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray())
        assert answer.statusCode() == 200
        answer.body().length
    }

    /** The page was killed and opened anew: what was in memory is gone, what was in the queue is not. */
    void killPage(List<Map> unsettled) {
        token = null
        cursor = null
        queue.addAll(0, unsettled)
    }

    private Map online(String path, Map body, Map<String, String> headers) {
        Thread.sleep(latency.toMillis())
        def fate = random.nextInt(100)
        if (fate < loss.intdiv(2)) {
            return null
        }
        try {
            token = token ?: openSession()
            def answer = send(path, body, token, headers)
            if (answer.status == 401 && answer.body.code != 'DEVICE_REVOKED') {
                token = openSession()
                answer = send(path, body, token, headers)
            }
            if (answer.body?.code == 'DEVICE_REVOKED') {
                revoked = true
            }
            return fate < loss ? null : answer
        } catch (IOException ignored) {
            return null
        }
    }

    private String openSession() {
        send('/v1/scanner/session', [proof: proof(id)], null).body.accessToken
    }

    private String proof(String issuer) {
        Thread.sleep(2) // every next proof is later than the one before
        def claims = JsonOutput.toJson([iss: issuer, aud: address, iat: System.currentTimeMillis()])
        def signed = new JWSObject(new JWSHeader(JWSAlgorithm.ES256), new Payload(claims))
        signed.sign(new ECDSASigner(key))
        signed.serialize()
    }

    private Map send(String path, Map body, String token, Map<String, String> headers = [:]) {
        def request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(20))
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
