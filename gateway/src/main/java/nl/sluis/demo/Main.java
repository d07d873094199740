package nl.sluis.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The entry of {@code ./sluis demo}. */
public final class Main {

    private Main() {}

    /** Runs the demo; {@code --once} stops after the story, with 0 when every step ended as told. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("sluis.root", "."));
        System.exit(new Demo(root, System.out).run(List.of(args).contains("--once")));
    }
}
