package org.profbilet.notifications.testing

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.security.KeyPairGenerator
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.Executors

/** Google's two servers, the one that gives access tokens and the one that takes messages. */
class FirebaseStub implements Closeable {

    final List<Map> messages = new CopyOnWriteArrayList<>()
    volatile int tokens = 0
    volatile int tokenStatus = 200

    /** Answers the next messages; the last one stays. Each gets the exchange. */
    volatile Closure<?> answer = accepted()

    private final HttpServer server = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)

    FirebaseStub() {
        server.executor = Executors.newCachedThreadPool { work -> new Thread(work).tap { daemon = true } }
        server.createContext('/token') { exchange ->
            tokens++
            reply(exchange, tokenStatus, tokenStatus == 200
                    ? [access_token: 'stub', token_type: 'Bearer', expires_in: 3600]
                    : [error: 'invalid_grant'])
        }
        server.createContext('/v1/projects/profbilet-spec/messages:send') { exchange ->
            messages << (new JsonSlurper().parse(exchange.requestBody) as Map).message as Map
            answer.call(exchange)
        }
        server.start()
    }

    URI getAddress() {
        URI.create("http://127.0.0.1:${server.address.port}")
    }

    /** A service account with a key that exists nowhere else. */
    Path serviceAccount() {
        def pair = KeyPairGenerator.getInstance('RSA').tap { initialize(2048) }.generateKeyPair()
        def pem = Base64.getMimeEncoder(64, '\n'.bytes).encodeToString(pair.private.encoded)
        def file = Files.createTempFile('service-account', '.json')
        Files.writeString(file, JsonOutput.toJson([
            type          : 'service_account',
            project_id    : 'profbilet-spec',
            private_key_id: 'spec',
            private_key   : "-----BEGIN PRIVATE KEY-----\n$pem\n-----END PRIVATE KEY-----\n".toString(),
            client_email  : 'spec@profbilet-spec.iam.example',
            client_id     : '1',
            token_uri     : "$address/token".toString()
        ]))
        file.toFile().deleteOnExit()
        file
    }

    static Closure<?> accepted() {
        { HttpExchange exchange -> reply(exchange, 200, [name: 'projects/profbilet-spec/messages/m1']) }
    }

    static Closure<?> refused(int status, String code, String detail = null, Map<String, String> headers = [:]) {
        { HttpExchange exchange ->
            headers.each { name, value -> exchange.responseHeaders.add(name, value) }
            reply(exchange, status, [error: [
                code: status, status: code, message: 'refused',
                details: detail ? [['@type': 'type.googleapis.com/google.firebase.fcm.v1.FcmError', errorCode: detail]] : []
            ]])
        }
    }

    static Closure<?> page(int status) {
        { HttpExchange exchange -> reply(exchange, status, '<html>busy</html>', 'text/html') }
    }

    static Closure<?> broken() {
        { HttpExchange exchange -> exchange.close() }
    }

    @Override
    void close() {
        server.stop(0)
    }

    private static void reply(HttpExchange exchange, int status, Object body, String type = 'application/json') {
        def bytes = (body instanceof String ? body : JsonOutput.toJson(body)).getBytes(StandardCharsets.UTF_8)
        exchange.responseHeaders.set('Content-Type', type)
        exchange.sendResponseHeaders(status, bytes.length)
        exchange.responseBody.withCloseable { it.write(bytes) }
    }
}
