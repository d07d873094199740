package nl.sluis.node;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How large one attachment may be, under {@code sluis.attachment}: of the own systems and of partners alike. The only bodies that
 * may be larger than {@code sluis.node.max-body}, since they are written down piece by piece.
 *
 * @param largest largest attachment, default 100 MB, at most 1 GB
 */
@Validated
@ConfigurationProperties("sluis.attachment")
public record AttachmentLimit(
        @NotNull @DefaultValue("100MB") DataSize largest) {

    /** Where own systems bring attachments. */
    public static final String PATH = "/v1/attachments";

    private static final long MOST = DataSize.ofGigabytes(1).toBytes();

    /**
     * @throws IllegalArgumentException when it is no size that can be
     */
    public AttachmentLimit {
        if (largest.toBytes() < 1 || largest.toBytes() > MOST) {
            throw new IllegalArgumentException("sluis.attachment.largest is 1B to 1GB");
        }
    }

    /** Whether the body of this request is an attachment. */
    boolean covers(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }
}
