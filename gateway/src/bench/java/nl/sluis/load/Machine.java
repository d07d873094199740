package nl.sluis.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * On what it runs.
 *
 * @param load of the system when the run began: what else ran
 * @param fsyncMicros the median of a write of 8 kB that is forced to the disk, which bounds every commit
 */
record Machine(LocalDate day, String processor, int cores, String java, String kernel, double load, long fsyncMicros) {

    private static final int WRITES = 200;
    private static final int PAGE = 8_192;

    static Machine now() throws IOException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
        return new Machine(
                LocalDate.now(ZoneId.of("Europe/Amsterdam")),
                processor,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vendor") + " " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]),
                fsync());
    }

    private static long fsync() throws IOException {
        Path file = Files.createTempFile("sluis-fsync-", ".bin");
        long[] took = new long[WRITES];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < WRITES; i++) {
                long began = System.nanoTime();
                channel.write(ByteBuffer.allocate(PAGE));
                channel.force(false);
                took[i] = (System.nanoTime() - began) / 1000;
            }
        } finally {
            Files.delete(file);
        }
        Arrays.sort(took);
        return took[WRITES / 2];
    }
}
