package nl.sluis.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluis.testing.SftpHost;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ByteArrayResource;

/** The channels of the school's node: that of the page for newcomers, word for word but for paths and pace, and some more. */
record SchoolFolders(Path folders, Path mapping, SftpHost sftp) {

    /** The system of the page; it reports. */
    static final String SYSTEM = "kinderopvang";

    /** Messages of our own format, to the institution. */
    static final String ORDERS = "orders";

    /** Messages of our own format, on a server. */
    static final String REMOTE = "remote";

    /** Reports in StUF. */
    static final String REPORTS = "meldingen";

    private static final Path DOCS = Path.of("..", "docs");

    /** Makes the folders, and the mapping profile of the page. */
    static SchoolFolders in(Path directory) throws IOException {
        Path folders = Files.createDirectory(directory.resolve("folders"));
        for (String name : new String[] {SYSTEM, ORDERS, REPORTS}) {
            Files.createDirectory(folders.resolve(name));
        }
        Path mapping = Files.writeString(
                directory.resolve("kinderopvang.yaml"), block(DOCS.resolve("adding-a-partner.md"), "yaml"));
        SftpHost sftp = new SftpHost(Files.createDirectory(directory.resolve("sftp")));
        Files.createDirectory(sftp.files().resolve(REMOTE));
        return new SchoolFolders(folders, mapping, sftp);
    }

    /** Where a system leaves files. */
    Path of(String channel) {
        return folders.resolve(channel);
    }

    Map<String, String> settings() throws IOException {
        YamlPropertiesFactoryBean page = new YamlPropertiesFactoryBean();
        page.setResources(new ByteArrayResource(
                block(DOCS.resolve("operations/channels.md"), "yaml").getBytes()));
        Map<String, String> settings = new HashMap<>();
        page.getObject().forEach((key, value) -> {
            if (String.valueOf(key).startsWith("sluis.partners")) {
                settings.put(String.valueOf(key), String.valueOf(value));
            }
        });
        settings.put("sluis.partners[0].mapping", mapping.toString());
        quick(settings, 0, SYSTEM);
        channel(settings, 1, ORDERS, "application/vnd.sluis.message+json");
        settings.put("sluis.partners[1].channel.recipient", SchoolAlone.INSTITUTION.value());
        channel(settings, 2, REPORTS, "application/xml;profile=jubes");
        named(settings, 3, REMOTE, "application/vnd.sluis.message+json");
        settings.put("sluis.partners[3].channel.recipient", SchoolAlone.INSTITUTION.value());
        Map.of(
                        "host",
                        "127.0.0.1",
                        "port",
                        String.valueOf(sftp.port()),
                        "user",
                        SftpHost.USER,
                        "key",
                        sftp.key().toString(),
                        "hosts",
                        sftp.hosts().toString(),
                        "path",
                        "/" + REMOTE,
                        "every",
                        "200ms",
                        "settle",
                        "100ms")
                .forEach((key, value) -> settings.put("sluis.partners[3].channel.sftp." + key, value));
        return settings;
    }

    /** The file of the page for newcomers. */
    static String example() throws IOException {
        return block(DOCS.resolve("adding-a-partner.md"), "csv");
    }

    /** The answer that the page of the channels shows to it. */
    static String exampleAnswer() throws IOException {
        return block(DOCS.resolve("operations/channels.md"), "csv");
    }

    private void channel(Map<String, String> settings, int i, String name, String mediaType) {
        named(settings, i, name, mediaType);
        quick(settings, i, name);
    }

    private static void named(Map<String, String> settings, int i, String name, String mediaType) {
        String key = "sluis.partners[" + i + "].channel.";
        settings.put(key + "name", name);
        settings.put(key + "system", SYSTEM);
        settings.put(key + "media-type", mediaType);
    }

    private void quick(Map<String, String> settings, int i, String name) {
        String key = "sluis.partners[" + i + "].channel.folder.";
        settings.put(key + "path", of(name).toAbsolutePath().toString());
        settings.put(key + "every", "100ms");
        settings.put(key + "settle", "100ms");
    }

    private static String block(Path page, String language) throws IOException {
        Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(Files.readString(page));
        if (!block.find()) {
            throw new IOException("no " + language + " on " + page);
        }
        return block.group(1);
    }
}
