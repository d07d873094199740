package nl.sluis.process;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The class path of this build with a jar for each folder: only from jars can Java write down what a start needs (JEP 514). Made once for
 * all test processes of a build, which also share what was learnt.
 */
final class PackedClasses {

    private final Path folder;
    private final String classPath;

    private PackedClasses(Path folder, String classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    /** Work that only one test process may do at a time. */
    @FunctionalInterface
    interface Once {
        void run() throws IOException, InterruptedException;
    }

    /** Packs what is not packed yet. */
    static PackedClasses of(List<Path> entries) throws IOException {
        Path folder = Files.createDirectories(
                Path.of("target", "program", stateOf(entries).toString()).toAbsolutePath());
        PackedClasses packed = new PackedClasses(folder, String.join(File.pathSeparator, jars(folder, entries)));
        packed.alone(() -> {
            for (Path entry : entries) {
                Path jar = jar(folder, entry);
                if (Files.isDirectory(entry) && !Files.exists(jar)) {
                    pack(entry, jar);
                }
            }
        });
        return packed;
    }

    String classPath() {
        return classPath;
    }

    /** Where what was learnt stands, if anything was. */
    Path learnt() {
        return folder.resolve("sluis.aot");
    }

    /** Where it is written, out of the way of who looks for it. */
    Path learning() {
        return folder.resolve("sluis.aot.half");
    }

    /** Does the work while no other test process does such. */
    void alone(Once work) throws IOException {
        try (FileChannel file =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = file.lock()) {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static List<String> jars(Path folder, List<Path> entries) {
        return entries.stream()
                .map(entry -> Files.isDirectory(entry) ? jar(folder, entry) : entry)
                .map(Path::toString)
                .toList();
    }

    private static Path jar(Path folder, Path entry) {
        return folder.resolve(UUID.nameUUIDFromBytes(entry.toString().getBytes(StandardCharsets.UTF_8)) + ".jar");
    }

    private static void pack(Path classes, Path jar) throws IOException {
        Path half = Path.of(jar + ".half");
        try (OutputStream out = Files.newOutputStream(half);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (Path file : below(classes)) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                if (Files.isDirectory(file)) {
                    // Without an entry of its own nothing is found in a package
                    entries.putNextEntry(new JarEntry(name + "/"));
                } else {
                    entries.putNextEntry(new JarEntry(name));
                    Files.copy(file, entries);
                }
            }
        }
        Files.move(half, jar);
    }

    /** Another one for other classes. */
    private static UUID stateOf(List<Path> entries) throws IOException {
        StringBuilder state = new StringBuilder();
        for (Path entry : entries) {
            for (Path file : Files.isDirectory(entry) ? below(entry) : List.of(entry)) {
                state.append(file)
                        .append(' ')
                        .append(Files.getLastModifiedTime(file))
                        .append('\n');
            }
        }
        return UUID.nameUUIDFromBytes(state.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder)).sorted().toList();
        }
    }
}
