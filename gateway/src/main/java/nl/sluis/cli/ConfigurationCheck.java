package nl.sluis.cli;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.access.AccessSettings;
import nl.sluis.access.BoundTokenSettings;
import nl.sluis.access.CertificateSettings;
import nl.sluis.access.LoginSettings;
import nl.sluis.access.OwnSystems;
import nl.sluis.brp.BrpSettings;
import nl.sluis.channel.ChannelSettings;
import nl.sluis.checkpoint.CheckpointSettings;
import nl.sluis.decisions.DecisionSettings;
import nl.sluis.directory.Directory;
import nl.sluis.directory.DirectorySettings;
import nl.sluis.figures.FiguresSettings;
import nl.sluis.inforce.PolicyCheck;
import nl.sluis.inforce.PolicySettings;
import nl.sluis.municipality.ConfiguredMunicipality;
import nl.sluis.municipality.MunicipalitySettings;
import nl.sluis.node.HardwareTokenSettings;
import nl.sluis.node.Loosened;
import nl.sluis.node.NodeSettings;
import nl.sluis.node.StartCheck;
import nl.sluis.outbox.ContactSettings;
import nl.sluis.outbox.OutboxSettings;
import nl.sluis.restore.RestoreSettings;
import nl.sluis.retention.RetentionSettings;
import nl.sluis.routes.Channel;
import nl.sluis.seal.Token;
import nl.sluis.submit.MappedPartners;
import nl.sluis.submit.PartnerSettings;
import nl.sluis.submit.ReceiverSettings;
import nl.sluis.submit.Receivers;
import nl.sluis.tls.TlsProfile;
import nl.sluis.tls.TlsSettings;
import nl.sluis.webhook.Subscriptions;
import nl.sluis.webhook.WebhookSettings;
import nl.sluis.zgw.ZgwSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.core.env.Environment;
import org.springframework.validation.Validator;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/** Binds and validates the settings of a node as its start would do, and collects what is wrong. */
final class ConfigurationCheck {

    private static final String[] NUMBERS = {"sluis.node.port", "sluis.node.management-port"};

    private ConfigurationCheck() {}

    static List<String> faults(Environment environment) {
        List<String> faults = new ArrayList<>();
        for (String key : NUMBERS) {
            if (!environment.containsProperty(key)) {
                faults.add(key + ": is required");
            }
        }
        if (!environment.containsProperty("sluis.node.database.url")
                && !environment.containsProperty("sluis.node.database.embedded")) {
            faults.add("sluis.node.database: url, or embedded in demo mode, is required");
        }
        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
            Validator valid = new SpringValidatorAdapter(validators.getValidator());
            Binder binder = Binder.get(environment);
            NodeSettings node = bind(binder, "sluis.node", NodeSettings.class, valid, faults);
            bind(binder, "sluis.outbox", OutboxSettings.class, valid, faults);
            DirectorySettings directory = bind(binder, "sluis.directory", DirectorySettings.class, valid, faults);
            PolicySettings policy = bind(binder, "sluis.policy", PolicySettings.class, valid, faults);
            ChannelSettings channel = bind(binder, "sluis.channel", ChannelSettings.class, valid, faults);
            Integer connections = environment.getProperty("sluis.node.database.connections", Integer.class);
            check(faults, () -> {
                if (channel != null && connections != null) {
                    channel.require(connections);
                }
            });
            TlsSettings tls = bind(binder, "sluis.tls", TlsSettings.class, valid, faults);
            check(faults, () -> {
                if (node != null && tls != null) {
                    tls.require(node.tls());
                }
            });
            HardwareTokenSettings token = bind(binder, "sluis.token", HardwareTokenSettings.class, valid, faults);
            check(faults, () -> {
                if (token != null) {
                    Token.require(token, node != null && node.mode() == NodeSettings.Mode.DEMO);
                }
            });
            bind(binder, "sluis.contact", ContactSettings.class, valid, faults);
            bind(binder, "sluis.certificates", CertificateSettings.class, valid, faults);
            bind(binder, "sluis.decisions", DecisionSettings.class, valid, faults);
            bind(binder, "sluis.audit", CheckpointSettings.class, valid, faults);
            bind(binder, "sluis.restore", RestoreSettings.class, valid, faults);
            bind(binder, "sluis.retention", RetentionSettings.class, valid, faults);
            bind(binder, "sluis.figures", FiguresSettings.class, valid, faults);
            check(faults, () -> {
                if (policy != null && node != null) {
                    PolicyCheck.requireTrust(policy, node);
                    faults.addAll(PolicyCheck.faults(policy, Instant.now()));
                }
            });
            ReceiverSettings receivers = bind(binder, "sluis", ReceiverSettings.class, valid, faults);
            check(faults, () -> {
                if (directory != null) {
                    Directory known = new Directory(directory, Clock.systemUTC());
                    if (receivers != null) {
                        new Receivers(receivers, known);
                    }
                }
            });
            MunicipalitySettings municipality =
                    bind(binder, "sluis.municipality", MunicipalitySettings.class, valid, faults);
            check(faults, () -> {
                if (municipality != null) {
                    new ConfiguredMunicipality(municipality);
                }
            });
            PartnerSettings partners = bind(binder, "sluis", PartnerSettings.class, valid, faults);
            int before = faults.size();
            check(faults, () -> {
                if (partners != null) {
                    MappedPartners.require(partners, node == null ? null : node.type());
                }
            });
            boolean mapped = faults.size() == before;
            WebhookSettings webhooks = bind(binder, "sluis", WebhookSettings.class, valid, faults);
            check(faults, () -> {
                if (webhooks != null) {
                    new Subscriptions(webhooks);
                }
            });
            BrpSettings brp = bind(binder, "sluis.registers.brp", BrpSettings.class, valid, faults);
            check(faults, () -> {
                if (brp != null) {
                    brp.require(node == null ? null : node.type());
                }
            });
            ZgwSettings zgw = bind(binder, "sluis.zgw", ZgwSettings.class, valid, faults);
            check(faults, () -> {
                if (zgw != null) {
                    zgw.require();
                }
            });
            LoginSettings login = bind(binder, "sluis.login", LoginSettings.class, valid, faults);
            check(faults, () -> {
                if (node != null && login != null) {
                    login.require(node);
                }
            });
            BoundTokenSettings tokens = bind(binder, "sluis.access.tokens", BoundTokenSettings.class, valid, faults);
            check(faults, () -> {
                if (node != null && tokens != null) {
                    tokens.require(node);
                }
            });
            AccessSettings access = bind(binder, "sluis.access", AccessSettings.class, valid, faults);
            check(faults, () -> {
                if (node != null) {
                    StartCheck.require(node);
                }
            });
            check(faults, () -> {
                if (node != null && access != null) {
                    new OwnSystems(access, node);
                }
            });
            check(faults, () -> {
                if (partners != null && access != null && mapped) {
                    Channel.of(partners, access, node == null ? null : node.type());
                }
            });
            if (node != null && node.mode() == NodeSettings.Mode.PRODUCTION) {
                faults.addAll(Loosened.faults(environment));
            }
        }
        return faults;
    }

    /** What an operator should know though nothing is wrong. */
    static List<String> notes(Environment environment) {
        Binder binder = Binder.get(environment);
        List<String> notes =
                new ArrayList<>(PolicyCheck.notes(binder.bindOrCreate("sluis.policy", PolicySettings.class)));
        notes.addAll(TlsProfile.weaker(binder.bindOrCreate("sluis.tls", TlsSettings.class)));
        if (!environment.containsProperty("sluis.contact.name")) {
            notes.add("sluis.contact.name: nobody is named who sees to what does not arrive");
        }
        return notes;
    }

    private static <T> @Nullable T bind(
            Binder binder, String prefix, Class<T> type, Validator validator, List<String> faults) {
        try {
            // One each: it keeps the faults of what it bound before
            return binder.bindOrCreate(prefix, Bindable.of(type), new ValidationBindHandler(validator));
        } catch (BindException e) {
            faults.addAll(StartFaults.of(e));
            return null;
        }
    }

    private static void check(List<String> faults, Runnable check) {
        try {
            check.run();
        } catch (IllegalStateException e) {
            faults.addAll(StartFaults.of(e));
        }
    }
}
