package nl.sluis.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** One thing of the product with a fault put into it, in a folder that goes in front of it on the class path. */
final class Broken {

    private Broken() {}

    /** A class, compiled from its source in which one text is replaced by another. */
    static Path type(Path folder, String module, String type, String right, String wrong) throws IOException {
        Path path = Path.of(type.replace('.', '/') + ".java");
        Path source = Path.of("..", module, "src", "main", "java").resolve(path);
        Path altered = folder.resolve("source").resolve(path);
        write(altered, replaced(Files.readString(source), right, wrong));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> options = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", classes.toString()));
        options.addAll(List.of("-cp", System.getProperty("java.class.path"), altered.toString()));
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
        assertThat(result).as("the altered " + type + " compiles").isZero();
        return classes;
    }

    /** A file of the rules in which a text is replaced by another. */
    static Path rules(Path folder, String file, String right, String wrong) throws IOException {
        try (InputStream in = Broken.class.getResourceAsStream("/beleid/" + file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            write(folder.resolve("beleid").resolve(file), replaced(text, right, wrong));
        }
        return folder;
    }

    private static String replaced(String text, String right, String wrong) {
        String altered = text.replaceFirst(right, wrong);
        assertThat(altered).as("what is broken was there: " + right).isNotEqualTo(text);
        return altered;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
