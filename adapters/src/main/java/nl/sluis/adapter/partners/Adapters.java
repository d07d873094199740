package nl.sluis.adapter.partners;

import java.util.List;
import nl.sluis.adapter.PartnerAdapter;
import nl.sluis.adapter.partners.debt.DdasAdapter;
import nl.sluis.adapter.partners.edifact.EdifactAdapter;
import nl.sluis.adapter.partners.eoverdracht.EoverdrachtAdapter;
import nl.sluis.adapter.partners.fhir.FhirAdapter;
import nl.sluis.adapter.partners.hl7v2.Hl7v2Adapter;
import nl.sluis.adapter.partners.housing.VeraArrearsAdapter;
import nl.sluis.adapter.partners.iwmo.IwmoAdapter;
import nl.sluis.adapter.partners.jgz.JgzAdapter;
import nl.sluis.adapter.partners.oso.OsoAdapter;
import nl.sluis.adapter.partners.school.SchoolConcernAdapter;
import nl.sluis.adapter.partners.veiligthuis.GgkAdapter;
import nl.sluis.adapter.partners.veiligthuis.HandoverAdapter;
import nl.sluis.adapter.partners.veiligthuis.JubesAdapter;
import nl.sluis.adapter.partners.veiligthuis.ReportFormAdapter;
import nl.sluis.adapter.partners.wijkteam.WijkteamAdapter;

/** Every partner format that is spoken; a new one adds its line here. */
public final class Adapters {

    private static final List<PartnerAdapter> ALL = List.of(
            new SchoolConcernAdapter(),
            new OsoAdapter(),
            // Before FHIR R4, which reads its media type without a profile
            new EoverdrachtAdapter(),
            new FhirAdapter(),
            new WijkteamAdapter(),
            new JubesAdapter(),
            new HandoverAdapter(),
            new ReportFormAdapter(ReportFormAdapter.Form.XML),
            new ReportFormAdapter(ReportFormAdapter.Form.PDF),
            new VeraArrearsAdapter(),
            new DdasAdapter(DdasAdapter.Model.VS),
            new DdasAdapter(DdasAdapter.Model.SHV),
            new Hl7v2Adapter(),
            new EdifactAdapter(),
            new IwmoAdapter(),
            new JgzAdapter(),
            new GgkAdapter(new IwmoAdapter(), IwmoAdapter.MEDIA_TYPE));

    private Adapters() {}

    /** All of them, in the order in which they are asked whether they read a media type. */
    public static List<PartnerAdapter> all() {
        return ALL;
    }
}
