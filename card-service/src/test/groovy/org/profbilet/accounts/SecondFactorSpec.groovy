package org.profbilet.accounts

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.nio.charset.StandardCharsets
import java.time.Duration
import java.time.Instant
import org.profbilet.testing.Authenticator
import org.profbilet.testing.DatabaseSpec

@MicronautTest(transactional = false)
class SecondFactorSpec extends DatabaseSpec {

    @Inject
    OpenAccount openAccount

    @Inject
    SignIn signIn

    @Inject
    SecondFactors secondFactors

    @Inject
    Sessions sessions

    def "codes are those of RFC 6238, appendix B"() {
        expect:
        Totp.code('12345678901234567890'.getBytes(StandardCharsets.US_ASCII), Totp.stepAt(Instant.ofEpochSecond(second)), 8) == code

        where:
        second      || code
        59          || '94287082'
        1111111109  || '07081804'
        1111111111  || '14050471'
        1234567890  || '89005924'
        2000000000  || '69279037'
        20000000000 || '65353130'
    }

    def "the first code confirms the app, gives ten recovery codes and passes the session"() {
        given:
        def someone = signedIn()

        when:
        def app = connect(someone)
        def passed = pass(someone, app)

        then:
        passed.recoveryCodes().size() == 10
        passed.recoveryCodes().every { it ==~ /[A-Z2-7]{5}-[A-Z2-7]{5}/ }
        sessions.stateOf(someone.sessionId()) == Sessions.State.ALIVE_WITH_SECOND_FACTOR
    }

    def "from then on a password alone opens nothing but the question for the code"() {
        given:
        def someone = signedIn()
        def app = connect(someone)
        pass(someone, app)

        when:
        def again = again(someone)

        then:
        sessions.stateOf(again.sessionId()) == Sessions.State.SECOND_FACTOR_REQUIRED
        secondFactors.enrol(again.accountId(), again.sessionId()).empty

        when:
        clock.advance(Totp.STEP)
        pass(again, app)

        then:
        sessions.stateOf(again.sessionId()) == Sessions.State.ALIVE_WITH_SECOND_FACTOR
    }

    def "a code that was taken is refused the second time, whoever brings it, and so is an older one"() {
        given:
        def someone = signedIn()
        def app = connect(someone)
        def code = app.code(clock.instant())
        def older = app.code(clock.instant() - Totp.STEP)
        secondFactors.pass(someone.accountId(), someone.sessionId(), code)
        def thief = again(someone)

        expect:
        secondFactors.pass(thief.accountId(), thief.sessionId(), code) instanceof SecondFactors.Outcome.Refused
        secondFactors.pass(thief.accountId(), thief.sessionId(), older) instanceof SecondFactors.Outcome.Refused
        sessions.stateOf(thief.sessionId()) == Sessions.State.SECOND_FACTOR_REQUIRED
    }

    def "a telephone may be half a minute wrong, and not more"() {
        given:
        def someone = signedIn()
        def app = connect(someone)

        expect:
        (secondFactors.pass(someone.accountId(), someone.sessionId(), app.code(clock.instant() + drift)) instanceof SecondFactors.Outcome.Passed) == taken

        where:
        drift                  || taken
        Duration.ofSeconds(30) || true
        Duration.ofSeconds(-30) || true
        Duration.ofSeconds(61) || false
        Duration.ofSeconds(-61) || false
    }

    def "a recovery code passes once, typed as people type"() {
        given:
        def someone = signedIn()
        def code = pass(someone, connect(someone)).recoveryCodes().first()
        def (one, two) = [again(someone), again(someone)]

        expect:
        secondFactors.pass(one.accountId(), one.sessionId(), code.toLowerCase().replace('-', ' ')) instanceof SecondFactors.Outcome.Passed
        secondFactors.pass(two.accountId(), two.sessionId(), code) instanceof SecondFactors.Outcome.Refused
    }

    def "five wrong codes close the step for a quarter of an hour, for the right code too"() {
        given:
        def someone = signedIn()
        def app = connect(someone)
        pass(someone, app)
        def thief = again(someone)
        clock.advance(Totp.STEP)

        when:
        def tries = (1..5).collect { secondFactors.pass(thief.accountId(), thief.sessionId(), '000000') }
        def right = secondFactors.pass(thief.accountId(), thief.sessionId(), app.code(clock.instant()))
        clock.advance(SecondFactors.LOCK)
        def later = secondFactors.pass(thief.accountId(), thief.sessionId(), app.code(clock.instant()))

        then:
        tries.take(4).every { it instanceof SecondFactors.Outcome.Refused }
        tries.last() instanceof SecondFactors.Outcome.Locked
        right instanceof SecondFactors.Outcome.Locked
        later instanceof SecondFactors.Outcome.Passed
    }

    def "a new telephone takes over with its first code, and the old one is out"() {
        given:
        def someone = signedIn()
        def old = connect(someone)
        pass(someone, old)

        when:
        clock.advance(Totp.STEP)
        def fresh = connect(someone)
        pass(someone, fresh)
        clock.advance(Totp.STEP)
        def next = again(someone)

        then:
        secondFactors.pass(next.accountId(), next.sessionId(), old.code(clock.instant())) instanceof SecondFactors.Outcome.Refused
        secondFactors.pass(next.accountId(), next.sessionId(), fresh.code(clock.instant())) instanceof SecondFactors.Outcome.Passed
    }

    def "a copy of the database holds no secret of an app and no recovery code"() {
        given:
        def someone = signedIn()
        def enrolment = secondFactors.enrol(someone.accountId(), someone.sessionId()).get()
        def passed = pass(someone, new Authenticator(enrolment.secret()))

        when:
        def dump = asSuperuser { sql ->
            ['second_factor', 'recovery_code'].collectMany { sql.rows("SELECT t::text AS row FROM accounts.$it t".toString())*.row }.join('\n')
        }

        then:
        !dump.contains(enrolment.secret())
        !passed.recoveryCodes().any { dump.contains(it) || dump.contains(it.replace('-', '')) }
    }

    private SignInOutcome.SignedIn signedIn() {
        def login = "staff-${UUID.randomUUID()}".toString()
        logins[openAccount.open(login, 'Областная О. О.', 'длинный пароль', false)] = login
        (SignInOutcome.SignedIn) signIn.signIn(login, 'длинный пароль')
    }

    private final Map<UUID, String> logins = [:]

    private SignInOutcome.SignedIn again(SignInOutcome.SignedIn someone) {
        (SignInOutcome.SignedIn) signIn.signIn(logins[someone.accountId()], 'длинный пароль')
    }

    private Authenticator connect(SignInOutcome.SignedIn someone) {
        new Authenticator(secondFactors.enrol(someone.accountId(), someone.sessionId()).get().secret())
    }

    private SecondFactors.Outcome.Passed pass(SignInOutcome.SignedIn someone, Authenticator app) {
        (SecondFactors.Outcome.Passed) secondFactors.pass(someone.accountId(), someone.sessionId(), app.code(clock.instant()))
    }
}
