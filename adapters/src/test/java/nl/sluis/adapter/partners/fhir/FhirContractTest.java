package nl.sluis.adapter.partners.fhir;

import java.util.List;
import nl.sluis.adapter.Leaves;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.PartnerAdapterContract;
import nl.sluis.adapter.Sample;
import nl.sluis.adapter.XmlContract;

class FhirContractTest implements PartnerAdapterContract, XmlContract {

    @Override
    public PartnerAdapter adapter() {
        return new FhirAdapter();
    }

    @Override
    public List<Sample> samples() {
        return List.of(
                Sample.of("gp-referral-noah.json", "application/fhir+json"),
                Sample.of("careplan-sanne.json", "application/fhir+json"),
                Sample.of("consent-sanne.json", "application/fhir+json"),
                xmlSample());
    }

    /** The care plan again, as XML. */
    @Override
    public Sample xmlSample() {
        String json = Sample.of("careplan-sanne.json", "").text();
        String xml = FhirParsing.context()
                .newXmlParser()
                .encodeResourceToString(FhirParsing.context().newJsonParser().parseResource(json));
        return new Sample("careplan-sanne.xml", "application/fhir+xml", xml);
    }

    @Override
    public List<String> leaves(Sample sample) {
        return Leaves.fhirPaths(
                sample.mediaType().endsWith("xml")
                        ? Sample.of("careplan-sanne.json", "").text()
                        : sample.text());
    }
}
