package nl.sluis.certs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes the certificates of the demo neighbourhood: {@code java nl.sluis.certs.Main certs-dev/out}. */
public final class Main {

    private static final int USAGE = 2;

    private Main() {}

    /** Takes one argument, the directory; exits with 2 when it is called in another way. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("Usage: java nl.sluis.certs.Main DIRECTORY");
            System.exit(USAGE);
        }
        List<Holder> holders = Holder.lindedam();
        PkiFiles files = DevelopmentPki.generate(Path.of(arguments[0]), holders);
        System.out.println(
                "Development certificates of " + holders.size() + " organisations are in " + files.directory());
    }
}
