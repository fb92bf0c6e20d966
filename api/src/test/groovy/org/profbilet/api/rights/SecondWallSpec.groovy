package org.profbilet.api.rights

import io.micronaut.test.extensions.spock.annotation.MicronautTest

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
        def answered = 0
        def refused = 0
        def leaks = []

        when:
        eachCell { row, role, relation, allowed, ids ->
            if (role.staff && CONTRACT.audience(row) == 'STAFF' && CONTRACT.variables(row) && !allowed) {
                def answer = ask(row, role, ids())
                answer.status < 300 ? answered++ : refused++
                def own = role in [Role.CHAIR, Role.OFFICER] ? ['primary'] as Set : [] as Set
                def foreign = namedIn(answer) - own
                if (foreign && (role in [Role.CHAIR, Role.OFFICER] || !row.showsNamesTo(role))) {
                    leaks << "$row.name as $role $relation names $foreign".toString()
                }
            }
        }
        println "second wall alone: ${answered + refused} requests for what is not theirs, $answered answered, $refused refused, foreign rows = ${leaks.size()}"

        then: 'the first wall was down indeed'
        answered > 100

        and:
        leaks == []
        rowsBehindTheWall() == before
    }
}
