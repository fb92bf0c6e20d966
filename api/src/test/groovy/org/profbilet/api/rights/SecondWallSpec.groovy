package org.profbilet.api.rights

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.util.concurrent.atomic.AtomicInteger

/** The same matrix with every check of rights switched off: what is left is PostgreSQL. */
@MicronautTest(transactional = false)
class SecondWallSpec extends RightsSpec {

    @Override
    Map<String, String> getProperties() {
        super.properties + ['profbilet.test.first-wall': 'down']
    }

    def "row-level security alone shows no foreign row and lets none be changed"() {
        given:
        def before = rowsBehindTheWall()
        def foreign = allCells().findAll { !it.allowed && it.role.staff && CONTRACT.audience(it.row) == 'STAFF' && CONTRACT.variables(it.row) }
        def answered = new AtomicInteger()

        when:
        def leaks = askAll(foreign) { cell, answer ->
            if (answer.status < 300) {
                answered.incrementAndGet()
            }
            def isPrimary = cell.role in [Role.CHAIR, Role.OFFICER]
            namedIn(answer) - (isPrimary ? ['primary'] : []) && (isPrimary || !cell.row.showsNamesTo(cell.role))
        }
        println "second wall alone: ${foreign.size()} requests for what is not theirs, $answered of them answered, foreign rows = ${leaks.size()}"

        then: 'the first wall was down indeed'
        answered.get() > 100

        and:
        leaks == []
        rowsBehindTheWall() == before
    }
}
