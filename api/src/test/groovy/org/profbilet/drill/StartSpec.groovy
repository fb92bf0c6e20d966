package org.profbilet.drill

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Files
import java.nio.file.Path
import java.security.KeyStore
import java.security.cert.CertificateFactory
import javax.net.ssl.SSLContext
import javax.net.ssl.TrustManagerFactory
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import spock.lang.TempDir

/** The real process with a certificate of its own, and what a second one is told. */
@Stepwise
class StartSpec extends Specification {

    @Shared
    @TempDir
    Path folder

    @Shared
    ServerProcess server

    def setupSpec() {
        server = new ServerProcess(folder.resolve('home'), [:], ['--tls'])
        server.start()
    }

    def cleanupSpec() {
        if (server.alive) {
            server.stop()
        }
    }

    def "who installed the certificate is served over HTTPS; the server says address and fingerprint"() {
        expect:
        get("https://localhost:$server.port/.well-known/jwks.json").statusCode() == 200
        server.said().contains("Профбилет работает: https://localhost:$server.port")
        server.said() =~ /отпечаток SHA-256:\s+(?:[0-9A-F]{2}:){31}[0-9A-F]{2}/
    }

    def "a second start on the same home says that one is running"() {
        given:
        def second = new ServerProcess(server.home)

        expect:
        second.startInVain() == 2
        second.said().contains("Профбилет уже работает с каталогом $server.home")
        !second.said().contains('at org.')
    }

    def "a second start on the same port says so, and touches nothing"() {
        given:
        def second = new ServerProcess(folder.resolve('other'), [PROFBILET_PORT: server.port.toString()])

        expect:
        second.startInVain() == 2
        second.said().contains("Порт $server.port на 127.0.0.1 занят")
        !second.home.resolve('postgres').toFile().exists()
    }

    def "an empty union without a terminal is not founded by nobody, and leaves no database running"() {
        given:
        def silent = new ServerProcess(folder.resolve('silent'), [:], ['--no-demo'])

        expect:
        silent.startInVain() == 2
        silent.said().contains('Ответа нет. Запустите deploy/run --no-demo в терминале')
        !silent.home.resolve('postgres/data/postmaster.pid').toFile().exists()
    }

    private HttpResponse<Void> get(String url) {
        HttpClient.newBuilder().sslContext(trustingTheServer()).build()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
    }

    /** As a phone on which the file of the certificate was installed. */
    private SSLContext trustingTheServer() {
        def certificate = Files.newInputStream(server.home.resolve('tls/localhost.crt')).withCloseable {
            CertificateFactory.getInstance('X.509').generateCertificate(it)
        }
        def trusted = KeyStore.getInstance('PKCS12')
        trusted.load(null, null)
        trusted.setCertificateEntry('profbilet', certificate)
        def managers = TrustManagerFactory.getInstance(TrustManagerFactory.defaultAlgorithm)
        managers.init(trusted)
        SSLContext.getInstance('TLS').tap { it.init(null, managers.trustManagers, null) }
    }
}
