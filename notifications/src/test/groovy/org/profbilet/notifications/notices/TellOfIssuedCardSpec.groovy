package org.profbilet.notifications.notices

import io.micronaut.context.event.ApplicationEventPublisher
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.LocalDate
import org.profbilet.cards.CardIssued
import org.profbilet.notifications.testing.NotificationsSpec

@MicronautTest(transactional = false)
class TellOfIssuedCardSpec extends NotificationsSpec {

    @Inject
    ApplicationEventPublisher<CardIssued> facts

    def "an issued card is to be told once, by push first, however often the fact is stated"() {
        given:
        def olga = aMember()
        def fact = issued(olga)

        when:
        2.times {
            inTransaction {
                rowScope.primary(primary)
                facts.publishEvent(fact)
            }
        }

        then:
        statesOf(olga) == ['PENDING']
        channelsOf(olga) == ['PUSH']
    }

    def "a fact that is rolled back is told to nobody"() {
        given:
        def olga = aMember()

        when:
        inTransaction {
            rowScope.primary(primary)
            facts.publishEvent(issued(olga))
            throw new IllegalStateException('the card could not be issued')
        }

        then:
        thrown(IllegalStateException)
        statesOf(olga) == []
    }

    private CardIssued issued(UUID person) {
        new CardIssued(UUID.randomUUID(), person, primary, LocalDate.of(2026, 11, 20), clock.instant())
    }

    private List<String> channelsOf(UUID person) {
        asSuperuser {
            it.rows('SELECT channel FROM notifications.delivery WHERE person_id = ? ORDER BY channel', [person])*.channel as List<String>
        }
    }
}
