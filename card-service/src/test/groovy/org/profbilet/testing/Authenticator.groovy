package org.profbilet.testing

import java.time.Instant
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec

/** An authenticator app on somebody's telephone (RFC 6238), written apart from the server's own. */
class Authenticator {

    private final byte[] secret

    /** What the app reads from the QR. */
    Authenticator(String base32) {
        def bits = base32.collect { Integer.toBinaryString(32 + 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(it)).substring(1) }.join('')
        secret = (0..<bits.length().intdiv(8)).collect { Integer.parseInt(bits.substring(it * 8, it * 8 + 8), 2) as byte } as byte[]
    }

    String code(Instant moment) {
        def mac = Mac.getInstance('HmacSHA1')
        mac.init(new SecretKeySpec(secret, 'HmacSHA1'))
        def hash = mac.doFinal(new BigInteger(Long.toString(moment.epochSecond.intdiv(30))).toByteArray().with { [0] * (8 - it.length) + it.toList() } as byte[])
        int offset = hash[-1] & 15
        def number = new BigInteger(1, hash[offset..offset + 3] as byte[]).and(BigInteger.valueOf(0x7fffffff))
        String.format('%06d', number.mod(BigInteger.valueOf(1_000_000)))
    }
}
