package org.profbilet.api.journeys

import com.microsoft.playwright.BrowserContext
import com.microsoft.playwright.Page
import com.microsoft.playwright.options.ColorScheme
import java.nio.file.Files
import java.nio.file.Path

/**
 * Looks at one screen as four people do: on a small phone, on a common one and at a desk, by day and
 * by night. What it finds is a list of sentences; the pictures are kept to be looked at.
 */
class Look {

    static final Map<String, List<Integer>> SIZES = [small: [320, 640], phone: [390, 844], desk: [1280, 900]]
    static final List<String> RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

    /** Headings of which none is left out, and one that names the screen. */
    static final String HEADINGS = '''() => {
        const open = document.querySelector('dialog[open]');
        const levels = [...(open ?? document).querySelectorAll('h1, h2, h3, h4')].filter((one) => one.checkVisibility()).map((one) => Number(one.tagName[1]));
        const troubles = [];
        if (!open && levels.filter((level) => level === 1).length !== 1) troubles.push(`h1: ${levels.filter((level) => level === 1).length}`);
        levels.forEach((level, place) => { if (place > 0 && level > levels[place - 1] + 1) troubles.push(`h${levels[place - 1]} then h${level}`); });
        return troubles;
    }'''

    /** What a thumb must hit is 44 px high; a link inside a sentence may be lower. */
    static final String TARGETS = '''() => [...document.querySelectorAll('button, .button, select, summary, nav a, .list a, input:not([type=checkbox]):not([type=radio]):not([type=file]), .tick')]
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 2 && one.getBoundingClientRect().height < 43.5)
        .map((one) => `${Math.round(one.getBoundingClientRect().height)} px high: ${one.outerHTML.slice(0, 80)}`)'''

    /** Nothing sticks out to the right, but what scrolls by itself. */
    static final String SCROLL = '''() => {
        const page = document.documentElement;
        if (page.scrollWidth <= page.clientWidth) return [];
        const out = [...document.body.querySelectorAll('*')].filter((one) => !one.closest('nav') && one.checkVisibility() && one.getBoundingClientRect().right > page.clientWidth + 1).slice(0, 3);
        return [`scrolls sideways: ${page.scrollWidth} > ${page.clientWidth}`, ...out.map((one) => one.outerHTML.slice(0, 100))];
    }'''

    static final String AXE = '''async (rules) => (await axe.run(document, { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] })).violations
        .filter((one) => ['serious', 'critical'].includes(one.impact))
        .map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 120) + ' ' + (node.any[0]?.message ?? '')).join(' | ')}`)'''

    private final Path folder
    private final List<String> found = []

    Look(Path folder) {
        this.folder = Files.createDirectories(folder)
    }

    /** Axe comes with every page of the context; the policy of the pages stays as it is. */
    static BrowserContext withAxe(BrowserContext context, Path nodeProject) {
        context.addInitScript(nodeProject.resolve('node_modules/axe-core/axe.min.js'))
        context
    }

    void at(Page page, String name) {
        page.waitForFunction("() => ![...document.querySelectorAll('.loading')].some((one) => one.checkVisibility())")
        report(name, HEADINGS, page)
        view(page, "$name-small-dark", ColorScheme.DARK, SIZES.small)
        SIZES.each { size, pixels -> view(page, "$name-$size-light", ColorScheme.LIGHT, pixels) }
    }

    /** What is drawn depends on the width, and how well it is read on the colours: the night is looked at in one width. */
    private void view(Page page, String view, ColorScheme scheme, List<Integer> pixels) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme))
        page.setViewportSize(pixels[0], pixels[1])
        report(view, SCROLL, page)
        if (pixels == SIZES.small) {
            report(view, AXE, page, RULES)
            report(view, TARGETS, page)
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve("${view}.png")).setFullPage(true))
    }

    List<String> troubles() {
        found
    }

    private void report(String view, String question, Page page, Object argument = null) {
        page.evaluate(question, argument).each { found << "$view: $it".toString() }
    }
}
