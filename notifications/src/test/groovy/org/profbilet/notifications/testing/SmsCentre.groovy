package org.profbilet.notifications.testing

import java.nio.charset.Charset
import java.nio.charset.StandardCharsets
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.atomic.AtomicInteger
import org.jsmpp.bean.DataCodings
import org.jsmpp.bean.ESMClass
import org.jsmpp.bean.GSMSpecificFeature
import org.jsmpp.bean.InterfaceVersion
import org.jsmpp.bean.MessageMode
import org.jsmpp.bean.MessageType
import org.jsmpp.bean.NumberingPlanIndicator
import org.jsmpp.bean.OptionalParameter
import org.jsmpp.bean.RegisteredDelivery
import org.jsmpp.bean.SubmitSm
import org.jsmpp.bean.TypeOfNumber
import org.jsmpp.extra.ProcessRequestException
import org.jsmpp.session.SMPPServerSession
import org.jsmpp.session.SMPPServerSessionListener
import org.jsmpp.session.ServerMessageReceiverListener
import org.jsmpp.session.SubmitSmResult
import org.jsmpp.session.connection.ServerConnectionFactory
import org.jsmpp.session.connection.socket.ServerSocketConnection
import org.jsmpp.util.MessageId

/** An operator's SMS centre on this machine: the library's own server side, with faults on demand. */
class SmsCentre implements Closeable {

    final List<SubmitSm> submitted = new CopyOnWriteArrayList<>()
    final AtomicInteger binds = new AtomicInteger()
    final AtomicInteger enquiries = new AtomicInteger()

    /** Gets the submission and its session, gives the message's number or throws. */
    volatile Closure<String> answer

    /** 0 lets everybody in. */
    volatile int bindStatus

    private final AtomicInteger numbers = new AtomicInteger(4096)
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>()
    private SMPPServerSessionListener listener
    private int port

    SmsCentre() {
        wellBehaved()
        open()
    }

    int getPort() {
        port
    }

    void wellBehaved() {
        bindStatus = 0
        answer = { SubmitSm sms, SMPPServerSession session -> Integer.toHexString(numbers.incrementAndGet()).toUpperCase() }
    }

    /** After a fall the centre is there again under the same port. */
    void open() {
        def socket = new ServerSocket(port, 10, InetAddress.loopbackAddress)
        port = socket.localPort
        listener = new SMPPServerSessionListener(port, { Object... limits -> new ServerSocketConnection(socket) } as ServerConnectionFactory)
        def mine = listener
        Thread.startDaemon {
            while (true) {
                try {
                    serve(mine.accept())
                } catch (IOException closed) {
                    return
                }
            }
        }
    }

    void fall() {
        listener.close()
        sessions*.close()
        sessions.clear()
    }

    @Override
    void close() {
        fall()
    }

    static Closure<String> refuses(int status) {
        { SubmitSm sms, SMPPServerSession session -> throw new ProcessRequestException('refused', status) }
    }

    /** What phones show: parts joined by their headers. */
    String getText() {
        submitted.collect { SubmitSm sms ->
            def body = sms.shortMessage
            new String(sms.udhi ? Arrays.copyOfRange(body, 1 + body[0], body.length) : body, charsetOf(sms))
        }.join('')
    }

    /** Over the newest line that brings receipts. */
    void tell(String receipt, OptionalParameter... parameters) {
        sessions.reverse().find { it.sessionState.receivable }.deliverShortMessage('', TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, '79990000000',
                TypeOfNumber.ALPHANUMERIC, NumberingPlanIndicator.UNKNOWN, 'Profbilet',
                new ESMClass(MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
                (byte) 0, (byte) 0, new RegisteredDelivery(0), DataCodings.ZERO,
                receipt.getBytes(StandardCharsets.ISO_8859_1), parameters)
    }

    private void serve(SMPPServerSession session) {
        session.transactionTimer = 5000
        session.messageReceiverListener = [
            onAcceptSubmitSm   : { SubmitSm sms, SMPPServerSession from ->
                submitted << sms
                new SubmitSmResult(new MessageId(answer.call(sms, from)), new OptionalParameter[0])
            },
            onAcceptEnquireLink: { enquiry, from -> enquiries.incrementAndGet() }
        ] as ServerMessageReceiverListener
        Thread.startDaemon {
            def bind = session.waitForBind(5000)
            binds.incrementAndGet()
            if (bindStatus) {
                bind.reject(bindStatus)
            } else {
                sessions << session
                bind.accept('centre', InterfaceVersion.IF_34)
            }
        }
    }

    private static Charset charsetOf(SubmitSm sms) {
        sms.dataCoding == 8 ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII
    }
}
