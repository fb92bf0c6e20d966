package org.profbilet.meetings.sittings

import org.profbilet.meetings.sittings.Groups.Group
import spock.lang.Specification

class GroupsSpec extends Specification {

    def "a group below five is never shown alone: #given become #shown"() {
        expect:
        Groups.merged(given.collect { name, count -> new Group(name, count) })*.count().sort() == shown

        where:
        given                        || shown
        [a: 7, b: 5]                 || [5, 7]
        [a: 7, b: 3, c: 2]           || [5, 7]
        [a: 7, b: 6, c: 1]           || [7, 7]
        [a: 20, b: 4]                || [24]
        [a: 2]                       || [2]
        [:]                          || []
    }
}
