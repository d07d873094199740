package nl.sluis.path;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the institutions (sheet INS) of the reference lists of JUBES, an Excel workbook (ECMA-376: a zip of XML). */
final class InstitutionList {

    private static final String SHEET = "xl/worksheets/sheet3.xml";

    private InstitutionList() {}

    /** Each row as its columns by the names in the second row: IDINST, DTOPHINST, IDNINST, OINR. */
    static List<Map<String, String>> read(Path workbook) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            List<String> shared = new ArrayList<>();
            elements(parse(zip, "xl/sharedStrings.xml").getDocumentElement(), "si")
                    .forEach(item -> shared.add(item.getTextContent()));
            List<Map<String, String>> rows = new ArrayList<>();
            elements(parse(zip, SHEET).getDocumentElement(), "row").forEach(row -> rows.add(cells(row, shared)));
            Map<String, String> names = rows.get(1);
            return rows.stream().skip(2).map(row -> named(row, names)).toList();
        }
    }

    private static Map<String, String> named(Map<String, String> row, Map<String, String> names) {
        Map<String, String> named = new HashMap<>();
        row.forEach((column, value) -> named.put(names.getOrDefault(column, column), value));
        return named;
    }

    private static Map<String, String> cells(Element row, List<String> shared) {
        Map<String, String> cells = new HashMap<>();
        for (Element cell : elements(row, "c")) {
            Optional<String> value = elements(cell, "v").stream().findFirst().map(Element::getTextContent);
            if (value.isPresent() && !value.get().isBlank()) {
                boolean isShared = cell.getAttribute("t").equals("s");
                String text = isShared ? shared.get(Integer.parseInt(value.get())) : value.get();
                if (!text.isBlank()) {
                    cells.put(cell.getAttribute("r").replaceAll("\\d", ""), text);
                }
            }
        }
        return cells;
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static Document parse(ZipFile zip, String name) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            ZipEntry entry = zip.getEntry(name);
            try (InputStream in = zip.getInputStream(entry)) {
                return builder.parse(in);
            }
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("not the workbook that was expected", e);
        }
    }
}
