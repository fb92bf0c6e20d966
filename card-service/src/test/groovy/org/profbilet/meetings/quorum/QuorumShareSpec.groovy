package org.profbilet.meetings.quorum

import org.profbilet.contract.chair.NewAllocation
import org.profbilet.contract.chair.NewAllocation.Rounding
import org.profbilet.contract.chair.QuorumShare
import java.time.LocalDate
import spock.lang.Specification

/** What a charter calls a quorum, in whole numbers. */
class QuorumShareSpec extends Specification {

    static final QuorumShare HALF = new QuorumShare(1, 2, true)
    static final QuorumShare TWO_THIRDS = new QuorumShare(2, 3, false)

    def "of #base more than half is #half and two thirds are #thirds, and one less is not enough"() {
        expect:
        [HALF.needed(base), TWO_THIRDS.needed(base)] == [half, thirds]
        [HALF.isMet(half, base), HALF.isMet(half - 1, base)] == [true, false]
        [TWO_THIRDS.isMet(thirds, base), TWO_THIRDS.isMet(thirds - 1, base)] == [true, false]

        where:
        base || half | thirds
        259  || 130  | 173
        247  || 124  | 165
        260  || 131  | 174
        4    || 3    | 3
        3    || 2    | 2
        2    || 2    | 2
        1    || 1    | 1
    }

    def "what congresses and a conference have seen: #present of #base is a quorum of two thirds"() {
        expect:
        TWO_THIRDS.isMet(present, base)

        where:
        present | base
        204     | 247
        246     | 259
        245     | 260
    }

    def "of nobody no share is ever present"() {
        expect:
        !HALF.isMet(0, 0)
        !TWO_THIRDS.isMet(0, 0)
        !TWO_THIRDS.isMet(5, 0)
    }

    def "one delegate for #norm members, at least #minimum, rounded #rounding: #members members have #seats"() {
        expect:
        new NewAllocation(norm, minimum, rounding, LocalDate.of(2026, 1, 15), '-').seats(members) == seats

        where:
        norm  | minimum | rounding      | members || seats
        15000 | 0       | Rounding.UP   | 15000   || 1
        15000 | 0       | Rounding.UP   | 15001   || 2
        15000 | 0       | Rounding.DOWN | 29999   || 1
        15000 | 0       | Rounding.HALF | 22500   || 2
        15000 | 0       | Rounding.HALF | 22499   || 1
        15000 | 1       | Rounding.DOWN | 52      || 1
        7     | 0       | Rounding.HALF | 3       || 0
        7     | 0       | Rounding.HALF | 4       || 1
        1     | 0       | Rounding.UP   | 0       || 0
    }
}
