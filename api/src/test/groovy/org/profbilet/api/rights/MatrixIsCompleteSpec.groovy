package org.profbilet.api.rights

import spock.lang.Specification

class MatrixIsCompleteSpec extends Specification {

    static final Contract CONTRACT = new Contract()

    def "every endpoint of the contract has one line in matrix.txt, and every line an endpoint"() {
        when:
        def lines = Row.readAll()*.name

        then:
        lines.sort(false) == CONTRACT.endpoints().sort()
    }

    def "whoever needs no sign-in by the matrix needs none by the contract"() {
        expect:
        Row.readAll().findAll { it.forAnybody != (CONTRACT.audience(it) == null) }*.name == []
    }
}
