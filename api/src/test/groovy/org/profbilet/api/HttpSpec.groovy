package org.profbilet.api

import groovy.json.JsonSlurper
import groovy.json.JsonOutput
import io.micronaut.runtime.server.EmbeddedServer
import jakarta.inject.Inject
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Files
import org.profbilet.testing.Authenticator
import org.profbilet.testing.DatabaseSpec
import org.profbilet.testing.Union
import spock.lang.Shared

/** A specification over HTTP, against the whole application on a real port and a real PostgreSQL. */
abstract class HttpSpec extends DatabaseSpec {

    private final HttpClient client = HttpClient.newHttpClient()

    /** The apps on the telephones of regional and central staff, by login. */
    @Shared
    protected Map<String, Authenticator> authenticators = [:]

    @Inject
    EmbeddedServer server

    @Inject
    Union union

    @Override
    Map<String, String> getProperties() {
        def port = new ServerSocket(0).withCloseable { it.localPort }
        super.properties + [
            'micronaut.server.port'                                          : port.toString(),
            'profbilet.public-url'                                           : "http://localhost:$port".toString(),
            'endpoints.all.port'                                             : '-1',
            'profbilet.limits.enabled'                                       : 'false',
            'profbilet.keys.directory'                                       : Files.createTempDirectory('keys').toString(),
            'micronaut.security.token.jwt.signatures.secret.generator.secret': 'a secret for specifications only, long enough'
        ]
    }

    def setup() {
        union.founded()
    }

    /** Signs in; what comes back is the access token. */
    protected String tokenOf(String login) {
        def token = post('/v1/session', [login: login, password: Union.PASSWORD]).body.accessToken
        passSecondStep(login, token)
        token
    }

    /** Connects an app where one must be, and types its code. */
    protected void passSecondStep(String login, String token) {
        def step = get('/v1/session', token).body.secondFactor
        if (step == 'SETUP') {
            authenticators[login] = new Authenticator(post('/v1/session/second-factor/enrolment', [:], token).body.secret as String)
        }
        if (step in ['SETUP', 'CODE']) {
            forgetUsedCodes()
            assert post('/v1/session/second-factor', [code: authenticators[login].code(clock.instant())], token).status == 200
        }
    }

    /** A code serves once; a specification that signs in twice in half a minute is no thief. */
    protected void forgetUsedCodes() {
        asSuperuser { it.execute('UPDATE accounts.second_factor SET last_step = 0') }
    }

    protected Answer get(String path, String token = null) {
        send('GET', path, null, token, [:])
    }

    protected Answer post(String path, Object body, String token = null, Map<String, String> headers = [:]) {
        send('POST', path, body, token, headers)
    }

    protected Answer put(String path, Object body, String token = null) {
        send('PUT', path, body, token, [:])
    }

    protected Answer delete(String path, String token = null) {
        send('DELETE', path, null, token, [:])
    }

    /** The body is JSON, unless it is bytes already. */
    protected Answer send(String method, String path, Object body, String token, Map<String, String> headers) {
        def publisher = body == null ? HttpRequest.BodyPublishers.noBody()
                : body instanceof byte[] ? HttpRequest.BodyPublishers.ofByteArray(body)
                : HttpRequest.BodyPublishers.ofString(JsonOutput.toJson(body))
        def request = HttpRequest.newBuilder(server.URI.resolve(path)).method(method, publisher)
        if (body != null && !headers.keySet().any { it.equalsIgnoreCase('content-type') }) {
            request.header('content-type', 'application/json')
        }
        if (token) {
            request.header('authorization', "Bearer $token")
        }
        headers.each { name, value -> request.header(name, value) }
        new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()))
    }

    /** What the server said. */
    static class Answer {
        final int status
        final byte[] bytes
        final HttpResponse<byte[]> response

        Answer(HttpResponse<byte[]> response) {
            this.response = response
            this.status = response.statusCode()
            this.bytes = response.body()
        }

        /** The JSON body. */
        def getBody() {
            bytes.length == 0 ? null : new JsonSlurper().parse(bytes)
        }

        /** The code of the problem, or null. */
        String getProblem() {
            header('content-type')?.startsWith('application/problem+json') ? body.code : null
        }

        String header(String name) {
            response.headers().firstValue(name).orElse(null)
        }
    }
}
