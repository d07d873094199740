package nl.sluis.inforce;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import nl.sluis.policyset.Manifest;
import nl.sluis.policyset.PolicySet;
import nl.sluis.policyset.RefusedSet;
import nl.sluis.policyset.SetFolder;
import org.jspecify.annotations.Nullable;

/**
 * The sets that came before the one in force, for a node that has not decided by them. Only finds them: each is verified like any
 * other before it is taken over.
 */
final class EarlierSets {

    /** More sets than a municipality makes in a lifetime: a wrong folder is not searched for ever. */
    private static final int MOST = 1_000;

    private final @Nullable Path folder;

    /**
     * In a folder with a folder for each.
     *
     * @param folder null when there are none
     */
    EarlierSets(@Nullable Path folder) {
        this.folder = folder;
    }

    private record Found(Manifest manifest, PolicySet set) {}

    /** The sets that lie between a head and a set, oldest first; empty when they do not reach from one to the other. */
    List<PolicySet> between(String head, Manifest set) {
        List<Found> left = new ArrayList<>(head.equals(set.previous()) ? List.of() : all());
        Deque<PolicySet> path = new ArrayDeque<>();
        String wanted = set.previous();
        while (!wanted.equals(head)) {
            Found before = take(wanted, left);
            if (before == null) {
                return List.of();
            }
            path.addFirst(before.set());
            wanted = before.manifest().previous();
        }
        return List.copyOf(path);
    }

    private static @Nullable Found take(String policy, List<Found> left) {
        for (Found found : left) {
            if (found.manifest().policy().equals(policy)) {
                left.remove(found);
                return found;
            }
        }
        return null;
    }

    private List<Found> all() {
        List<Found> all = new ArrayList<>();
        for (Path one : folders()) {
            try {
                PolicySet set = SetFolder.read(one);
                all.add(new Found(set.readManifest(), set));
            } catch (RefusedSet e) {
                // Not a set: where it is needed, the set that follows it is refused for want of it
                continue;
            }
        }
        return all;
    }

    private List<Path> folders() {
        if (folder == null) {
            return List.of();
        }
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path entry : entries) {
                if (folders.size() < MOST) {
                    folders.add(entry);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        folders.sort(null);
        return folders;
    }
}
