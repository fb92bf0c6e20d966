package org.profbilet.notifications.sms

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import org.profbilet.consents.Channel
import org.profbilet.notifications.testing.NotificationsSpec
import spock.lang.AutoCleanup
import spock.lang.Shared

/** SMS to the simulator of Debian's Kannel; {@code deploy/drill/smsc} starts it and this, and the suite does not. */
@MicronautTest(transactional = false)
class SmscDrill extends NotificationsSpec {

    private static final int MEMBERS = 200

    /** The simulator looks for Kannel's own box here and ends where there is none. */
    @Shared
    @AutoCleanup
    ServerSocket box = new ServerSocket(13001, 5, InetAddress.loopbackAddress)

    @Override
    Map<String, String> getProperties() {
        super.properties + [
            'profbilet.smpp.host'         : '127.0.0.1',
            'profbilet.smpp.port'         : System.getProperty('drill.smsc'),
            'profbilet.smpp.system-id'    : 'profbilet',
            'profbilet.smpp.password'     : 'secret',
            'profbilet.smpp.bind'         : 'TRANSMITTER',
            'profbilet.smpp.enquire-every': '200ms'
        ]
    }

    def "the simulator takes every SMS once"() {
        given:
        def members = (1..MEMBERS).collect { aMemberWithPhone(String.format('+7999%07d', it)) }
        members.each { tell(it, Channel.SMS) }

        when:
        def begun = System.nanoTime()
        sendWhatIsDue()
        def lasted = Duration.ofNanos(System.nanoTime() - begun)

        then:
        members.every { statesOf(it) == ['ACCEPTED'] }
        members.every { attemptsOf(it)*.provider == ['SMPP'] }
        tellTheDrill("$MEMBERS SMS taken in ${lasted.toMillis()} ms")
    }

    private static boolean tellTheDrill(String line) {
        def file = Path.of('target/drill/smsc.txt')
        Files.createDirectories(file.parent)
        Files.writeString(file, "$line\n".toString())
        true
    }

    private UUID aMemberWithPhone(String phone) {
        def person = aMemberWhoAgreedTo(Channel.SMS)
        aContact(person, kind: 'PHONE', value: phone, verified: true)
        person
    }
}
