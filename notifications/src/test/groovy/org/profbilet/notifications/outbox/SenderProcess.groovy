package org.profbilet.notifications.outbox

import io.micronaut.context.ApplicationContext
import java.lang.management.ManagementFactory
import java.nio.file.Path
import java.time.Instant
import org.profbilet.testing.MutableClock

/** A dispatcher in a process of its own, so that it can be killed. */
class SenderProcess {

    private static final String NOW = 'now'

    /** Sends what is due at that moment and ends. */
    static void main(String... settings) {
        def properties = settings.collectEntries { it.split('=', 2) as List } as Map<String, Object>
        def context = ApplicationContext.run(properties.findAll { it.key != NOW } as Map<String, Object>, 'test')
        context.getBean(MutableClock).now = Instant.parse(properties[NOW] as String)
        context.getBean(Dispatcher).sendDue()
        context.close()
    }

    static Process start(Map<String, String> properties, Instant now, Path log) {
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def settings = (properties + [(NOW): now.toString()]).collect { "$it.key=$it.value".toString() }
        new ProcessBuilder([java, '-cp', ManagementFactory.runtimeMXBean.classPath, '-XX:TieredStopAtLevel=1', '-Xmx256m',
                            SenderProcess.name] + settings)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
    }
}
