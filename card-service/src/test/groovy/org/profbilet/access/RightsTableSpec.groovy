package org.profbilet.access

import java.nio.file.Files
import java.nio.file.Path
import org.profbilet.organisations.Level
import spock.lang.Specification

class RightsTableSpec extends Specification {

    static final String HEAD = '| Право | Первичка | По поручению | Местная | Региональная | ЦС | Чьё |\n|---|---|---|---|---|---|---|\n'

    def "the table in the README is the one that the code asks"() {
        given:
        def table = HEAD + Right.values().collect { right ->
            def marks = [right.isOf(Level.PRIMARY, Role.CHAIR), right.isOf(Level.PRIMARY, Role.DELEGATE)] +
                    [Level.LOCAL, Level.REGIONAL, Level.CENTRAL].collect { right.isOf(it, Role.CHAIR) }
            "| ${right.title()} | ${marks.collect { it ? '+' : '' }.join(' | ')} | ${right.reach().title()} |"
        }.join('\n')

        expect:
        Files.readString(Path.of('README.md')).contains(table)
    }

    def "names of members stay in the primary: nobody above has a right to its list"() {
        expect:
        [Right.KEEP_MEMBERS, Right.KEEP_CONSENTS, Right.ORDER_CARDS, Right.PRINT_SLIPS].every { right ->
            [Level.LOCAL, Level.REGIONAL, Level.CENTRAL].every { level -> !right.isOf(level, Role.CHAIR) } &&
                    !right.isOf(Level.PRIMARY, Role.READER)
        }
    }

    def "whoever works by delegation cannot delegate on"() {
        expect:
        !Right.DELEGATE_WORK.isOf(Level.PRIMARY, Role.DELEGATE)
    }
}
