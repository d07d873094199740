package nl.sluis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The tree against the definitions of RFC 9162, 2.1, written down naively, and against the vectors of Certificate Transparency. */
class MerkleTreeTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final int SIZES = 70;

    /** Leaves and roots of the reference implementation of RFC 6962 (google/certificate-transparency, merkle_tree_test). */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void hasTheRootsOfTheReferenceImplementation() {
        List<byte[]> leaves = LEAVES.stream().map(HEX::parseHex).toList();
        MerkleFrontier frontier = new MerkleFrontier();
        assertThat(HEX.formatHex(frontier.root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int size = 1; size <= leaves.size(); size++) {
            frontier.add(MerkleTree.leaf(leaves.get(size - 1)));
            assertThat(HEX.formatHex(frontier.root())).isEqualTo(ROOTS.get(size - 1));
            assertThat(HEX.formatHex(tree(leaves).root(size))).isEqualTo(ROOTS.get(size - 1));
        }
    }

    @Test
    void hasTheProofsOfTheReferenceImplementation() {
        MerkleTree tree = tree(LEAVES.stream().map(HEX::parseHex).toList());

        assertThat(tree.inclusion(5, 8))
                .extracting(HEX::formatHex)
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(tree.consistency(6, 8))
                .extracting(HEX::formatHex)
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Test
    void rootsAndProofsOfEverySizeAreThoseOfTheDefinition() {
        List<byte[]> leaves = leaves(SIZES);
        MerkleTree tree = tree(leaves);
        MerkleFrontier frontier = new MerkleFrontier();
        for (int size = 1; size <= SIZES; size++) {
            frontier.add(MerkleTree.leaf(leaves.get(size - 1)));
            byte[] root = Naive.root(leaves.subList(0, size));
            assertThat(tree.root(size)).isEqualTo(root);
            assertThat(frontier.root()).isEqualTo(root);
            for (int i = 0; i < size; i++) {
                assertThat(tree.inclusion(i, size)).containsExactlyElementsOf(Naive.path(i, leaves.subList(0, size)));
                assertThat(MerkleProof.includes(MerkleTree.leaf(leaves.get(i)), i, size, tree.inclusion(i, size), root))
                        .isTrue();
            }
            for (int earlier = 1; earlier <= size; earlier++) {
                assertThat(tree.consistency(earlier, size))
                        .containsExactlyElementsOf(Naive.proof(earlier, leaves.subList(0, size)));
                assertThat(MerkleProof.consistent(
                                earlier, tree.root(earlier), size, root, tree.consistency(earlier, size)))
                        .isTrue();
            }
        }
    }

    @Test
    void noOtherProofHolds() {
        List<byte[]> leaves = leaves(SIZES);
        MerkleTree tree = tree(leaves);
        for (int size = 2; size <= 24; size++) {
            byte[] root = tree.root(size);
            for (int i = 0; i < size; i++) {
                byte[] leaf = MerkleTree.leaf(leaves.get(i));
                List<byte[]> path = tree.inclusion(i, size);
                for (List<byte[]> wrong : wrong(path)) {
                    assertThat(MerkleProof.includes(leaf, i, size, wrong, root)).isFalse();
                }
                assertThat(MerkleProof.includes(leaf, (i + 1) % size, size, path, root))
                        .isFalse();
                assertThat(MerkleProof.includes(leaf, i, size, path, tree.root(size - 1)))
                        .isFalse();
                assertThat(MerkleProof.includes(MerkleTree.leaf(new byte[] {9}), i, size, path, root))
                        .isFalse();
            }
            for (int earlier = 1; earlier < size; earlier++) {
                List<byte[]> path = tree.consistency(earlier, size);
                byte[] before = tree.root(earlier);
                for (List<byte[]> wrong : wrong(path)) {
                    assertThat(MerkleProof.consistent(earlier, before, size, root, wrong))
                            .isFalse();
                }
                assertThat(MerkleProof.consistent(earlier, tree.root(earlier + 1), size, root, path))
                        .isFalse();
                assertThat(MerkleProof.consistent(earlier, before, size, tree.root(size + 1), path))
                        .isFalse();
                assertThat(MerkleProof.consistent(size, root, earlier, before, path))
                        .isFalse();
            }
        }
    }

    @Test
    void impossibleQuestionsAreRefusedAndNeverProved() {
        MerkleTree tree = tree(leaves(3));
        assertThatThrownBy(() -> tree.inclusion(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusion(-1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(0, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(3, 2)).isInstanceOf(IllegalArgumentException.class);
        byte[] root = tree.root(3);
        for (long size : new long[] {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE}) {
            for (long index : new long[] {Long.MIN_VALUE, -1, 0, 3, Long.MAX_VALUE}) {
                assertThat(MerkleProof.includes(root, index, size, List.of(), root))
                        .isFalse();
                assertThat(MerkleProof.consistent(index, root, size, root, List.of(root)))
                        .isFalse();
            }
        }
        assertThat(MerkleProof.consistent(0, MerkleTree.empty(), 3, root, List.of()))
                .isTrue();
    }

    private static List<List<byte[]>> wrong(List<byte[]> path) {
        List<List<byte[]>> wrong = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            List<byte[]> altered = new ArrayList<>(path);
            byte[] hash = path.get(i).clone();
            hash[i % hash.length] ^= 1;
            altered.set(i, hash);
            wrong.add(altered);
            List<byte[]> shorter = new ArrayList<>(path);
            shorter.remove(i);
            wrong.add(shorter);
            List<byte[]> cut = new ArrayList<>(path);
            cut.set(i, Arrays.copyOf(path.get(i), 31));
            wrong.add(cut);
        }
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(new byte[32]);
        wrong.add(longer);
        return wrong;
    }

    private static List<byte[]> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ("leaf " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }

    private static MerkleTree tree(List<byte[]> leaves) {
        return new MerkleTree(
                (level, index) -> Naive.root(leaves.subList((int) (index << level), (int) ((index + 1) << level))));
    }

    /** RFC 9162, 2.1.1, 2.1.3.1 and 2.1.4.1, word for word, over all the leaves. */
    private static final class Naive {

        static byte[] root(List<byte[]> d) {
            if (d.isEmpty()) {
                return sha256();
            }
            if (d.size() == 1) {
                return sha256(new byte[] {0}, d.getFirst());
            }
            int k = k(d.size());
            return sha256(new byte[] {1}, root(d.subList(0, k)), root(d.subList(k, d.size())));
        }

        static List<byte[]> path(int m, List<byte[]> d) {
            if (d.size() == 1) {
                return List.of();
            }
            int k = k(d.size());
            return m < k
                    ? plus(path(m, d.subList(0, k)), root(d.subList(k, d.size())))
                    : plus(path(m - k, d.subList(k, d.size())), root(d.subList(0, k)));
        }

        static List<byte[]> proof(int m, List<byte[]> d) {
            return m == d.size() ? List.of() : subproof(m, d, true);
        }

        private static List<byte[]> subproof(int m, List<byte[]> d, boolean b) {
            if (m == d.size()) {
                return b ? List.of() : List.of(root(d));
            }
            int k = k(d.size());
            return m <= k
                    ? plus(subproof(m, d.subList(0, k), b), root(d.subList(k, d.size())))
                    : plus(subproof(m - k, d.subList(k, d.size()), false), root(d.subList(0, k)));
        }

        private static int k(int n) {
            int k = 1;
            while (2 * k < n) {
                k *= 2;
            }
            return k;
        }

        private static List<byte[]> plus(List<byte[]> path, byte[] hash) {
            List<byte[]> longer = new ArrayList<>(path);
            longer.add(hash);
            return longer;
        }

        private static byte[] sha256(byte[]... parts) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                Arrays.stream(parts).forEach(digest::update);
                return digest.digest();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
