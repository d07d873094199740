package nl.sluis.audit;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The hashes of the tree, in tiles of 256 as C2SP tlog-tiles has them: tile {@code i} of level {@code l} holds the roots of the whole
 * subtrees {@code 256 i} and up, of 256^l leaves each. For one operation: what was read is kept, what was added is written by
 * {@link #write()}.
 */
final class TileStore implements MerkleTree.Subtrees {

    private static final int HEIGHT = 8;
    private static final int WIDTH = 1 << HEIGHT;

    private final JdbcClient jdbc;
    private final Map<Place, byte[]> read = new HashMap<>();
    private final Map<Place, ByteArrayOutputStream> growing = new HashMap<>();

    TileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Place(int level, long index) {}

    @Override
    public byte[] hash(int level, long index) {
        int tileLevel = level / HEIGHT;
        int height = level % HEIGHT;
        long first = index << height;
        byte[] tile = tile(new Place(tileLevel, first / WIDTH));
        return root(tile, (int) (first % WIDTH), 1 << height);
    }

    /** The hash of a leaf, as it was when it was taken into the tree. */
    byte[] leaf(long index) {
        return hash(0, index);
    }

    /** Adds a leaf after the ones that there are. */
    void add(long index, byte[] leafHash) {
        add(0, index, leafHash);
    }

    private void add(int level, long index, byte[] hash) {
        Place place = new Place(level, index / WIDTH);
        ByteArrayOutputStream tile = growing.computeIfAbsent(place, at -> {
            ByteArrayOutputStream begun = new ByteArrayOutputStream(WIDTH * MerkleTree.HASH_BYTES);
            if (index % WIDTH != 0) {
                begun.writeBytes(whole(stored(at), (int) (index % WIDTH)));
            }
            return begun;
        });
        tile.writeBytes(hash);
        if (index % WIDTH == WIDTH - 1) {
            add(level + 1, index / WIDTH, root(tile.toByteArray(), 0, WIDTH));
        }
    }

    /** Writes what was added. */
    void write() {
        growing.forEach((place, tile) -> {
            read.put(place, tile.toByteArray());
            jdbc.sql("INSERT INTO audit_tile (level, index, hashes) VALUES (?, ?, ?)"
                            + " ON CONFLICT (level, index) DO UPDATE SET hashes = excluded.hashes")
                    .params(place.level(), place.index(), tile.toByteArray())
                    .update();
        });
        growing.clear();
    }

    private byte[] tile(Place place) {
        byte[] known = read.get(place);
        if (known == null) {
            known = stored(place);
            read.put(place, known);
        }
        return known;
    }

    private byte[] stored(Place place) {
        return jdbc.sql("SELECT hashes FROM audit_tile WHERE level = ? AND index = ?")
                .params(place.level(), place.index())
                .query((row, i) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> new TreeDamaged("a tile of the audit's tree is not there"));
    }

    // Filled up with zeros it would be signed
    private static byte[] whole(byte[] tile, int count) {
        if (tile.length != count * MerkleTree.HASH_BYTES) {
            throw new TreeDamaged("a tile of the audit's tree is not as long as it was");
        }
        return tile;
    }

    private static byte[] root(byte[] tile, int from, int count) {
        if ((from + count) * MerkleTree.HASH_BYTES > tile.length) {
            throw new TreeDamaged("a tile of the audit's tree is shorter than it was");
        }
        if (count == 1) {
            return Arrays.copyOfRange(tile, from * MerkleTree.HASH_BYTES, (from + 1) * MerkleTree.HASH_BYTES);
        }
        return MerkleTree.node(root(tile, from, count / 2), root(tile, from + count / 2, count / 2));
    }
}
