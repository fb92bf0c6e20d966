package org.profbilet.notifications.push

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.nio.ByteBuffer
import java.nio.charset.StandardCharsets
import java.security.KeyPair
import java.security.KeyPairGenerator
import java.security.interfaces.ECPublicKey
import java.security.spec.ECGenParameterSpec
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import javax.crypto.Cipher
import javax.crypto.KeyAgreement
import javax.crypto.Mac
import javax.crypto.spec.GCMParameterSpec
import javax.crypto.spec.SecretKeySpec
import org.profbilet.consents.Channel
import org.profbilet.notifications.testing.NotificationsSpec
import spock.lang.Shared

/** A push service that stands in for the browser's maker, and a browser that can read. */
@MicronautTest(transactional = false)
class WebPushSpec extends NotificationsSpec {

    @Shared
    HttpServer service

    @Shared
    List<Map> received = new CopyOnWriteArrayList<>()

    @Shared
    int status = 201

    @Shared
    KeyPair browser = ec()

    @Shared
    byte[] secret = (1..16) as byte[]

    @Override
    Map<String, String> getProperties() {
        if (service == null) {
            service = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
            service.createContext('/') { HttpExchange exchange ->
                received << [headers: exchange.requestHeaders, body: exchange.requestBody.bytes]
                exchange.sendResponseHeaders(status, -1)
                exchange.close()
            }
            service.start()
        }
        super.properties + [
            'profbilet.web-push.more-hosts': "127.0.0.1:${service.address.port}".toString(),
            'profbilet.web-push.subject'   : 'mailto:help@bilet.example'
        ]
    }

    def setup() {
        received.clear()
        status = 201
    }

    def cleanupSpec() {
        service.stop(0)
    }

    def "the page of a member is told that the Union wrote; only her browser can read even that"() {
        given:
        def olga = aMemberWithPage(endpoint())
        tell(olga, Channel.PUSH)

        when:
        sendWhatIsDue()

        then:
        statesOf(olga) == ['ACCEPTED']
        received.size() == 1
        def delivery = attemptsOf(olga)[0].delivery_id.toString()
        def headers = received[0].headers
        headers.getFirst('TTL') == '86400'
        headers.getFirst('Urgency') == 'high'
        headers.getFirst('Topic') == delivery.replace('-', '')
        headers.getFirst('Authorization').contains('k=' + context.getBean(VapidKeys).publicKey())
        claims(headers.getFirst('Authorization')).sub == 'mailto:help@bilet.example'
        new JsonSlurper().parseText(read(received[0].body as byte[])) ==
                [delivery: delivery, text: 'Новое сообщение Профсоюза']
    }

    private static Map claims(String authorization) {
        def payload = (authorization =~ /t=[^.]+\.([^.]+)\./)[0][1] as String
        new JsonSlurper().parse(Base64.urlDecoder.decode(payload))
    }

    def "an answer #code ends the attempt as #attempt and the delivery as #delivery"() {
        given:
        def olga = aMemberWithPage(endpoint())
        status = code
        tell(olga, Channel.PUSH)

        when:
        sendWhatIsDue()

        then:
        received.size() == 1
        attemptsOf(olga)*.state == [attempt]
        statesOf(olga) == [delivery]

        where:
        code || attempt        | delivery
        410  || 'DEAD_ADDRESS' | 'DEAD'
        404  || 'DEAD_ADDRESS' | 'DEAD'
        400  || 'DEAD'         | 'DEAD'
        413  || 'DEAD'         | 'DEAD'
        429  || 'RETRY'        | 'PENDING'
        503  || 'RETRY'        | 'PENDING'
        302  || 'DEAD'         | 'DEAD'
    }

    def "a page that names #endpoint as its push service makes this server call nobody"() {
        given:
        def olga = aMemberWithPage(endpoint)
        tell(olga, Channel.PUSH)

        when:
        sendWhatIsDue()

        then:
        received == []
        attemptsOf(olga)*.error == ['FOREIGN_HOST']

        where:
        endpoint << [
            'http://169.254.169.254/latest/meta-data',
            'https://localhost/push',
            'http://fcm.googleapis.com/fcm/send/1',
            'https://fcm.googleapis.com:8443/fcm/send/1',
            'https://user@fcm.googleapis.com/fcm/send/1',
            'https://fcm.googleapis.com.example.org/1',
            'https://evilpush.apple.com/1'
        ]
    }

    private String endpoint() {
        "http://127.0.0.1:${service.address.port}/push/${UUID.randomUUID()}"
    }

    private UUID aMemberWithPage(String endpoint) {
        def person = aMemberWhoAgreedTo(Channel.PUSH)
        aDevice(person, kind: 'WEB_PUSH', value: JsonOutput.toJson([
            endpoint: endpoint,
            keys    : [p256dh: url64(point(browser.public as ECPublicKey)), auth: url64(secret)]
        ]))
        person
    }

    /** RFC 8291 with RFC 8188, written down here anew so that it does not repeat the library's faults. */
    private String read(byte[] body) {
        def buffer = ByteBuffer.wrap(body)
        def salt = take(buffer, 16)
        buffer.getInt()
        def theirPoint = take(buffer, buffer.get() & 0xff)
        def sealed = take(buffer, buffer.remaining())
        def agreement = KeyAgreement.getInstance('ECDH')
        agreement.init(browser.private)
        agreement.doPhase(publicKey(theirPoint), true)
        def info = join(bytes('WebPush: info'), [0] as byte[], point(browser.public as ECPublicKey), theirPoint)
        def keyMaterial = expand(hmac(secret, agreement.generateSecret()), info, 32)
        def extracted = hmac(salt, keyMaterial)
        def key = expand(extracted, join(bytes('Content-Encoding: aes128gcm'), [0] as byte[]), 16)
        def nonce = expand(extracted, join(bytes('Content-Encoding: nonce'), [0] as byte[]), 12)
        def cipher = Cipher.getInstance('AES/GCM/NoPadding')
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, 'AES'), new GCMParameterSpec(128, nonce))
        def padded = cipher.doFinal(sealed)
        int end = padded.length - 1
        while (padded[end] == 0) {
            end--
        }
        new String(padded, 0, end, StandardCharsets.UTF_8)
    }

    private static byte[] take(ByteBuffer buffer, int length) {
        def bytes = new byte[length]
        buffer.get(bytes)
        bytes
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        Mac.getInstance('HmacSHA256').tap { init(new SecretKeySpec(key, 'HmacSHA256')) }.doFinal(data)
    }

    private static byte[] expand(byte[] key, byte[] info, int length) {
        Arrays.copyOf(hmac(key, join(info, [1] as byte[])), length)
    }

    private static byte[] join(byte[]... parts) {
        def out = new ByteArrayOutputStream()
        parts.each { out.write(it) }
        out.toByteArray()
    }

    private static byte[] bytes(String text) {
        text.getBytes(StandardCharsets.US_ASCII)
    }

    private static KeyPair ec() {
        KeyPairGenerator.getInstance('EC').tap { initialize(new ECGenParameterSpec('secp256r1')) }.generateKeyPair()
    }

    private static byte[] point(ECPublicKey key) {
        def encoded = key.encoded
        Arrays.copyOfRange(encoded, encoded.length - 65, encoded.length)
    }

    /** The X.509 head of every P-256 key is the same. */
    private publicKey(byte[] point) {
        def encoded = browser.public.encoded
        def head = Arrays.copyOf(encoded, encoded.length - 65)
        java.security.KeyFactory.getInstance('EC').generatePublic(new java.security.spec.X509EncodedKeySpec(join(head, point)))
    }

    private static String url64(byte[] bytes) {
        Base64.urlEncoder.withoutPadding().encodeToString(bytes)
    }
}
