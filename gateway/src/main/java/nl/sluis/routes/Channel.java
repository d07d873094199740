package nl.sluis.routes;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluis.access.AccessSettings;
import nl.sluis.access.Acting;
import nl.sluis.adapter.partners.hl7v2.Hl7v2Adapter;
import nl.sluis.canonical.OrganisationId;
import nl.sluis.canonical.OrganisationType;
import nl.sluis.seal.Sha256;
import nl.sluis.submit.MappedPartners;
import nl.sluis.submit.PartnerChannel;
import nl.sluis.submit.PartnerMailbox;
import nl.sluis.submit.PartnerSettings;
import org.jspecify.annotations.Nullable;

/**
 * One way in, as its settings have it after they were checked.
 *
 * @param name what log, health and metrics call it
 * @param system as which own system it acts
 * @param mediaType of its documents
 * @param recipient to whom they go where they do not say; null for nobody
 * @param english whether texts for people are English
 * @param way by which they come
 */
public record Channel(
        String name,
        String system,
        String mediaType,
        @Nullable OrganisationId recipient,
        boolean english,
        PartnerChannel.Way way) {

    /** More often would be a load, and less than this is no settling. */
    private static final Duration SHORTEST = Duration.ofMillis(100);

    private static final Duration LONGEST = Duration.ofDays(1);

    /** Camel would take them for a part of its own language. */
    private static final String NOT_IN_A_PATH = "[^?#%{}$\\\\\\p{Cntrl}]+";

    /** Hexadecimal digits of a name that we make. */
    private static final int DIGITS = 16;

    private static final int MOST_PORTS = 65_535;

    /** Each may hold a message in memory. */
    private static final int MOST_CONNECTIONS = 100;

    private static final String LOOPBACK = "localhost|127(\\.[0-9]{1,3}){3}";

    /** Names the place of a file with this content among those that were dealt with; says nothing about what is in it. */
    String number(byte[] content) {
        byte[] named = (name + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(named, named.length + content.length);
        System.arraycopy(content, 0, all, named.length, content.length);
        return Sha256.hex(Sha256.of(all)).substring(0, DIGITS);
    }

    /**
     * The channels of a configuration; nothing is opened or connected.
     *
     * @param type what this organisation is
     * @throws IllegalStateException naming the key at fault
     */
    public static List<Channel> of(PartnerSettings partners, AccessSettings access, @Nullable OrganisationType type) {
        List<Channel> channels = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<Path> folders = new HashSet<>();
        Set<Integer> ports = new HashSet<>();
        Set<String> servers = new HashSet<>();
        Set<String> mailboxes = new HashSet<>();
        for (int i = 0; i < partners.partners().size(); i++) {
            PartnerSettings.Partner partner = partners.partners().get(i);
            String key = PartnerSettings.key(i);
            if (partner.channel() == null) {
                require(partner.mapping() != null, key + ": a mapping, a channel or both are required");
                continue;
            }
            Channel channel = of(i, partner.mapping(), partner.channel(), access);
            require(
                    MappedPartners.reads(partners, type, channel.mediaType()),
                    key + ".channel.media-type: nothing here reads it");
            require(names.add(channel.name()), key + ".channel.name: another channel has it already");
            switch (channel.way()) {
                case PartnerChannel.Folder folder -> alone(folder.path().normalize(), folders, key);
                case PartnerChannel.Mllp mllp ->
                    require(ports.add(mllp.port()), key + ".channel.mllp.port: another channel listens on it");
                case PartnerChannel.Sftp sftp ->
                    require(
                            servers.add(sftp.host() + "\n" + sftp.port() + "\n" + sftp.path()),
                            key + ".channel.sftp.path: another channel reads it already");
                case PartnerMailbox mail ->
                    require(mailboxes.add(mail.mailbox()), key + ".channel.mail.user: another channel reads it");
            }
            channels.add(channel);
        }
        return List.copyOf(channels);
    }

    private static void alone(Path folder, Set<Path> others, String key) {
        require(
                others.stream().noneMatch(other -> other.startsWith(folder) || folder.startsWith(other)),
                key + ".channel.folder.path: another channel reads it already, or one within it or around it");
        others.add(folder);
    }

    private static Channel of(int i, @Nullable Path mapping, PartnerChannel given, AccessSettings access) {
        String key = PartnerSettings.key(i) + ".channel.";
        require(
                Acting.may(access, given.system(), "POST", Taking.CALL),
                key + "system: no entry of sluis.access.systems has that name and a role that may submit");
        require(
                (mapping == null) != (given.mediaType() == null),
                key + "media-type: is required without a mapping, and said by the mapping when there is one");
        String mediaType = mapping == null ? String.valueOf(given.mediaType()) : MappedPartners.mediaType(i, mapping);
        return new Channel(
                given.name(),
                given.system(),
                mediaType,
                recipient(given.recipient(), key),
                given.language().equals("en"),
                way(given, mediaType, key));
    }

    private static PartnerChannel.Way way(PartnerChannel given, String mediaType, String key) {
        List<PartnerChannel.Way> ways = Stream.of(given.folder(), given.mllp(), given.sftp(), given.mail())
                .<PartnerChannel.Way>mapMulti((way, each) -> {
                    if (way != null) {
                        each.accept(way);
                    }
                })
                .toList();
        require(ways.size() == 1, key + "folder: exactly one is required of folder, mllp, sftp and mail");
        switch (ways.getFirst()) {
            case PartnerChannel.Folder folder -> require(folder, key + "folder.");
            case PartnerChannel.Mllp mllp -> {
                require(
                        mediaType.equals(Hl7v2Adapter.MEDIA_TYPE),
                        key + "media-type: only " + Hl7v2Adapter.MEDIA_TYPE + " comes over mllp");
                require(mllp, key + "mllp.");
            }
            case PartnerChannel.Sftp sftp -> require(sftp, key + "sftp.");
            case PartnerMailbox mail -> MailboxCheck.require(mail, key + "mail.");
        }
        return ways.getFirst();
    }

    private static void require(PartnerChannel.Sftp sftp, String key) {
        require(sftp.port() > 0 && sftp.port() <= MOST_PORTS, key + "port: is no port");
        require(Files.isReadable(sftp.key()), key + "key: is no file that the node may read");
        require(Files.isReadable(sftp.hosts()), key + "hosts: is no file that the node may read");
        require(within(sftp.every()), key + "every: is not between 100 ms and a day");
        require(within(sftp.settle()), key + "settle: is not between 100 ms and a day");
    }

    private static void require(PartnerChannel.Mllp mllp, String key) {
        require(mllp.port() > 0 && mllp.port() <= MOST_PORTS, key + "port: is no port");
        require(
                mllp.tls() || mllp.host().matches(LOOPBACK),
                key + "tls: without it a port can be on loopback only: 127.0.0.1 or localhost");
        require(
                mllp.connections() > 0 && mllp.connections() <= MOST_CONNECTIONS,
                key + "connections: is not between 1 and " + MOST_CONNECTIONS);
        require(mllp.largest().toBytes() > 0, key + "largest: is no size");
        require(within(mllp.idle()), key + "idle: is not between 100 ms and a day");
    }

    private static void require(PartnerChannel.Folder folder, String key) {
        require(folder.path().isAbsolute(), key + "path: is no absolute path");
        require(
                folder.path().toString().matches(NOT_IN_A_PATH),
                key + "path: has a character that a route cannot have: ? # % { } $ \\");
        require(within(folder.every()), key + "every: is not between 100 ms and a day");
        require(within(folder.settle()), key + "settle: is not between 100 ms and a day");
    }

    static boolean within(Duration given) {
        return given.compareTo(SHORTEST) >= 0 && given.compareTo(LONGEST) <= 0;
    }

    private static @Nullable OrganisationId recipient(@Nullable String given, String key) {
        try {
            return given == null ? null : new OrganisationId(given);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(key + "recipient: cannot be an organisation", e);
        }
    }

    static void require(boolean holds, String fault) {
        if (!holds) {
            throw new IllegalStateException(fault);
        }
    }
}
