package org.profbilet.accounts

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Duration
import java.util.concurrent.CompletableFuture
import org.profbilet.testing.DatabaseSpec

@MicronautTest(transactional = false)
class SignInSpec extends DatabaseSpec {

    private static final String PASSWORD = 'длинный пароль 1'

    @Inject
    OpenAccount openAccount

    @Inject
    SignIn signIn

    @Inject
    Sessions sessions

    @Inject
    ChangePassword changePassword

    def "a chair signs in with her login and password, however she writes the login"() {
        given:
        def account = anAccount('chair-one')

        when:
        def outcome = signIn.signIn('  Chair-ONE ', PASSWORD)

        then:
        outcome instanceof SignInOutcome.SignedIn
        outcome.accountId() == account
        sessions.stateOf(outcome.sessionId()) == Sessions.State.ALIVE
    }

    def "a wrong password and an unknown login are refused alike"() {
        given:
        anAccount('chair-two')

        expect:
        signIn.signIn('chair-two', 'другой пароль') == new SignInOutcome.Refused()
        signIn.signIn('nobody', PASSWORD) == new SignInOutcome.Refused()
    }

    def "five wrong passwords close the login for a quarter of an hour, even for the right one"() {
        given:
        anAccount('chair-three')
        def answers = (1..5).collect { signIn.signIn('chair-three', 'мимо') }

        when:
        def rightButLocked = signIn.signIn('chair-three', PASSWORD)
        clock.advance(Duration.ofMinutes(15))
        def later = signIn.signIn('chair-three', PASSWORD)

        then:
        answers.take(4).every { it == new SignInOutcome.Refused() }
        answers.last() instanceof SignInOutcome.Locked
        rightButLocked instanceof SignInOutcome.Locked
        later instanceof SignInOutcome.SignedIn
    }

    def "of many parallel guesses no more than five are looked at"() {
        given:
        anAccount('chair-four')

        when:
        def answers = (1..12).collect { n ->
            CompletableFuture.supplyAsync { signIn.signIn('chair-four', "мимо $n") }
        }*.get()

        then:
        answers.count { it instanceof SignInOutcome.Refused } == 4
        answers.count { it instanceof SignInOutcome.Locked } == 8
    }

    def "every renewal changes the refresh token and an old one that comes back ends the family"() {
        given:
        anAccount('chair-five')
        def opened = signIn.signIn('chair-five', PASSWORD)

        when:
        def renewed = sessions.renew(opened.refreshToken()).get()
        def retried = sessions.renew(opened.refreshToken())
        clock.advance(Duration.ofSeconds(11))
        def replayed = sessions.renew(renewed.refreshToken())

        then:
        renewed.refreshToken() != opened.refreshToken()
        retried.present
        replayed.empty
        sessions.stateOf(opened.sessionId()) == Sessions.State.DEAD
    }

    def "a new password ends all other sessions"() {
        given:
        def account = anAccount('chair-six')
        def before = signIn.signIn('chair-six', PASSWORD)

        when:
        def outcome = changePassword.change(account, UUID.randomUUID(), PASSWORD, 'совсем новый пароль')

        then:
        outcome instanceof ChangePassword.Outcome.Changed
        sessions.stateOf(before.sessionId()) == Sessions.State.DEAD
        sessions.stateOf(outcome.session().id()) == Sessions.State.ALIVE
    }

    def "a new password is refused when #because"() {
        given:
        def account = anAccount("chair-$because")

        expect:
        changePassword.change(account, UUID.randomUUID(), current, next) == new ChangePassword.Outcome.Refused(because)

        where:
        current  | next                  || because
        'мимо'   | 'совсем новый пароль' || ChangePassword.Reason.CURRENT_PASSWORD_WRONG
        PASSWORD | 'короткий'            || ChangePassword.Reason.NEW_PASSWORD_TOO_SHORT
        PASSWORD | PASSWORD              || ChangePassword.Reason.NEW_PASSWORD_SAME
    }

    private UUID anAccount(String login) {
        openAccount.open(login, 'Пензина А. В.', PASSWORD, false)
    }
}
