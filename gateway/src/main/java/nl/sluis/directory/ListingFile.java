package nl.sluis.directory;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.FileSystemResource;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;
import org.yaml.snakeyaml.error.YAMLException;

/** A directory in a YAML file of its own, with the same keys as in a configuration; it can change while the node runs. */
final class ListingFile {

    private static final String PREFIX = "sluis.directory";

    private ListingFile() {}

    /**
     * Reads the file that the settings name.
     *
     * @throws IllegalStateException naming the key at fault, never a value
     */
    static DirectorySettings read(DirectorySettings settings) {
        if (!settings.organisations().isEmpty()) {
            throw new IllegalStateException(PREFIX + ".organisations: not beside sluis.directory.file");
        }
        MutablePropertySources sources = load(Objects.requireNonNull(settings.file()));
        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
            DirectorySettings read = new Binder(ConfigurationPropertySources.from(sources))
                    .bindOrCreate(
                            PREFIX,
                            Bindable.of(DirectorySettings.class),
                            new ValidationBindHandler(new SpringValidatorAdapter(validators.getValidator())));
            if (read.organisations().isEmpty()) {
                throw new IllegalStateException(PREFIX + ".file: lists no organisation");
            }
            return read;
        } catch (BindException e) {
            String at = e.getProperty() == null
                    ? e.getName().toString()
                    : e.getProperty().getName().toString();
            throw new IllegalStateException(at + ": cannot be used", e);
        }
    }

    private static MutablePropertySources load(Path file) {
        if (!Files.isReadable(file)) {
            throw new IllegalStateException(PREFIX + ".file: cannot be read");
        }
        try {
            MutablePropertySources sources = new MutablePropertySources();
            new YamlPropertySourceLoader()
                    .load("directory", new FileSystemResource(file))
                    .forEach(sources::addLast);
            return sources;
        } catch (IOException | IllegalStateException e) {
            throw new IllegalStateException(PREFIX + ".file: cannot be read", e);
        } catch (IllegalArgumentException | YAMLException e) {
            throw new IllegalStateException(PREFIX + ".file: is no YAML", e);
        }
    }
}
