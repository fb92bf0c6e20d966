package org.profbilet.api.member

import com.google.gson.JsonObject
import com.microsoft.playwright.BrowserContext
import com.microsoft.playwright.CDPSession
import com.microsoft.playwright.Locator
import com.microsoft.playwright.Page
import com.microsoft.playwright.options.AriaRole
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import org.profbilet.api.BrowserSpec
import org.profbilet.api.rights.Papers

/** What a member does with messages on her phone. The push service is a stand-in: Chromium reaches none here. */
@MicronautTest(transactional = false)
class MessagesOnPhoneSpec extends BrowserSpec {

    /** A browser whose push service gives it a subscription and takes it back; the rest is the browser's own. */
    static final String PUSH_SERVICE = '''
        let made = null;
        PushManager.prototype.subscribe = async function ({ userVisibleOnly, applicationServerKey }) {
          if (!userVisibleOnly || applicationServerKey.length !== 87) throw new TypeError('not what a browser takes');
          if (Notification.permission !== 'granted') throw new DOMException('no permission', 'NotAllowedError');
          localStorage.setItem('stand-in', 'subscribed');
          return subscription();
        };
        PushManager.prototype.getSubscription = async () => (localStorage.getItem('stand-in') ? subscription() : null);
        const subscription = () => ({
          toJSON: () => ({ endpoint: 'https://fcm.googleapis.com/fcm/send/olga', expirationTime: null, keys: { p256dh: 'B' + 'A'.repeat(86), auth: 'A'.repeat(22) } }),
          unsubscribe: async () => { localStorage.removeItem('stand-in'); return true; },
        });'''

    def setup() {
        clock.followTheMachine()
    }

    def "a member switches messages on by her own tap, the server knows her browser, and switching off forgets it"() {
        given:
        def olga = aMember(union.primary, lastName: 'Агеева')
        def phone = phoneThatMayNotify()
        def page = ticketOf(olga, phone)

        when:
        go(page, '#messages')
        page.getByRole(AriaRole.BUTTON, named('Включить сообщения')).waitFor()
        def before = targetsOf(olga)
        screenshot(page, 'ticket-messages-off')
        press(page, 'Включить сообщения')
        page.getByText('✔ Включены').waitFor()
        def on = targetsOf(olga)
        screenshot(page, 'ticket-messages-on')
        press(page, 'Выключить на этом телефоне')
        page.getByRole(AriaRole.BUTTON, named('Включить сообщения')).waitFor()

        then:
        before == []
        on == ['https://fcm.googleapis.com/fcm/send/olga']
        until { targetsOf(olga) == [] }

        cleanup:
        phone?.close()
    }

    def "at every start the page says again that it is there, and whoever removes the ticket is told no more"() {
        given:
        def olga = aMember(union.primary, lastName: 'Белова')
        def phone = phoneThatMayNotify()
        def page = ticketOf(olga, phone)
        go(page, '#messages')
        press(page, 'Включить сообщения')
        page.getByText('✔ Включены').waitFor()
        asSuperuser { it.execute('UPDATE contacts.push_target SET dead_at = now() WHERE person_id = ?', [olga]) }

        when:
        page.navigate('/ticket')

        then:
        until { targetsOf(olga).size() == 1 }

        when:
        press(page, 'Убрать билет с этого телефона')
        page.locator('dialog').getByText('Убрать билет', new Locator.GetByTextOptions().setExact(true)).click()
        page.getByRole(AriaRole.BUTTON, named('Открыть мой билет')).waitFor()

        then:
        targetsOf(olga) == []

        cleanup:
        phone?.close()
    }

    def "a browser that refuses is explained, and consent is asked apart from the browser's permission"() {
        given:
        def olga = aMember(union.primary, lastName: 'Власова')
        def phone = phone(browser)
        def page = ticketOf(olga, phone)

        when:
        go(page, '#messages')

        then:
        page.getByText('Браузеру запрещено показывать уведомления').waitFor()
        page.getByText('Включите «Уведомления»').isVisible()

        when:
        press(page, 'Согласиться на сообщения')
        page.locator('dialog').getByRole(AriaRole.BUTTON).first().click()
        page.getByText('Вы согласны получать сообщения').waitFor()

        then:
        asSuperuser {
            it.firstRow("SELECT state FROM consents.current WHERE person_id = ? AND channel = 'PUSH'", [olga]).state
        } == 'GIVEN'
        targetsOf(olga) == []

        cleanup:
        phone?.close()
    }

    def "a message is marked until she opens it, and counted on the ticket; advertising she turns off alone"() {
        given:
        def olga = aMember(union.primary, lastName: 'Дубова', consents: [UNION_PROCESSING: 'GIVEN', EMAIL: 'GIVEN'])
        asSuperuser { sql -> 2.times { new Papers(sql, union.chair).ofCampaign(union.primary, olga) } }
        def phone = phone(browser)
        def page = ticketOf(olga, phone)

        expect:
        until { unreadOnTicket(page) == 'Непрочитанных: 2' }
        screenshot(page, 'ticket-unread')

        when: 'the newest opens by itself'
        go(page, '#inbox')
        until { page.locator('.message .unread').count() == 1 }
        screenshot(page, 'ticket-inbox-unread')
        go(page, '#')

        then:
        until { unreadOnTicket(page) == 'Непрочитанных: 1' }

        when:
        go(page, '#inbox')
        page.locator('.message summary').last().click()
        until { page.locator('.message .unread').count() == 0 }
        page.getByLabel('Реклама').uncheck()
        page.getByText('Не приходит никаким способом').waitFor()
        screenshot(page, 'ticket-inbox-without-ads')
        go(page, '#')
        page.locator('a[href="#inbox"]').waitFor()

        then:
        unreadOnTicket(page) == null
        asSuperuser { it.firstRow('SELECT wanted, evidence FROM consents.ads_decision WHERE person_id = ?', [olga]).values() as List } == [false, 'PHONE']
        asSuperuser { it.firstRow("SELECT state FROM consents.current WHERE person_id = ? AND channel = 'EMAIL'", [olga]).state } == 'GIVEN'

        cleanup:
        phone?.close()
    }

    def "a push shows neutral words even when the page is closed, and a copy of it takes its place"() {
        given:
        def phone = phoneThatMayNotify()
        def page = ticketOf(aMember(union.primary, lastName: 'Громова'), phone)
        page.evaluate('navigator.serviceWorker.ready.then(() => true)')

        when:
        2.times { push(phone, page, '{"delivery": "d-1", "text": "Новое сообщение Профсоюза"}') }
        push(phone, page, '{"delivery": "d-2", "text": "Новое сообщение Профсоюза"}')

        then:
        until { shown(page).size() == 2 }
        shown(page).toSet() == [['Профсоюзный билет', 'Новое сообщение Профсоюза', 'd-1'],
                                ['Профсоюзный билет', 'Новое сообщение Профсоюза', 'd-2']].toSet()

        cleanup:
        phone?.close()
    }

    private BrowserContext phoneThatMayNotify() {
        phone(browser).tap {
            grantPermissions(['notifications'])
            addInitScript(PUSH_SERVICE)
        }
    }

    private static void push(BrowserContext phone, Page page, String data) {
        CDPSession browser = phone.newCDPSession(page)
        def registrations = []
        browser.on('ServiceWorker.workerRegistrationUpdated') { JsonObject event ->
            event.getAsJsonArray('registrations').each { registrations << it.asJsonObject }
        }
        browser.send('ServiceWorker.enable')
        for (int i = 0; i < 50 && !registrations; i++) {
            page.waitForTimeout(100)
        }
        def message = new JsonObject()
        message.addProperty('origin', page.url().replaceAll('(https?://[^/]+).*', '$1'))
        message.addProperty('registrationId', registrations.find { it.get('scopeURL').asString.endsWith('/ticket') }.get('registrationId').asString)
        message.addProperty('data', data)
        browser.send('ServiceWorker.deliverPushMessage', message)
        browser.detach()
    }

    private static List<List<String>> shown(Page page) {
        page.evaluate('''async () => {
            const worker = await navigator.serviceWorker.getRegistration('/ticket');
            return (await worker.getNotifications()).map((one) => [one.title, one.body, one.tag]);
        }''') as List
    }

    private List<String> targetsOf(UUID person) {
        asSuperuser {
            it.rows("SELECT value::json ->> 'endpoint' AS endpoint FROM contacts.push_target WHERE person_id = ? AND dead_at IS NULL", [person])*.endpoint as List<String>
        }
    }

    private static boolean until(Closure<Boolean> claim) {
        for (int i = 0; i < 50 && !claim(); i++) {
            sleep(100)
        }
        claim()
    }

    private static String unreadOnTicket(Page page) {
        def mark = page.locator('a[href="#inbox"] .mark')
        mark.count() ? mark.textContent().trim() : null
    }
}
