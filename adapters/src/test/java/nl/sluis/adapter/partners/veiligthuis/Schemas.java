package nl.sluis.adapter.partners.veiligthuis;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import nl.sluis.adapter.RealFiles;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The published schemas as judges: what we write must be valid by them. Skipped where they are not on the machine. */
final class Schemas {

    private Schemas() {}

    /** What a schema inside a zip of VNG finds wrong. */
    static List<String> faults(String zip, String schema, byte[] document) throws IOException, SAXException {
        try (ZipFile file =
                new ZipFile(RealFiles.folder("stuf-jeugdzorg").resolve(zip).toFile())) {
            return faults(name -> entry(file, name), schema, document);
        }
    }

    /** What a schema in a folder finds wrong. */
    static List<String> faults(Path folder, String schema, byte[] document) throws IOException, SAXException {
        return faults(name -> Files.readAllBytes(found(folder, name)), schema, document);
    }

    private interface Source {
        byte[] read(String name) throws IOException;
    }

    private static List<String> faults(Source source, String schema, byte[] document) throws IOException, SAXException {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> input(source, systemId));
        Schema compiled = factory.newSchema(new StreamSource(new ByteArrayInputStream(source.read(schema))));
        List<String> faults = new ArrayList<>();
        Validator validator = compiled.newValidator();
        validator.setErrorHandler(new Collecting(faults));
        validator.validate(new StreamSource(new ByteArrayInputStream(document)));
        return faults;
    }

    private static byte[] entry(ZipFile zip, String name) throws IOException {
        for (ZipEntry entry : zip.stream().map(each -> (ZipEntry) each).toList()) {
            if (entry.getName().endsWith(name)) {
                try (InputStream in = zip.getInputStream(entry)) {
                    return in.readAllBytes();
                }
            }
        }
        throw new IOException("no entry " + name);
    }

    private static Path found(Path folder, String name) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private record Collecting(List<String> faults) implements ErrorHandler {
        @Override
        public void warning(SAXParseException fault) {}

        @Override
        public void error(SAXParseException fault) {
            faults.add(fault.getLineNumber() + ": " + fault.getMessage());
        }

        @Override
        public void fatalError(SAXParseException fault) {
            faults.add(fault.getLineNumber() + ": " + fault.getMessage());
        }
    }

    private static LSInput input(Source source, String systemId) {
        String name = systemId.replace('\\', '/').replaceFirst(".*/", "");
        try {
            return new Bytes(systemId, new ByteArrayInputStream(source.read(name)));
        } catch (IOException absent) {
            return null;
        }
    }

    /** Only a stream: the rest of the interface is of no use here. */
    private record Bytes(String systemId, InputStream stream) implements LSInput {
        @Override
        public Reader getCharacterStream() {
            return null;
        }

        @Override
        public void setCharacterStream(Reader reader) {}

        @Override
        public InputStream getByteStream() {
            return stream;
        }

        @Override
        public void setByteStream(InputStream in) {}

        @Override
        public String getStringData() {
            return null;
        }

        @Override
        public void setStringData(String text) {}

        @Override
        public String getSystemId() {
            return systemId;
        }

        @Override
        public void setSystemId(String id) {}

        @Override
        public String getPublicId() {
            return null;
        }

        @Override
        public void setPublicId(String id) {}

        @Override
        public String getBaseURI() {
            return null;
        }

        @Override
        public void setBaseURI(String uri) {}

        @Override
        public String getEncoding() {
            return null;
        }

        @Override
        public void setEncoding(String encoding) {}

        @Override
        public boolean getCertifiedText() {
            return false;
        }

        @Override
        public void setCertifiedText(boolean certified) {}
    }
}
