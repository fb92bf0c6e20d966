package org.profbilet.notifications.sms

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption
import java.time.Duration
import org.profbilet.consents.Channel
import spock.lang.Shared
import spock.util.concurrent.PollingConditions

/** SMS centres of other makers, each in a process of its own in a throw-away system; {@code deploy/drill/smsc} starts these. */
abstract class SmsDrill extends SmsSpec {

    /** Where the packages are, and what the centres may write. */
    private static final Path ROOT = Path.of(System.getProperty('drill.root'))

    @Shared
    Process centre

    /** Its own, for the drills run side by side. */
    protected abstract int getPort()

    @Shared
    PollingConditions soon = new PollingConditions(timeout: 30, delay: 0.1)

    @Override
    Map<String, String> getProperties() {
        super.properties + [
            'profbilet.smpp.host'         : '127.0.0.1',
            'profbilet.smpp.port'         : "$port".toString(),
            'profbilet.smpp.system-id'    : 'profbilet',
            'profbilet.smpp.password'     : 'secret',
            'profbilet.smpp.enquire-every': '200ms'
        ]
    }

    def cleanupSpec() {
        killCentre()
    }

    protected void startCentre(String... command) {
        centre = new ProcessBuilder(['chroot', ROOT.toString()] + command.toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
        soon.eventually { assert listens() }
    }

    /** Without a warning. */
    protected void killCentre() {
        centre?.destroyForcibly()?.waitFor()
    }

    protected static List<String> linesOf(String file) {
        def path = ROOT.resolve(file.substring(1))
        Files.exists(path) ? new String(Files.readAllBytes(path), 'UTF-8').readLines() : []
    }

    /** The centre dies when it has taken so many, and is there again as it is told. */
    protected void sendWhileItFalls(Closure<Integer> taken, int enough, Closure<Void> restart) {
        def sending = Thread.start { sendWhatIsDue() }
        soon.eventually { assert taken.call() >= enough }
        killCentre()
        sending.join()
        restart.call()
        sendUntilNothingWaits()
    }

    /** Pauses of the route and of messages pass at once. */
    protected void sendUntilNothingWaits() {
        for (int minutes = 0; minutes < 120 && waiting() > 0; minutes++) {
            clock.advance(Duration.ofMinutes(1))
            sendWhatIsDue()
        }
    }

    protected int waiting() {
        asSuperuser { it.firstRow("SELECT count(*) AS n FROM notifications.delivery WHERE state IN ('PENDING', 'CLAIMED')").n } as int
    }

    protected Map<String, UUID> membersWith(Collection<String> numbers) {
        numbers.collectEntries { [(it): aMemberWithPhone("+$it")] }
    }

    protected void tellAll(Map<String, UUID> members) {
        members.values().each { tell(it, Channel.SMS) }
    }

    protected static boolean tellTheDrill(String line) {
        def file = Path.of('target/drill/smsc.txt')
        Files.createDirectories(file.parent)
        Files.writeString(file, "$line\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND)
        true
    }

    /** Looked up and not tried: the simulator ends with the first line that is closed. */
    protected boolean listens() {
        def row = String.format(':%04X 00000000:0000 0A', port)
        Files.readAllLines(Path.of('/proc/net/tcp')).any { it.contains(row) }
    }
}
