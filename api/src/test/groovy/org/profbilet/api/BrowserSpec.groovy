package org.profbilet.api

import com.microsoft.playwright.Browser
import com.microsoft.playwright.BrowserContext
import com.microsoft.playwright.BrowserType.LaunchOptions
import com.microsoft.playwright.Page
import com.microsoft.playwright.Playwright
import com.microsoft.playwright.options.AriaRole
import java.nio.file.Files
import java.nio.file.Path
import java.util.regex.Pattern
import org.profbilet.testing.Authenticator
import org.profbilet.testing.Union
import spock.lang.AutoCleanup
import spock.lang.Shared

/**
 * A specification in Chromium, at the size of a phone. Screenshots land in target/screenshots, to be
 * looked at. The driver comes from npm: the one in the Java archive weighs 200 MB.
 */
abstract class BrowserSpec extends HttpSpec {

    static final Path MODULE = Path.of('').toAbsolutePath()
    static final Path NODE_PROJECT = MODULE.resolve('src/test/browser')

    @Shared
    @AutoCleanup
    protected Playwright playwright = Playwright.create(
            new Playwright.CreateOptions().setEnv([PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1']))

    @Shared
    protected Browser browser

    @Shared
    protected Map<String, Page> desks = [:]

    def setup() {
        browser = browser ?: chromium()
    }

    def setupSpec() {
        Files.createDirectories(MODULE.resolve('target/screenshots'))
    }

    static {
        System.setProperty('playwright.cli.dir', driver().toString())
    }

    /** A browser; its camera shows the given y4m film, if any. */
    protected Browser chromium(Path film = null) {
        def arguments = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
                         '--disable-background-networking', '--disable-component-update', '--disable-sync',
                         '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream']
        if (film) {
            arguments << "--use-file-for-fake-video-capture=$film".toString()
        }
        playwright.chromium().launch(
                new LaunchOptions().setExecutablePath(chromiumPath()).setArgs(arguments))
    }

    /** A phone of its own: nothing is shared with another one. */
    protected BrowserContext phone(Browser browser) {
        browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address())
                .setViewportSize(390, 844)
                .setDeviceScaleFactor(2)
                .setLocale('ru-RU')
                .setPermissions(['camera']))
    }

    protected BrowserContext computer(Browser browser) {
        browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address())
                .setViewportSize(1280, 900)
                .setLocale('ru-RU'))
    }

    /** The desk of somebody, signed in once, at a place. */
    protected Page desk(String login, String place) {
        def page = desks.computeIfAbsent(login) {
            computer(browser).newPage().tap {
                signIn(it, login)
            }
        }
        go(page, place)
        page
    }

    /** Signs in at the desk; who needs the second step connects an app first. */
    protected void signIn(Page page, String login) {
        page.navigate('/desk')
        page.getByLabel('Логин').fill(login)
        page.getByLabel('Пароль').fill(Union.PASSWORD)
        press(page, 'Войти')
        page.locator('header nav, desk-second-step input').first().waitFor()
        if (page.locator('desk-second-step input').count()) {
            passSecondStep(page, login)
        }
        page.locator('header nav').first().waitFor()
    }

    protected void passSecondStep(Page page, String login) {
        def secret = page.locator('[data-secret]')
        boolean first = secret.count()
        if (first) {
            authenticators[login] = new Authenticator(secret.getAttribute('data-secret'))
        }
        forgetUsedCodes()
        page.locator('#code').fill(authenticators[login].code(clock.instant()))
        press(page, first ? 'Подключить' : 'Войти')
        if (first) {
            press(page, 'Коды записаны, продолжить')
        }
    }

    /** What a chair hands out to open a ticket with. */
    protected Map slipFor(UUID person) {
        post("/v1/chair/primaries/$union.primary/members/$person/activation-slip", [:], tokenOf('chair'),
                ['Idempotency-Key': UUID.randomUUID().toString()]).body
    }

    /** Her ticket on this phone, by the link of her slip; behind a code where the phone is not hers. */
    protected Page ticketOf(UUID person, BrowserContext phone, String pin = null) {
        def slip = slipFor(person)
        phone.newPage().tap {
            navigate("/ticket#${slip.link.split('#')[1]}")
            getByLabel('Код с листка').waitFor()
            if (pin) {
                getByText('Это чужой телефон').click()
            }
            typeCode(it, slip, pin)
            locator('.qr path').waitFor()
        }
    }

    /** The slip typed from paper. */
    protected static void typeSlip(Page page, Map slip, String pin = null) {
        page.getByLabel('Номер билета').fill(slip.ticketNumber)
        typeCode(page, slip, pin)
    }

    protected static void typeCode(Page page, Map slip, String pin) {
        page.getByLabel('Дата рождения').fill('01.02.1980')
        page.getByLabel('Код с листка').fill(slip.code)
        if (pin) {
            page.getByLabel('Придумайте код').fill(pin)
        }
        press(page, 'Открыть мой билет')
    }

    /** Elsewhere and back: the screen is made anew. */
    protected static void go(Page page, String place) {
        page.evaluate("place => { location.hash = ''; setTimeout(() => location.hash = place, 50) }", place)
        page.waitForTimeout(300)
    }

    protected static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, named(name)).first().click()
    }

    protected static Page.GetByRoleOptions named(String name) {
        new Page.GetByRoleOptions().setName(name)
    }

    protected static Page.GetByRoleOptions matching(String pattern) {
        new Page.GetByRoleOptions().setName(Pattern.compile(pattern, Pattern.DOTALL))
    }

    protected void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(MODULE.resolve("target/screenshots/${name}.png"))
                .setFullPage(true))
    }

    protected String address() {
        "http://localhost:${server.port}"
    }

    /** Runs a command and gives its output; an exit code other than 0 fails the specification. */
    protected static String run(Path directory, String... command) {
        def errors = Files.createTempFile('errors', '.txt')
        def process = new ProcessBuilder(command).directory(directory.toFile()).redirectError(errors.toFile()).start()
        def output = process.inputStream.getText('UTF-8')
        assert process.waitFor() == 0: "${command[0]}: ${Files.readString(errors)}"
        Files.delete(errors)
        output
    }

    private static Path chromiumPath() {
        ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
                .collect { Path.of(it) }
                .find { Files.isExecutable(it) } ?: { throw new IllegalStateException('Chromium is not installed') }()
    }

    /** The folder Playwright asks for: a node, and its package. */
    private static Path driver() {
        if (!['playwright-core', 'axe-core', 'jose'].every { Files.isDirectory(NODE_PROJECT.resolve("node_modules/$it")) }) {
            run(NODE_PROJECT, 'npm', 'ci')
        }
        def folder = Files.createDirectories(MODULE.resolve('target/playwright'))
        link(folder.resolve('package'), NODE_PROJECT.resolve('node_modules/playwright-core'))
        link(folder.resolve('node'), Path.of(run(folder, 'node', '-p', 'process.execPath').trim()))
        folder
    }

    private static void link(Path link, Path target) {
        if (!Files.isSymbolicLink(link)) {
            Files.createSymbolicLink(link, target)
        }
    }
}
