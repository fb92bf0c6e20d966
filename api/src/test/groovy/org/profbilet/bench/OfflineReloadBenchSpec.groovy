package org.profbilet.bench

import com.google.gson.JsonObject
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.nio.file.Files
import java.nio.file.Path
import org.profbilet.api.BrowserSpec

/**
 * How long a member without a network waits for her code on a slow phone: Chromium at a sixth of this processor, from
 * the reload to the drawn code. {@code -Dbench.reloads=30} is the long form, {@code deploy/bench/offline-reload}.
 */
@MicronautTest(transactional = false)
class OfflineReloadBenchSpec extends BrowserSpec {

    static final int RELOADS = Integer.getInteger('bench.reloads', 2)
    static final int LIMIT = 1000
    static final Path FIGURES = Path.of('target', 'bench', 'offline-reload.txt')

    /** Notes when the code was on the screen, in milliseconds from the beginning of the reload. */
    static final String WATCH = '''
        new MutationObserver((_, watch) => {
          if (!document.querySelector('.qr path')) return;
          watch.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => (window.shownAfter = performance.now())));
        }).observe(document, { subtree: true, childList: true });'''

    def "without a network the code is there again after every reload"() {
        given:
        clock.followTheMachine()
        def phone = phone(browser)
        phone.addInitScript(WATCH)
        def page = ticketOf(aMember(union.primary), phone)
        page.evaluate('navigator.serviceWorker.ready.then(() => true)')

        when:
        phone.setOffline(true)
        def tools = phone.newCDPSession(page)
        tools.send('Emulation.setCPUThrottlingRate', new JsonObject().tap { addProperty('rate', 6) })
        def times = (1..RELOADS).collect {
            page.reload()
            // whoever asks the page meanwhile takes time from it
            page.waitForTimeout(2 * LIMIT)
            page.waitForFunction('window.shownAfter')
            (page.evaluate('window.shownAfter') as Number).intValue()
        }.sort()
        def p95 = times[Math.ceil(times.size() * 0.95) as int - 1]
        def line = "offline reload to the code at a sixth of the processor, $RELOADS times: p50 ${times[times.size().intdiv(2)]} ms, " +
                "p95 $p95 ms, of the limit of $LIMIT ms: ${String.format('%.2f', p95 / (double) LIMIT)}"
        Files.createDirectories(FIGURES.parent)
        Files.writeString(FIGURES, line + '\n')
        println line

        then:
        times.size() == RELOADS

        cleanup:
        phone?.close()
    }
}
