package nl.sluis.adapter.partners.fhir;

/** The identifier and code systems that are read and written. */
final class Systems {

    static final String BSN = "http://fhir.nl/fhir/NamingSystem/bsn";
    static final String BSN_OID = "urn:oid:2.16.840.1.113883.2.4.6.3";
    static final String URA = "http://fhir.nl/fhir/NamingSystem/ura";
    static final String IDENTIFIER_TYPE = "http://terminology.hl7.org/CodeSystem/v2-0203";
    static final String SNOMED = "http://snomed.info/sct";
    static final String LOINC = "http://loinc.org";
    static final String ROLE_CODE = "http://terminology.hl7.org/CodeSystem/v3-RoleCode";
    static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    static final String ACT_REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    static final String ACT_REASON_OLD = "http://hl7.org/fhir/v3/ActReason";
    static final String CONSENT_SCOPE = "http://terminology.hl7.org/CodeSystem/consentscope";
    static final String MITZ_PROVIDER = "http://fhir.nl/otv/CodeSystem/raadplegende-zorgaanbiedercategorie";
    static final String MITZ_DATA = "http://fhir.nl/otv/CodeSystem/gegevenscategorie";
    static final String MITZ_EXTENSION = "http://fhir.nl/StructureDefinition/OTV-ProviderCategory";

    /** Our own, documented in docs/partners/specialist-care.md. */
    static final String OURS = "https://sluis.nl/fhir/";

    static final String ORGANISATION = OURS + "NamingSystem/organisatie";
    static final String LIFE_DOMAIN = OURS + "CodeSystem/leefgebied";
    static final String ACTIVITY = OURS + "CodeSystem/activiteit";
    static final String CATEGORY = OURS + "CodeSystem/gegevenssoort";
    static final String PURPOSE = OURS + "CodeSystem/doel";
    static final String KIND = OURS + "CodeSystem/berichtsoort";

    private Systems() {}
}
