package nl.sluis.attachment;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * clamd's INSTREAM over TCP (clamd(8)): pieces with their length before them, a piece of length nothing at the end, one answer.
 * Only the two answers that are known count; everything else is no answer.
 */
final class ClamAvScanner implements ContentScanner {

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final String CLEAN = "stream: OK";
    private static final Pattern FOUND = Pattern.compile("stream: ([\\x21-\\x7e]{1,200}) FOUND");
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;

    private final ScanSettings.ClamAv settings;

    ClamAvScanner(ScanSettings.ClamAv settings) {
        this.settings = settings;
    }

    @Override
    public Finding scan(InputStream content) {
        try (Socket socket = new Socket()) {
            // Writing to one that does not read has no timeout of its own; closing ends it
            Executor later = CompletableFuture.delayedExecutor(
                    settings.timeout().toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread);
            CompletableFuture<Void> deadline = CompletableFuture.runAsync(() -> close(socket), later);
            try {
                int timeout = Math.toIntExact(settings.timeout().toMillis());
                socket.setSoTimeout(timeout);
                socket.connect(new InetSocketAddress(settings.host(), settings.port()), timeout);
                return finding(exchange(socket, content));
            } finally {
                deadline.cancel(false);
            }
        } catch (IOException e) {
            return new Finding.Unavailable("NO_ANSWER");
        }
    }

    // It may answer before it has everything, and close: what it said then counts
    private static String exchange(Socket socket, InputStream content) throws IOException {
        IOException broken = give(socket, content);
        String answer = answer(socket.getInputStream());
        if (broken != null && !FOUND.matcher(answer).matches()) {
            throw broken;
        }
        return answer;
    }

    private static @Nullable IOException give(Socket socket, InputStream content) throws IOException {
        byte[] piece = new byte[PIECE];
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.write(COMMAND);
        int length = content.readNBytes(piece, 0, PIECE);
        while (length > 0) {
            try {
                out.writeInt(length);
                out.write(piece, 0, length);
            } catch (IOException e) {
                return e;
            }
            length = content.readNBytes(piece, 0, PIECE);
        }
        try {
            out.writeInt(0);
            out.flush();
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private static String answer(InputStream in) throws IOException {
        byte[] read = new byte[LONGEST_ANSWER];
        int length = 0;
        int one = in.read();
        while (one > 0) {
            if (length == LONGEST_ANSWER) {
                throw new IOException("the answer is longer than is read");
            }
            read[length++] = (byte) one;
            one = in.read();
        }
        if (one < 0) {
            throw new IOException("the answer breaks off");
        }
        return new String(read, 0, length, StandardCharsets.US_ASCII);
    }

    private static Finding finding(String answer) {
        if (answer.equals(CLEAN)) {
            return new Finding.Clean();
        }
        Matcher found = FOUND.matcher(answer);
        return found.matches() ? new Finding.Infected(found.group(1)) : new Finding.Unavailable("WRONG_ANSWER");
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed all the same
        }
    }
}
