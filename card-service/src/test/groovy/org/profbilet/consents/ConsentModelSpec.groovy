package org.profbilet.consents

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import java.time.LocalDate
import java.time.ZoneId
import org.profbilet.contacts.ContactKind
import org.profbilet.contacts.Contacts
import org.profbilet.contacts.NewContact
import org.profbilet.organisations.Level
import org.profbilet.requests.Selection
import org.profbilet.testing.MutableClock
import org.profbilet.testing.UnionSpec

import static org.profbilet.consents.Channel.*
import static org.profbilet.consents.ConsentState.*
import static org.profbilet.consents.Purpose.*

/**
 * Random lives of consents, beside a model of a few lines. The seed is printed: the same seed is the
 * same life.
 */
@MicronautTest(transactional = false)
class ConsentModelSpec extends UnionSpec {

    static final Evidence PHONE = Evidence.phone(UUID.randomUUID(), 'thumbprint')
    static final List<Channel> CHANNELS = [SMS, PUSH, EMAIL]

    @Inject
    RecordConsents recordConsents

    @Inject
    GiveConsent giveConsent

    @Inject
    WithdrawConsent withdrawConsent

    @Inject
    PublishText publishText

    @Inject
    LapseReplaced lapseReplaced

    @Inject
    OwnConsents ownConsents

    @Inject
    ConsentTexts texts

    @Inject
    ConsentGate gate

    @Inject
    Contacts contacts

    def "whatever happens in whatever order, states and gate are those of the model (seed #seed)"() {
        given:
        clock.now = MutableClock.START + Duration.ofDays(1000 * place)
        def random = new Random(seed)
        def people = (1..3).collect { aMember() }
        people.each {
            aContact([kind: 'PHONE', value: number(random), verified: true], it)
            aContact([kind: 'EMAIL', value: "$it@example.org".toString(), verified: true], it)
            aDevice(it)
        }
        def model = new Model(texts.inForceToday(MESSAGES).version())
        def steps = []

        when:
        def wrong = (1..60).findResult {
            def person = people[random.nextInt(people.size())]
            def step = act(random, model, person)
            steps << step
            people.collectMany { one -> CHANNELS.collect { [one, it] } }.findResult { one, channel ->
                compare(model, one, channel, steps)
            }
        }

        then:
        wrong == null

        where:
        seed << [1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L]
        place = seed as int
    }

    /** One thing that may happen; the model does it as well. */
    private String act(Random random, Model model, UUID person) {
        def channel = CHANNELS[random.nextInt(3)]
        switch (random.nextInt(9)) {
            case 0:
            case 1:
                giveConsent.giveMessages(person, [channel] as Set, texts.inForceToday(MESSAGES).version(), PHONE)
                if (model.state(person, channel) != GIVEN) {
                    model.decide(person, channel, GIVEN, day(), texts.inForceToday(MESSAGES).version())
                }
                return "$channel agrees"
            case 2:
                def before = model.state(person, channel)
                withdrawConsent.electronically(person, MESSAGES, [channel] as Set, PHONE)
                if (before == GIVEN) {
                    model.decide(person, channel, WITHDRAWN, day(), null)
                }
                return "$channel withdraws"
            case 3:
            case 4:
                def signed = day().minusDays(random.nextInt(3))
                def text = texts.findInForce(MESSAGES, signed).get()
                def counts = model.takesPaper(person, channel, signed) && !model.replaced(text.version())
                def outcome = recordConsents.record(chair(), paper(person, channel, GIVEN, signed))
                assert (outcome instanceof RecordConsentsOutcome.Recorded) == counts
                if (counts) {
                    model.decide(person, channel, GIVEN, signed, text.version())
                }
                return "$channel paper of $signed"
            case 5:
                recordConsents.record(chair(), paper(person, channel, REFUSED, day()))
                model.decide(person, channel, REFUSED, day(), null)
                return "$channel refuses"
            case 6:
                inTransaction {
                    rowScope.primary(primary)
                    contacts.record(primary, [new NewContact(UUID.randomUUID(), person, ContactKind.PHONE, number(random))])
                }
                asSuperuser { it.execute('UPDATE contacts.contact SET verified_at = now()') }
                if (model.state(person, SMS) == GIVEN) {
                    model.decide(person, SMS, UNKNOWN, day(), null)
                }
                return 'another number'
            case 7:
                def keeps = random.nextBoolean()
                def version = "model-${UUID.randomUUID()}".toString().take(30)
                publishText.publish(officer(central, Level.CENTRAL), new PublishText.Request(
                        MESSAGES, version, 'Согласие', 'Я, {person}, {primary}', day().plusDays(1), keeps, false))
                clock.advance(Duration.ofDays(1))
                model.publish(version, keeps)
                lapseReplaced.lapse(100)
                model.lapse(day())
                return keeps ? 'new words' : 'new words that ask anew'
            default:
                clock.advance(Duration.ofDays(1))
                return 'a day'
        }
    }

    private String compare(Model model, UUID person, Channel channel, List<String> steps) {
        def expected = model.state(person, channel)
        def found = ownConsents.list(person).find { it.purpose() == MESSAGES && it.channel() == channel }?.state() ?: UNKNOWN
        def open = inTransaction { gate.addressFor(person, MESSAGES, channel) } instanceof AddressOutcome.Consented
        expected == found && open == (expected == GIVEN) ? null
                : "$channel: model $expected, ledger $found, gate ${open ? 'open' : 'shut'} after ${steps.join('; ')}"
    }

    private LocalDate day() {
        LocalDate.ofInstant(clock.instant(), ZoneId.of('Europe/Moscow'))
    }

    private static String number(Random random) {
        "+79${100_000_000 + random.nextInt(899_999_999)}".toString()
    }

    private static RecordConsents.Request paper(UUID person, Channel channel, ConsentState state, LocalDate day) {
        new RecordConsents.Request(UUID.randomUUID(), MESSAGES, [channel] as Set, state, day, null, Selection.only([person] as Set))
    }

    /** What the law says, in a few lines: the last word counts, and lasts as long as its words do. */
    static class Model {
        private final Map<List, Map> last = [:]
        private final Set<String> outdated = []
        private final Set<String> known

        Model(String version) {
            known = [version]
        }

        ConsentState state(UUID person, Channel channel) {
            last[[person, channel]]?.state ?: UNKNOWN
        }

        void decide(UUID person, Channel channel, ConsentState state, LocalDate day, String version) {
            last[[person, channel]] = [state: state, day: day, version: version]
        }

        /** A paper older than a withdrawal, or than what ended a consent, does not bring it back. */
        boolean takesPaper(UUID person, Channel channel, LocalDate signed) {
            def now = last[[person, channel]]
            !now || !(now.state in [WITHDRAWN, UNKNOWN]) || !now.day.isAfter(signed)
        }

        void publish(String version, boolean keepsEarlier) {
            if (!keepsEarlier) {
                outdated.addAll(known)
            }
            known << version
        }

        boolean replaced(String version) {
            version in outdated
        }

        void lapse(LocalDate day) {
            last.values().findAll { it.state == GIVEN && it.version in outdated }.each {
                it.state = UNKNOWN
                it.day = day
            }
        }
    }
}
