package nl.sluis.inforce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.sluis.policyset.SetFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks at folders when the file system tells that something changed, and now and then when it does not: a network disk tells
 * nothing, and a folder that is a link may come to lead elsewhere. Can be started again.
 */
final class SetWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SetWatch.class);

    /** Somebody who copies a set writes several files: wait until that is quiet. */
    private static final Duration QUIET = Duration.ofMillis(300);

    private static final Duration LONGEST_QUIET = Duration.ofSeconds(5);

    private static final WatchEvent.Kind<?>[] CHANGES = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE
    };

    private final List<Path> folders;
    private final Duration lookAgain;
    private final Runnable look;

    private @Nullable WatchService watcher;

    SetWatch(List<Path> folders, Duration lookAgain, Runnable look) {
        this.folders = List.copyOf(folders);
        this.lookAgain = lookAgain;
        this.look = look;
    }

    @Override
    public synchronized void start() {
        if (watcher != null || folders.isEmpty()) {
            return;
        }
        try {
            WatchService opened = FileSystems.getDefault().newWatchService();
            watcher = opened;
            Thread.ofVirtual().name("policy-sets").start(() -> run(opened));
        } catch (IOException e) {
            throw new UncheckedIOException("the file system cannot be watched", e);
        }
    }

    @Override
    public synchronized void stop() {
        if (watcher != null) {
            try {
                watcher.close();
            } catch (IOException e) {
                LOG.warn("the watch of the policy sets does not close");
            }
            watcher = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return watcher != null;
    }

    private void run(WatchService opened) {
        try {
            while (true) {
                List<WatchKey> keys = register(opened);
                lookOnce();
                WatchKey changed = opened.poll(lookAgain.toMillis(), TimeUnit.MILLISECONDS);
                // A busy folder beside it must not put off the next look for ever
                long end = System.nanoTime() + LONGEST_QUIET.toNanos();
                while (changed != null && System.nanoTime() < end) {
                    changed.pollEvents();
                    changed.reset();
                    changed = opened.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
                }
                // Registered afresh every time: the folder may be another one by now
                keys.forEach(WatchKey::cancel);
            }
        } catch (ClosedWatchServiceException e) {
            LOG.debug("stopped watching the policy sets");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One of the named places that catch everything: a fault in one look must not be the last. */
    private void lookOnce() {
        try {
            look.run();
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("the look at the policy sets failed: {}", e.getClass().getName());
        }
    }

    private List<WatchKey> register(WatchService opened) {
        List<WatchKey> keys = new ArrayList<>();
        for (Path folder : folders) {
            Path parent = folder.toAbsolutePath().getParent();
            for (Path watched :
                    List.of(folder, folder.resolve(SetFolder.SIGNATURES), parent == null ? folder : parent)) {
                try {
                    if (Files.isDirectory(watched)) {
                        keys.add(watched.register(opened, CHANGES));
                    }
                } catch (IOException e) {
                    LOG.debug("a folder of the policy sets cannot be watched");
                }
            }
        }
        return keys;
    }
}
