package nl.sluis.attachment;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks clamd's INSTREAM on loopback, and answers what it is told to, also wrongly. */
final class FakeClamd implements AutoCloseable {

    private final ServerSocket server;
    private final Manner manner;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile long read;

    /** How it behaves: reads, answers, or does neither. */
    interface Manner {
        void serve(DataInputStream in, OutputStream out) throws IOException;
    }

    private FakeClamd(Manner manner) throws IOException {
        this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.manner = manner;
        Thread.ofVirtual().start(this::run);
    }

    static FakeClamd behaving(Manner manner) {
        try {
            return new FakeClamd(manner);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads everything as the protocol has it, and then says this. */
    static FakeClamd answering(String answer) {
        FakeClamd[] self = new FakeClamd[1];
        self[0] = behaving((in, out) -> {
            self[0].read = stream(in);
            out.write(answer.getBytes(StandardCharsets.US_ASCII));
        });
        return self[0];
    }

    /** Reads one stream; how many bytes it had. */
    static long stream(DataInputStream in) throws IOException {
        byte[] command = in.readNBytes(10);
        if (!new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
            throw new IOException("not the command");
        }
        long total = 0;
        int length = in.readInt();
        while (length != 0) {
            total += in.readNBytes(length).length;
            length = in.readInt();
        }
        return total;
    }

    ScanSettings.ClamAv settings(java.time.Duration timeout) {
        return new ScanSettings.ClamAv("127.0.0.1", server.getLocalPort(), timeout);
    }

    int port() {
        return server.getLocalPort();
    }

    /** How many bytes the last stream had. */
    long read() {
        return read;
    }

    private void run() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            manner.serve(new DataInputStream(socket.getInputStream()), socket.getOutputStream());
        } catch (IOException e) {
            // The other side has gone
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
