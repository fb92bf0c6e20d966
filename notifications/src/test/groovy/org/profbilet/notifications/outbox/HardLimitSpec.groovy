package org.profbilet.notifications.outbox

import java.time.Duration
import java.util.concurrent.CountDownLatch
import org.profbilet.consents.Channel
import org.profbilet.consents.ConsentedAddress
import org.profbilet.notifications.channels.HandOver
import org.profbilet.notifications.channels.Message
import org.profbilet.notifications.channels.Readiness
import org.profbilet.notifications.channels.Sender
import spock.lang.AutoCleanup
import spock.lang.Specification

class HardLimitSpec extends Specification {

    @AutoCleanup
    def limit = new HardLimit(Duration.ofMillis(200))

    def "a hand-over that does not end is broken off, and whether it arrived is uncertain"() {
        given:
        def never = new CountDownLatch(1)
        def sender = sender {
            try {
                never.await()
                null
            } catch (InterruptedException e) {
                new HandOver.Uncertain('LIMIT')
            }
        }

        when:
        def answer = limit.call(sender, null, null, limit.start())

        then:
        answer == new HandOver.Uncertain('LIMIT')
        !Thread.currentThread().interrupted
    }

    def "what a provider's library throws is uncertain and never a lost delivery"() {
        when:
        def answer = limit.call(sender { throw new IllegalStateException('olga@example.org') }, null, null, limit.start())

        then:
        answer == new HandOver.Uncertain('UNEXPECTED_IllegalStateException')
    }

    private static Sender sender(Closure<HandOver> work) {
        new Sender() {
            Channel channel() {
                Channel.PUSH
            }

            String provider(ConsentedAddress address) {
                'SPEC'
            }

            int width() {
                1
            }

            Readiness prepare() {
                Readiness.READY
            }

            HandOver handOver(Message message, ConsentedAddress address) {
                work.call()
            }
        }
    }
}
