package nl.sluis.chaos;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file system of its own in memory, which can be made full and free again without touching what is on it. */
final class SmallDisk implements AutoCloseable {

    private static final long ROOM = 2L << 30;
    private static final long MOST_SPARE = 16L << 20;

    private final Path directory;

    private SmallDisk(Path directory) {
        this.directory = directory;
    }

    /** Mounts one; empty where this machine does not let us. */
    static Optional<SmallDisk> mount(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        boolean mounted = "root".equals(System.getProperty("user.name"))
                && run("mount", "-t", "tmpfs", "-o", "size=" + ROOM, "sluis-chaos", directory.toString());
        return mounted ? Optional.of(new SmallDisk(directory)) : Optional.empty();
    }

    Path directory() {
        return directory;
    }

    /** From now on next to nothing more fits on it. */
    void fill() throws IOException, InterruptedException {
        FileStore store = Files.getFileStore(directory);
        // It is written to meanwhile, and is never made smaller than what is on it
        for (long spare = store.getBlockSize(); spare < MOST_SPARE; spare *= 2) {
            long used = store.getTotalSpace() - store.getUnallocatedSpace();
            if (resize(used + spare)) {
                return;
            }
        }
        throw new IOException("the disk cannot be filled");
    }

    /** Makes room again. */
    void free() throws IOException, InterruptedException {
        if (!resize(ROOM)) {
            throw new IOException("the disk cannot be freed");
        }
    }

    private boolean resize(long bytes) throws IOException, InterruptedException {
        return run("mount", "-o", "remount,size=" + bytes, directory.toString());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (!run("umount", "-l", directory.toString())) {
            throw new IOException("the disk cannot be unmounted");
        }
    }

    private static boolean run(String... line) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(line)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            // There is no such program here
            return false;
        }
    }
}
