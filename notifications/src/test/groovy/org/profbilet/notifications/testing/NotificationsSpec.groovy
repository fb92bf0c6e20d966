package org.profbilet.notifications.testing

import jakarta.inject.Inject
import java.nio.file.Files
import org.profbilet.consents.Channel
import org.profbilet.consents.GiveConsent
import org.profbilet.consents.Evidence
import org.profbilet.consents.Purpose
import org.profbilet.consents.WithdrawConsent
import org.profbilet.notifications.outbox.Dispatcher
import org.profbilet.notifications.outbox.NoticeKind
import org.profbilet.notifications.outbox.Outbox
import org.profbilet.testing.UnionSpec

/** Members, their consents and what is due to them; the dispatcher runs only when it is called. */
abstract class NotificationsSpec extends UnionSpec {

    protected static final Evidence PHONE = Evidence.phone(UUID.randomUUID(), 'thumbprint')

    @Inject
    Outbox outbox

    @Inject
    Dispatcher dispatcher

    @Inject
    GiveConsent giveConsent

    @Inject
    WithdrawConsent withdrawConsent

    @Override
    Map<String, String> getProperties() {
        super.properties + [
            'profbilet.dispatcher.enabled': 'false',
            'profbilet.public-url'        : 'https://bilet.example',
            'profbilet.keys.directory'    : Files.createTempDirectory('keys').toString()
        ]
    }

    def setup() {
        asSuperuser {
            it.execute('DELETE FROM notifications.code_request')
            it.execute('DELETE FROM notifications.attempt')
            it.execute('DELETE FROM notifications.delivery')
            it.execute('DELETE FROM notifications.inbox')
            it.execute('DELETE FROM notifications.campaign')
        }
    }

    protected UUID aMemberWhoAgreedTo(Channel... channels) {
        def person = aMember()
        agreed(person, channels)
        person
    }

    protected void agreed(UUID person, Channel... channels) {
        giveConsent.giveMessages(person, channels as Set, '2025-3', PHONE)
    }

    /** On a paper whose words speak of information and not of advertising. */
    protected void agreedToInformationOnly(UUID person, String channel) {
        asSuperuser {
            it.firstRow("SELECT set_config('profbilet.primaries', ?, false)", [primary.toString()])
            it.execute("""
                INSERT INTO consents.text (id, purpose, version, title, body, sha256, effective_from, keeps_earlier)
                SELECT gen_random_uuid(), 'MESSAGES', 'info', 'Согласие', 'Информация', encode(sha256(convert_to('Информация', 'UTF8')), 'hex'),
                       '2020-06-01', true
                    ON CONFLICT DO NOTHING""")
            it.execute("""
                INSERT INTO consents.decision (id, person_id, primary_id, purpose, channel, state, version, text_id, form, signed_on,
                                               keeper_id, recorded_at)
                SELECT gen_random_uuid(), ?, ?, 'MESSAGES', ?, 'GIVEN', 0, t.id, 'PAPER', '2021-01-01', ?, '2026-11-20'
                  FROM consents.text t WHERE t.version = 'info'""", [person, primary, channel, primary])
        }
    }

    protected void withdrew(UUID person, Channel... channels) {
        withdrawConsent.electronically(person, Purpose.MESSAGES, channels as Set, PHONE)
    }

    /** As the fact does it: in a transaction of the chair. */
    protected boolean tell(UUID person, Channel channel, String fact = "card:${UUID.randomUUID()}:issued") {
        inTransaction {
            rowScope.primary(primary)
            outbox.put(NoticeKind.CARD_ISSUED, channel, fact, person, primary)
        }
    }

    protected void sendWhatIsDue() {
        dispatcher.sendDue()
    }

    protected List<String> statesOf(UUID person) {
        asSuperuser {
            it.rows('''
                SELECT state, withheld_reason
                  FROM notifications.delivery
                 WHERE person_id = ?
                 ORDER BY created_at, id''', [person])
        }.collect { it.withheld_reason ? "${it.state} ${it.withheld_reason}".toString() : it.state as String }
    }

    protected List<Map> attemptsOf(UUID person) {
        asSuperuser {
            it.rows('SELECT * FROM notifications.attempt WHERE person_id = ? ORDER BY created_at, id', [person])
        } as List<Map>
    }
}
