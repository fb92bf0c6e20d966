package org.profbilet.drill

import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import java.time.ZoneId

/** A chair at her desk, through the public contract only. */
class Desk {

    private static final String PASSWORD = 'четыре слова подряд вслух'

    private final HttpClient client = HttpClient.newHttpClient()
    private final String address
    private String token
    private String primary

    Desk(int port) {
        address = "http://127.0.0.1:$port"
    }

    /** The demo password is good once. */
    Desk comeIn() {
        def opened = post('/v1/session', [login: 'chair', password: PASSWORD])
        if (opened.statusCode() != 200) {
            token = body(post('/v1/session', [login: 'chair', password: 'profbilet-demo'])).accessToken
            opened = post('/v1/session/password', [currentPassword: 'profbilet-demo', newPassword: PASSWORD])
        }
        token = body(opened).accessToken
        primary = body(get('/v1/session')).appointments[0].organisationId
        this
    }

    /** Loads a list and says yes; returns when the desk would show «Сохранено». */
    Map loadAndApply(Path file) {
        def boundary = 'boundary-of-the-list'
        def out = new ByteArrayOutputStream()
        out.write("--$boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.xlsx\"\r\nContent-Type: application/octet-stream\r\n\r\n".bytes)
        out.write(Files.readAllBytes(file))
        out.write("\r\n--$boundary--\r\n".bytes)
        def plan = body(send('POST', "/v1/chair/primaries/$primary/lists",
                HttpRequest.BodyPublishers.ofByteArray(out.toByteArray()),
                ['content-type': "multipart/form-data; boundary=$boundary".toString(), 'idempotency-key': UUID.randomUUID().toString()]))
        body(apply(plan.id as String))
    }

    HttpResponse<byte[]> apply(String plan) {
        post("/v1/chair/primaries/$primary/lists/$plan/apply", [onlyValid: false, samePerson: [], otherPerson: []])
    }

    HttpResponse<byte[]> add(UUID key, Map person) {
        post("/v1/chair/primaries/$primary/members", person, ['idempotency-key': key.toString()])
    }

    /** Marks every card that waits as handed out today, in one request. */
    HttpResponse<byte[]> issueAll() {
        post("/v1/chair/primaries/$primary/cards/issue",
                [mode: 'ALL_EXCEPT', cardIds: [], issuedOn: LocalDate.now(ZoneId.of('Europe/Moscow')).toString()])
    }

    UUID getPrimaryId() {
        UUID.fromString(primary)
    }

    /** Everybody on record, page by page. */
    List<Map> people() {
        def all = []
        def cursor = ''
        while (cursor != null) {
            def page = body(get("/v1/chair/primaries/$primary/members?limit=500${cursor ? "&cursor=$cursor" : ''}"))
            all.addAll(page.members)
            cursor = page.nextCursor
        }
        all
    }

    /** A meeting of these people that is open now; its id. */
    String callMeeting(List<String> people, Duration length) {
        body(post("/v1/chair/meetings?organisationId=$primary", [title: 'Конференция', kind: 'INVITED', invited: people,
                opensAt: Instant.now().minusSeconds(3600).toString(), closesAt: Instant.now().plus(length).toString()],
                ['idempotency-key': UUID.randomUUID().toString()])).id
    }

    /** The code for one phone at a door. */
    String invite(String meeting, String door) {
        body(post("/v1/chair/meetings/$meeting/invitations", [door: door],
                ['idempotency-key': UUID.randomUUID().toString()])).qr.split('#')[1]
    }

    void revoke(String meeting, String device) {
        assert send('DELETE', "/v1/chair/meetings/$meeting/devices/$device", HttpRequest.BodyPublishers.noBody(), [:]).statusCode() == 204
    }

    void closeFirstList(String meeting) {
        def list = body(get("/v1/chair/meetings/$meeting/lists")).items[0].id
        body(post("/v1/chair/meetings/$meeting/lists/$list/close", [:]))
    }

    List<Map> conflicts(String meeting) {
        body(get("/v1/chair/meetings/$meeting/conflicts")).items as List<Map>
    }

    void rule(String meeting, String conflict, String ruling) {
        body(send('PUT', "/v1/chair/meetings/$meeting/conflicts/$conflict/ruling",
                HttpRequest.BodyPublishers.ofString(JsonOutput.toJson([ruling: ruling, note: 'учение'])), ['content-type': 'application/json']))
    }

    private HttpResponse<byte[]> get(String path) {
        send('GET', path, HttpRequest.BodyPublishers.noBody(), [:])
    }

    private HttpResponse<byte[]> post(String path, Map body, Map<String, String> headers = [:]) {
        send('POST', path, HttpRequest.BodyPublishers.ofString(JsonOutput.toJson(body)), ['content-type': 'application/json'] + headers)
    }

    private HttpResponse<byte[]> send(String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
        def request = HttpRequest.newBuilder(URI.create(address + path)).method(method, body).timeout(Duration.ofSeconds(30))
        headers.each { name, value -> request.header(name, value) }
        if (token) {
            request.header('authorization', "Bearer $token")
        }
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
    }

    private static Map body(HttpResponse<byte[]> answer) {
        assert answer.statusCode() == 200: new String(answer.body(), 'UTF-8')
        new JsonSlurper().parse(answer.body()) as Map
    }
}
