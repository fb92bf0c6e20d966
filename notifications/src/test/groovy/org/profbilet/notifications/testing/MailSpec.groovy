package org.profbilet.notifications.testing

import com.icegreen.greenmail.util.GreenMail
import com.icegreen.greenmail.util.ServerSetup
import spock.lang.Shared

/** Notifications with a mail server that takes every letter and keeps it. */
abstract class MailSpec extends NotificationsSpec {

    @Shared
    protected GreenMail mail

    @Override
    Map<String, String> getProperties() {
        if (mail == null) {
            mail = new GreenMail(new ServerSetup(0, '127.0.0.1', ServerSetup.PROTOCOL_SMTP))
            mail.start()
        }
        super.properties + [
            'profbilet.smtp.host'    : '127.0.0.1',
            'profbilet.smtp.port'    : "${mail.smtp.port}".toString(),
            'profbilet.smtp.security': 'NONE',
            'profbilet.smtp.from'    : 'noreply@bilet.example'
        ]
    }

    def cleanup() {
        mail.purgeEmailFromAllMailboxes()
    }

    def cleanupSpec() {
        mail.stop()
    }
}
