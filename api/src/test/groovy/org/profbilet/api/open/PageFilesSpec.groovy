package org.profbilet.api.open

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.nio.file.Files
import java.nio.file.Path
import org.profbilet.api.HttpSpec

/** The pages as a browser gets them: it believes the kind we name, for nosniff forbids it to guess. */
@MicronautTest(transactional = false)
class PageFilesSpec extends HttpSpec {

    static final Path WEB = Path.of('target/classes/web')

    def "every file of the pages says what it is"() {
        given:
        def known = [html: 'text/html', js: 'application/javascript', css: 'text/css', svg: 'image/svg+xml', png: 'image/png',
                     wasm: 'application/wasm', webmanifest: 'application/manifest+json', map: 'application/json',
                     txt: 'text/plain', json: 'application/json']
        def files = Files.walk(WEB).filter(Files::isRegularFile).map { WEB.relativize(it).toString() }.toList()

        expect:
        files.any { it.endsWith('.wasm') }
        files.any { it.endsWith('.webmanifest') }
        files.collectEntries { file -> [file, get("/$file").header('content-type')?.takeWhile { it != ';' }] } ==
                files.collectEntries { file -> [file, known[file.substring(file.lastIndexOf('.') + 1)]] }
    }

    def "what is not there is a problem and no file of that kind"() {
        expect:
        get('/door/nothing.wasm').header('content-type').startsWith('application/problem+json')
    }
}
