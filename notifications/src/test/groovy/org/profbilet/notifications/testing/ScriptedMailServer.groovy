package org.profbilet.notifications.testing

import java.net.InetAddress
import java.net.ServerSocket
import java.net.Socket
import java.nio.charset.StandardCharsets
import java.util.concurrent.CopyOnWriteArrayList

/** A mail server that answers as told, where a real one would have to be broken on purpose. */
class ScriptedMailServer implements Closeable {

    /** By command: an answer, or the word DROP for a line that breaks. */
    final Map<String, String> answers = [:].asSynchronized()
    final List<String> commands = new CopyOnWriteArrayList<>()
    final List<String> letters = new CopyOnWriteArrayList<>()
    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.loopbackAddress)

    ScriptedMailServer() {
        Thread.startDaemon {
            while (!server.closed) {
                try {
                    def line = server.accept()
                    Thread.startDaemon { serve(line) }
                } catch (IOException ignored) {
                    // closed by the specification
                }
            }
        }
    }

    int getPort() {
        server.localPort
    }

    @Override
    void close() {
        server.close()
    }

    private void serve(Socket line) {
        line.withCloseable {
            def input = line.inputStream.newReader(StandardCharsets.UTF_8.name())
            def say = { String text ->
                line.outputStream.write("$text\r\n".getBytes(StandardCharsets.US_ASCII))
                line.outputStream.flush()
            }
            say('220 mail.example')
            for (String command = input.readLine(); command != null; command = input.readLine()) {
                commands << command
                def verb = command.takeWhile { it != ' ' && it != ':' }.toUpperCase()
                def answer = answers[verb] ?: (verb == 'DATA' ? '354 go on' : '250 2.0.0 fine')
                if (answer == 'DROP') {
                    return
                }
                say(answer)
                if (verb == 'DATA' && answer.startsWith('354') && !content(input, say)) {
                    return
                }
            }
        }
    }

    private boolean content(BufferedReader input, Closure say) {
        def text = new StringBuilder()
        for (String row = input.readLine(); row != '.'; row = input.readLine()) {
            if (row == null) {
                return false
            }
            text.append(row).append('\n')
        }
        letters << text.toString()
        def answer = answers['DOT'] ?: '250 2.0.0 taken'
        if (answer == 'DROP') {
            return false
        }
        say(answer)
        true
    }
}
