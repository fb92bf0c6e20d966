package org.profbilet.meetings.scans

import org.profbilet.meetings.MeetingSpec

import ch.qos.logback.classic.Level
import ch.qos.logback.classic.Logger
import ch.qos.logback.classic.spi.ILoggingEvent
import ch.qos.logback.core.read.ListAppender
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import org.profbilet.contract.scanner.ScanOutcome
import org.slf4j.LoggerFactory

/** A queue stands before the door: how often one scan asks the database. */
@MicronautTest(transactional = false)
class StatementsSpec extends MeetingSpec {

    private final Logger queries = (Logger) LoggerFactory.getLogger('io.micronaut.data.query')
    private final ListAppender<ILoggingEvent> asked = new ListAppender<>()

    def setup() {
        asked.start()
        queries.additive = false
        queries.addAppender(asked)
    }

    def cleanup() {
        queries.level = null
        queries.detachAppender(asked)
        queries.additive = true
    }

    def "#what costs #most statements"() {
        given:
        def member = aTicket()
        def meeting = aMeeting(invited ? [invited: [member]] : [:])
        def door = aDoor(meeting)
        before.each { scanned(door, member.plastic()) }

        when:
        queries.level = Level.DEBUG
        def answer = scanned(door, way(member))
        queries.level = null

        then:
        answer.outcome() == outcome
        asked.list*.message.size() == most

        where:
        what                               | invited | before | way             | outcome                || most
        'a card on an open list'           | false   | []     | { it.plastic() } | ScanOutcome.ADMITTED  || 10
        'a card on a list of people'       | true    | []     | { it.plastic() } | ScanOutcome.ADMITTED  || 10
        'a phone on a list of people'      | true    | []     | { it.phone() }   | ScanOutcome.ADMITTED  || 12
        'a card that comes again'          | true    | [1]    | { it.plastic() } | ScanOutcome.DUPLICATE || 9
    }
}
