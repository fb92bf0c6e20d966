package org.profbilet.credentials

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.time.Duration
import java.time.Instant
import org.profbilet.contract.credential.DeviceKey
import org.profbilet.contract.credential.Es256
import org.profbilet.credentials.RotateKeys.Key.State
import org.profbilet.credentials.RotateKeys.Outcome.Rotated
import org.profbilet.credentials.RotateKeys.Outcome.TooEarly
import org.profbilet.testing.MutableClock
import spock.lang.Specification

/** The keys of the union: where they lie, and how one takes the place of another. */
class IssuerKeysSpec extends Specification {

    static final String PASSWORD = 'a password of specifications'

    Path directory = Files.createTempDirectory('keys')
    MutableClock clock = new MutableClock(now: Instant.now())
    KeyDirectory files = new KeyDirectory(directory.toString())
    KeyLog log = new KeyLog(files, clock)

    def "two keys for credentials are published, now and next, and one for lists"() {
        given:
        def keys = keysInFiles()

        expect:
        keys.published().keys()*.id() == ['k1', 'k2', 's1']
        keys.issuer().id() == 'k1'
        keys.pinned().id() == 'r1'
    }

    def "private keys are files that only their owner reads, and outlive the process"() {
        when:
        def keys = keysInFiles()
        def again = keysInFiles()

        then:
        Files.list(directory).filter { it.toString().endsWith('.jwk') }.toList().every {
            PosixFilePermissions.toString(Files.getPosixFilePermissions(it)) == 'rw-------'
        }
        again.published() == keys.published()
        again.issuer().key() == keys.issuer().key()
    }

    def "the next key is not used before every door can know it"() {
        given:
        keysInFiles()
        clock.advance(Duration.ofDays(13))

        expect:
        rotateKeys().rotate(false) instanceof TooEarly
        rotateKeys().list()*.state() == [State.SIGNING, State.NEXT]
    }

    def "after a rotation the running server signs with the next key, publishes the one after, and the old secret is gone"() {
        given:
        def keys = keysInFiles()
        def old = keys.issuer()
        def proof = Es256.sign('{"alg":"ES256"}', '{}', old.key())
        clock.advance(Duration.ofDays(15))

        when:
        def outcome = rotateKeys().rotate(false)

        then:
        outcome == new Rotated('k1', 'k2')
        keys.issuer().id() == 'k2'
        keys.published().keys()*.id() == ['k1', 'k2', 'k3', 's1']
        !Files.readString(directory.resolve('k1.jwk')).contains('"d"')
        Es256.isGood(Es256.signingInput('{"alg":"ES256"}', '{}'), proof, keys.published().find('k1').get())
    }

    def "an old key is published until the last credential it has signed is out of force"() {
        given:
        def keys = keysInFiles()
        rotateKeys().rotate(true)
        clock.advance(Duration.ofDays(36))
        rotateKeys().rotate(true)
        def onTheLastDay = keys.published().keys()*.id()
        clock.advance(Duration.ofSeconds(1))

        when:
        rotateKeys().rotate(true)

        then:
        onTheLastDay == ['k1', 'k2', 'k3', 'k4', 's1']
        keys.published().keys()*.id() == ['k2', 'k3', 'k4', 'k5', 's1']
    }

    def "a stolen key is believed no more, and another one signs at once"() {
        given:
        def keys = keysInFiles()

        when:
        rotateKeys().revoke('k1')

        then:
        keys.revoked() == ['k1']
        keys.issuer().id() == 'k2'
        rotateKeys().list()*.state() == [State.REVOKED, State.SIGNING, State.NEXT]
    }

    def "a next key that was stolen is passed over"() {
        given:
        def keys = keysInFiles()
        rotateKeys().revoke('k2')

        when:
        rotateKeys().rotate(true)

        then:
        keys.issuer().id() == 'k3'
    }

    def "an operator may write the files by hand"() {
        given:
        def keys = keysInFiles()
        Files.writeString(directory.resolve('signing'), 'k3\n')
        Files.writeString(directory.resolve('revoked'), 'k1\n')

        expect:
        keys.issuer().id() == 'k3'
        keys.revoked() == ['k1']
    }

    def "keys in a PKCS#12 file sign, and the operator makes the next one there"() {
        given:
        def store = "pkcs12:${directory.resolve('union.p12')}".toString()
        ['k1', 'k2', 's1', 'r1'].each { keytool(it, '-storetype', 'PKCS12', '-keystore', directory.resolve('union.p12').toString()) }
        def keys = new KeyRing(JavaKeyStore.open(store, PASSWORD), log)
        def rotate = RotateKeys.in(directory, store, PASSWORD, clock)

        when:
        rotate.rotate(true)

        then:
        def refused = thrown(KeySource.KeyMissing)
        refused.message.contains('keytool -genkeypair -alias k3')

        when:
        keytool('k3', '-storetype', 'PKCS12', '-keystore', directory.resolve('union.p12').toString())
        rotate.rotate(true)

        then:
        keys.issuer().id() == 'k2'
        isSignedBy(keys)
        keys.published().keys()*.id() == ['k1', 'k2', 'k3', 's1']
        !Files.exists(directory.resolve('k1.jwk'))
    }

    def "keys in a security module sign without ever leaving it"() {
        given:
        def module = aSecurityModule()
        ['k1', 'k2', 's1', 'r1'].each {
            keytool(it, '-storetype', 'PKCS11', '-providerClass', 'sun.security.pkcs11.SunPKCS11', '-providerArg', module.toString(), '-keystore', 'NONE')
        }
        def keys = new KeyRing(JavaKeyStore.open("pkcs11:$module", PASSWORD), log)

        expect:
        keys.published().keys()*.id() == ['k1', 'k2', 's1']
        isSignedBy(keys)
        keys.issuer().key().d == null
    }

    def "without a directory for keys nothing is made"() {
        when:
        new KeyDirectory('')

        then:
        thrown(IllegalStateException)
    }

    private KeyRing keysInFiles() {
        new KeyRing(new JwkFiles(files), log)
    }

    private RotateKeys rotateKeys() {
        new RotateKeys(new JwkFiles(files), log, clock)
    }

    private static boolean isSignedBy(IssuerKeys keys) {
        def signature = Es256.sign('{"alg":"ES256"}', '{}', keys.issuer().key())
        Es256.isGood(Es256.signingInput('{"alg":"ES256"}', '{}'), signature, DeviceKey.of(keys.issuer().key()))
    }

    /** A new token of SoftHSM, and the configuration by which Java finds it. The module reads SOFTHSM2_CONF. */
    private Path aSecurityModule() {
        def settings = Path.of(System.getenv('SOFTHSM2_CONF'))
        Files.createDirectories(settings.parent)
        Files.writeString(settings, "directories.tokendir = $directory\nlog.level = ERROR\n")
        run('softhsm2-util', '--init-token', '--free', '--label', 'union', '--pin', PASSWORD, '--so-pin', PASSWORD)
        Files.writeString(directory.resolve('pkcs11.cfg'), """
            name = Union
            library = ${library()}
            slotListIndex = 0
            """.stripIndent())
    }

    private static String library() {
        ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib64/pkcs11/libsofthsm2.so', '/usr/local/lib/softhsm/libsofthsm2.so']
                .find { Files.exists(Path.of(it)) } ?: { throw new IllegalStateException('SoftHSM is not installed: apt-get install softhsm2') }()
    }

    private static void keytool(String alias, String... store) {
        run(["${System.getProperty('java.home')}/bin/keytool".toString(), '-genkeypair', '-alias', alias, '-keyalg', 'EC',
             '-groupname', 'secp256r1', '-dname', "CN=$alias".toString(), '-validity', '36500', '-storepass', PASSWORD, *store] as String[])
    }

    private static void run(String... command) {
        def process = new ProcessBuilder(command).redirectErrorStream(true).start()
        def output = process.inputStream.text
        assert process.waitFor() == 0: output
    }
}
