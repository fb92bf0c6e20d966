package org.profbilet.api.member

import com.microsoft.playwright.Locator
import com.microsoft.playwright.Page
import com.microsoft.playwright.Route
import com.microsoft.playwright.options.AriaRole
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import org.profbilet.api.BrowserSpec

/** A ticket on several phones, on somebody else's phone, in a shop, and when it is good no more; in Chromium. */
@MicronautTest(transactional = false)
class PhonesOfMemberSpec extends BrowserSpec {

    def setup() {
        clock.followTheMachine()
    }

    def "a shop reads the code with a plain camera and learns: a member, and her initials"() {
        given:
        def shop = phone(browser)
        def hers = phone(browser)
        def page = ticketOf(aMember(union.primary, lastName: 'Сидорова', firstName: 'Ольга', middleName: 'Павловна'), hers)

        when:
        press(page, 'Показать в магазине')
        page.getByText('Ни имени, ни номера').waitFor()
        def picture = screenshotOf(page, 'ticket-for-shops')
        def text = run(MODULE, 'zbarimg', '--quiet', '--raw', picture).readLines().first()
        def counter = shop.newPage()
        counter.navigate(text.toLowerCase().replace('/v#', '/V#'))
        counter.getByText('Член Профсоюза').waitFor()
        screenshot(counter, 'shop-checked')

        then:
        text.startsWith(address().toUpperCase() + '/V#')
        counter.getByText('С. О. П.').isVisible()
        !counter.content().contains('Сидорова')
        page.getByRole(AriaRole.BUTTON, named('Закрыть')).click() == null

        cleanup:
        hers?.close()
        shop?.close()
    }

    def "a lost phone is ended from another one, and says so in words when it is found"() {
        given:
        def olga = aMember(union.primary, lastName: 'Дорохова')
        def found = phone(browser)
        def kept = phone(browser)
        def lost = ticketOf(olga, found)
        def page = ticketOf(olga, kept)

        when:
        go(page, '#phones')
        page.getByText('Этот телефон').waitFor()
        screenshot(page, 'ticket-phones')
        page.getByRole(AriaRole.BUTTON, matching(/Отключить билет.*/)).click()
        page.locator('dialog').getByText('Отключить', new Locator.GetByTextOptions().setExact(true)).click()
        page.getByText('Билет на том телефоне отключён').waitFor()
        lost.reload()
        lost.getByText('Билет на этом телефоне отключён').waitFor()
        screenshot(lost, 'ticket-ended-elsewhere')
        lost.reload()

        then:
        lost.getByText('Билет на этом телефоне отключён').waitFor() == null
        page.getByRole(AriaRole.BUTTON, matching(/Отключить билет.*/)).count() == 0

        cleanup:
        found?.close()
        kept?.close()
    }

    def "the card never disappears silently: #state is said in words, and the code is gone"() {
        given:
        def olga = aMember(union.primary, lastName: 'Ершова')
        def phone = phone(browser)
        def page = ticketOf(olga, phone)

        when:
        asSuperuser { change(it, olga, union.primary) }
        page.reload()
        page.getByText(words).first().waitFor()
        screenshot(page, "ticket-$state")

        then:
        page.getByText(advice).isVisible()
        page.locator('ticket-code').count() == 0
        page.getByText('Ершова').first().isVisible()

        cleanup:
        phone?.close()

        where:
        state       | words                       | advice
        'ended'     | 'Учёт прекращён 01.11.2026' | 'Если это ошибка'
        'suspended' | 'Приостановлен'             | 'Дайте его на бумаге'
        change << [
            { sql, person, primary -> sql.execute("UPDATE members.membership SET valid_until = '2026-11-01', end_reason = 'OWN_WISH' WHERE person_id = ?", [person]) },
            { sql, person, primary ->
                sql.firstRow("SELECT set_config('profbilet.primaries', ?, false)", [primary.toString()])
                insertDecision(sql, person, primary, 'UNION_PROCESSING', 'WITHDRAWN')
            }]
    }

    def "on a borrowed phone the ticket lies behind a code: nothing of it can be read, and signing out wipes it"() {
        given:
        def olga = aMember(union.primary, lastName: 'Журавлёва', firstName: 'Ольга')
        def vera = aMember(union.primary, lastName: 'Зимина', firstName: 'Вера')
        def phone = phone(browser)
        def page = ticketOf(olga, phone, '123456')
        def number = page.locator('.ticket-number').first().textContent().replaceAll(/\D/, '')

        when:
        def stored = everythingStored(page)
        page.reload()
        page.getByText('Чей билет открыть?').waitFor()
        screenshot(page, 'ticket-borrowed')
        page.locator('#pin').fill('654321')
        press(page, 'Открыть билет')
        page.getByText('Код не подошёл. Осталось: 4').waitFor()
        page.locator('#pin').fill('123456')
        press(page, 'Открыть билет')
        page.locator('.qr path').waitFor()

        then:
        !stored.contains(number)
        !stored.contains('Ольга')
        !stored.contains('"d"')

        when: 'a second person opens hers on the same phone'
        press(page, 'Закрыть билет')
        press(page, 'Открыть ещё один билет')
        typeSlip(page, slipFor(vera), '111111')
        page.locator('.qr path').waitFor()
        press(page, 'Закрыть билет')
        page.getByText('Журавлёва О.').first().waitFor()
        screenshot(page, 'ticket-borrowed-two')

        then:
        page.getByText('Зимина В.').first().isVisible()

        when: 'the first one signs out'
        page.getByRole(AriaRole.BUTTON, matching(/Это я.*Журавлёва.*/)).click()
        page.locator('#pin').fill('123456')
        press(page, 'Открыть билет')
        page.locator('.qr path').waitFor()
        press(page, 'Убрать билет с этого телефона')
        page.locator('dialog').getByText('Убрать билет', new Locator.GetByTextOptions().setExact(true)).click()
        page.getByText('Зимина В.').waitFor()

        then:
        page.getByText('Журавлёва').count() == 0
        asSuperuser { it.firstRow('SELECT count(*) AS open FROM credentials.device WHERE person_id = ? AND revoked_at IS NULL', [olga]).open } == 0

        when: 'somebody guesses the code of the second'
        5.times {
            page.locator('#pin').fill("99999$it")
            press(page, 'Открыть билет')
            page.waitForCondition { page.locator('[aria-busy=true]').count() == 0 }
        }
        page.getByRole(AriaRole.BUTTON, named('Открыть мой билет')).waitFor()

        then:
        !everythingStored(page).contains('Зимина')

        cleanup:
        phone?.close()
    }

    def "an answer that comes after the ticket was #left stays with nobody: the phone keeps nothing of hers in clear"() {
        given:
        def olga = aMember(union.primary, lastName: 'Лапина', firstName: 'Ольга')
        def phone = phone(browser)
        def page = ticketOf(olga, phone, '123456')
        List<Route> held = []
        page.route('**/v1/member/card', { route -> held << route })
        page.reload()
        page.locator('#pin').fill('123456')
        press(page, 'Открыть билет')
        page.locator('.qr path').waitFor()
        page.waitForCondition { !held.empty }

        when:
        leave(page)
        page.locator(next).first().waitFor()
        held*.resume()
        page.waitForTimeout(500)

        then:
        page.locator('.qr path').count() == 0
        !everythingStored(page).contains('Ольга')

        cleanup:
        phone?.close()

        where:
        left      | next                   | leave
        'closed'  | 'ticket-profiles #pin' | { it.getByText('Закрыть билет').click() }
        'removed' | 'ticket-activation'    | {
            it.getByText('Убрать билет с этого телефона').click()
            it.locator('dialog').getByText('Убрать билет', new Locator.GetByTextOptions().setExact(true)).click()
        }
    }

    def "beside her own ticket another person's opens with a code, and hers stays"() {
        given:
        def phone = phone(browser)
        def page = ticketOf(aMember(union.primary, lastName: 'Ильина'), phone)

        when:
        press(page, 'Билет другого человека')
        typeSlip(page, slipFor(aMember(union.primary, lastName: 'Котова')), '222222')
        page.getByText('Котова').first().waitFor()
        page.reload()
        page.getByText('Ильина').first().waitFor()
        page.locator('.qr path').waitFor()
        press(page, 'Билет другого человека')

        then:
        page.getByText('Котова М. П.').waitFor() == null

        cleanup:
        phone?.close()
    }

    /** All that the page keeps on this phone, as whoever holds the phone reads it. */
    private static String everythingStored(Page page) {
        page.evaluate('''async () => {
            const opening = indexedDB.open('profbilet-ticket');
            const data = await new Promise((resolve) => (opening.onsuccess = () => resolve(opening.result)));
            const all = (name) => new Promise((resolve) => (data.transaction(name).objectStore(name).getAll().onsuccess = (event) => resolve(event.target.result)));
            const text = (value) => (value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? new TextDecoder().decode(value)
              : value && typeof value === 'object' ? Object.entries(value).map(([key, part]) => `"${key}"${text(part)}`).join() : String(value));
            const found = text([await all('kept'), await all('locked')]);
            data.close();
            return found;
        }''') as String
    }

    private String screenshotOf(Page page, String name) {
        def path = MODULE.resolve("target/screenshots/${name}.png")
        page.screenshot(new Page.ScreenshotOptions().setPath(path))
        path.toString()
    }
}
