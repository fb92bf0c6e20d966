package org.profbilet.credentials.wallets

import static org.profbilet.credentials.CodeCheck.Outcome.*

import com.nimbusds.jose.JWSObject
import com.nimbusds.jose.crypto.RSASSAVerifier
import com.sun.net.httpserver.HttpServer
import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.nio.file.Files
import java.nio.file.Path
import java.security.KeyPair
import java.security.KeyPairGenerator
import java.security.MessageDigest
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import java.util.zip.ZipFile
import org.profbilet.access.Acting
import org.profbilet.access.Role
import org.profbilet.credentials.CheckShownCode
import org.profbilet.credentials.CodeCheck
import org.profbilet.credentials.CredentialSpec
import org.profbilet.credentials.RevokeDevice
import org.profbilet.members.EndMembership
import org.profbilet.members.EndReason
import org.profbilet.organisations.Level
import spock.lang.Shared

/** The ticket in Apple's and Google's wallets, with a test authority in Apple's place and a stand-in for both services. */
@MicronautTest(transactional = false)
class WalletsSpec extends CredentialSpec {

    static final String TYPE = 'pass.org.profbilet.test'

    @Shared
    Path folder = Files.createTempDirectory('wallets')

    @Shared
    KeyPair google = KeyPairGenerator.getInstance('RSA').tap { initialize(2048) }.generateKeyPair()

    /** What the two services were told. */
    @Shared
    List<Map> told = Collections.synchronizedList([])

    @Shared
    int answer = 200

    @Shared
    HttpServer service = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0).tap {
        createContext('/') { exchange ->
            def body = exchange.requestBody.text
            told << [method: exchange.requestMethod, path: exchange.requestURI.path, topic: exchange.requestHeaders.getFirst('apns-topic'),
                     authorization: exchange.requestHeaders.getFirst('Authorization'), body: body]
            def reply = exchange.requestURI.path == '/token' ? '{"access_token":"an-access-token"}' : ''
            exchange.sendResponseHeaders(exchange.requestURI.path == '/token' ? 200 : answer, reply.length() ?: -1)
            exchange.responseBody.withCloseable { it << reply }
        }
        start()
    }

    @Inject
    OwnWallets ownWallets

    @Inject
    AppleService appleService

    @Inject
    SendPassUpdates sendPassUpdates

    @Inject
    CheckShownCode checkShownCode

    @Inject
    RevokeDevice revokeDevice

    @Inject
    EndMembership endMembership

    @Override
    Map<String, String> getProperties() {
        makeCertificates()
        makeAccount()
        super.properties + [
                'profbilet.wallets.apple.pass-type'           : TYPE,
                'profbilet.wallets.apple.team'                : 'TEAM123456',
                'profbilet.wallets.apple.certificate'         : folder.resolve('pass.p12').toString(),
                'profbilet.wallets.apple.certificate-password': 'secret',
                'profbilet.wallets.apple.authority'           : folder.resolve('authority.pem').toString(),
                'profbilet.wallets.apple.push'                : "http://127.0.0.1:$service.address.port".toString(),
                'profbilet.wallets.google.issuer'             : '3388000000012345678',
                'profbilet.wallets.google.account'            : folder.resolve('account.json').toString(),
                'profbilet.wallets.google.service'            : "http://127.0.0.1:$service.address.port".toString()]
    }

    def setup() {
        told.clear()
        answer = 200
        sendPassUpdates.sendDue()
        told.clear()
    }

    def cleanupSpec() {
        service.stop(0)
        folder.toFile().deleteDir()
    }

    def "Apple's wallet gets a file whose every part is named in a manifest, and openssl verifies who signed that"() {
        given:
        def pass = passOf(aMember(lastName: 'Сидорова', firstName: 'Ольга', middleName: 'Павловна'))

        when:
        def manifest = new JsonSlurper().parse(pass['manifest.json'])
        Files.write(folder.resolve('manifest.json'), pass['manifest.json'])
        Files.write(folder.resolve('signature'), pass['signature'])
        def verified = openssl('smime', '-verify', '-inform', 'DER', '-in', 'signature', '-content', 'manifest.json',
                '-CAfile', 'authority.pem', '-purpose', 'any', '-out', 'verified.json')
        def content = new JsonSlurper().parse(pass['pass.json'])

        then:
        verified.contains('uccessful')
        Files.readAllBytes(folder.resolve('verified.json')) == pass['manifest.json']
        manifest.keySet() == pass.keySet() - ['manifest.json', 'signature']
        manifest.every { name, hash -> MessageDigest.getInstance('SHA-1').digest(pass[name]).encodeHex().toString() == hash }
        content.passTypeIdentifier == TYPE
        content.generic.primaryFields[0].value == 'Сидорова Ольга Павловна'
        content.barcodes[0].message.startsWith("${ADDRESS.toUpperCase()}/W#")
        content.webServiceURL == "$ADDRESS/v1/open/wallets/apple"
        !content.voided
        pass.keySet().containsAll(['icon.png', 'icon@2x.png', 'logo.png'])
    }

    def "a manifest that was changed afterwards is not signed"() {
        given:
        def pass = passOf(aMember())
        Files.writeString(folder.resolve('manifest.json'), new String(pass['manifest.json'], 'UTF-8') + ' ')
        Files.write(folder.resolve('signature'), pass['signature'])

        when:
        openssl('smime', '-verify', '-inform', 'DER', '-in', 'signature', '-content', 'manifest.json', '-CAfile', 'authority.pem', '-purpose', 'any')

        then:
        thrown(AssertionError)
    }

    def "Google's wallet gets a link that carries the pass, signed by the union's account"() {
        given:
        def person = aMember(lastName: 'Сидорова', firstName: 'Ольга', middleName: 'Павловна')

        when:
        def link = ownWallets.googleLink(person).get()
        def token = JWSObject.parse(link.substring(link.lastIndexOf('/') + 1))
        def claims = token.payload.toJSONObject()
        def pass = claims.payload.genericObjects[0]

        then:
        link.startsWith('https://pay.google.com/gp/v/save/')
        token.verify(new RSASSAVerifier(google.public))
        token.header.toJSONObject() == [alg: 'RS256', typ: 'JWT', kid: 'key-1']
        claims.subMap('iss', 'aud', 'typ') == [iss: 'union@profbilet.test', aud: 'google', typ: 'savetowallet']
        pass.state == 'ACTIVE'
        pass.header.defaultValue.value == 'Сидорова Ольга Павловна'
        checkShownCode.check(pass.barcode.value) == new CodeCheck(VALID, 'СОП')
    }

    def "a member has one pass a wallet, however often she asks, and its code is good at a counter"() {
        given:
        def person = aMember()
        def first = content(person)
        def second = content(person)

        expect:
        first.serialNumber == second.serialNumber
        first.barcodes == second.barcodes
        checkShownCode.check(first.barcodes[0].message).outcome() == VALID
        checkShownCode.check(first.barcodes[0].message.replaceAll('.{3}$', 'AAA')).outcome() == NOT_VALID
    }

    def "a wallet that knows the pass's word registers, asks what changed and fetches it; another one gets nothing"() {
        given:
        def person = aMember()
        def content = content(person)
        def pass = UUID.fromString(content.serialNumber)
        def word = content.authenticationToken

        when:
        def registered = appleService.register(pass, word, 'phone-1', 'push-1')
        def before = appleService.listChanged('phone-1', clock.instant())
        clock.advance(Duration.ofHours(1))
        takeOffRecord(person)
        def after = appleService.listChanged('phone-1', clock.instant().minusSeconds(60))
        def fetched = new JsonSlurper().parse(unpacked(appleService.fetch(pass, word).get())['pass.json'])

        then:
        registered
        before == []
        after*.passId() == [pass]
        fetched.voided
        fetched.barcodes == null
        fetched.generic.auxiliaryFields[0].value == 'Учёт прекращён'
        !appleService.register(pass, 'WRONG', 'phone-2', 'push-2')
        !appleService.unregister(pass, 'WRONG', 'phone-1')
        appleService.fetch(pass, 'WRONG').empty
        appleService.fetch(UUID.randomUUID(), word).empty
        appleService.listChanged('phone-2', Instant.EPOCH) == []
        !appleService.isOurs('pass.org.other')

        when:
        appleService.unregister(pass, word, 'phone-1')

        then:
        appleService.listChanged('phone-1', Instant.EPOCH) == []
    }

    def "when a membership ends, Apple's wallet is told to look and Google's object is replaced"() {
        given:
        def person = aMember()
        def apple = content(person)
        appleService.register(UUID.fromString(apple.serialNumber), apple.authenticationToken, 'phone-1', 'push-1')
        ownWallets.googleLink(person)
        clock.advance(Duration.ofHours(1))
        takeOffRecord(person)

        when:
        sendPassUpdates.sendDue()
        def push = told.find { it.path == '/3/device/push-1' }
        def object = told.find { it.method == 'PUT' }

        then:
        push.topic == TYPE
        push.body == '{}'
        object.authorization == 'Bearer an-access-token'
        new JsonSlurper().parseText(object.body).state == 'INACTIVE'
        !object.body.contains('barcode')

        when:
        told.clear()

        then:
        sendPassUpdates.sendDue() == 0
        told == []
    }

    def "what a wallet's service did not take is told again"() {
        given:
        def person = aMember()
        ownWallets.googleLink(person)
        clock.advance(Duration.ofHours(1))
        takeOffRecord(person)
        answer = 503

        when:
        def failed = sendPassUpdates.sendDue()
        answer = 200

        then:
        failed == 0
        sendPassUpdates.sendDue() == 1
    }

    def "the code in a wallet dies with the phone that was lost, and she may take a new one"() {
        given:
        def phone = anActivePhone()
        def before = content(phone.person).barcodes[0].message

        when:
        revokeDevice.byMember(phone.person, phone.id)

        then:
        checkShownCode.check(before) == new CodeCheck(NOT_VALID, '')
        checkShownCode.check(content(phone.person).barcodes[0].message).outcome() == VALID
    }

    def "the union serves both wallets here"() {
        expect:
        ownWallets.list() == [Wallet.APPLE, Wallet.GOOGLE] as Set
    }

    private takeOffRecord(UUID person) {
        def chair = new Acting(union.chair, union.primary, Level.PRIMARY, Role.CHAIR)
        assert endMembership.end(chair, person, LocalDate.of(2026, 11, 20), EndReason.RESIGNED) == EndMembership.Outcome.ENDED
    }

    private Map content(UUID person) {
        new JsonSlurper().parse(passOf(person)['pass.json']) as Map
    }

    private Map<String, byte[]> passOf(UUID person) {
        unpacked(ownWallets.appleFile(person).get())
    }

    private Map<String, byte[]> unpacked(byte[] file) {
        def path = Files.write(folder.resolve('ticket.pkpass'), file)
        new ZipFile(path.toFile()).withCloseable { zip ->
            zip.entries().toList().collectEntries { [it.name, zip.getInputStream(it).bytes] }
        }
    }

    /** An authority in Apple's place, and the certificate that it gave the union. */
    private void makeCertificates() {
        if (Files.exists(folder.resolve('pass.p12'))) {
            return
        }
        openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '10', '-subj', '/CN=Test authority', '-keyout', 'authority.key', '-out', 'authority.pem')
        openssl('req', '-newkey', 'rsa:2048', '-nodes', '-subj', "/CN=Pass Type ID: $TYPE/UID=$TYPE".toString(), '-keyout', 'pass.key', '-out', 'pass.csr')
        openssl('x509', '-req', '-in', 'pass.csr', '-CA', 'authority.pem', '-CAkey', 'authority.key', '-CAcreateserial', '-days', '10', '-out', 'pass.pem')
        openssl('pkcs12', '-export', '-in', 'pass.pem', '-inkey', 'pass.key', '-passout', 'pass:secret', '-out', 'pass.p12')
    }

    private void makeAccount() {
        def pem = "-----BEGIN PRIVATE KEY-----\n${Base64.mimeEncoder.encodeToString(google.private.encoded)}\n-----END PRIVATE KEY-----\n".toString()
        Files.writeString(folder.resolve('account.json'), JsonOutput.toJson([
                private_key_id: 'key-1', private_key: pem, client_email: 'union@profbilet.test',
                token_uri: "http://127.0.0.1:$service.address.port/token".toString()]))
    }

    private String openssl(String... words) {
        def process = new ProcessBuilder(['openssl', *words]).directory(folder.toFile()).redirectErrorStream(true).start()
        def output = process.inputStream.text
        assert process.waitFor() == 0: output
        output
    }
}
