package nl.sluis.architecture.counterexample.adapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class ReadsAFile {

    String read(String name) throws IOException {
        return Files.readString(Path.of(name));
    }
}
